// The sums of a board: average against plan, who is under the floor. Integers only; a shown figure never crosses its mark.
import type { BoardRow } from './schema.ts';

/** Average with one decimal, half up: 133 of 10 units -> "13.3". Null without units. */
export function averageText(met: number, units: number): string | null {
  if (units === 0) return null;
  const tenths = Math.floor((met * 20 + units) / (units * 2));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** What share of the planned average was reached, as decimal text with three places: 13.3 of 14.1 -> "0.943". */
export function shareText(met: number, units: number, planAverage: string | null): string | null {
  const plan = planAverage === null ? 0n : hundredths(planAverage);
  if (units === 0 || plan === 0n) return null;
  const numerator = BigInt(met) * 100n * 1000n;
  const denominator = BigInt(units) * plan;
  const thousandths = (numerator * 2n + denominator) / (denominator * 2n);
  return `${thousandths / 1000n}.${(thousandths % 1000n).toString().padStart(3, '0')}`;
}

/** The plan's total of criteria when average times units is a whole number; else null. */
export function plannedTotal(units: number, planAverage: string | null): number | null {
  if (planAverage === null) return null;
  const total = hundredths(planAverage) * BigInt(units);
  return total % 100n === 0n ? Number(total / 100n) : null;
}

function hundredths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(2, '0').slice(0, 2));
}

/** Counts of letters over all rows. */
export function countLetters(rows: readonly BoardRow[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of rows) for (const letter of row.marks) counts[letter] = (counts[letter] ?? 0) + 1;
  return counts;
}
