// How much is still missing at each failing comparison, in people's units.
import { ceilDivide, decimalText, MICRO, microOf, thousandthsOf } from '../decimal.ts';
import type { Operand } from '../judge/compare.ts';
import { BARE, EXACT_BARE, type FigureTable, GIVEN } from '../judge/figure-table.ts';
import { judgeOf, type Operands } from '../judge/rule-judge.ts';
import type { AtLeast, AtMost, Condition } from '../law/rule.ts';
import { NOT_MET } from '../verdict.ts';
import { scaledText } from './scaled-text.ts';

/**
 * What is missing at one part: `amount` is decimal text in the figure's own unit (households, km), or in percentage
 * points for a bare per cent; added to (short) or taken from (over) the numerator it meets the standard.
 */
export interface Gap {
  readonly part: string;
  readonly amount: string;
  readonly direction: 'short' | 'over';
  readonly points: boolean;
}

/** Gaps of a unit whose indicator is not met. */
export type GapFinder = (table: FigureTable, row: number) => readonly Gap[];

/** Gaps of the comparisons that fail; the alternatives of a failing "any" are each named. */
export function gapsOf(condition: Condition, operands: Operands): GapFinder {
  if (condition.kind === 'all' || condition.kind === 'any') {
    const children = condition.of.map((child) => ({
      judge: judgeOf(child, operands),
      find: gapsOf(child, operands),
    }));
    return (table, row) => {
      let gaps: readonly Gap[] = [];
      for (const { judge, find } of children) {
        if (judge(table, row) !== NOT_MET) continue;
        const own = find(table, row);
        gaps = gaps.length === 0 ? own : [...gaps, ...own];
      }
      return gaps;
    };
  }
  const operand = operands.get(condition.part);
  if (operand === undefined || condition.kind === 'equals' || condition.kind === 'judged') return () => [];
  const amountOf = amountFinder(condition, operand);
  const { part } = condition;
  const direction = condition.kind === 'atLeast' ? 'short' : 'over';
  return (table, row) => {
    const state = table.state[table.cell(operand.figure, row)];
    const points = state === BARE || state === EXACT_BARE;
    return [{ part, amount: amountOf(table, row), direction, points }];
  };
}

type AmountFinder = (table: FigureTable, row: number) => string;

/** Whole numbers where the cell stands in the columns, millionths elsewhere; both give the same text. */
function amountFinder(rule: AtLeast | AtMost, operand: Operand): AmountFinder {
  const threshold = thousandthsOf(rule.value) ?? 0;
  const upward = rule.kind === 'atLeast';
  const scale = 10 ** operand.decimals;
  const quick =
    operand.kind === 'share' || (operand.kind === 'number' && Number.isSafeInteger(threshold * scale));
  return (table, row) => {
    const at = table.cell(operand.figure, row);
    if (!quick || table.state[at] !== GIVEN) return exactAmount(rule, operand, table, row);
    const top = table.numerator[at] ?? 0;
    if (operand.kind === 'number') {
      return scaledText(Math.abs(threshold * scale - top * 1000), scale * 1000);
    }
    const product = threshold * (table.denominator[at] ?? 0);
    const rest = product % 100_000;
    const whole = (product - rest) / 100_000;
    const needed = upward && rest > 0 ? whole + 1 : whole;
    return scaledText(Math.abs(needed - top), scale);
  };
}

/** The least whole step (a household, a thousandth of a km) that meets the standard with the total as it is. */
function exactAmount(rule: AtLeast | AtMost, operand: Operand, table: FigureTable, row: number): string {
  const state = table.state[table.cell(operand.figure, row)];
  const { numerator, denominator } = table.exactAt(operand.figure, row);
  const wanted = microOf(rule.value) ?? 0n;
  const points = state === BARE || state === EXACT_BARE;
  const counted = !points && (operand.kind === 'share' || operand.kind === 'ratio');
  // In millionths of the figure's unit, times `over` so that nothing is divided before rounding.
  const over = counted ? MICRO * (operand.kind === 'share' ? 100n : 1n) : 1n;
  const missing = (counted ? wanted * denominator : wanted) - numerator * over;
  const size = rule.kind === 'atLeast' ? missing : -missing;
  const step = counted ? 10n ** BigInt(6 - operand.decimals) : 1n;
  return decimalText(ceilDivide(size, over * step) * step);
}
