// A reading: what one unit reported for one figure, as decimal text so that nothing is lost.

/** What a figure is made of. `share`: counted part of a total. `ratio`: one quantity per another. */
export type FigureKind = 'share' | 'ratio' | 'number' | 'boolean' | 'document' | 'judged';

/**
 * One figure of one unit. Shares and ratios: both texts. Numbers: numerator only. Yes/no: numerator '1' or '0'.
 * `bare`: only a per cent was given; it stands in the numerator and the total is missing.
 */
export interface Reading {
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly applicable: boolean;
  readonly note?: string | null;
  readonly bare?: boolean;
}

/** Readings of one unit by figure code. */
export type UnitReadings = ReadonlyMap<string, Reading>;
