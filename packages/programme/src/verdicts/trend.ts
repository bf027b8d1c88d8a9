// What the readings would be if the last change between two rounds happened once more. Exact, in scaled integers.
import type { Reading, UnitReadings } from '@vungbuoc/criteria';
import { decimalText, scaledInteger } from '../readings/decimal.ts';

/** Readings after repeating the change since `previous`; null when nothing can be repeated. */
export function repeatChange(current: UnitReadings, previous: UnitReadings): UnitReadings | null {
  const repeated = new Map<string, Reading>(current);
  let changed = false;
  for (const [figure, now] of current) {
    const before = previous.get(figure);
    const next = before ? repeatOne(now, before) : null;
    if (!next) continue;
    repeated.set(figure, next);
    changed = true;
  }
  return changed ? repeated : null;
}

/** Yes/no facts do not move by trend; a share keeps today's total and moves its count by the change in share. */
function repeatOne(now: Reading, before: Reading): Reading | null {
  if (!now.applicable || !before.applicable || now.numerator === null || before.numerator === null)
    return null;
  if (now.denominator === null || before.denominator === null) {
    if (now.denominator !== before.denominator) return null;
    const value = 2n * scaledInteger(now.numerator) - scaledInteger(before.numerator);
    return isFlag(now, before) ? null : { ...now, numerator: decimalText(value < 0n ? 0n : value) };
  }
  const total = scaledInteger(now.denominator);
  const totalBefore = scaledInteger(before.denominator);
  if (total <= 0n || totalBefore <= 0n) return null;
  const sameShare = (scaledInteger(before.numerator) * total) / totalBefore;
  const moved = 2n * scaledInteger(now.numerator) - sameShare;
  return { ...now, numerator: decimalText(moved < 0n ? 0n : moved > total ? total : moved) };
}

function isFlag(now: Reading, before: Reading): boolean {
  const flags = ['0', '1'];
  return flags.includes(now.numerator ?? '') && flags.includes(before.numerator ?? '');
}
