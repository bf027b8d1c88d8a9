// Sentences that used to have a hole in them, or to name a letter that nobody can see.
import {
  applyOverlay,
  canonicalJson,
  checkOf,
  parseSet,
  readingFromText,
  withStandard,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { visibleCode } from '../src/law/code.ts';
import { absent, bare, plain, share } from './shipped-law.ts';
import { first, said } from './small-laws.ts';
import { baseWith, overlayDocument, read } from './small-overlays.ts';
import { cell, criterion, dictionary, goodSet, indicator, oneIndicator, setDocument } from './small-set.ts';

const points = () => oneIndicator(indicator('1.1', 'diem', 'number', { default: cell('>=', 5) }));
const groups = () => oneIndicator(indicator('1.1', 'to', 'percent', { default: cell('<=', 50) }));

describe('a figure without a unit', () => {
  it.each([
    ['short', points, { diem: plain(3) }, 'Chưa đạt: 3, mức yêu cầu từ 5 trở lên, còn thiếu 2.'],
    ['enough', points, { diem: plain(5) }, 'Đạt: 5, mức yêu cầu từ 5 trở lên.'],
    ['over', groups, { to: share(3, 4) }, 'Chưa đạt: 3 trên 4 (75%), mức yêu cầu không quá 50%, còn vượt 1.'],
    ['a bare rate', groups, { to: bare('40') }, 'Đạt: 40% (thiếu tử số, mẫu số), mức yêu cầu không quá 50%.'],
    ['nothing yet', points, { diem: absent }, undefined],
  ])('%s is said without a hole', (_name, law, readings, sentence) => {
    const text = said(law, readings).reason;
    if (sentence !== undefined) expect(text).toContain(sentence);
    expect(text).not.toMatch(/ [,.;)]| {2}/);
  });
});

it('a gap of millions of millions is said to its last thousandth', () => {
  const far = () =>
    oneIndicator(indicator('1.1', 'ho', 'number', { default: cell('>=', '9000000000000.001') }));
  expect(said(far, { ho: plain(0) }).reason).toContain('còn thiếu 9.000.000.000.000,001 hộ');
});

describe('a letter that nobody sees', () => {
  it('is told by its number where a file of the law stops being readable, not as a file that ends early', () => {
    const [fault] = parseSet('{"format": 1,\u00a0"id": "x"}', 'bo.json', dictionary()).refused;
    expect([fault?.code, fault?.vi]).toEqual([
      'set.not-json',
      'Tệp ghi sai ở dòng 1, cột 14, gần chỗ “<U+00A0>"id": "x"}”, nên không đọc được. Xem lại dấu phẩy, dấu ngoặc kép, dấu ngoặc ở đó và ngay trước đó.',
    ]);
  });

  it('is never cut in two where a long code is shown', () => {
    expect(visibleCode(`${'x'.repeat(39)}😀y`)).toBe(`${'x'.repeat(39)}😀...`);
    expect(visibleCode(`${'x'.repeat(39)}😀`)).toBe(`${'x'.repeat(39)}😀`);
    expect(visibleCode('😀'.repeat(41))).toBe(`${'😀'.repeat(40)}...`);
  });
});

it('a fact is yes or no: minus nought is neither', () => {
  const market = oneIndicator(indicator('1.1', 'cho', 'boolean', { default: cell('=', true) }));
  expect(first(market, { cho: plain('-0') })).toBe('unknown');
  const fact = dictionary().get('cho');
  expect(fact && checkOf(fact)({ numerator: '-0', denominator: null })?.code).toBe('reading.not-yes-no');
});

it('a list with holes has one text', () => {
  expect(canonicalJson(Object.assign([], { 1: 5 }))).toBe('[null,5]');
  expect(canonicalJson(Object.assign([], { 1: { a: 5 } }))).toBe('[null,{"a":5}]');
});

it('the preview of a standard reaches the conditions of the level too', () => {
  const condition = indicator('L1', 'thu-nhap', 'number', { default: cell('>=', 36) });
  const set = goodSet(
    setDocument([criterion('1', [indicator('1.1', 'cho', 'boolean', { default: cell('=', true) })])], {
      conditions: [condition],
    }),
  );
  const changed = withStandard(set, { indicator: 'L1', column: null, value: '40' });
  expect(changed?.conditions[0]?.rule).toMatchObject({ kind: 'standard', of: { value: '40' } });
});

it('a regulation for another set is told that alone, not that it is weaker too', () => {
  const base = baseWith({ default: cell('>=', 50) });
  const other = { ...read(base, overlayDocument({ default: cell('>=', 10) })), of: 'bo-khac' };
  expect(applyOverlay(base, other).refused.map(({ code }) => code)).toEqual(['overlay.other-base']);
});

describe('a figure that cannot be is told in the words it was typed in', () => {
  const figures = dictionary();
  const told = (code: string, texts: Record<string, string>): string[] => {
    const figure = figures.get(code);
    if (figure === undefined) throw new Error(code);
    return readingFromText(figure, texts, { expected: true, allowBare: false, decimal: ',' }).problems.map(
      (p) => p.vi,
    );
  };

  it.each<[string, string, Record<string, string>, string]>([
    ['a rate with its sign', 'nuoc', { value: '88,3 %' }, 'Chỉ có tỷ lệ 88,3%: cần số đạt được và tổng số.'],
    ['more than all of them', 'nuoc', { value: '100,1%' }, '100,1% lớn hơn 100%, kiểm lại.'],
    [
      'half a point',
      'diem',
      { value: '1,5' },
      '"1,5" phải là số nguyên, vì ở đây đếm từng hộ, từng người, từng cái.',
    ],
    [
      'a letter before the digits',
      'nuoc',
      { numerator: 'x1234', denominator: '2' },
      '"x1234" không phải là số.',
    ],
    ['less than nothing, with a sign', 'thu-nhap', { value: '-5 %' }, '"-5 %" là số âm, kiểm lại.'],
    ['a word that ends in O', 'cho', { value: 'xO' }, '"xO": ghi 1 (có) hoặc 0 (không), hoặc đạt, chưa đạt.'],
    [
      'a word that begins with O',
      'cho',
      { value: 'Ox' },
      '"Ox": ghi 1 (có) hoặc 0 (không), hoặc đạt, chưa đạt.',
    ],
    ['a letter for a nought', 'cho', { value: 'O0' }, '"O0" có chữ "O" ở chỗ của chữ số. Sửa lại thành số.'],
    ['half a yes', 'cho', { value: '1,5' }, '"1,5": ghi 1 (có) hoặc 0 (không), hoặc đạt, chưa đạt.'],
    [
      'five of none',
      'nuoc',
      { numerator: '5', denominator: '0' },
      '5 lớn hơn tổng số (0). Kiểm lại một trong hai số.',
    ],
    [
      'more kilometres than there are',
      'duong',
      { numerator: '1035,8', denominator: '30,8' },
      '1.035,8 lớn hơn tổng số (30,8). Kiểm lại một trong hai số.',
    ],
    [
      'a rate beside other lengths',
      'duong',
      { value: '90', numerator: '12,4', denominator: '18,6' },
      'Tỷ lệ ghi là 90% nhưng 12,4 trên 18,6 là 66,67%. Kiểm lại.',
    ],
  ])('%s', (_name, code, texts, sentence) => {
    expect(told(code, texts)).toEqual([sentence]);
  });

  it.each([
    ['1', '2', '50', true],
    ['1', '2', '51', false],
    ['1', '2', '49', false],
    ['1', '2', '50,1', false],
    ['1', '3', '33', true],
    ['1', '3', '34', true],
    ['1', '3', '33,4', true],
    ['1', '3', '33,5', false],
    ['2', '3', '66', true],
  ])('%s of %s may be called %s per cent: %s', (numerator, denominator, value, fits) => {
    expect(told('nuoc', { value, numerator, denominator })).toHaveLength(fits ? 0 : 1);
  });
});
