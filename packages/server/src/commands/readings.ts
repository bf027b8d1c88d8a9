// Saving figures of one unit, and what both saving and importing load and write.
import { type AssessmentState, isLocked } from '@vungbuoc/programme/assessments';
import {
  type ReadingsChange,
  type ReadingsState,
  type SaveReadingsInput,
  saveReadings,
} from '@vungbuoc/programme/readings';
import type { UnitVersion } from '@vungbuoc/programme/units';
import { indicatorsMadeOf, suppliersOf } from '../reference/offices.ts';
import { findRound, getRound, getUnit, lawsFor, previousRound } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { byUnit, columnsByUnit } from '../reference/unit-readings.ts';
import { listAssessments, listReviews } from '../storage/assessments.ts';
import { moveContext, type UnitTransaction } from '../storage/context.ts';
import { listReadings, saveReadings as writeReadings } from '../storage/readings.ts';
import type { RoundRow } from '../storage/rounds.ts';
import { saveVerdicts, type VerdictRow } from '../storage/verdicts.ts';
import type { CommandBinding } from './run.ts';

export const saveReadingsBinding: CommandBinding<
  SaveReadingsInput,
  ReadingsState,
  ReadingsChange,
  { unit: string; seq: number; changed: number; unchanged: number }
> = {
  declaration: saveReadings,
  unitOf: (input, reference, today) => getUnit(reference, input.unit, today),
  about(input, reference, unit) {
    const round = findRound(reference, unit, input.round);
    const figures = input.entries.map((entry) => entry.figure);
    return { named: input.unit, round, offices: round ? suppliersOf(reference, round, figures) : [] };
  },
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
  const paths = await loadPaths(transaction, reference, round, ids);
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
        isLocked: (figure) => isLocked(paths(unit.unitId), figure),
      },
    ]),
  );
}

/** The path of each unit's figures in a round: two statements, whatever their number. */
export async function loadPaths(
  transaction: UnitTransaction,
  reference: Reference,
  round: RoundRow,
  unitIds: readonly number[],
): Promise<(unitId: number) => AssessmentState> {
  const assessments = await listAssessments(transaction, unitIds, round.id);
  // most rounds are never handed in: then there is nothing that could have been returned
  const rows = assessments.length === 0 ? [] : await listReviews(transaction, unitIds, round.id);
  return (unitId) => ({
    assessment: assessments.find((row) => row.unitId === unitId) ?? null,
    reviews: new Map(rows.filter((row) => row.unitId === unitId).map((row) => [row.indicatorCode, row])),
    indicatorsOf: (figure) => indicatorsMadeOf(reference, round, figure),
  });
}

export interface UnitChange {
  readonly unitId: number;
  readonly change: ReadingsChange;
  readonly seq: number;
}

/** Writes readings, revisions and verdicts of the changed units. */
export async function writeChanges(
  transaction: UnitTransaction,
  reference: Reference,
  round: RoundRow,
  changes: readonly UnitChange[],
): Promise<void> {
  await writeAllReadings(transaction, round, changes);
  const before = previousRound(reference, round);
  await saveVerdicts(
    transaction,
    changes.flatMap(({ unitId, change, seq }) =>
      change.verdicts.map((verdict) => verdictRow(unitId, round, before, verdict, seq)),
    ),
  );
}

/** Units whose readings are written by one statement: the policy goes through the context's list for every row. */
const UNITS_A_STATEMENT = 5;

/** A few units at a time, each with a context of its own; the context of all of them stands again afterwards. */
async function writeAllReadings(
  transaction: UnitTransaction,
  round: RoundRow,
  changes: readonly UnitChange[],
): Promise<void> {
  const several = changes.length > UNITS_A_STATEMENT;
  for (let start = 0; start < changes.length; start += UNITS_A_STATEMENT) {
    const some = changes.slice(start, start + UNITS_A_STATEMENT);
    if (several) await moveContext(transaction, idsOf(some));
    await writeReadings(
      transaction,
      round.id,
      some.map(({ unitId, change }) => ({ unitId, readings: change.readings })),
      some.every(({ change }) => change.allNew),
    );
  }
  if (several) await moveContext(transaction, idsOf(changes));
}

function idsOf(changes: readonly UnitChange[]): number[] {
  return changes.map(({ unitId }) => unitId);
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
