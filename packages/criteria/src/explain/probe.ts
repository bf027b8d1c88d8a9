// Reads values and gaps out of the table for one indicator: what it shows and how much is still missing.

import { decimalText, MICRO, microsOf } from '../decimal.ts';
import type { Operand } from '../judge/compare.ts';
import { type CompiledIndicator, shownPart } from '../judge/compile.ts';
import { BARE, EXACT, EXACT_BARE, type FigureTable, GIVEN } from '../judge/figure-table.ts';
import { partsOf } from '../law/conditions.ts';
import { type GapFinder, gapsOf } from './gap.ts';
import { rateText } from './numbers.ts';
import { standardText } from './standard-text.ts';

/** What an indicator's explanation reads from the table. */
export interface IndicatorProbes {
  readonly standard: string | null;
  readonly figures: readonly number[];
  readonly value: ValueFinder;
  readonly gaps: GapFinder;
}

/** Prepares the reading of values and gaps for one indicator. */
export function probesOf(item: CompiledIndicator): IndicatorProbes {
  const { operands } = item;
  const condition = item.standard?.of ?? null;
  const parts = condition === null ? [...operands.keys()] : partsOf(condition);
  const shown = shownOperand(item);
  return {
    standard: condition === null ? null : standardText(condition),
    figures: parts.map((part) => operands.get(part)?.figure).filter((figure) => figure !== undefined),
    value: shown === undefined ? () => null : readValue(shown, microsOf(item.bounds)),
    gaps: condition === null ? () => [] : gapsOf(condition, operands),
  };
}

function shownOperand({ operands }: CompiledIndicator): Operand | undefined {
  const part = shownPart(operands);
  return part === null ? undefined : operands.get(part);
}

/** True for states that hold a value. */
export function hasValue(state: number | undefined): boolean {
  return state === GIVEN || state === EXACT || state === BARE || state === EXACT_BARE;
}

type ValueFinder = (table: FigureTable, row: number) => number | boolean | null;

/** The kind is asked once, not for every unit of the nation. */
function readValue(operand: Operand, bounds: readonly bigint[]): ValueFinder {
  const { figure } = operand;
  const quick = quickValue(operand, bounds);
  return (table, row) => {
    const at = table.cell(figure, row);
    const state = table.state[at];
    if (state !== GIVEN) return hasValue(state) ? exactValue(operand, bounds, table, row) : null;
    return (
      quick(table.numerator[at] ?? 0, table.denominator[at] ?? 1) ?? exactValue(operand, bounds, table, row)
    );
  };
}

/** A value from the columns in floating point, or null where it must be settled exactly. */
type QuickValue = (top: number, bottom: number) => number | boolean | null;

function quickValue({ kind, decimals }: Operand, bounds: readonly bigint[]): QuickValue {
  const scale = 10 ** decimals;
  if (kind === 'number') return (top) => top / scale;
  if (kind === 'ratio') return () => null;
  if (kind === 'share') return quickShare(bounds.map(Number));
  return (top) => (top === 1 ? true : top === 0 ? false : null);
}

function exactValue(
  operand: Operand,
  bounds: readonly bigint[],
  table: FigureTable,
  row: number,
): number | boolean | null {
  const state = table.state[table.cell(operand.figure, row)];
  const { numerator, denominator } = table.exactAt(operand.figure, row);
  if (state === BARE || state === EXACT_BARE || operand.kind === 'number')
    return Number(decimalText(numerator));
  if (operand.kind === 'share') return Number(rateText(numerator * 100n, denominator, bounds, 6));
  if (operand.kind === 'ratio') return Number(rateText(numerator, denominator, bounds, 6));
  return numerator === MICRO ? true : numerator === 0n ? false : null;
}

/**
 * Numerators below 2^52 / 100 million: the product is exact, and the quotient so near the true one that it is never
 * rounded across a half. No unit but the nation counts so many.
 */
const FAST_LIMIT = 45_000_000;

/** 100·n/d at six decimals in floating point, or null where the result stands on a standard and must be settled exactly. */
function quickShare(bounds: readonly number[]): QuickValue {
  return (top, bottom) => {
    if (top > FAST_LIMIT) return null;
    const micro = Math.round((top * 100_000_000) / bottom);
    for (const bound of bounds) {
      if (Math.abs(micro - bound) <= 1 && top * 100_000_000 !== bound * bottom) return null;
    }
    return micro / 1_000_000;
  };
}
