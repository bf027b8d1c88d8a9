// Who would fall under another set: readings of a round carried over where both sets count the same things.
import { type CompiledSet, type CriteriaSet, compile, dimensionsOf, whoWouldFall } from '@vungbuoc/criteria';
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import type { StoredReading } from '@vungbuoc/programme/readings';
import type { WouldFallReply } from '@vungbuoc/programme/sets';
import type { UnitVersion } from '@vungbuoc/programme/units';
import { overlayFor } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { byUnit, columnsByUnit } from '../reference/unit-readings.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { listReadings } from '../storage/readings.ts';
import { findScope, type Scope } from './scope.ts';

export interface WouldFallQuery {
  readonly under: string | undefined;
  readonly round: string | undefined;
  /** A set of the round; its own where absent. */
  readonly from: string | undefined;
  readonly to: string;
  /** By default the round's year, or the first of the other set's period if that is later. */
  readonly year: number | undefined;
}

/** @throws unit.not-found, round.not-found, set.not-found, right.missing */
export async function loadWouldFall(
  workshop: Workshop,
  principal: Principal,
  query: WouldFallQuery,
): Promise<WouldFallReply> {
  const scope = await findScope(workshop, principal, {
    under: query.under,
    round: query.round,
    set: query.from?.split('/')[0],
  });
  const { reference, round, setId, unitsThen } = scope;
  if (setId === null) return refuse('set.not-found', { set: query.from ?? '' });
  const from = reference.shelf.find(setId, null);
  const toId = publishedId(reference, query.to);
  const to = reference.shelf.find(toId, null);
  if (!from || !to) return refuse('set.not-found', { set: query.to });
  const year = query.year ?? Math.max(round.year, to.period.from);
  const ids = unitsThen.map((unit) => unit.unitId);
  const { readings, columns } = await readUnits(workshop.database, ids, async (transaction) => ({
    readings: byUnit(reference, await listReadings(transaction, ids, round.id)),
    columns: await columnsByUnit(transaction, ids, round.id),
  }));
  const judged = unitsThen.map((unit) => {
    const own = columns.get(unit.unitId) ?? new Map<string, string>();
    const now = compileFor(scope, setId, unit, own, round.year);
    const then = compileFor(scope, toId, unit, own, year);
    return judgeUnit(unit, now, then, readings.get(unit.unitId) ?? new Map());
  });
  return {
    round: round.code,
    from: { id: from.id, version: from.version },
    to: { id: to.id, version: to.version },
    year,
    units: judged.map(({ row }) => row),
    unlinked: [...(judged[0]?.unlinked ?? [])],
  };
}

/** `id` is the newest version of a published set, `id/version` that one. */
function publishedId(reference: Reference, name: string): number {
  const [id, version] = name.split('/');
  const found = reference.shelf
    .listSets()
    .findLast(({ set }) => set.id === id && (version === undefined || String(set.version) === version));
  return found?.row.id ?? refuse('set.not-found', { set: name });
}

function compileFor(
  { reference, round }: Scope,
  setId: number,
  unit: UnitVersion,
  columns: ReadonlyMap<string, string>,
  year: number,
): CompiledSet {
  const geography = reference.places.at(round.geographyOn);
  const set = reference.shelf.find(setId, overlayFor(reference, geography, unit.unitId, setId));
  if (!set) return refuse('set.not-found', { set: String(setId) });
  return compile(set, columnIn(set, columns), year);
}

/** The signed column where the set has it; another set may part the country otherwise, and then it is not known. */
function columnIn(set: CriteriaSet, columns: ReadonlyMap<string, string>): string | null {
  const column = set.dimension === null ? undefined : columns.get(set.dimension.code);
  return column !== undefined && dimensionsOf(set).includes(column) ? column : null;
}

function judgeUnit(
  unit: UnitVersion,
  now: CompiledSet,
  then: CompiledSet,
  readings: ReadonlyMap<string, StoredReading>,
): { row: WouldFallReply['units'][number]; unlinked: readonly string[] } {
  const [found] = whoWouldFall(now, then, [[unit.code, readings]]);
  if (!found) throw new Error(`unit ${unit.code} was not judged`);
  const { outlook, lost, open, unlinked } = found;
  const [met, metThen] = [found.now.counts.met, found.then.counts.met];
  const row = { unit: unit.code, name: unit.name, outlook, met, metThen, lost: [...lost], open: [...open] };
  return { row, unlinked };
}
