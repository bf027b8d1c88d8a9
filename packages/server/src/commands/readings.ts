// Saving figures of one unit, and what both saving and importing load and write.
import {
  type ReadingsChange,
  type ReadingsState,
  type SaveReadingsInput,
  type StoredReading,
  saveReadings,
} from '@vungbuoc/programme/readings';
import type { UnitVersion } from '@vungbuoc/programme/units';
import type { UnitTransaction } from '../storage/context.ts';
import { listReadings, type ReadingRow, saveReadings as writeReadings } from '../storage/readings.ts';
import type { RoundRow } from '../storage/rounds.ts';
import { listColumns, saveVerdicts, type VerdictRow } from '../storage/verdicts.ts';
import type { Reference } from './reference.ts';
import { getRound, getUnit, lawsFor, previousRound } from './rounds-of.ts';
import type { CommandBinding } from './run.ts';

export const saveReadingsBinding: CommandBinding<
  SaveReadingsInput,
  ReadingsState,
  ReadingsChange,
  { unit: string; seq: number; changed: number; unchanged: number }
> = {
  declaration: saveReadings,
  unitOf: (input, reference, today) => getUnit(reference, input.unit, today),
  async load({ transaction, reference, unit, input, head }) {
    const round = getRound(reference, unit, input.round);
    const states = await loadReadingStates(transaction, reference, round, [{ unit, seq: head.seq }]);
    const state = states.get(unit.unitId);
    if (!state) throw new Error(`no state was loaded for unit ${unit.unitId}`);
    return state;
  },
  async save({ transaction, reference, unit, input }, change, seq) {
    const round = getRound(reference, unit, input.round);
    await writeChanges(transaction, reference, round, [{ unitId: unit.unitId, change, seq }]);
  },
};

/** Loads what the decision needs for up to fifty units at once: three statements, whatever their number. */
export async function loadReadingStates(
  transaction: UnitTransaction,
  reference: Reference,
  round: RoundRow,
  units: readonly { readonly unit: UnitVersion; readonly seq: number }[],
): Promise<Map<number, ReadingsState>> {
  const ids = units.map(({ unit }) => unit.unitId);
  const before = previousRound(reference, round);
  const current = byUnit(reference, await listReadings(transaction, ids, round.id));
  const previous = before ? byUnit(reference, await listReadings(transaction, ids, before.id)) : null;
  const columns = await columnsByUnit(transaction, ids, round.id);
  return new Map(
    units.map(({ unit, seq }) => [
      unit.unitId,
      {
        unitName: unit.name,
        seq,
        figures: reference.figures,
        current: current.get(unit.unitId) ?? new Map(),
        previous: previous?.get(unit.unitId) ?? null,
        laws: lawsFor(reference, round, unit.unitId, columns.get(unit.unitId) ?? new Map()),
      },
    ]),
  );
}

/** The signed columns of units in a round: unit -> dimension -> column. */
export async function columnsByUnit(
  transaction: UnitTransaction,
  unitIds: readonly number[],
  roundId: number,
): Promise<Map<number, Map<string, string>>> {
  const columns = new Map<number, Map<string, string>>();
  for (const row of await listColumns(transaction, unitIds, roundId)) {
    const own = columns.get(row.unitId) ?? new Map<string, string>();
    own.set(row.dimension, row.columnCode);
    columns.set(row.unitId, own);
  }
  return columns;
}

/** Readings by unit and figure code. A figure that the dictionary does not know is left out: no rule can name it. */
export function byUnit(
  reference: Reference,
  rows: readonly ReadingRow[],
): Map<number, Map<string, StoredReading>> {
  const units = new Map<number, Map<string, StoredReading>>();
  for (const row of rows) {
    const code = reference.figureCodes.get(row.figureId);
    if (code === undefined) continue;
    const own = units.get(row.unitId) ?? new Map<string, StoredReading>();
    own.set(code, row);
    units.set(row.unitId, own);
  }
  return units;
}

export interface UnitChange {
  readonly unitId: number;
  readonly change: ReadingsChange;
  readonly seq: number;
}

/** Writes readings, revisions and verdicts of the changed units: two statements. */
export async function writeChanges(
  transaction: UnitTransaction,
  reference: Reference,
  round: RoundRow,
  changes: readonly UnitChange[],
): Promise<void> {
  await writeReadings(
    transaction,
    changes.flatMap(({ unitId, change }) =>
      change.readings.map((reading) => ({ ...reading, unitId, roundId: round.id })),
    ),
  );
  const before = previousRound(reference, round);
  await saveVerdicts(
    transaction,
    changes.flatMap(({ unitId, change, seq }) =>
      change.verdicts.map((verdict) => verdictRow(unitId, round, before, verdict, seq)),
    ),
  );
}

/** A judged unit as the row that boards read. */
export function verdictRow(
  unitId: number,
  round: RoundRow,
  before: RoundRow | null,
  { law, judged }: ReadingsChange['verdicts'][number],
  seq: number,
): VerdictRow {
  return {
    unitId,
    roundId: round.id,
    setId: law.setId,
    overlayId: law.overlayId,
    setHash: law.setHash,
    columnCode: law.column,
    year: law.year,
    previousRoundId: before?.id ?? null,
    inputsSeq: seq,
    seq,
    ...judged,
  };
}
