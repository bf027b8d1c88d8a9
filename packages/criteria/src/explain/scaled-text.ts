// Decimal texts of scaled whole numbers, as the gaps of a nation need them: tens of thousands at once.

/** ".001" to ".999" without needless zeros; nothing for none. */
const THOUSANDTHS: readonly string[] = Array.from({ length: 1000 }, (_, n) => String(n / 1000).slice(1));

/** Below this a quotient in floating point is never rounded up to the next whole number. */
const QUICK_LIMIT = 1_000_000;

/**
 * `size / scale` as a decimal text without needless zeros, for whole numbers at least 0 and a power of ten. Whole part
 * and thousandths are put together from texts that exist: to write a fraction anew takes ten times as long.
 */
export function scaledText(size: number, scale: number): string {
  if (scale === 1) return String(size);
  const quotient = size / scale;
  const whole = Math.floor(quotient);
  const thousandths = ((size - whole * scale) * 1000) / scale;
  if (whole >= QUICK_LIMIT || !Number.isInteger(thousandths)) return String(quotient);
  return String(whole) + (THOUSANDTHS[thousandths] ?? '');
}
