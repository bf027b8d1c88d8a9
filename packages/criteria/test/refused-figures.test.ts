// What is typed and cannot be is refused for its one cause, in the words that were typed; what can be is taken.
import { type FigureDef, readingFromText, readNumber } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { share } from './shipped-law.ts';
import { dictionary } from './small-set.ts';

function figure(code: string): FigureDef {
  const found = dictionary().get(code);
  if (found === undefined) throw new Error(code);
  return found;
}

const files = { expected: true, allowBare: true };
const screen = { expected: true, allowBare: false };

const read = (code: string, texts: Record<string, string>, scope = files) =>
  readingFromText(figure(code), texts, scope);
const said = (code: string, texts: Record<string, string>, scope = files): string[] =>
  read(code, texts, scope).problems.map((problem) => `${problem.code} ${problem.field}`);

/** A row with a rate, a part and a total, as they stand in a sheet. */
const row = (value: string, numerator: string, denominator: string) => ({ value, numerator, denominator });

it('half of what is counted one by one is no number of it', () => {
  expect(readNumber('1,5', { whole: true })).toEqual({
    fault: 'reading.not-number',
    values: { text: '1,5' },
  });
});

describe('a fault shows the figure as the person typed it', () => {
  it.each([
    ['an income below nothing', 'thu-nhap', { value: '-1,5' }, { text: '-1,5' }],
    [
      'a part above its total',
      'nuoc',
      { numerator: '187', denominator: '162' },
      { numerator: '187', denominator: '162' },
    ],
  ] as const)('%s', (_name, code, texts, values) => {
    expect(read(code, texts).problems.map((problem) => problem.values)).toStrictEqual([values]);
  });
});

describe('counts that cannot be are told before the rate beside them', () => {
  it.each([
    ['a rate in words beside a part in words', 'nuoc', row('cao', 'x', '5'), 'reading.not-number numerator'],
    [
      'a rate in words beside none of a total in words',
      'nuoc',
      row('cao', '0', 'x'),
      'reading.not-number denominator',
    ],
    ['a rate beside a part above its total', 'nuoc', row('90', '187', '162'), 'reading.over-total numerator'],
    [
      'a rate beside a length a little above its total',
      'duong',
      row('90', '12,5', '12,4'),
      'reading.over-total numerator',
    ],
    [
      'a rate beside a length the smallest part above the largest total',
      'duong',
      row('90', '10000000000000,000001', '10000000000000'),
      'reading.over-total numerator',
    ],
    ['half beside seven of seven', 'nuoc', row('50', '7', '7'), 'reading.value-and-counts value'],
    [
      'nine tenths beside the whole length',
      'duong',
      row('90', '12,4', '12,4'),
      'reading.value-and-counts value',
    ],
  ] as const)('%s', (_name, code, texts, problem) => {
    expect(said(code, texts)).toEqual([problem]);
  });

  it('but what stands beside the counts of a ratio is no per cent of them, and is let be', () => {
    expect(read('cay-xanh', row('7', '3', '9'))).toEqual({ reading: share(3, 9), problems: [] });
  });
});

describe('on a screen a rate alone is refused for what is wrong with it', () => {
  it.each([
    ['green per person has no total', 'cay-xanh', '3', 'reading.denominator-absent denominator'],
    ['more than all', 'nuoc', '100,1', 'reading.over-hundred value'],
    ['all, without its counts', 'nuoc', '100', 'reading.bare-refused value'],
  ] as const)('%s', (_name, code, value, problem) => {
    expect(said(code, { value }, screen)).toEqual([problem]);
  });
});

describe('to a yes or no', () => {
  it.each(['hộ 1', '1 chợ', '1.204'])('%j is no answer', (value) => {
    expect(said('cho', { value })).toEqual(['reading.not-yes-no value']);
    expect(read('cho', { value }).problems[0]?.values).toEqual({ text: value });
  });
});

it('in a sheet whose decimals follow a comma, 1.5 households is no number at all', () => {
  const texts = { numerator: '1.5', denominator: '3' };
  const { reading, problems } = readingFromText(figure('nuoc'), texts, { ...files, decimal: ',' });
  expect(reading).toBeNull();
  expect(problems.map(({ code, field, values }) => [code, field, values])).toEqual([
    ['reading.not-number', 'numerator', { text: '1.5' }],
  ]);
});
