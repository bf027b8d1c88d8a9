// Numbers as people read them, and rates that are never rounded across their standard.
import { ceilDivide, decimalText, floorDivide, MICRO, roundDivide } from '../decimal.ts';
import type { EngineText } from '../text/catalogue.ts';

/** A decimal text with the language's marks: 1204.5 is 1.204,5 in Vietnamese. The minus is U+2212. */
export function spokenNumber(decimal: string, text: EngineText): string {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction] = (negative ? decimal.slice(1) : decimal).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, text['number.group']);
  const tail = fraction === undefined ? '' : `${text['number.decimal']}${fraction}`;
  return `${negative ? '\u2212' : ''}${grouped}${tail}`;
}

/** A day as people write it, 17/10/2016; other texts (a month, a year) stay as they are. */
export function spokenDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match === null ? day : `${match[3]}/${match[2]}/${match[1]}`;
}

/**
 * `top / bottom` (bottom > 0) rounded to `least` decimals or as many more, up to six, as it takes to stay on its own
 * side of each of `bounds` (millionths). At six decimals it is cut on the right side: bounds have three decimals at
 * most, so no two of them are a millionth apart.
 */
export function rateText(top: bigint, bottom: bigint, bounds: readonly bigint[], least: number): string {
  const rate: Rate = { top, bottom, bounds };
  for (let digits = least; digits <= 6; digits++) {
    const step = 10n ** BigInt(6 - digits);
    const rounded = roundDivide(top * MICRO, bottom * step) * step;
    if (keepsSides(rounded, rate)) return decimalText(rounded);
  }
  const floor = floorDivide(top * MICRO, bottom);
  return decimalText(keepsSides(floor, rate) ? floor : ceilDivide(top * MICRO, bottom));
}

interface Rate {
  readonly top: bigint;
  readonly bottom: bigint;
  readonly bounds: readonly bigint[];
}

/** Whether the rounded rate lies above, below or on every bound just as the exact one does. */
function keepsSides(rounded: bigint, { top, bottom, bounds }: Rate): boolean {
  return bounds.every((bound) => {
    const exact = top * MICRO - bound * bottom;
    const shown = rounded - bound;
    return exact === 0n ? shown === 0n : exact < 0n ? shown < 0n : shown > 0n;
  });
}
