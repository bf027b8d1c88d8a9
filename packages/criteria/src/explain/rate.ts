// Rates that are never rounded across their standard.
import { ceilDivide, decimalText, floorDivide, MICRO, roundDivide } from '../decimal.ts';

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
