// Reads values and gaps out of the table for one indicator: what it shows and how much is still missing.
import { partsOf } from '../check/indicator.ts';
import { ceilDivide, decimalText, MICRO, microOf } from '../decimal.ts';
import { compareNumber, type Operand } from '../judge/compare.ts';
import type { CompiledIndicator, CompiledSet } from '../judge/compile.ts';
import { BARE, EXACT, EXACT_BARE, type FigureTable, GIVEN } from '../judge/figure-table.ts';
import { judgeOf } from '../judge/rule-judge.ts';
import type { AtLeast, AtMost, Comparison, Condition } from '../law/rule.ts';
import type { Indicator } from '../law/set.ts';
import { NOT_MET } from '../verdict.ts';
import { rateText } from './numbers.ts';
import { standardText } from './standard-text.ts';

/**
 * What is missing at one part: `amount` is decimal text in the figure's own unit (households, km), or in percentage
 * points for a bare per cent; added to (at least) or taken from (at most) the numerator it meets the standard.
 */
export interface Gap {
  readonly part: string;
  readonly amount: string;
  readonly direction: 'short' | 'over';
  readonly points: boolean;
}

/** One comparison with the figure it compares. */
export interface Probe {
  readonly comparison: Comparison;
  readonly operand: Operand;
}

export interface IndicatorProbes {
  readonly standard: string | null;
  readonly figures: readonly number[];
  value(table: FigureTable, row: number): number | boolean | null;
  gaps(table: FigureTable, row: number): Gap[];
}

/** Prepares the reading of values and gaps for one indicator. */
export function probesOf(compiled: CompiledSet, item: CompiledIndicator): IndicatorProbes {
  const condition = item.standard?.of ?? null;
  const operandOf = (part: string): Operand | undefined => operandOfPart(compiled, item.indicator, part);
  const parts = condition === null ? Object.keys(item.indicator.figures) : partsOf(condition);
  const operands = parts.map(operandOf).filter((operand) => operand !== undefined);
  const shown = shownOperand(item.indicator, operandOf);
  const bound = condition === null ? null : boundOf(condition, '');
  const gapFinder = condition === null ? () => [] : gapsOf(condition, operandOf);
  return {
    standard: condition === null ? null : standardText(condition),
    figures: operands.map((operand) => operand.figure),
    value: shown === undefined ? () => null : (table, row) => valueAt(shown, bound, table, row),
    gaps: gapFinder,
  };
}

/** Operand of a part as the compiled table has it. */
export function operandOfPart(
  compiled: CompiledSet,
  indicator: Indicator,
  part: string,
): Operand | undefined {
  const code = Object.hasOwn(indicator.figures, part) ? indicator.figures[part]?.code : undefined;
  const figure = compiled.figures.findIndex((definition) => definition.code === code);
  const definition = compiled.figures[figure];
  return definition === undefined
    ? undefined
    : { figure, kind: definition.kind, decimals: definition.decimals };
}

/** The main figure; the only one where there is no main; none where men and women stand side by side. */
function shownOperand(
  indicator: Indicator,
  operandOf: (part: string) => Operand | undefined,
): Operand | undefined {
  const parts = Object.keys(indicator.figures);
  const [only] = parts;
  if (parts.includes('')) return operandOf('');
  return parts.length === 1 && only !== undefined ? operandOf(only) : undefined;
}

/** The threshold that a shown rate must not be rounded across, in millionths. */
function boundOf(condition: Condition, part: string): bigint | null {
  if (condition.kind === 'all' || condition.kind === 'any') {
    for (const child of condition.of) {
      const bound = boundOf(child, part);
      if (bound !== null) return bound;
    }
    return null;
  }
  const numeric = condition.kind === 'atLeast' || condition.kind === 'atMost';
  return numeric && condition.part === part ? microOf(condition.value) : null;
}

/** True for states that hold a value. */
export function hasValue(state: number | undefined): boolean {
  return state === GIVEN || state === EXACT || state === BARE || state === EXACT_BARE;
}

function valueAt(
  operand: Operand,
  bound: bigint | null,
  table: FigureTable,
  row: number,
): number | boolean | null {
  const at = operand.figure * table.rows + row;
  const state = table.state[at];
  if (!hasValue(state)) return null;
  const top = table.numerator[at] ?? 0;
  if (operand.kind === 'share' && state === GIVEN && top <= FAST_LIMIT) {
    const quick = quickShare(top, table.denominator[at] ?? 1, bound);
    if (quick !== null) return quick;
  }
  const { numerator, denominator } = table.exactAt(operand.figure, row);
  switch (operand.kind) {
    case 'share':
      return state === BARE || state === EXACT_BARE
        ? Number(decimalText(numerator))
        : Number(rateText(numerator * 100n, denominator, bound, 6));
    case 'ratio':
      return Number(rateText(numerator, denominator, bound, 6));
    case 'number':
      return Number(decimalText(numerator));
    default:
      return numerator === MICRO ? true : numerator === 0n ? false : null;
  }
}

/** Numerators up to here can be multiplied by 100 million safely. */
const FAST_LIMIT = 90_000_000;

/** 100·n/d at six decimals in floating point, or null where the result stands on the standard and must be settled exactly. */
function quickShare(top: number, bottom: number, bound: bigint | null): number | null {
  const micro = Math.round((top * 100_000_000) / bottom);
  if (bound !== null && Math.abs(micro - Number(bound)) <= 1 && top * 100_000_000 !== Number(bound) * bottom)
    return null;
  return micro / 1_000_000;
}

type GapFinder = (table: FigureTable, row: number) => Gap[];

/** Gaps of the comparisons that fail; alternatives of a failing "any" are each named. */
function gapsOf(condition: Condition, operandOf: (part: string) => Operand | undefined): GapFinder {
  if (condition.kind === 'all' || condition.kind === 'any') {
    const children = condition.of.map((child) => ({
      fails: judgeOf(child, operandOf),
      gaps: gapsOf(child, operandOf),
    }));
    return (table, row) =>
      children.flatMap((child) => (child.fails(table, row) === NOT_MET ? child.gaps(table, row) : []));
  }
  const operand = operandOf(condition.part);
  if (operand === undefined || condition.kind === 'equals' || condition.kind === 'judged') return () => [];
  const judge = compareNumber(condition, operand);
  return (table, row) => (judge(table, row) === NOT_MET ? [gapOf(condition, operand, table, row)] : []);
}

/** The least whole step (a household, a thousandth of a km) that meets the standard with the total as it is. */
function gapOf(rule: AtLeast | AtMost, operand: Operand, table: FigureTable, row: number): Gap {
  const state = table.state[operand.figure * table.rows + row];
  const { numerator, denominator } = table.exactAt(operand.figure, row);
  const wanted = microOf(rule.value) ?? 0n;
  const points = state === BARE || state === EXACT_BARE;
  const counted = !points && (operand.kind === 'share' || operand.kind === 'ratio');
  // In millionths of the figure's unit, times `over` so that nothing is divided before rounding.
  const over = counted ? MICRO * (operand.kind === 'share' ? 100n : 1n) : 1n;
  const missing = (counted ? wanted * denominator : wanted) - numerator * over;
  const size = rule.kind === 'atLeast' ? missing : -missing;
  const step = counted ? 10n ** BigInt(6 - operand.decimals) : 1n;
  const amount = decimalText(ceilDivide(size, over * step) * step);
  return { part: rule.part, amount, direction: rule.kind === 'atLeast' ? 'short' : 'over', points };
}
