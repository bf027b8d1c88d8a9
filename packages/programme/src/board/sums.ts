// The sums of a board: average against plan, who is under the floor. Integers only; a shown figure never crosses its mark.
import type { BoardRow } from './schema.ts';

/**
 * Average with one decimal, half up, but never across the plan: 133 of 10 units -> "13.3"; 281 of 20 (14.05) against a
 * plan of 14.1 -> "14.0". Null without units.
 */
export function averageText(met: number, units: number, planAverage: string | null): string | null {
  if (units === 0) return null;
  const [exact, of] = [BigInt(met), BigInt(units)];
  const tenths = (exact * 20n + of) / (of * 2n);
  const plan = planAverage === null ? null : hundredths(planAverage);
  const kept = plan === null ? tenths : keepSide(tenths * 10n, exact * 100n, of, plan, 10n) / 10n;
  return `${kept / 10n}.${kept % 10n}`;
}

/**
 * What share of the planned average was reached, as decimal text with three places: 13.3 of 14.1 -> "0.943". "1.000"
 * only where the plan is reached.
 */
export function shareText(met: number, units: number, planAverage: string | null): string | null {
  const plan = planAverage === null ? 0n : hundredths(planAverage);
  if (units === 0 || plan === 0n) return null;
  const numerator = BigInt(met) * 100n * 1000n;
  const denominator = BigInt(units) * plan;
  const rounded = (numerator * 2n + denominator) / (denominator * 2n);
  const thousandths = keepSide(rounded, numerator, denominator, 1000n, 1n);
  return `${thousandths / 1000n}.${(thousandths % 1000n).toString().padStart(3, '0')}`;
}

/** `shown`, moved by `step` where rounding took it to the other side of `mark` than `exact / of` stands on. */
function keepSide(shown: bigint, exact: bigint, of: bigint, mark: bigint, step: bigint): bigint {
  const reached = exact >= mark * of;
  if (!reached && shown >= mark) return shown - step;
  return reached && shown < mark ? shown + step : shown;
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
