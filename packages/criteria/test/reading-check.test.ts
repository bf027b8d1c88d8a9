// Figures that cannot be: refused by one check, whoever sends them, and never for what can be.
import { checkOf, type FigureDef, type Reading, readingFromText } from '@vungbuoc/criteria';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf, tries } from './random-figures.ts';
import { bare, plain, share, shippedFigures } from './shipped-law.ts';
import { dictionary } from './small-set.ts';

function figure(code: string): FigureDef {
  const found = dictionary().get(code);
  if (found === undefined) throw new Error(`no figure ${code}`);
  return found;
}

const nothingYet: Reading = { numerator: null, denominator: null, applicable: true };

const codeOf = (code: string, reading: Reading) => checkOf(figure(code))(reading)?.code ?? null;

describe('what cannot be is refused by what the figure is made of', () => {
  it.each([
    ['minus five of 80 households', 'nuoc', share(-5, 80), 'reading.negative'],
    ['five of minus 80', 'nuoc', share(5, -80), 'reading.negative'],
    ['90.5 households of 100', 'nuoc', share('90.5', 100), 'reading.not-whole'],
    ['90 of 100.5', 'nuoc', share(90, '100.5'), 'reading.not-whole'],
    ['11 of 10', 'nuoc', share(11, 10), 'reading.over-total'],
    ['a hair over the total', 'duong', share('10.001', 10), 'reading.over-total'],
    ['none of none', 'nuoc', share(0, 0), 'reading.zero-total'],
    ['none of 0.000', 'duong', share(0, '0.000'), 'reading.zero-total'],
    ['a count without its total', 'nuoc', plain(5), 'reading.denominator-absent'],
    ['a total without a count', 'nuoc', { ...share(0, 5), numerator: null }, 'reading.numerator-absent'],
    ['101 per cent', 'nuoc', bare('101'), 'reading.over-hundred'],
    ['minus one per cent', 'nuoc', bare('-1'), 'reading.negative'],
    ['a per cent for green per person', 'cay-xanh', bare('50'), 'reading.denominator-absent'],
    ['less than no green', 'cay-xanh', share(-1, 10), 'reading.negative'],
    ['an income below nothing', 'thu-nhap', plain('-12.5'), 'reading.negative'],
    ['an income in đồng', 'thu-nhap', plain(45_000_000), 'reading.too-large'],
    ['40 "of 3" for a plain number', 'thu-nhap', share(40, 3), 'reading.counts-not-used'],
    ['half a household', 'ho', plain('0.5'), 'reading.not-whole'],
    ['7 for a yes or no', 'cho', plain(7), 'reading.not-yes-no'],
    ['minus one for a yes or no', 'nha-tam', plain(-1), 'reading.not-yes-no'],
    ['a half for a document', 'van-ban', plain('0.5'), 'reading.not-yes-no'],
    ['two for a judgement', 'an-ninh', plain(2), 'reading.not-yes-no'],
    ['one of one for a yes or no', 'cho', share(1, 1), 'reading.counts-not-used'],
    ['no number at all', 'nuoc', share('x', 10), 'reading.not-number'],
    ['a blank for a yes or no', 'cho', plain(''), 'reading.not-yes-no'],
  ] as const)('%s', (_name, code, reading, fault) => {
    expect(codeOf(code, reading)).toBe(fault);
  });

  it.each([
    ['none of ten', 'nuoc', share(0, 10)],
    ['all of ten', 'nuoc', share(10, 10)],
    ['counts that a database writes with decimals', 'nuoc', share('5.000000', '10.000000')],
    ['a length in metres', 'duong', share('11.237', '12.4')],
    ['more green than people', 'cay-xanh', share(900, 4)],
    ['the largest income', 'thu-nhap', plain(999)],
    ['yes, written by a database', 'cho', plain('1.000000')],
    ['no', 'cho', plain(0)],
    ['no, written by a database', 'cho', plain('0.000000')],
    ['a bare rate', 'nuoc', bare('88.25')],
    ['all of it', 'nuoc', bare('100')],
    ['nothing yet', 'nuoc', nothingYet],
    ['no rate yet', 'nuoc', { ...nothingYet, bare: true }],
    ['no income yet', 'thu-nhap', nothingYet],
    ['no answer yet', 'cho', nothingYet],
  ] as const)('but %s is taken', (_name, code, reading) => {
    expect(codeOf(code, reading)).toBeNull();
  });
});

describe('a fault names the entry that it is about, and what stands there', () => {
  it.each([
    [
      'a rate given alone that has a total',
      'nuoc',
      { ...share(50, 100), bare: true },
      'reading.counts-not-used',
      'denominator',
    ],
    ['a rate for an income', 'thu-nhap', bare('36'), 'reading.counts-not-used', 'numerator'],
    ['a rate for a yes or no', 'cho', bare('1'), 'reading.counts-not-used', 'numerator'],
    ['none of none', 'nuoc', share(0, 0), 'reading.zero-total', 'denominator'],
    ['none of 0.000', 'duong', share(0, '0.000'), 'reading.zero-total', 'denominator'],
    ['a count without its total', 'nuoc', plain(5), 'reading.denominator-absent', 'denominator'],
    ['green per person alone', 'cay-xanh', bare('3'), 'reading.denominator-absent', 'denominator'],
    [
      'a total without a count',
      'nuoc',
      { ...share(0, 5), numerator: null },
      'reading.numerator-absent',
      'numerator',
    ],
    ['five of minus 80', 'nuoc', share(5, -80), 'reading.negative', 'denominator', '-80'],
    ['minus five of 80', 'nuoc', share(-5, 80), 'reading.negative', 'numerator', '-5'],
    ['minus one per cent', 'nuoc', bare('-1'), 'reading.negative', 'value', '-1'],
    ['two for a yes or no', 'cho', plain(2), 'reading.not-yes-no', 'value', '2'],
  ] as const)('%s', (_name, code, reading, fault, field, text?: string) => {
    const values = text === undefined ? {} : { text };
    expect(checkOf(figure(code))(reading)).toStrictEqual({ code: fault, field, values });
  });
});

it.each([
  ['99999999999999', null],
  ['999999999999999', 'reading.not-number'],
])('a count has no more digits than can be judged: %s', (count, fault) => {
  expect(codeOf('nuoc', share(count, count))).toBe(fault);
});

describe('a file is asked the same', () => {
  it('what is read from text passes, for every figure of the dictionary', () => {
    const figures = [...shippedFigures().figures.values()];
    fc.assert(
      fc.property(
        fc.constantFrom(...figures).chain((one) => fc.tuple(fc.constant(one), readingOf(one.kind))),
        ([one, given]) => {
          const counted = one.kind === 'share' || one.kind === 'ratio';
          const texts =
            counted && given.bare !== true
              ? { numerator: given.numerator ?? '', denominator: given.denominator ?? '' }
              : { value: given.numerator ?? '' };
          const { reading } = readingFromText(one, texts, { expected: true, allowBare: true, decimal: '.' });
          if (reading === null) return;
          expect([null, 'reading.zero-total']).toContain(checkOf(one)(reading)?.code ?? null);
        },
      ),
      tries(500),
    );
  });
});
