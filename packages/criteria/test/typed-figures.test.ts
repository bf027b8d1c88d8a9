// What people type and paste: one reading accepted, two asked about, everything else told in words.
import {
  decimalMarkOf,
  type FigureDef,
  readingFromText,
  readNumber,
  sayReadingProblem,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { absent, plain, share } from './shipped-law.ts';
import { dictionary } from './small-set.ts';

function figure(code: string): FigureDef {
  const found = dictionary().get(code);
  if (found === undefined) throw new Error(code);
  return found;
}

const files = { expected: true, allowBare: true };
const screen = { expected: true, allowBare: false };

describe('one number', () => {
  it.each([
    ['1204', {}, '1204'],
    [' 1204 ', {}, '1204'],
    ['0', {}, '0'],
    ['007', {}, '7'],
    ['-007', {}, '-7'],
    ['-1.204', { whole: true }, '-1204'],
    ['0.123456', {}, '0.123456'],
    ['90.0', { whole: true }, '90'],
    ['1204,5', {}, '1204.5'],
    ['1204.5', {}, '1204.5'],
    ['1.204,5', {}, '1204.5'],
    ['1,204.5', {}, '1204.5'],
    ['1.204.567', {}, '1204567'],
    ['1,204,567', {}, '1204567'],
    ['12,50', {}, '12.5'],
    ['12.3456', {}, '12.3456'],
    ['0,125', {}, '0.125'],
    ['0.125', {}, '0.125'],
    ['1 204', {}, '1204'],
    ['1\u00a0204\u202f567', {}, '1204567'],
    ['95%', {}, '95'],
    ['95,5 %', {}, '95.5'],
    ['\u22123', {}, '-3'],
    ['-3,5', {}, '-3.5'],
    ['１２', {}, '12'],
    ['1.204', { whole: true }, '1204'],
    ['1,204', { whole: true }, '1204'],
    ['1.204', { decimal: '.' as const }, '1.204'],
    ['1.204', { decimal: ',' as const }, '1204'],
    ['1,204', { decimal: ',' as const }, '1.204'],
    ['95.125', { most: 100 }, '95.125'],
    ['1.204', { most: 1204 }, null],
    ['100', { most: 100 }, '100'],
    ['101', { most: 100 }, null],
    ['2.000', { whole: true }, '2000'],
    ['-2.000', { whole: true }, '-2000'],
  ] as const)('%j is %j', (text, scope, value) => {
    const read = readNumber(text, scope);
    expect('value' in read ? read.value : null).toBe(value);
  });

  it.each([
    ['', 'reading.empty'],
    ['  ', 'reading.empty'],
    ['1.204', 'reading.ambiguous'],
    ['5%5', 'reading.not-number'],
    ['1\u22125', 'reading.not-number'],
    ['5=', 'reading.not-number'],
    ['5-a', 'reading.not-number'],
    ['10x', 'reading.not-number'],
    ['x1O', 'reading.not-number'],
    ['1Ox', 'reading.not-number'],
    ['Oanh', 'reading.not-number'],
    ['hO', 'reading.not-number'],
    ['-', 'reading.formula'],
    ['1,204', 'reading.ambiguous'],
    ['12,345', 'reading.ambiguous'],
    ['1,2O4', 'reading.letter-for-digit'],
    ['1o', 'reading.letter-for-digit'],
    ['l0', 'reading.letter-for-digit'],
    ['O', 'reading.letter-for-digit'],
    ['oo', 'reading.not-number'],
    ['lO', 'reading.not-number'],
    ['Ol', 'reading.not-number'],
    ['I5', 'reading.letter-for-digit'],
    ['=1+1', 'reading.formula'],
    ["=cmd|' /C calc'!A0", 'reading.formula'],
    ['+5', 'reading.formula'],
    ['@SUM(A1)', 'reading.formula'],
    ['-A1', 'reading.formula'],
    ['năm', 'reading.not-number'],
    ['12 hộ', 'reading.not-number'],
    ['1.20.4', 'reading.not-number'],
    ['1,,2', 'reading.not-number'],
    ['12.', 'reading.not-number'],
    ['.5', 'reading.not-number'],
    ['1e5', 'reading.not-number'],
    ['NaN', 'reading.not-number'],
    ['1 2', 'reading.not-number'],
    ['0.1234567', 'reading.too-precise'],
    ['123456789012345', 'reading.too-large'],
    ['123456789012345.123456', 'reading.too-large'],
  ])('%j: %s', (text, fault) => {
    const read = readNumber(text);
    expect('fault' in read ? read.fault : read.value).toBe(fault);
  });

  it('names both readings, so that one can be chosen', () => {
    expect(readNumber('1.204')).toMatchObject({ values: { text: '1.204', first: '1204', second: '1.204' } });
    expect(readNumber('1,2O4')).toMatchObject({ values: { letter: 'O' } });
    expect(readNumber(' 0.1234567 ')).toMatchObject({ values: { text: '0.1234567' } });
  });
});

describe('the decimal mark of a block', () => {
  it.each([
    [['12,5', '1.204'], ','],
    [['12.5', '1,204'], '.'],
    [['1.204,5'], ','],
    [['1,204.5', '95.5%'], '.'],
    [['1204', '7'], null],
    [['1.204', '1,204'], null],
    [['12,5', '12.5'], 'conflict'],
    [[' 12,5 %', '7'], ','],
    [['12.5%', '1.204'], '.'],
    [['1204', '12,5'], ','],
    [['chưa có', ''], null],
    [['1%2,5'], null],
    [[], null],
  ])('%j: %s', (texts, mark) => {
    expect(decimalMarkOf(texts)).toBe(mark);
  });
});

describe('a row of a sheet', () => {
  const read = (code: string, texts: Record<string, string>, scope = files) =>
    readingFromText(figure(code), texts, scope);

  it.each([
    ['counts', 'nuoc', { numerator: '90', denominator: '100' }, share(90, 100)],
    ['counts with thousands', 'nuoc', { numerator: '1.187', denominator: '1.345' }, share(1187, 1345)],
    [
      'counts with their rate',
      'nuoc',
      { value: '88,3', numerator: '1187', denominator: '1345' },
      share(1187, 1345),
    ],
    [
      'a rate cut instead of rounded',
      'nuoc',
      { value: '88,2', numerator: '1187', denominator: '1345' },
      share(1187, 1345),
    ],
    [
      'a bare rate in a file',
      'nuoc',
      { value: '88,3' },
      { numerator: '88.3', denominator: null, applicable: true, bare: true },
    ],
    [
      'a rate with three decimals',
      'nuoc',
      { value: '95.125%' },
      { numerator: '95.125', denominator: null, applicable: true, bare: true },
    ],
    ['kilometres', 'duong', { numerator: '11,2', denominator: '12,4' }, share('11.2', '12.4')],
    [
      'kilometres that only fit one way',
      'duong',
      { numerator: '11.200', denominator: '12,4' },
      share('11.2', '12.4'),
    ],
    ['a ratio above one', 'cay-xanh', { numerator: '900', denominator: '300' }, share(900, 300)],
    ['an income', 'thu-nhap', { value: '36,5' }, plain('36.5')],
    ['an income that only fits one way', 'thu-nhap', { value: '36.125' }, plain('36.125')],
    ['yes', 'cho', { value: '1' }, plain(1)],
    ['no', 'cho', { value: '0' }, plain(0)],
    ['có', 'cho', { value: 'Có' }, plain(1)],
    ['không', 'cho', { value: 'không' }, plain(0)],
    ['đạt', 'cho', { value: 'Đạt' }, plain(1)],
    ['chưa đạt', 'cho', { value: 'chưa đạt' }, plain(0)],
    ['đạt with its marks apart (NFD)', 'cho', { value: 'đạt'.normalize('NFD') }, plain(1)],
    ['a document', 'van-ban', { value: 'đạt' }, plain(1)],
    ['a judgement', 'an-ninh', { value: 'Không đạt' }, plain(0)],
    ['a note', 'cho', { value: '1', note: ' chợ phiên ' }, { ...plain(1), note: 'chợ phiên' }],
    ['not applicable with a reason', 'lang-nghe', { applicable: '0', note: 'không có' }, absent],
    ['not applicable in a word', 'lang-nghe', { applicable: 'Không', note: 'không có' }, absent],
    ['applicable', 'cho', { applicable: '1', value: '1' }, plain(1)],
    ['nothing at all', 'cho', {}, null],
    ['applicable, but nothing given', 'nuoc', { applicable: 'có' }, null],
  ] as const)('%s', (_name, code, texts, reading) => {
    expect(read(code, texts)).toEqual({ reading, problems: [] });
  });

  it.each([
    ['co', '1'],
    ['yes', '1'],
    ['true', '1'],
    ['khong', '0'],
    ['no', '0'],
    ['false', '0'],
    ['dat', '1'],
    ['met', '1'],
    ['chua dat', '0'],
    ['khong dat', '0'],
    ['không đạt', '0'],
    ['not met', '0'],
  ])('%s without tone marks or in English', (word, fact) => {
    expect(read('cho', { value: word })).toEqual({ reading: plain(fact), problems: [] });
  });

  it.each([
    ['a bare rate of all', 'nuoc', { value: '100' }, true],
    ['a rate of all with its counts', 'nuoc', { value: '100', numerator: '7', denominator: '7' }, true],
    [
      'a rate with two decimals, rounded',
      'nuoc',
      { value: '88,25', numerator: '1187', denominator: '1345' },
      true,
    ],
    [
      'a rate with two decimals, a hundredth up',
      'nuoc',
      { value: '88,26', numerator: '1187', denominator: '1345' },
      true,
    ],
    [
      'a rate with two decimals, more than that down',
      'nuoc',
      { value: '88,24', numerator: '1187', denominator: '1345' },
      false,
    ],
    [
      'a rate with two decimals, more than that up',
      'nuoc',
      { value: '88,27', numerator: '1187', denominator: '1345' },
      false,
    ],
    ['a rate of nothing', 'nuoc', { value: '50', numerator: '0', denominator: '0' }, true],
    ['a rate in words beside its counts', 'nuoc', { value: 'cao', numerator: '1', denominator: '2' }, false],
    [
      'a rate that only fits one way beside its counts',
      'nuoc',
      { value: '88.253', numerator: '1187', denominator: '1345' },
      true,
    ],
    ['a ratio with its value', 'cay-xanh', { value: '7', numerator: '9', denominator: '3' }, true],
    [
      'a ratio above its total, with three decimals',
      'cay-xanh',
      { numerator: '9000', denominator: '3' },
      true,
    ],
    ['the largest income', 'thu-nhap', { value: '999' }, true],
    ['more than the largest income', 'thu-nhap', { value: '999,1' }, false],
    ['households counted one by one', 'ho', { value: '1.204' }, true],
    ['a part of a household', 'ho', { value: '1,5' }, false],
    ['more households than any figure bounds', 'ho', { value: '120400' }, true],
    ['only a denominator for a yes/no', 'cho', { value: '1', denominator: '1' }, false],
  ] as const)('%s', (_name, code, texts, accepted) => {
    expect(read(code, texts).problems.length === 0).toBe(accepted);
  });

  it('takes the mark of the block for a rate too', () => {
    const scope = { ...files, decimal: ',' as const };
    expect(
      readingFromText(
        figure('nuoc'),
        { value: '88.25', numerator: '1187', denominator: '1345' },
        scope,
      ).problems.map((problem) => problem.code),
    ).toEqual(['reading.not-number']);
  });

  it('a thing that must not exist: đạt means there is none', () => {
    const scope = { expected: false, allowBare: true };
    const fact = (value: string) => readingFromText(figure('nha-tam'), { value }, scope).reading?.numerator;
    expect(['đạt', '0', 'không', 'chưa đạt', '1', 'có'].map(fact)).toEqual(['0', '0', '0', '1', '1', '1']);
    expect(readingFromText(figure('an-ninh'), { value: 'đạt' }, scope).reading?.numerator).toBe('1');
  });

  it.each([
    [
      'a part above its total',
      'nuoc',
      { numerator: '187', denominator: '162' },
      ['reading.over-total numerator'],
    ],
    ['a rate above 100', 'nuoc', { value: '100,1' }, ['reading.over-hundred value']],
    [
      'a rate that its counts do not give',
      'nuoc',
      { value: '90', numerator: '1187', denominator: '1345' },
      ['reading.value-and-counts value'],
    ],
    ['no total', 'nuoc', { numerator: '187' }, ['reading.denominator-absent denominator']],
    ['only a total', 'nuoc', { denominator: '187' }, ['reading.numerator-absent numerator']],
    [
      'two faults at once',
      'nuoc',
      { numerator: '1O', denominator: 'x' },
      ['reading.not-number denominator', 'reading.letter-for-digit numerator'],
    ],
    ['half a household', 'nuoc', { numerator: '1,5', denominator: '3' }, ['reading.not-whole numerator']],
    ['a number under zero', 'thu-nhap', { value: '-1,5' }, ['reading.negative value']],
    [
      'a number under zero with the long minus',
      'thu-nhap',
      { value: '\u22121,5' },
      ['reading.negative value'],
    ],
    [
      'a word for the total',
      'nuoc',
      { numerator: '5', denominator: 'x' },
      ['reading.not-number denominator'],
    ],
    ['a word for the part', 'nuoc', { numerator: 'x', denominator: '5' }, ['reading.not-number numerator']],
    ['a word for a ratio', 'cay-xanh', { value: 'nhiều' }, ['reading.not-number value']],
    [
      'two readings of a ratio, which may be above one',
      'cay-xanh',
      { numerator: '1.204', denominator: '500' },
      ['reading.ambiguous numerator'],
    ],
    ['less than nothing', 'nuoc', { numerator: '-1', denominator: '3' }, ['reading.negative numerator']],
    ['a result where counts belong', 'nuoc', { value: 'đạt' }, ['reading.result-for-share value']],
    ['a word where counts belong', 'nuoc', { value: 'nhiều' }, ['reading.not-number value']],
    [
      'two readings of a length',
      'duong',
      { numerator: '1.204', denominator: '9.999' },
      ['reading.ambiguous denominator', 'reading.ambiguous numerator'],
    ],
    ['a bare ratio', 'cay-xanh', { value: '3' }, ['reading.denominator-absent denominator']],
    ['an income beyond sense', 'thu-nhap', { value: '36000' }, ['reading.too-large value']],
    [
      'counts for an income',
      'thu-nhap',
      { numerator: '36', denominator: '1' },
      ['reading.counts-not-used numerator', 'reading.empty value'],
    ],
    ['counts for a yes/no', 'cho', { value: '1', numerator: '1' }, ['reading.counts-not-used numerator']],
    ['two for a yes/no', 'cho', { value: '2' }, ['reading.not-yes-no value']],
    ['the letter O for no', 'cho', { value: 'O' }, ['reading.letter-for-digit value']],
    ['the letter O in a number', 'cho', { value: '1O' }, ['reading.letter-for-digit value']],
    ['a half yes', 'cho', { value: 'gần đạt' }, ['reading.not-yes-no value']],
    ['a mark that a sheet would explain', 'cho', { value: 'x' }, ['reading.not-yes-no value']],
    [
      'not applicable, with a figure',
      'lang-nghe',
      { applicable: '0', value: '5' },
      ['reading.not-applicable-with-value applicable'],
    ],
    [
      'an odd word for applicable',
      'lang-nghe',
      { applicable: 'hỏi lại', numerator: '1', denominator: '2' },
      ['reading.applicable-word applicable'],
    ],
    ['a formula', 'thu-nhap', { value: '=36' }, ['reading.formula value']],
  ] as const)('%s', (_name, code, texts, problems) => {
    const result = read(code, texts);
    expect(result.reading).toBeNull();
    expect(result.problems.map((problem) => `${problem.code} ${problem.field}`)).toEqual(problems);
    for (const problem of result.problems) expect(`${problem.vi}${problem.en}`).not.toMatch(/\{\w+\}/);
  });

  it('a bare rate is refused on screen, in words that say what is needed', () => {
    const { problems } = read('nuoc', { value: '88,3' }, screen);
    expect(problems.map((problem) => problem.vi)).toEqual([
      'Chỉ có tỷ lệ 88,3%: cần số đạt được và tổng số.',
    ]);
  });

  it('speaks of the two numbers, and of what is counted', () => {
    expect(read('nuoc', { numerator: '187', denominator: '162' }).problems[0]?.vi).toBe(
      '187 lớn hơn tổng số (162). Kiểm lại một trong hai số.',
    );
    expect(read('nuoc', { numerator: '1,5', denominator: '3' }).problems[0]?.vi).toContain('đếm từng hộ');
    expect(read('nuoc', { numerator: '1,5', denominator: '3' }).problems[0]?.en).toContain(
      'counted one by one',
    );
    const [problem] = read('nuoc', { value: '90', numerator: '1187', denominator: '1345' }).problems;
    expect(problem?.en).toBe('The rate is given as 90%, but 1,187 of 1,345 is 88.25%. Check them.');
    expect(problem === undefined ? '' : sayReadingProblem(problem, 'vi')).toBe(problem?.vi);
  });

  it("takes the block's decimal mark", () => {
    const length = (decimal: ',' | '.') =>
      readingFromText(figure('duong'), { numerator: '1.204', denominator: '9.999' }, { ...files, decimal })
        .reading;
    expect([length('.'), length(',')]).toEqual([share('1.204', '9.999'), share(1204, 9999)]);
  });
});
