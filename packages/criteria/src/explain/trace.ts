// The canonical explanation, without sentences: verdict, value, standard, gaps and rule path. Recomputed years later it is the same.
import type { CompiledIndicator, CompiledSet, OpenReason } from '../judge/compile.ts';
import { type Evaluation, evaluateRow, tableOfUnit } from '../judge/evaluate.ts';
import type { FigureTable } from '../judge/figure-table.ts';
import type { UnitReadings } from '../reading/reading.ts';
import { NOT_APPLICABLE, NOT_MET, UNKNOWN, VERDICTS, type Verdict, verdictOf } from '../verdict.ts';
import type { Gap } from './gap.ts';
import { probesOf } from './probe.ts';
import { openReading, type ReadingReason } from './reading-reason.ts';

/** Why an indicator is unknown or not applicable; null where a figure decided. */
export type Why = OpenReason | ReadingReason | 'not-applicable' | null;

/** One indicator's canonical explanation. `value`: per cent at six decimals, number, fact or null. */
export interface IndicatorTrace {
  readonly code: string;
  readonly verdict: Verdict;
  readonly why: Why;
  readonly value: number | boolean | null;
  readonly standard: string | null;
  readonly gaps: readonly Gap[];
  readonly path: string;
}

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

/** Builds one indicator's trace from its status byte. */
export type Tracer = (table: FigureTable, row: number, status: number) => IndicatorTrace;

const NO_GAPS: readonly Gap[] = Object.freeze([]);

/** The canonical explanation of one unit. */
export function trace(compiled: CompiledSet, readings: UnitReadings): UnitTrace {
  const table = tableOfUnit(compiled, readings);
  return traceRow(compiled, tracersOf(compiled), table, 0, evaluateRow(compiled, table, 0));
}

export interface Tracers {
  readonly overlays: readonly string[];
  readonly indicators: readonly Tracer[];
  readonly conditions: readonly Tracer[];
}

/** Everything about the explanations that does not depend on a unit, made once for a compiled set. */
export function tracersOf(compiled: CompiledSet): Tracers {
  return {
    overlays: compiled.set.overlays.map((overlay) => `${overlay.id}@${overlay.version}`),
    indicators: compiled.indicators.map((item) => tracerOf(item)),
    conditions: compiled.conditions.map((item) => tracerOf(item)),
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
  tracers: readonly Tracer[],
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
    if (tracer !== undefined) traces[i - first] = tracer(table, row, bytes[at + i] ?? UNKNOWN);
  }
  return traces;
}

function tracerOf(item: CompiledIndicator): Tracer {
  const probes = probesOf(item);
  const { code } = item.indicator;
  const standard = probes.standard;
  const { path, open } = item;
  const make: Tracer = (table, row, status) => {
    const why = open ?? whyOf(item, probes.figures, table, row, status);
    const gaps = status === NOT_MET ? probes.gaps(table, row) : NO_GAPS;
    return { code, verdict: verdictOf(status), why, value: probes.value(table, row), standard, gaps, path };
  };
  const fact = factOf(item);
  return fact === null ? make : remembering(make, fact);
}

/** The one figure of a yes/no indicator; null where counts decide. */
function factOf({ operands }: CompiledIndicator): number | null {
  const [only] = operands.values();
  const counted = only?.kind === 'share' || only?.kind === 'ratio' || only?.kind === 'number';
  return only === undefined || operands.size > 1 || counted ? null : only.figure;
}

/** A yes/no indicator has few different explanations: each is made once and given again, frozen. */
function remembering(make: Tracer, figure: number): Tracer {
  const made: (IndicatorTrace | undefined)[] = [];
  return (table, row, status) => {
    const at = table.cell(figure, row);
    const fact = table.numerator[at] ?? 0;
    if (fact !== 0 && fact !== 1) return make(table, row, status);
    const key = ((table.state[at] ?? 0) * VERDICTS.length + status) * 2 + fact;
    const known = made[key];
    if (known !== undefined) return known;
    const fresh = Object.freeze(make(table, row, status));
    made[key] = fresh;
    return fresh;
  };
}

function whyOf(
  item: CompiledIndicator,
  figures: readonly number[],
  table: FigureTable,
  row: number,
  status: number,
): Why {
  if (status === NOT_APPLICABLE) return 'not-applicable';
  return status === UNKNOWN ? openReading(item, figures, table, row) : null;
}
