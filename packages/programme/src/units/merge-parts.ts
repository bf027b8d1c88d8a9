// Arithmetic of a merger beside the engine's sums: common values, means and worst cases, exact and never floats.
import { decimalText, scaledInteger } from '../readings/decimal.ts';

/** What a merged figure is made of, as decimal text. */
export interface Parts {
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** The common value; null where they differ. */
export function agreed(given: readonly Parts[]): Parts | null {
  const [first, ...others] = given.map((part) => decimalOf(part.numerator));
  const same = first !== undefined && others.every((other) => other === first);
  return same && first !== null ? { numerator: decimalText(first), denominator: null } : null;
}

/** Null where the weights add up to nothing. */
export function weightedMean(numbers: readonly string[], weights: readonly string[]): Parts | null {
  const total = weights.reduce((sum, weight) => sum + scaledInteger(weight), 0n);
  if (total <= 0n) return null;
  const products = numbers.reduce(
    (sum, number, index) => sum + scaledInteger(number) * scaledInteger(weights[index] ?? '0'),
    0n,
  );
  return { numerator: decimalText(quotient(products, total)), denominator: null };
}

export function worst(numbers: readonly string[], side: 'lowest' | 'highest'): Parts | null {
  const [first, ...others] = numbers.map(scaledInteger);
  if (first === undefined) return null;
  const isWorse = (next: bigint, kept: bigint): boolean => (side === 'lowest' ? next < kept : next > kept);
  const found = others.reduce((kept, next) => (isWorse(next, kept) ? next : kept), first);
  return { numerator: decimalText(found), denominator: null };
}

/** Standards have at most three decimals: their size in millionths is a multiple of this. */
const STANDARD_STEP = 1000n;

/**
 * Millionths of an exact quotient. What is not exact is rounded down, but never onto a number that could be a standard:
 * a mean just above or below a standard stays on its own side.
 */
function quotient(products: bigint, total: bigint): bigint {
  const whole = products / total;
  const rest = products % total;
  if (rest === 0n) return whole;
  const below = rest < 0n ? whole - 1n : whole;
  return below % STANDARD_STEP === 0n ? below + 1n : below;
}

function decimalOf(text: string | null): bigint | null {
  return text === null ? null : scaledInteger(text);
}
