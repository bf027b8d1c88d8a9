// Random readings and thresholds for the properties.
import { type CriteriaSet, decimalText, microOf, type Reading, type UnitReadings } from '@vungbuoc/criteria';
import fc from 'fast-check';

/** How many cases a property tries: as many as it names, fewer where a mutation run asks for fewer. */
export const tries = (numRuns: number) => ({
  numRuns: Math.min(numRuns, Number(process.env.VB_PROPERTY_RUNS ?? numRuns)),
});
// A mutation run compares one run with another, so there the same communes are tried every time.
if (process.env.VB_PROPERTY_RUNS !== undefined) fc.configureGlobal({ seed: 1980 });

export const RUNS = tries(300);

/** A decimal of at most six places as the database gives it. */
export const decimal = fc
  .tuple(fc.oneof(fc.nat(2000), fc.nat(2_000_000_000)), fc.oneof(fc.constant(0), fc.nat(999_999)))
  .map(([whole, micro]) => decimalText(BigInt(whole) * 1_000_000n + BigInt(micro)));

export const proportion: fc.Arbitrary<Reading> = fc
  .tuple(decimal, decimal)
  .map(([a, b]) => ((microOf(a) ?? 0n) <= (microOf(b) ?? 0n) ? [a, b] : [b, a]))
  .map(([numerator = '0', denominator = '0']) => ({ numerator, denominator, applicable: true }));

export const odd: fc.Arbitrary<Reading> = fc.constantFrom<Reading>(
  { numerator: null, denominator: null, applicable: true },
  { numerator: '5', denominator: null, applicable: true },
  { numerator: '0', denominator: '0', applicable: true },
  { numerator: '7', denominator: '6', applicable: true },
  { numerator: 'x', denominator: '6', applicable: true },
  { numerator: null, denominator: null, applicable: false },
);

export const bare: fc.Arbitrary<Reading> = fc.integer({ min: 0, max: 100_000_000 }).map((micro) => ({
  numerator: decimalText(BigInt(micro)),
  denominator: null,
  applicable: true,
  bare: true,
}));

export function readingOf(kind: string): fc.Arbitrary<Reading> {
  if (kind === 'share' || kind === 'ratio') return fc.oneof({ weight: 6, arbitrary: proportion }, bare, odd);
  if (kind === 'number')
    return fc.oneof(
      {
        weight: 6,
        arbitrary: decimal.map((text) => ({ numerator: text, denominator: null, applicable: true })),
      },
      odd,
    );
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .constantFrom('0', '1')
        .map((text) => ({ numerator: text, denominator: null, applicable: true })),
    },
    odd,
  );
}

/** Thousandths of a per cent that decide something both as a floor and as a ceiling. */
export const threshold = fc.oneof(
  fc.constantFrom(1, 50_000, 90_000, 99_999),
  fc.integer({ min: 1, max: 99_999 }),
);

/** Readings for some of a set's figures. */
export function readingsFor(set: CriteriaSet): fc.Arbitrary<UnitReadings> {
  const entries = Object.values(set.figures).map((figure) =>
    fc.option(readingOf(figure.kind), { freq: 8 }).map((reading) => [figure.code, reading] as const),
  );
  return fc.tuple(...entries).map((pairs) => {
    const readings = new Map<string, Reading>();
    for (const [code, reading] of pairs) if (reading !== null) readings.set(code, reading);
    return readings;
  });
}
