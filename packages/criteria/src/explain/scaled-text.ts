// Decimal texts of scaled whole numbers, as the gaps of a nation need them: tens of thousands at once.
import { decimalText, MICRO } from '../decimal.ts';

/** ".001" to ".999" without needless zeros; nothing for none. */
const THOUSANDTHS: readonly string[] = Array.from({ length: 1000 }, (_, n) => String(n / 1000).slice(1));

/**
 * `size / scale` as a decimal text without needless zeros, for safe whole numbers at least 0 and a power of ten up to
 * a million. Whole part and thousandths are put together from texts that exist: to write a fraction anew takes ten
 * times as long. The quotient is never rounded up to the next whole number: it lies at least 1 / scale below it, which
 * for a safe size is more than half of its own last binary digit.
 */
export function scaledText(size: number, scale: number): string {
  const whole = Math.floor(size / scale);
  const thousandths = ((size - whole * scale) * 1000) / scale;
  if (Number.isInteger(thousandths)) return String(whole) + (THOUSANDTHS[thousandths] ?? '');
  return decimalText((BigInt(size) * MICRO) / BigInt(scale));
}
