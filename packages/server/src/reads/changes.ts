// Which units of a board moved: heard in this process after each commit, found by a poll where another process wrote.
import type { ChangesQuery, ChangeTold } from '@vungbuoc/programme/board';
import type { Principal } from '@vungbuoc/programme/principals';
import { ROOT_UNIT } from '../reference/snapshot.ts';
import type { Workshop } from '../reference/workshop.ts';
import type { UnitMoved } from '../storage/commits.ts';
import type { Database } from '../storage/connect.ts';
import { readUnits } from '../storage/context.ts';
import { listSeqs, sumOfSeq } from '../storage/versions.ts';
import { findScope } from './scope.ts';

/** How often a process looks for what others wrote, while somebody listens. */
const POLL_MS = 300;

/** What one listener may hear of: the rows of the board by code, and the places that host its round and targets. */
export interface Hearing {
  readonly codes: ReadonlyMap<number, string>;
  readonly unitIds: ReadonlySet<number>;
  readonly referenceVersion: string;
}

/** The units of a board, as far as the asker's database reaches. @throws as the board itself */
export async function hearingOf(
  { database, ...workshop }: Workshop,
  principal: Principal,
  { since: _, ...query }: ChangesQuery,
): Promise<Hearing> {
  const scope = await findScope({ database, ...workshop }, principal, query);
  const rows = scope.unitsThen.filter((unit) => database.reach?.reads.has(unit.unitId) ?? true);
  const hosts = [ROOT_UNIT, scope.round.hostUnitId];
  return {
    codes: new Map(rows.map((unit) => [unit.unitId, unit.code])),
    unitIds: new Set([...hosts, ...rows.map((unit) => unit.unitId)]),
    referenceVersion: scope.reference.version,
  };
}

/** One listener: what moved since it was last asked. */
export interface Ear {
  /** Names the moment: sent with each message, and back when the line broke. */
  position(): string;
  /** What moved since the last call among what may be heard now; null when nothing did. */
  take(hearing: Hearing): ChangeTold | null;
  /** Called once at the next movement, at once when there was one already. */
  onMoved(listener: () => void): void;
  close(): void;
}

/** @param since the position that was last told; null: from now on */
export async function openEar(workshop: Workshop, hearing: Hearing, since: string | null): Promise<Ear> {
  const { database } = workshop;
  const watch = watchOf(database);
  const ids = [...hearing.unitIds];
  const known = new Map<number, number>();
  const fresh = new Set<number>();
  let wake: (() => void) | null = null;
  let missed = false;
  const hear = (moved: readonly UnitMoved[]): void => {
    for (const { unitId, seq } of moved) {
      if (!hearing.unitIds.has(unitId) || seq <= (known.get(unitId) ?? 0)) continue;
      known.set(unitId, seq);
      fresh.add(unitId);
    }
    if ((fresh.size === 0 && !missed) || wake === null) return;
    const waiting = wake;
    wake = null;
    waiting();
  };
  // listens first and looks afterwards, so that nothing falls between
  const stop = watch.listen(ids, hear);
  const heads = await readUnits(database, ids, (transaction) => listSeqs(transaction, ids)).catch((error) => {
    stop();
    throw error;
  });
  for (const [unitId, seq] of heads) known.set(unitId, Math.max(seq, known.get(unitId) ?? 0));
  const position = (): string =>
    `${hearing.referenceVersion}.${[...known.values()].reduce((sum, seq) => sum + seq, 0)}`.replaceAll(
      /[^0-9.]/g,
      '.',
    );
  missed = since !== null && since !== position();
  return {
    position,
    take(now) {
      if (missed) {
        missed = false;
        fresh.clear();
        return { units: null };
      }
      const heard = [...fresh].filter((id) => now.unitIds.has(id));
      fresh.clear();
      return heard.length === 0 ? null : { units: heard.flatMap((id) => now.codes.get(id) ?? []).sort() };
    },
    onMoved(listener) {
      wake = listener;
      hear([]);
    },
    close: stop,
  };
}

interface Watch {
  listen(unitIds: readonly number[], listener: (moved: readonly UnitMoved[]) => void): () => void;
}

// by what tells of commits: each asker has a database of their own
const watches = new WeakMap<Database['commits'], Watch>();

function watchOf(database: Database): Watch {
  const found = watches.get(database.commits) ?? makeWatch({ ...database, reach: null });
  watches.set(database.commits, found);
  return found;
}

/** Listens and polls only while somebody listens to it. */
function makeWatch(database: Database): Watch {
  const ears = new Map<(moved: readonly UnitMoved[]) => void, readonly number[]>();
  const tell = (moved: readonly UnitMoved[]): void => {
    for (const listener of ears.keys()) listener(moved);
  };
  let end: (() => void) | null = null;
  return {
    listen(unitIds, listener) {
      ears.set(listener, unitIds);
      if (end === null) {
        const stopListening = database.commits.listen(tell);
        const stopPolling = poll(database, () => [...new Set([...ears.values()].flat())], tell);
        end = () => {
          stopListening();
          stopPolling();
        };
      }
      return () => {
        ears.delete(listener);
        if (ears.size > 0) return;
        end?.();
        end = null;
      };
    },
  };
}

/** One sum in most turns; the list only when the sum has moved. A failed look is tried again: the listeners' own doors say what is wrong. */
function poll(
  database: Database,
  watched: () => readonly number[],
  tell: (moved: readonly UnitMoved[]) => void,
): () => void {
  let sum = -1;
  let looking = false;
  const look = async (): Promise<void> => {
    const ids = watched();
    const now = await readUnits(database, ids, (transaction) => sumOfSeq(transaction, ids));
    if (now === sum) return;
    const seqs = await readUnits(database, ids, (transaction) => listSeqs(transaction, ids));
    sum = now;
    tell([...seqs].map(([unitId, seq]) => ({ unitId, seq })));
  };
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    look()
      .catch(() => undefined)
      .finally(() => {
        looking = false;
      });
  }, POLL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
