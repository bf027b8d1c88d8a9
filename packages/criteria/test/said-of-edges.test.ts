// What is said of figures at the edge: ones and noughts, figures below nothing, alternatives half given, blank notes.
import { compile, explain, type Reading } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { absent, overlaid, plain, share, shippedSet } from './shipped-law.ts';
import { craft, either, green, income, market, PARTS, said, water } from './small-laws.ts';
import { allOf, cell, indicator, oneIndicator } from './small-set.ts';

describe('one and none are numbers where things are counted, and yes and no only where they are asked', () => {
  it.each([
    ['one household of a hundred', water, { nuoc: share(1, 100) }, 1],
    ['no household of a hundred', water, { nuoc: share(0, 100) }, 0],
    ['a thousandth of a million', income, { 'thu-nhap': plain('0.001') }, 0.001],
    ['no income', income, { 'thu-nhap': plain(0) }, 0],
    ['one square metre for four people', green, { 'cay-xanh': share('0.01', '0.04') }, 0.25],
    ['no green for four people', green, { 'cay-xanh': share(0, 4) }, 0],
    ['a market', market, { cho: plain(1) }, true],
    ['no market', market, { cho: plain(0) }, false],
    ['a market written with its decimals', market, { cho: plain('1.000000') }, true],
    ['no market, written with its decimals', market, { cho: plain('0.000000') }, false],
  ] as const)('%s', (_name, law, readings, value) => {
    expect(said(law, readings).value).toBe(value);
  });

  it('none of ten is said as such', () => {
    expect(said(water, { nuoc: share(0, 10) }).reason).toBe(
      'Chưa đạt: 0 trên 10 hộ (0%), mức yêu cầu từ 90% trở lên, còn thiếu 9 hộ.',
    );
  });
});

it.each([
  ['a part below nothing', share(-1, 10)],
  ['a total below nothing', share(1, -10)],
  ['both below nothing', share(-1, -10)],
] as const)('%s cannot be right, and no rate is made of it', (_name, reading) => {
  for (const [law, code] of [
    [water, 'nuoc'],
    [green, 'cay-xanh'],
  ] as const) {
    expect(said(law, { [code]: reading }).reason).toBe(
      'Chưa xác định: số liệu chưa đủ để xét; số liệu không hợp lý, cần kiểm lại.',
    );
  }
});

describe('alternatives', () => {
  it('one that is met decides; the other is named as not given', () => {
    expect(said(either, { 'nuoc/sach': share(50, 100) }).reason).toBe(
      'Đạt: chưa có số liệu, mức yêu cầu từ 90% trở lên, chỉ cần một trong các điều kiện; nước sạch: 50 trên 100 hộ (50%), mức yêu cầu từ 50% trở lên, chỉ cần một trong các điều kiện.',
    );
  });

  it('are said of those parts alone for which they are alternatives', () => {
    const eitherOf = [
      { part: 'clean', op: '>=', value: 50 },
      { part: 'poor', op: '<=', value: 10 },
    ];
    const figures = {
      ...PARTS,
      poor: { code: 'ngheo', confidence: 'source', labelVi: 'hộ nghèo', labelEn: 'poor households' },
    };
    const law = oneIndicator(
      indicator(
        '1.1',
        'nuoc',
        'percent',
        { default: allOf({ op: '>=', value: 90 }, { any: eitherOf }) },
        { figures },
      ),
    );
    const readings = { nuoc: share(95, 100), 'nuoc/sach': share(55, 100), ngheo: share(5, 100) };
    const clauses = said(law, readings).reason.split(';');
    expect(clauses.map((clause) => clause.includes('chỉ cần một'))).toEqual([false, true, true]);
  });
});

it.each([
  ['blank', { ...absent, note: '  ' }],
  ['not there', { numerator: null, denominator: null, applicable: false }],
] as const)('a note that is %s is no reason for "there is none here"', (_name, reading: Reading) => {
  expect(said(craft, { 'lang-nghe': reading }).reason).toBe(
    'Không áp dụng: trên địa bàn không có (chưa ghi lý do).',
  );
});

it('a figure without a unit is said with no word in the place of one', () => {
  const groups = oneIndicator(indicator('1.1', 'to', 'percent', { default: cell('>=', 90) }));
  const words = said(groups, { to: share(95, 100) }).reason.split(/ +/);
  expect(words.join(' ')).toBe('Đạt: 95 trên 100 (95%), mức yêu cầu từ 90% trở lên.');
});

it('what an office judges is never said to be "still there", whatever the file expects of it', () => {
  const standards = { default: { op: 'judged', confidence: 'source', source: 'x' } };
  const measure = { type: 'judged', expected: false };
  const law = oneIndicator(indicator('1.1', 'an-ninh', 'judged', standards, { measure }));
  expect(said(law, { 'an-ninh': plain(1) }).reason).toBe(
    'Đạt: cơ quan phụ trách đánh giá đạt, cơ quan phụ trách đánh giá.',
  );
});

it('an indicator judged by an overlay says which, to programs too', () => {
  const set = overlaid(shippedSet('vn-ntm-xa-2016-2020'));
  const items = explain(compile(set, 'TDMNPB', 2020), new Map(), 'vi').criteria.flatMap(
    (item) => item.indicators,
  );
  expect(items.find((item) => item.code === '17.1')?.overlay).toBeNull();
  expect(items.find((item) => item.code === '2.1')?.overlay).toMatchObject({ illustrative: true });
});
