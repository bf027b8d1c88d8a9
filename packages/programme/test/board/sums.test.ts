// The sums under a board: what is shown stands on the same side of the plan as what is true.
import { averageText, shareText } from '@vungbuoc/programme/board';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const units = fc.integer({ min: 1, max: 3400 });
const met = fc.integer({ min: 0, max: 64_600 });
/** A planned average as the plan writes it, in tenths or hundredths. */
const plan = fc
  .tuple(fc.integer({ min: 1, max: 1900 }), fc.boolean())
  .map(([hundredths, fine]) => (fine ? hundredths / 100 : Math.ceil(hundredths / 10) / 10).toString());

/** Hundredths of a decimal text, exactly. */
function hundredths(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}

test('the published figures of the sample are shown as published', () => {
  expect(averageText(133, 10, '14.1')).toBe('13.3');
  expect(shareText(133, 10, '14.1')).toBe('0.943');
  expect(averageText(133, 10, null)).toBe('13.3');
  expect(averageText(0, 0, '14.1')).toBeNull();
  expect(shareText(133, 10, null)).toBeNull();
});

test('a district that missed its plan by a hair does not read that it reached it', () => {
  expect(averageText(281, 20, null)).toBe('14.1');
  expect(averageText(281, 20, '14.1')).toBe('14.0');
  expect(shareText(14_095, 1000, '14.1')).toBe('0.999');
  expect(shareText(14_100, 1000, '14.1')).toBe('1.000');
});

test('a district that reached a plan of two places does not read that it missed it', () => {
  expect(averageText(1494, 100, '14.94')).toBe('15.0');
});

test('a shown average or share never stands on the other side of the plan', () => {
  fc.assert(
    fc.property(met, units, plan, (count, of, planned) => {
      const reached = BigInt(count) * 100n >= hundredths(planned) * BigInt(of);
      const average = averageText(count, of, planned) ?? '';
      expect(hundredths(average) >= hundredths(planned)).toBe(reached);
      const share = shareText(count, of, planned) ?? '';
      expect(Number(share) >= 1).toBe(reached);
    }),
  );
});
