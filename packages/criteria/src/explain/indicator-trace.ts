// One indicator's canonical explanation, and what makes it: all that does not depend on a unit is settled beforehand.
import type { CompiledIndicator, OpenReason } from '../judge/compile.ts';
import type { FigureTable } from '../judge/figure-table.ts';
import { MET, NOT_APPLICABLE, NOT_MET, VERDICTS, type Verdict, verdictOf } from '../verdict.ts';
import type { Gap } from './gap.ts';
import { type IndicatorProbes, probesOf } from './probe.ts';
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

const NO_GAPS: readonly Gap[] = Object.freeze([]);

/** One class for all indicators, not a closure for each: so the compiler knows the call in the nation's loop. */
export class IndicatorTracer {
  private readonly item: CompiledIndicator;
  private readonly code: string;
  private readonly path: string;
  private readonly probes: IndicatorProbes;
  /** The figure of a yes/no indicator; -1 where counts decide. */
  private readonly fact: number;
  /** Explanations that are the same for many units, each made once and given again, frozen. */
  private readonly made: (IndicatorTrace | undefined)[];

  constructor(item: CompiledIndicator) {
    this.item = item;
    this.code = item.indicator.code;
    this.path = item.path;
    this.probes = probesOf(item);
    this.fact = factOf(item);
    this.made = [];
  }

  /** The explanation of one row that was given this status byte. */
  trace(table: FigureTable, row: number, status: number): IndicatorTrace {
    const key = this.keyOf(table, row, status);
    if (key < 0) return this.make(table, row, status);
    return this.made[key] ?? this.remember(key, table, row, status);
  }

  /** Rows of one key have the same explanation; -1 where it is the row's own. */
  private keyOf(table: FigureTable, row: number, status: number): number {
    // met without a value to show: nothing of the row is left
    if (this.fact < 0) return status === MET && this.probes.value === null ? 0 : -1;
    const at = table.cell(this.fact, row);
    const fact = table.numerator[at] ?? 0;
    if (fact !== 0 && fact !== 1) return -1;
    return ((table.state[at] ?? 0) * VERDICTS.length + status) * 2 + fact;
  }

  private remember(key: number, table: FigureTable, row: number, status: number): IndicatorTrace {
    const fresh = Object.freeze(this.make(table, row, status));
    this.made[key] = fresh;
    return fresh;
  }

  private make(table: FigureTable, row: number, status: number): IndicatorTrace {
    const { standard, value, gaps } = this.probes;
    return {
      code: this.code,
      verdict: verdictOf(status),
      why: this.whyOf(table, row, status),
      value: value === null ? null : value.read(table, row),
      standard,
      gaps: status === NOT_MET ? gaps(table, row) : NO_GAPS,
      path: this.path,
    };
  }

  private whyOf(table: FigureTable, row: number, status: number): Why {
    if (this.item.open !== null) return this.item.open;
    if (status === MET || status === NOT_MET) return null;
    if (status === NOT_APPLICABLE) return 'not-applicable';
    return openReading(this.item, this.probes.figures, table, row);
  }
}

function factOf({ operands }: CompiledIndicator): number {
  const [only] = operands.values();
  const counted = only?.kind === 'share' || only?.kind === 'ratio' || only?.kind === 'number';
  return only === undefined || operands.size > 1 || counted ? -1 : only.figure;
}
