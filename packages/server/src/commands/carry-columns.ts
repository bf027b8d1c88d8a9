// A new round takes over the columns that its units signed last: fifty units at a time in id order, one event for each.
import { canonicalJson } from '@vungbuoc/criteria';
import { type ColumnsOfSets, columnsToCarry, type SignedColumn } from '@vungbuoc/programme/rounds';
import { programmeUnitsBelow } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { MOST_UNITS_WRITING, moveContext } from '../storage/context.ts';
import { chain, lockHeads, saveEvents } from '../storage/heads.ts';
import type { RoundRow } from '../storage/rounds.ts';
import { type ColumnRow, listColumnsOfRounds, saveColumns } from '../storage/verdicts.ts';
import type { UnitWork } from './run.ts';

type Work = Omit<UnitWork<unknown>, 'input'>;

const EVENT = { command: 'columns.carry', commandVersion: 1 } as const;

/**
 * Carries the columns into `round`, which the snapshot does not know yet. The context stands on the host again
 * afterwards. `hostSeq` is the number of the host's own event, under which a host that is itself judged keeps its column.
 */
export async function carryColumns(work: Work, round: RoundRow, hostSeq: number): Promise<void> {
  const { reference, transaction, unit: host } = work;
  const sets = columnsOfSets(reference, round);
  const sources = nearestFirst(reference, round);
  if (sets.size === 0 || sources.length === 0) return;
  const geography = reference.places.at(round.geographyOn);
  const members = programmeUnitsBelow(reference, geography, host.unitId, round.programmeId);
  const ids = members.map((unit) => unit.unitId).sort((a, b) => a - b);
  for (let start = 0; start < ids.length; start += MOST_UNITS_WRITING) {
    const chunk = ids.slice(start, start + MOST_UNITS_WRITING);
    await carryChunk(work, { round, sets, sources, hostSeq }, chunk);
  }
  await moveContext(transaction, [host.unitId]);
}

interface Carrying {
  readonly round: RoundRow;
  readonly sets: ColumnsOfSets;
  /** Rounds to take columns from, the nearest first. */
  readonly sources: readonly RoundRow[];
  readonly hostSeq: number;
}

async function carryChunk(work: Work, carrying: Carrying, unitIds: readonly number[]): Promise<void> {
  const { transaction, unit: host, context, commandId } = work;
  const { round, sources, hostSeq } = carrying;
  const carried = await findCarried(work, carrying, unitIds);
  if (carried.size === 0) return;
  await moveContext(transaction, [...carried.keys()]);
  const heads = await lockHeads(transaction, [...carried.keys()]);
  const rows: ColumnRow[] = [];
  const events = [...carried].flatMap(([unitId, columns]) => {
    const head = heads.get(unitId);
    if (!head) return [];
    const ownEvent = unitId !== host.unitId;
    rows.push(...columns.map((column) => rowOf(unitId, round.id, column, ownEvent ? head.seq + 1 : hostSeq)));
    if (!ownEvent) return [];
    const signed = columns.map(({ roundId, ...column }) => ({
      ...column,
      from: sources.find((source) => source.id === roundId)?.code ?? null,
    }));
    const payload = canonicalJson({ round: round.code, signed });
    const { personId } = context.principal;
    return [chain(head, { unitId, commandId, ...EVENT, personId, at: context.now, payload })];
  });
  await saveColumns(transaction, rows);
  await saveEvents(transaction, events);
}

async function findCarried(
  { reference, transaction }: Work,
  { round, sets, sources }: Carrying,
  unitIds: readonly number[],
): Promise<Map<number, SignedColumn[]>> {
  // a unit made by a merger looks at what it was made of, as organised in the nearest round
  const day = sources[0]?.geographyOn ?? round.geographyOn;
  const before = new Map(
    unitIds.map((id) => [id, reference.places.predecessorsAt(id, day).map((one) => one.unitId)]),
  );
  const asked = [...new Set([...unitIds, ...[...before.values()].flat()])];
  await moveContext(transaction, asked);
  const order = sources.map((source) => source.id);
  const rows = await listColumnsOfRounds(transaction, asked, order);
  const signedBy = (unitId: number): SignedColumn[] =>
    rows
      .filter((row) => row.unitId === unitId)
      .sort((a, b) => order.indexOf(a.roundId) - order.indexOf(b.roundId))
      .map(({ columnCode, ...row }) => ({
        roundId: row.carriedFrom ?? row.roundId,
        dimension: row.dimension,
        column: columnCode,
        document: row.document,
        signedBy: row.signedBy,
        signedOn: row.signedOn,
      }));
  const found = unitIds.map((id) => {
    const parts = (before.get(id) ?? []).filter((one) => one !== id).map(signedBy);
    return [id, columnsToCarry(sets, signedBy(id), parts)] as const;
  });
  return new Map(found.filter(([, columns]) => columns.length > 0));
}

function rowOf(unitId: number, roundId: number, signed: SignedColumn, seq: number): ColumnRow {
  const { dimension, column, document, signedBy, signedOn } = signed;
  const carriedFrom = signed.roundId;
  return { unitId, roundId, dimension, columnCode: column, document, signedBy, signedOn, carriedFrom, seq };
}

function columnsOfSets(reference: Reference, round: RoundRow): ColumnsOfSets {
  const columns = new Map<string, Set<string>>();
  for (const setId of round.setIds) {
    const dimension = reference.shelf.find(setId, null)?.dimension;
    if (!dimension) continue;
    const known = columns.get(dimension.code) ?? new Set<string>();
    for (const { code } of dimension.values) known.add(code);
    columns.set(dimension.code, known);
  }
  return columns;
}

/** The programme's other rounds: earlier ones from the latest back, then later ones, for an office that brings in old years. */
function nearestFirst(reference: Reference, round: RoundRow): RoundRow[] {
  const others = reference.rounds.filter(({ programmeId }) => programmeId === round.programmeId);
  const earlier = others
    .filter((other) => other.asOf <= round.asOf)
    .sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
  const later = others.filter((other) => other.asOf > round.asOf).sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  return [...earlier, ...later];
}
