// The short way to a gap's text writes what the long way writes.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimalText } from '../src/decimal.ts';
import { scaledText } from '../src/explain/scaled-text.ts';
import { tries } from './random-figures.ts';

it.each([
  [0, 1, '0'],
  [0, 1000, '0'],
  [1187, 1, '1187'],
  [1, 1000, '0.001'],
  [120, 1000, '0.12'],
  [500, 1000, '0.5'],
  [45_000, 1000, '45'],
  [45_070, 1000, '45.07'],
  [3, 10, '0.3'],
  [53, 10, '5.3'],
  [103, 10, '10.3'],
  [1_250_000, 1_000_000, '1.25'],
  [1_250_001, 1_000_000, '1.250001'],
  [9_999_999_999_999, 1_000_000, '9999999.999999'],
  [999_999_999_999, 1_000_000, '999999.999999'],
])('%d / %d is written %s', (size, scale, text) => {
  expect(scaledText(size, scale)).toBe(text);
});

it('any amount that a gap can have is written as in millionths', () => {
  const digits = fc.integer({ min: 0, max: 6 });
  const size = fc.oneof(
    fc.nat(2_000_000),
    fc.nat(90_000_000_000),
    fc.nat(90_000_000).map((n) => n * 1000),
  );
  fc.assert(
    fc.property(size, digits, (amount, places) => {
      const exact = BigInt(amount) * 10n ** BigInt(6 - places);
      expect(scaledText(amount, 10 ** places)).toBe(decimalText(exact));
    }),
    tries(400),
  );
});
