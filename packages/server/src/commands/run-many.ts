// One transaction over many units, fifty at a time in id order: imports. All faults of all units, or everything saved.
import { createHash } from 'node:crypto';
import { canonicalJson } from '@vungbuoc/criteria';
import type { Decision } from '@vungbuoc/programme/declarations';
import { type Problem, ProblemError } from '@vungbuoc/programme/problems';
import type { UnitVersion } from '@vungbuoc/programme/units';
import type { Workshop } from '../reference/workshop.ts';
import { MOST_UNITS_WRITING, moveContext, type UnitTransaction, writeUnits } from '../storage/context.ts';
import { chain, type Head, lockHeads, saveEvents } from '../storage/heads.ts';
import { findReceipt, saveReceipts } from '../storage/receipts.ts';
import { asProblem, type Given } from './run.ts';

/** How one kind of import loads, decides and saves its units. */
export interface ManyBinding<Item, State, Change> {
  readonly name: string;
  readonly version: number;
  readonly load: (
    transaction: UnitTransaction,
    units: readonly LockedUnit[],
  ) => Promise<ReadonlyMap<number, State>>;
  readonly decide: (state: State, item: Item) => Decision<Change, { changed: number; unchanged: number }>;
  readonly save: (transaction: UnitTransaction, changes: readonly ChangedUnit<Change>[]) => Promise<void>;
}

export interface LockedUnit {
  readonly unit: UnitVersion;
  readonly seq: number;
}

export interface ChangedUnit<Change> {
  readonly unitId: number;
  readonly change: Change;
  readonly seq: number;
}

export interface ManyRequest<Item> {
  /** All that was asked, as texts: what the receipt's digest is made of. */
  readonly inputTexts: () => Iterable<string>;
  /** Keeps the receipt: the place that the import was asked for. */
  readonly under: UnitVersion;
  readonly items: readonly { readonly unit: UnitVersion; readonly item: Item }[];
  readonly dryRun: boolean;
}

export interface ManyReply {
  readonly units: number;
  readonly changedUnits: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly dryRun: boolean;
}

/** @throws ProblemError with the faults of all units; then nothing was written. */
export async function runMany<Item, State, Change>(
  workshop: Workshop,
  binding: ManyBinding<Item, State, Change>,
  given: Given,
  request: ManyRequest<Item>,
): Promise<ManyReply> {
  const { under, dryRun } = request;
  const inputDigest = dryRun ? null : digestOfMany(binding, request.inputTexts());
  const at = workshop.clock().toISOString();
  try {
    return await writeUnits(workshop.database, [under.unitId], async (transaction) => {
      if (inputDigest === null) return runChunks(transaction, binding, given, request, at);
      const before = await findReceipt(transaction, under.unitId, given.commandId);
      if (before && !before.inputDigest.equals(inputDigest))
        throw new ProblemError([{ code: 'command.repeated-otherwise' }]);
      if (before) return before.reply as ManyReply; // stored by this function
      const reply = await runChunks(transaction, binding, given, request, at);
      // what changed nothing leaves nothing behind: sent again, it changes nothing again
      if (reply.changedUnits === 0) return reply;
      await moveContext(transaction, [under.unitId]);
      const { commandId } = given;
      await saveReceipts(transaction, [
        { unitId: under.unitId, commandId, command: binding.name, seq: 0, inputDigest, reply },
      ]);
      return reply;
    });
  } catch (error) {
    throw asProblem(error);
  }
}

function digestOfMany(
  binding: { readonly name: string; readonly version: number },
  inputTexts: Iterable<string>,
): Buffer {
  const hash = createHash('sha256').update(`${binding.name}/${binding.version}`);
  // each begins with its length, so that no two lists of texts look alike
  for (const text of inputTexts) hash.update(`\n${text.length}:${text}`);
  return hash.digest();
}

async function runChunks<Item, State, Change>(
  transaction: UnitTransaction,
  binding: ManyBinding<Item, State, Change>,
  given: Given,
  request: ManyRequest<Item>,
  at: string,
): Promise<ManyReply> {
  const sorted = [...request.items].sort((a, b) => a.unit.unitId - b.unit.unitId);
  const problems: Problem[] = [];
  const sums = { units: sorted.length, changedUnits: 0, changed: 0, unchanged: 0 };
  for (let start = 0; start < sorted.length; start += MOST_UNITS_WRITING) {
    const chunk = sorted.slice(start, start + MOST_UNITS_WRITING);
    const ids = chunk.map(({ unit }) => unit.unitId);
    await moveContext(transaction, ids);
    const heads = await lockHeads(transaction, ids);
    const decided = await decideChunk(transaction, binding, chunk, heads);
    problems.push(...decided.problems);
    for (const { changed, unchanged } of decided.replies) {
      sums.changed += changed;
      sums.unchanged += unchanged;
    }
    sums.changedUnits += decided.changes.length;
    // with a fault anywhere nothing is kept, so from then on only the other faults are looked for
    if (problems.length === 0 && !request.dryRun)
      await saveChunk(transaction, binding, given, decided, heads, at);
  }
  const [first, ...others] = problems;
  if (first) throw new ProblemError([first, ...others]);
  return { ...sums, dryRun: request.dryRun };
}

interface DecidedChunk<Change> {
  readonly problems: readonly Problem[];
  readonly replies: readonly { readonly changed: number; readonly unchanged: number }[];
  readonly changes: readonly (ChangedUnit<Change> & { readonly event: Readonly<Record<string, unknown>> })[];
}

async function decideChunk<Item, State, Change>(
  transaction: UnitTransaction,
  binding: ManyBinding<Item, State, Change>,
  chunk: ManyRequest<Item>['items'],
  heads: ReadonlyMap<number, Head>,
): Promise<DecidedChunk<Change>> {
  const seqOf = (unitId: number): number => heads.get(unitId)?.seq ?? 0;
  const states = await binding.load(
    transaction,
    chunk.map(({ unit }) => ({ unit, seq: seqOf(unit.unitId) })),
  );
  const problems: Problem[] = [];
  const replies: { changed: number; unchanged: number }[] = [];
  const changes: (ChangedUnit<Change> & { event: Readonly<Record<string, unknown>> })[] = [];
  for (const { unit, item } of chunk) {
    const state = states.get(unit.unitId);
    if (state === undefined) throw new Error(`no state was loaded for unit ${unit.unitId}`);
    const decision = binding.decide(state, item);
    if (!decision.ok) {
      problems.push(...decision.problems);
      continue;
    }
    replies.push(decision.reply);
    if ('event' in decision) {
      const { change, event } = decision;
      changes.push({ unitId: unit.unitId, change, event, seq: seqOf(unit.unitId) + 1 });
    }
  }
  return { problems, replies, changes };
}

async function saveChunk<Item, State, Change>(
  transaction: UnitTransaction,
  binding: ManyBinding<Item, State, Change>,
  given: Given,
  decided: DecidedChunk<Change>,
  heads: ReadonlyMap<number, Head>,
  at: string,
): Promise<void> {
  if (decided.changes.length === 0) return;
  await binding.save(transaction, decided.changes);
  const events = decided.changes.flatMap(({ unitId, event }) => {
    const head = heads.get(unitId);
    if (!head) return [];
    return chain(head, {
      unitId,
      commandId: given.commandId,
      command: binding.name,
      commandVersion: binding.version,
      personId: given.principal.personId,
      at,
      payload: canonicalJson(event),
    });
  });
  await saveEvents(transaction, events);
}
