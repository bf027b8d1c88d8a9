// What a successor of several units inherits of one figure: exact sums, or nothing where a sum would be a guess.
import { addDecimals } from '../decimal.ts';
import type { FigureDef } from '../law/figures.ts';
import type { Reading } from './reading.ts';

/**
 * The reading of a unit made of others: numerators and denominators added up. Null (to be assessed anew) where the
 * figure does not add up, one part has no reading, or only a bare per cent. Parts that do not have the thing are
 * left out; when none has it, it is not applicable.
 */
export function mergeReadings(figure: FigureDef, readings: readonly (Reading | null)[]): Reading | null {
  const given = readings.filter((reading) => reading !== null);
  if (figure.merge !== 'sum' || given.length === 0 || given.length < readings.length) return null;
  const present = given.filter((reading) => reading.applicable);
  if (present.length === 0) return { numerator: null, denominator: null, applicable: false };
  if (present.some((reading) => reading.bare === true)) return null;
  const numerator = sumOf(present.map((reading) => reading.numerator));
  if (numerator === null) return null;
  if (figure.kind !== 'share' && figure.kind !== 'ratio')
    return { numerator, denominator: null, applicable: true };
  const denominator = sumOf(present.map((reading) => reading.denominator));
  return denominator === null ? null : { numerator, denominator, applicable: true };
}

function sumOf(texts: readonly (string | null)[]): string | null {
  const known = texts.filter((text) => text !== null);
  return known.length < texts.length ? null : addDecimals(known);
}
