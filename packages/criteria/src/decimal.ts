// Exact decimals of at most six places, as whole millionths in a BigInt; texts in, texts out, no floats between.

/** One whole unit in millionths. */
export const MICRO = 1_000_000n;

const DECIMAL = /^-?\d{1,14}(?:\.\d{1,6})?$/;

/** Millionths of a plain decimal text with a point (`numeric(20,6)`), or null where it is not one. */
export function microOf(text: string): bigint | null {
  if (!DECIMAL.test(text)) return null;
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const size = BigInt(whole) * MICRO + BigInt(fraction.padEnd(6, '0'));
  return negative ? -size : size;
}

/** Millionths of those texts that are decimals. */
export function microsOf(texts: readonly string[]): bigint[] {
  return texts.map(microOf).filter((micro) => micro !== null);
}

/** Plain decimal text of millionths, without needless zeros. */
export function decimalText(micro: bigint): string {
  const size = micro < 0n ? -micro : micro;
  const fraction = (size % MICRO).toString().padStart(6, '0').replace(/0+$/, '');
  const whole = (size / MICRO).toString();
  return `${micro < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** a / b rounded toward minus infinity, for b > 0. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** a / b rounded toward plus infinity, for b > 0. */
export function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}

/** a / b to the nearest, halves away from zero, for b > 0. */
export function roundDivide(a: bigint, b: bigint): bigint {
  return a < 0n ? -floorDivide(-a * 2n + b, b * 2n) : floorDivide(a * 2n + b, b * 2n);
}

/** A standard in thousandths as a safe integer, or null with more than three decimals or out of size. */
export function thousandthsOf(text: string): number | null {
  const micro = microOf(text);
  if (micro === null || micro % 1000n !== 0n) return null;
  const thousandths = Number(micro / 1000n);
  return Number.isSafeInteger(thousandths) ? thousandths : null;
}

/** Exact sum of decimal texts, or null where one of them is no decimal or the sum outgrows fourteen digits. */
export function addDecimals(texts: readonly string[]): string | null {
  let sum = 0n;
  for (const text of texts) {
    const micro = microOf(text);
    if (micro === null) return null;
    sum += micro;
  }
  const answer = decimalText(sum);
  return microOf(answer) === null ? null : answer;
}

/** Without needless zeros: 12.50 is 12.5. */
export function trimZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
