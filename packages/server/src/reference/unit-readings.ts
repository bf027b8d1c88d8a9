// Readings and signed columns of units, as the law wants them: by unit, by figure code, by dimension.
import type { StoredReading } from '@vungbuoc/programme/readings';
import type { ReadingToJudge } from '@vungbuoc/programme/verdicts';
import type { UnitTransaction } from '../storage/context.ts';
import { listFiguresToJudge } from '../storage/figures-to-judge.ts';
import type { ReadingRow } from '../storage/readings.ts';
import { listColumns } from '../storage/verdicts.ts';
import type { Reference } from './snapshot.ts';

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

/** Readings by unit and figure code with only what judging asks: for work over a whole round. */
export async function readingsToJudge(
  transaction: UnitTransaction,
  reference: Reference,
  unitIds: readonly number[],
  roundId: number,
): Promise<Map<number, Map<string, ReadingToJudge>>> {
  const units = new Map<number, Map<string, ReadingToJudge>>();
  for (const { unitId, figures } of await listFiguresToJudge(transaction, unitIds, roundId)) {
    const own = new Map<string, ReadingToJudge>();
    for (const figure of figures) {
      const code = reference.figureCodes.get(figure.figureId);
      if (code !== undefined) own.set(code, figure);
    }
    units.set(unitId, own);
  }
  return units;
}
