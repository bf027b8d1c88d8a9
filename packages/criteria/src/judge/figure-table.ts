// Readings of many units as columns of whole numbers, so that judging allocates nothing and loses nothing.
import { MICRO, microOf } from '../decimal.ts';
import type { FigureDef } from '../law/figures.ts';
import type { Reading } from '../reading/reading.ts';

/** No reading. */
export const NONE = 0;
/** Numerator (and denominator) stand in the columns, scaled by ten to the figure's decimals. */
export const GIVEN = 1;
/** A bare per cent, in thousandths, stands in the numerator. */
export const BARE = 2;
/** The unit states that the thing does not exist there. */
export const NOT_PRESENT = 3;
/** Too large or too precise for the columns: the exact values stand in `exact`. */
export const EXACT = 4;
export const EXACT_BARE = 5;
/** The total of a share or ratio is missing. */
export const NO_TOTAL = 6;
export const ZERO_TOTAL = 7;
/** Cannot be right: no decimal, negative, or a part above its total. */
export const IMPOSSIBLE = 8;

/** Largest scaled value kept in a column: times 100,000 it is still a safe integer. */
export const COLUMN_LIMIT = 90_000_000_000;

/** A reading in millionths. */
export interface ExactReading {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Readings of `rows` units: one unit's figures stand side by side, as they are judged together. */
export class FigureTable {
  readonly figures: readonly FigureDef[];
  readonly rows: number;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  readonly state: Uint8Array;
  readonly exact: Map<number, ExactReading>;

  constructor(figures: readonly FigureDef[], rows: number) {
    this.figures = figures;
    this.rows = rows;
    this.numerator = new Float64Array(figures.length * rows);
    this.denominator = new Float64Array(figures.length * rows);
    this.state = new Uint8Array(figures.length * rows);
    this.exact = new Map();
  }

  /** Where a unit's figure stands in the columns. */
  cell(figure: number, row: number): number {
    return row * this.figures.length + figure;
  }

  /** Puts one reading in; null takes it out. */
  set(row: number, figure: number, reading: Reading | null | undefined): void {
    const at = this.cell(figure, row);
    const definition = this.figures[figure];
    if (definition === undefined || row >= this.rows) throw new RangeError(`no cell ${figure}, ${row}`);
    this.exact.delete(at);
    this.state[at] = reading == null ? NONE : this.store(at, definition, reading);
  }

  /** Numerator and denominator of a cell in millionths (a bare per cent: over 1). */
  exactAt(figure: number, row: number): ExactReading {
    const at = this.cell(figure, row);
    const kept = this.exact.get(at);
    if (kept !== undefined) return kept;
    const digits = this.state[at] === BARE ? 3 : (this.figures[figure]?.decimals ?? 0);
    const factor = 10n ** BigInt(6 - digits);
    const { numerator = [], denominator = [] } = this;
    return {
      numerator: BigInt(numerator[at] ?? 0) * factor,
      denominator: BigInt(denominator[at] ?? 0) * factor,
    };
  }

  private store(at: number, figure: FigureDef, reading: Reading): number {
    if (!reading.applicable) return NOT_PRESENT;
    if (reading.numerator === null) return NONE;
    if (reading.bare === true)
      return figure.kind === 'share' ? this.storeBare(at, reading.numerator) : IMPOSSIBLE;
    const counted = figure.kind === 'share' || figure.kind === 'ratio';
    if (counted && reading.denominator === null) return NO_TOTAL;
    return this.storeCounts(at, figure, reading.numerator, counted ? (reading.denominator ?? '0') : null);
  }

  private storeBare(at: number, text: string): number {
    const scaled = scaledInteger(text, 3);
    if (scaled > 100_000) return IMPOSSIBLE;
    if (scaled >= 0) {
      this.numerator[at] = scaled;
      return BARE;
    }
    const micro = microOf(text);
    if (micro === null || micro < 0n || micro > 100n * MICRO) return IMPOSSIBLE;
    this.exact.set(at, { numerator: micro, denominator: MICRO });
    return EXACT_BARE;
  }

  private storeCounts(at: number, figure: FigureDef, top: string, bottom: string | null): number {
    const numerator = scaledInteger(top, figure.decimals);
    const denominator = bottom === null ? 0 : scaledInteger(bottom, figure.decimals);
    if (numerator >= 0 && denominator >= 0) {
      this.numerator[at] = numerator;
      this.denominator[at] = denominator;
      if (figure.kind === 'share' && numerator > denominator) return IMPOSSIBLE;
      return bottom !== null && denominator === 0 ? ZERO_TOTAL : GIVEN;
    }
    return this.storeExact(at, figure, top, bottom);
  }

  private storeExact(at: number, figure: FigureDef, top: string, bottom: string | null): number {
    const numerator = microOf(top);
    const denominator = bottom === null ? 0n : microOf(bottom);
    if (numerator === null || denominator === null || denominator < 0n) return IMPOSSIBLE;
    // Numbers may be negative (growth); counted things may not.
    if (numerator < 0n && figure.kind !== 'number') return IMPOSSIBLE;
    if (figure.kind === 'share' && numerator > denominator) return IMPOSSIBLE;
    if (bottom !== null && denominator === 0n) return ZERO_TOTAL;
    this.exact.set(at, { numerator, denominator });
    return EXACT;
  }
}

/** Longer texts are left to the exact way, which knows how many digits a number may have. */
const LONGEST = 14;
const MOST_DECIMALS = 6;

/**
 * A plain decimal text times ten to `digits` as a whole number within the column's limit, or -1 where it does not
 * fit (then it is kept exactly, or refused there). Written by hand: it runs once for each value of the nation.
 */
function scaledInteger(text: string, digits: number): number {
  const point = text.indexOf('.');
  const given = point < 0 ? 1 : text.length - point - 1;
  if (text.length > LONGEST || given < 1 || given > MOST_DECIMALS) return -1;
  let value = 0;
  let decimals = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x2e && decimals < 0 && i > 0) {
      decimals = 0;
      continue;
    }
    const digit = c - 0x30;
    if (digit < 0 || digit > 9) return -1;
    if (decimals >= digits) {
      if (digit !== 0) return -1;
      continue;
    }
    value = value * 10 + digit;
    if (decimals >= 0) decimals++;
  }
  for (let rest = Math.max(decimals, 0); rest < digits; rest++) value *= 10;
  return text.length === 0 || value > COLUMN_LIMIT ? -1 : value;
}
