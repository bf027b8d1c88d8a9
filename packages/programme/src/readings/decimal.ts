// Decimal text as exact scaled integers: figures are numeric(20,6) and never floats.

/** Digits kept after the point. */
export const DECIMALS = 6;

/** "12.5" -> 12500000n. The text must be a plain decimal. */
export function scaledInteger(decimal: string): bigint {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(DECIMALS, '0').slice(0, DECIMALS));
  return negative ? -value : value;
}

/** 12500000n -> "12.5": no trailing zeros, as the database gives it back. */
export function decimalText(scaled: bigint): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  const sign = scaled < 0n ? '-' : '';
  return `${sign}${digits.slice(0, -DECIMALS)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A count as people write it: its text is its one way already, and a number holds it exactly. */
const plainCount = /^(?:0|[1-9]\d{0,14})$/;

/** The one way to write a decimal: "007.50" -> "7.5". */
export function plainDecimal(decimal: string): string {
  if (plainCount.test(decimal)) return decimal;
  return decimalText(scaledInteger(decimal));
}

/** Whether one decimal is greater than another. */
export function isGreater(one: string, other: string): boolean {
  if (plainCount.test(one) && plainCount.test(other)) return Number(one) > Number(other);
  return scaledInteger(one) > scaledInteger(other);
}
