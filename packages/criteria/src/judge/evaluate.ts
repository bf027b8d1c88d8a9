// Judges one unit, or every unit of a table, to status bytes.
import type { UnitReadings } from '../reading/reading.ts';
import { MET, NOT_APPLICABLE, NOT_MET, UNKNOWN } from '../verdict.ts';
import type { CompiledCriterion, CompiledIndicator, CompiledSet } from './compile.ts';
import { FigureTable } from './figure-table.ts';
import { judgeLevel, type LevelResult } from './level.ts';

/** How many criteria have each verdict. */
export interface VerdictCounts {
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  readonly notApplicable: number;
}

/** Status bytes (index into VERDICTS) in the order of the compiled set, and what the level says. */
export interface Evaluation {
  readonly indicators: Uint8Array;
  readonly criteria: Uint8Array;
  readonly conditions: Uint8Array;
  readonly counts: VerdictCounts;
  readonly level: LevelResult;
}

/** Judges one unit. */
export function evaluate(compiled: CompiledSet, readings: UnitReadings): Evaluation {
  return evaluateRow(compiled, tableOfUnit(compiled, readings), 0);
}

/** The readings of one unit as a table of one row. */
export function tableOfUnit(compiled: CompiledSet, readings: UnitReadings): FigureTable {
  const table = new FigureTable(compiled.figures, 1);
  compiled.figures.forEach((figure, index) => {
    const reading = readings.get(figure.code);
    if (reading !== undefined) table.set(0, index, reading);
  });
  return table;
}

/** Judges one row of a table. */
export function evaluateRow(compiled: CompiledSet, table: FigureTable, row: number): Evaluation {
  const indicators = new Uint8Array(compiled.indicators.length);
  const criteria = new Uint8Array(compiled.criteria.length);
  judgeRow(compiled, table, row, indicators, 0, criteria, 0);
  const conditions = Uint8Array.from(compiled.conditions, (condition) => condition.judge(table, row));
  const counts = countVerdicts(criteria);
  return {
    indicators,
    criteria,
    conditions,
    counts,
    level: judgeLevel(compiled, indicators, criteria, conditions),
  };
}

/** Rows of a table that share a column of the set. */
export interface RowGroup {
  readonly compiled: CompiledSet;
  readonly rows: Int32Array;
}

/** Statuses of all rows, row after row: `indicators[row * width + i]`. Rows in no group stay unknown. */
export interface BatchStatuses {
  readonly indicators: Uint8Array;
  readonly criteria: Uint8Array;
  readonly indicatorWidth: number;
  readonly criterionWidth: number;
}

/** Judges a whole table; the groups' compiled sets must be of one set (its columns and one year). */
export function evaluateBatch(groups: readonly RowGroup[], table: FigureTable): BatchStatuses {
  const indicatorWidth = groups[0]?.compiled.indicators.length ?? 0;
  const criterionWidth = groups[0]?.compiled.criteria.length ?? 0;
  const indicators = new Uint8Array(table.rows * indicatorWidth).fill(UNKNOWN);
  const criteria = new Uint8Array(table.rows * criterionWidth).fill(UNKNOWN);
  for (const { compiled, rows } of groups) {
    for (let start = 0; start < rows.length; start += BLOCK) {
      judgeBlock(compiled.indicators, table, rows.subarray(start, start + BLOCK), indicators);
    }
    for (const row of rows) {
      judgeCriteriaAt(compiled, indicators, row * indicatorWidth, criteria, row * criterionWidth);
    }
  }
  return { indicators, criteria, indicatorWidth, criterionWidth };
}

/** Rows judged together: their figures stay in the processor's cache while one indicator after the other is judged. */
const BLOCK = 64;

/** One indicator over many rows: three times as fast as many indicators over one row. */
function judgeBlock(
  judged: readonly CompiledIndicator[],
  table: FigureTable,
  rows: Int32Array,
  indicators: Uint8Array,
): void {
  for (let i = 0; i < judged.length; i++) {
    const judge = judged[i]?.judge;
    if (judge === undefined) continue;
    for (const row of rows) indicators[row * judged.length + i] = judge(table, row);
  }
}

function judgeRow(
  compiled: CompiledSet,
  table: FigureTable,
  row: number,
  indicators: Uint8Array,
  indicatorAt: number,
  criteria: Uint8Array,
  criterionAt: number,
): void {
  const judged = compiled.indicators;
  for (let i = 0; i < judged.length; i++) {
    indicators[indicatorAt + i] = judged[i]?.judge(table, row) ?? UNKNOWN;
  }
  judgeCriteriaAt(compiled, indicators, indicatorAt, criteria, criterionAt);
}

function judgeCriteriaAt(
  compiled: CompiledSet,
  indicators: Uint8Array,
  indicatorAt: number,
  criteria: Uint8Array,
  criterionAt: number,
): void {
  const { criteria: list } = compiled;
  for (let k = 0; k < list.length; k++) {
    const criterion = list[k];
    criteria[criterionAt + k] =
      criterion === undefined ? UNKNOWN : judgeCriterion(criterion, indicators, indicatorAt);
  }
}

/** A failing indicator fails it; an open one, or an incomplete list, leaves it open; none applicable: not applicable. */
function judgeCriterion(criterion: CompiledCriterion, indicators: Uint8Array, at: number): number {
  let open = !criterion.complete;
  let met = false;
  for (let i = criterion.first; i < criterion.end; i++) {
    const status = indicators[at + i];
    if (status === NOT_MET) return NOT_MET;
    if (status === MET) met = true;
    else if (status !== NOT_APPLICABLE) open = true;
  }
  if (open) return UNKNOWN;
  return met ? MET : NOT_APPLICABLE;
}

/** Criteria bytes from indicator bytes alone: for a preview in which only one indicator's status is new. */
export function judgeCriteria(compiled: CompiledSet, indicators: Uint8Array): Uint8Array {
  return Uint8Array.from(compiled.criteria, (criterion) => judgeCriterion(criterion, indicators, 0));
}

/** Counts the bytes of one unit's criteria. */
export function countVerdicts(bytes: Uint8Array): VerdictCounts {
  const counts = [0, 0, 0, 0];
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const [notMet = 0, met = 0, unknown = 0, notApplicable = 0] = counts;
  return { met, notMet, unknown, notApplicable };
}
