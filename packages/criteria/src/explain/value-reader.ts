// Reads the value that one indicator shows out of the table: in floating point where that is exact, else in millionths.
import { decimalText, MICRO } from '../decimal.ts';
import type { Operand } from '../judge/compare.ts';
import { BARE, EXACT, EXACT_BARE, type FigureTable, GIVEN } from '../judge/figure-table.ts';
import { rateText } from './rate.ts';

/** Per cent at six decimals, number, fact or null. */
export type ShownValue = number | boolean | null;

/**
 * Numerators below 2^52 / 100 million: the product is exact, and the quotient so near the true one that it is never
 * rounded across a half. No unit but the nation counts so many.
 */
const FAST_LIMIT = 45_000_000;

/** One class for every kind of figure, not a closure for each: so the compiler knows the call in the nation's loop. */
export class ValueReader {
  private readonly operand: Operand;
  private readonly scale: number;
  private readonly bounds: readonly bigint[];
  private readonly quickBounds: readonly number[];

  /** `bounds`: thresholds in millionths that the value may not be rounded across. */
  constructor(operand: Operand, bounds: readonly bigint[]) {
    this.operand = operand;
    this.scale = 10 ** operand.decimals;
    this.bounds = bounds;
    this.quickBounds = bounds.map(Number);
  }

  read(table: FigureTable, row: number): ShownValue {
    const at = table.cell(this.operand.figure, row);
    const state = table.state[at];
    if (state !== GIVEN) return hasValue(state) ? this.exactly(table, row) : null;
    const { kind } = this.operand;
    const top = table.numerator[at] ?? 0;
    if (kind === 'number') return top / this.scale;
    const quick = kind === 'share' ? this.quickShare(top, table.denominator[at] ?? 1) : null;
    return quick ?? this.exactly(table, row);
  }

  /** 100·n/d at six decimals, or null where the result stands on a standard and must be settled exactly. */
  private quickShare(top: number, bottom: number): number | null {
    if (top > FAST_LIMIT) return null;
    const micro = Math.round((top * 100_000_000) / bottom);
    const bounds = this.quickBounds;
    for (let i = 0; i < bounds.length; i++) {
      const bound = bounds[i] ?? 0;
      if (Math.abs(micro - bound) <= 1 && top * 100_000_000 !== bound * bottom) return null;
    }
    return micro / 1_000_000;
  }

  private exactly(table: FigureTable, row: number): ShownValue {
    const { figure, kind } = this.operand;
    const state = table.state[table.cell(figure, row)];
    const { numerator, denominator } = table.exactAt(figure, row);
    if (state === BARE || state === EXACT_BARE || kind === 'number') return Number(decimalText(numerator));
    if (kind === 'share') return Number(rateText(numerator * 100n, denominator, this.bounds, 6));
    if (kind === 'ratio') return Number(rateText(numerator, denominator, this.bounds, 6));
    return numerator === MICRO ? true : numerator === 0n ? false : null;
  }
}

/** True for states that hold a value. */
function hasValue(state: number | undefined): boolean {
  return state === GIVEN || state === EXACT || state === BARE || state === EXACT_BARE;
}
