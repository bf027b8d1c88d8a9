// The days that a round is about: from the first of its month, quarter or year to the day its figures are of.
import type { RoundKind } from '../rounds/open.ts';
import type { RoundDays } from './photos.ts';

/** First month of a period. Reports of six and nine months begin with the year. */
export function daysOfRound(round: {
  readonly kind: RoundKind | string;
  readonly year: number;
  readonly period: number;
  readonly asOf: string;
}): RoundDays {
  const { kind, year, period, asOf } = round;
  const month = kind === 'month' ? period : kind === 'quarter' ? period * 3 - 2 : 1;
  return { from: `${year}-${String(month).padStart(2, '0')}-01`, to: asOf };
}
