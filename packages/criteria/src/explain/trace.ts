// The canonical explanation, without sentences: verdict, value, standard, gaps and rule path. Recomputed years later it is the same.
import type { CompiledSet } from '../judge/compile.ts';
import { type Evaluation, evaluateRow, tableOfUnit } from '../judge/evaluate.ts';
import type { FigureTable } from '../judge/figure-table.ts';
import type { UnitReadings } from '../reading/reading.ts';
import { UNKNOWN, type Verdict, verdictOf } from '../verdict.ts';
import { type IndicatorTrace, IndicatorTracer } from './indicator-trace.ts';

export interface CriterionTrace {
  readonly code: string;
  readonly verdict: Verdict;
  readonly indicators: readonly IndicatorTrace[];
}

/** A unit's canonical explanation; `canonicalJson` of it is what a stored verdict is checked against. */
export interface UnitTrace {
  readonly engine: number;
  readonly set: string;
  readonly version: number;
  readonly overlays: readonly string[];
  readonly dimension: string | null;
  readonly year: number;
  readonly criteria: readonly CriterionTrace[];
  readonly conditions: readonly IndicatorTrace[];
}

/** The canonical explanation of one unit. */
export function trace(compiled: CompiledSet, readings: UnitReadings): UnitTrace {
  const table = tableOfUnit(compiled, readings);
  return traceRow(compiled, tracersOf(compiled), table, 0, evaluateRow(compiled, table, 0));
}

export interface Tracers {
  readonly overlays: readonly string[];
  readonly indicators: readonly IndicatorTracer[];
  readonly conditions: readonly IndicatorTracer[];
}

/** Everything about the explanations that does not depend on a unit, made once for a compiled set. */
export function tracersOf(compiled: CompiledSet): Tracers {
  return {
    overlays: compiled.set.overlays.map((overlay) => `${overlay.id}@${overlay.version}`),
    indicators: compiled.indicators.map((item) => new IndicatorTracer(item)),
    conditions: compiled.conditions.map((item) => new IndicatorTracer(item)),
  };
}

/**
 * The canonical explanation of one row whose statuses are known. In a batch's arrays the row's bytes begin at
 * `indicatorAt` and `criterionAt`; `conditions` are always the row's own.
 */
export function traceRow(
  compiled: CompiledSet,
  tracers: Tracers,
  table: FigureTable,
  row: number,
  statuses: Pick<Evaluation, 'indicators' | 'criteria' | 'conditions'>,
  indicatorAt = 0,
  criterionAt = 0,
): UnitTrace {
  const { set, criteria: list, dimension, year } = compiled;
  const { indicators, criteria: bytes, conditions } = statuses;
  const criteria = new Array<CriterionTrace>(list.length);
  for (let k = 0; k < list.length; k++) {
    const { code, first, end } = list[k] ?? NO_CRITERION;
    const traces = traceRange(tracers.indicators, table, row, indicators, indicatorAt, first, end);
    criteria[k] = { code, verdict: verdictOf(bytes[criterionAt + k]), indicators: traces };
  }
  return {
    engine: compiled.engine,
    set: set.id,
    version: set.version,
    overlays: tracers.overlays,
    dimension,
    year,
    criteria,
    conditions: traceRange(tracers.conditions, table, row, conditions, 0, 0, tracers.conditions.length),
  };
}

const NO_CRITERION = { code: '', first: 0, end: 0 };

/** A plain loop: it runs for every indicator of the nation. */
function traceRange(
  tracers: readonly IndicatorTracer[],
  table: FigureTable,
  row: number,
  bytes: Uint8Array,
  at: number,
  first: number,
  end: number,
): IndicatorTrace[] {
  // its length is known: an array that grows takes five times the room, and the collector's time with it
  const traces = new Array<IndicatorTrace>(end - first);
  for (let i = first; i < end; i++) {
    const tracer = tracers[i];
    if (tracer !== undefined) traces[i - first] = tracer.trace(table, row, bytes[at + i] ?? UNKNOWN);
  }
  return traces;
}
