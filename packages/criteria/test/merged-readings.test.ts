// What a successor of several communes has of their figures: exact sums, or nothing.
import { addDecimals, type FigureDef, mergeReadings, type Reading } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { absent, plain, share } from './shipped-law.ts';
import { dictionary } from './small-set.ts';

function figure(code: string): FigureDef {
  const found = dictionary().get(code);
  if (found === undefined) throw new Error(code);
  return found;
}

describe('a successor of several communes', () => {
  it.each([
    ['adds up counts', 'nuoc', [share(10, 20), share('5', '30')], share(15, 50)],
    ['adds up lengths exactly', 'duong', [share('0.1', '0.3'), share('0.2', '0.3')], share('0.3', '0.6')],
    ['adds up totals', 'ho', [plain(10), plain(20)], plain(30)],
    ['leaves out who has no such thing', 'nuoc', [share(10, 20), absent], share(10, 20)],
    [
      'has none where nobody has',
      'nuoc',
      [absent, absent],
      { numerator: null, denominator: null, applicable: false },
    ],
    ['does not guess a missing part', 'nuoc', [share(10, 20), null], null],
    ['does not add bare rates', 'nuoc', [share(10, 20), { ...plain(50), bare: true }], null],
    [
      'does not add a bare rate that a total stands beside',
      'nuoc',
      [share(10, 20), { ...share(50, 100), bare: true }],
      null,
    ],
    ['adds up both sides of a ratio', 'cay-xanh', [share(10, 20), share(5, 30)], share(15, 50)],
    ['does not add without a total', 'nuoc', [share(10, 20), plain(5)], null],
    ['does not add incomes', 'thu-nhap', [plain(30), plain(40)], null],
    ['does not add yes and no', 'cho', [plain(1), plain(0)], null],
    ['has nothing from nobody', 'nuoc', [], null],
    ['does not outgrow the database', 'ho', [plain('99999999999999'), plain(1)], null],
    ['does not add what is no number', 'ho', [plain('x'), plain(1)], null],
  ] as const)('%s', (_name, code, readings: readonly (Reading | null)[], merged) => {
    expect(mergeReadings(figure(code), readings)).toEqual(merged);
  });

  it('adds decimals exactly', () => {
    expect(addDecimals(['0.1', '0.2', '-0.300001'])).toBe('-0.000001');
    expect(addDecimals([])).toBe('0');
  });
});
