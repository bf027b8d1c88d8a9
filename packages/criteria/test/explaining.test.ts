// What people read: the result, the figure, the standard, the gap in their own units, the law, and every mark.
import {
  type CriteriaSet,
  canonicalJson,
  compile,
  type EngineText,
  engineText,
  explain,
  findFigure,
  pickVersion,
  type Reading,
  spokenDay,
  spokenNumber,
  trace,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { absent, named, overlaid, plain, share, shippedSet } from './shipped-law.ts';
import { allOf, anyOf, cell, criterion, goodSet, indicator, oneIndicator, setDocument } from './small-set.ts';

type Readings = Readonly<Record<string, Reading>>;

const bare = (value: string): Reading => ({
  numerator: value,
  denominator: null,
  applicable: true,
  bare: true,
});

function said(
  set: CriteriaSet,
  readings: Readings,
  lang: 'vi' | 'en' = 'vi',
  dimension: string | null = 'NUI',
  year = 2020,
) {
  const item = explain(compile(set, dimension, year), new Map(Object.entries(readings)), lang).criteria[0]
    ?.indicators[0];
  if (item === undefined) throw new Error('no indicator');
  return item;
}

const PARTS = {
  '': { code: 'nuoc', confidence: 'source' },
  clean: { code: 'nuoc/sach', confidence: 'source', labelVi: 'nước sạch', labelEn: 'clean water' },
};
const water = oneIndicator(
  indicator('1.1', 'nuoc', 'percent', { by: { NUI: cell('>=', 90), BANG: cell('>=', 95) } }),
);
const poverty = oneIndicator(indicator('1.1', 'ngheo', 'percent', { default: cell('<=', 12) }));
const roads = oneIndicator(indicator('1.1', 'duong', 'percent', { default: cell('>=', 100) }));
const income = oneIndicator(
  indicator('1.1', 'thu-nhap', 'number', { byYear: { '2020': { default: cell('>=', 36) } } }),
);
const green = oneIndicator(indicator('1.1', 'cay-xanh', 'ratio', { default: cell('>=', 2.5) }));
const market = oneIndicator(indicator('1.1', 'cho', 'boolean', { default: cell('=', true) }));
const shacks = oneIndicator(
  indicator(
    '1.1',
    'nha-tam',
    'boolean',
    { default: cell('=', false) },
    { measure: { type: 'boolean', expected: false } },
  ),
);
const judged = oneIndicator(
  indicator('1.1', 'an-ninh', 'judged', { default: { op: 'judged', confidence: 'source', source: 'x' } }),
);
const both = oneIndicator(
  indicator(
    '1.1',
    'nuoc',
    'percent',
    { default: allOf({ op: '>=', value: 90 }, { part: 'clean', op: '>=', value: 50 }) },
    { figures: PARTS },
  ),
);
const either = oneIndicator(
  indicator(
    '1.1',
    'nuoc',
    'percent',
    { default: anyOf({ op: '>=', value: 90 }, { part: 'clean', op: '>=', value: 50 }) },
    { figures: PARTS },
  ),
);
const jobs = oneIndicator(
  indicator(
    '1.1',
    'viec/nam',
    'percent',
    { default: cell('>=', 90) },
    {
      measure: { type: 'percent', bySex: true },
      figures: {
        male: { code: 'viec/nam', confidence: 'source' },
        female: { code: 'viec/nu', confidence: 'source' },
      },
    },
  ),
);
const craft = oneIndicator(
  indicator('1.1', 'lang-nghe', 'percent', { default: cell('>=', 50) }, { ifPresent: true }),
);

describe('the result in one sentence', () => {
  it.each([
    [
      'met',
      water,
      { nuoc: share(1234, 1345) },
      'Đạt: 1.234 trên 1.345 hộ (91,7%), mức yêu cầu từ 90% trở lên.',
      'Met: 1,234 of 1,345 households (91.7%), standard at least 90%.',
    ],
    [
      'a gap in households',
      water,
      { nuoc: share(1187, 1345) },
      'Chưa đạt: 1.187 trên 1.345 hộ (88,3%), mức yêu cầu từ 90% trở lên, còn thiếu 24 hộ.',
      'Not met: 1,187 of 1,345 households (88.3%), standard at least 90%, 24 households short.',
    ],
    [
      'households too many',
      poverty,
      { ngheo: share(30, 200) },
      'Chưa đạt: 30 trên 200 hộ (15%), mức yêu cầu không quá 12%, còn vượt 6 hộ.',
      'Not met: 30 of 200 households (15%), standard at most 12%, 6 households over.',
    ],
    [
      'kilometres',
      roads,
      { duong: share('11.2', '12.4') },
      'Chưa đạt: 11,2 trên 12,4 km (90,3%), mức yêu cầu từ 100% trở lên, còn thiếu 1,2 km.',
      'Not met: 11.2 of 12.4 km (90.3%), standard at least 100%, 1.2 km short.',
    ],
    [
      'money',
      income,
      { 'thu-nhap': plain('32.8') },
      'Chưa đạt: 32,8 triệu đồng, mức yêu cầu từ 36 triệu đồng trở lên, còn thiếu 3,2 triệu đồng.',
      'Not met: 32.8 million VND, standard at least 36 million VND, 3.2 million VND short.',
    ],
    [
      'a ratio',
      green,
      { 'cay-xanh': share(900, 400) },
      'Chưa đạt: 900 trên 400, bằng 2,25 m2/người, mức yêu cầu từ 2,5 m2/người trở lên, còn thiếu 100 m2/người.',
      'Not met: 900 over 400, which is 2.25 m2 per person, standard at least 2.5 m2 per person, 100 m2 per person short.',
    ],
    ['yes', market, { cho: plain(1) }, 'Đạt: có, yêu cầu có.', 'Met: yes, must exist.'],
    [
      'none, as it must be',
      shacks,
      { 'nha-tam': plain(0) },
      'Đạt: không, yêu cầu không có.',
      'Met: no, must not exist.',
    ],
    [
      'judged',
      judged,
      { 'an-ninh': plain(0) },
      'Chưa đạt: cơ quan phụ trách đánh giá chưa đạt, cơ quan phụ trách đánh giá.',
      'Not met: judged not met by the responsible office, judged by the responsible office.',
    ],
    [
      'judged well',
      judged,
      { 'an-ninh': plain(1) },
      'Đạt: cơ quan phụ trách đánh giá đạt, cơ quan phụ trách đánh giá.',
      'Met: judged met by the responsible office, judged by the responsible office.',
    ],
    [
      'two conditions',
      both,
      { nuoc: share(95, 100), 'nuoc/sach': share(49, 100) },
      'Chưa đạt: 95 trên 100 hộ (95%), mức yêu cầu từ 90% trở lên; nước sạch: 49 trên 100 hộ (49%), mức yêu cầu từ 50% trở lên, còn thiếu 1 hộ.',
      'Not met: 95 of 100 households (95%), standard at least 90%; clean water: 49 of 100 households (49%), standard at least 50%, 1 households short.',
    ],
    [
      'an alternative',
      either,
      { nuoc: share(80, 100), 'nuoc/sach': share(50, 100) },
      'Đạt: 80 trên 100 hộ (80%), mức yêu cầu từ 90% trở lên, chỉ cần một trong các điều kiện; nước sạch: 50 trên 100 hộ (50%), mức yêu cầu từ 50% trở lên, chỉ cần một trong các điều kiện.',
      'Met: 80 of 100 households (80%), standard at least 90%, one of the conditions is enough; clean water: 50 of 100 households (50%), standard at least 50%, one of the conditions is enough.',
    ],
    [
      'by sex',
      jobs,
      { 'viec/nam': share(95, 100), 'viec/nu': share(89, 100) },
      'Chưa đạt: nam: 95 trên 100 người (95%), mức yêu cầu từ 90% trở lên; nữ: 89 trên 100 người (89%), mức yêu cầu từ 90% trở lên, còn thiếu 1 người.',
      'Not met: men: 95 of 100 people (95%), standard at least 90%; women: 89 of 100 people (89%), standard at least 90%, 1 people short.',
    ],
    [
      'a bare rate',
      water,
      { nuoc: bare('88.25') },
      'Chưa đạt: 88,25% (thiếu tử số, mẫu số), mức yêu cầu từ 90% trở lên, còn thiếu 1,75 điểm phần trăm.',
      'Not met: 88.25% (numerator and denominator missing), standard at least 90%, 1.75 percentage points short.',
    ],
    [
      'a bare rate too high',
      poverty,
      { ngheo: bare('12.5') },
      'Chưa đạt: 12,5% (thiếu tử số, mẫu số), mức yêu cầu không quá 12%, còn vượt 0,5 điểm phần trăm.',
      'Not met: 12.5% (numerator and denominator missing), standard at most 12%, 0.5 percentage points over.',
    ],
    ['no figure', water, {}, 'Chưa xác định: chưa có số liệu.', 'Not determined: no figure yet.'],
    [
      'no total',
      water,
      { nuoc: plain(1187) },
      'Chưa xác định: số liệu chưa đủ để xét; 1.187 hộ, thiếu tổng số.',
      'Not determined: the figures are not enough to judge; 1,187 households, total missing.',
    ],
    [
      'a total of nothing',
      water,
      { nuoc: share(0, 0) },
      'Chưa xác định: số liệu chưa đủ để xét; tổng số bằng 0 nên không tính được tỷ lệ.',
      'Not determined: the figures are not enough to judge; the total is 0, so there is no rate.',
    ],
    [
      'an impossible figure',
      water,
      { nuoc: share(11, 10) },
      'Chưa xác định: số liệu chưa đủ để xét; số liệu không hợp lý, cần kiểm lại.',
      'Not determined: the figures are not enough to judge; the figure cannot be right; check it.',
    ],
    [
      'no number',
      water,
      { nuoc: share('x', 10) },
      'Chưa xác định: số liệu chưa đủ để xét; số liệu không hợp lý, cần kiểm lại.',
      'Not determined: the figures are not enough to judge; the figure cannot be right; check it.',
    ],
    [
      'an empty reading',
      water,
      { nuoc: { numerator: null, denominator: null, applicable: true } },
      'Chưa xác định: chưa có số liệu; chưa có số liệu.',
      'Not determined: no figure yet; no figure yet.',
    ],
    [
      'one of two figures',
      both,
      { nuoc: share(95, 100) },
      'Chưa xác định: chưa có số liệu; 95 trên 100 hộ (95%).',
      'Not determined: no figure yet; 95 of 100 households (95%).',
    ],
    [
      'one sex only',
      jobs,
      { 'viec/nam': share(95, 100) },
      'Chưa xác định: xét riêng nam và nữ, cần số liệu của từng giới; nam: 95 trên 100 người (95%).',
      'Not determined: judged for men and women apart; the figures of each are needed; men: 95 of 100 people (95%).',
    ],
    [
      'not there',
      craft,
      { 'lang-nghe': absent },
      'Không áp dụng: trên địa bàn không có (không có).',
      'Not applicable: there is none here (không có).',
    ],
    [
      'not there, without a reason',
      craft,
      { 'lang-nghe': { ...absent, note: '' } },
      'Không áp dụng: trên địa bàn không có (chưa ghi lý do).',
      'Not applicable: there is none here (no reason given).',
    ],
    [
      'not there, where that is not allowed',
      water,
      { nuoc: absent },
      'Chưa xác định: ghi không áp dụng, nhưng quyết định không có chữ "nếu có" cho chỉ tiêu này; ghi không áp dụng.',
      'Not determined: stated as not applicable, but the decision has no "if any" for this indicator; stated as not applicable.',
    ],
  ] as const)('%s', (_name, set, readings, vi, en) => {
    expect(said(set, readings, 'vi').reason).toBe(vi);
    expect(said(set, readings, 'en').reason).toBe(en);
  });

  it('says why the law leaves it open', () => {
    const open = (standards: Record<string, unknown>, more = {}) =>
      oneIndicator(indicator('1.1', 'nuoc', 'percent', standards, more));
    const full = { nuoc: share(1, 1) };
    const left = { delegatedTo: 'province', textVi: 'a', textEn: 'a', confidence: 'source' };
    expect(said(open({ default: null }), full).reason).toBe(
      'Chưa xác định: chưa biết mức yêu cầu; 1 trên 1 hộ (100%).',
    );
    expect(said(open({ default: cell('>=', 90, { confidence: 'unsure' }) }), full).reason).toContain(
      'mức yêu cầu >=90 chưa chắc chắn',
    );
    expect(said(open({ default: cell('>=', 90, { source: null }) }), full).reason).toContain(
      '>=90 không ghi đọc được ở đâu',
    );
    expect(
      said(open({ default: left }, { measure: { type: 'percent', delegated: true } }), full).reason,
    ).toContain('do tỉnh quy định');
    expect(said(water, full, 'vi', null).reason).toContain('chưa rõ vùng, nhóm của đơn vị');
    expect(said(income, { 'thu-nhap': plain(50) }, 'vi', 'NUI', 2021).reason).toBe(
      'Chưa xác định: năm 2021 chưa có mức yêu cầu riêng; 50 triệu đồng.',
    );
    expect(said(water, full, 'vi', 'NUI', 2030).reason).toContain('năm 2030 nằm ngoài giai đoạn 2020-2022');
  });
});

describe('a shown figure is never rounded across its standard', () => {
  it.each([
    ['just under', 8999, 10000, '89,99%', 89.99],
    ['a hair under', 899999, 1000000, '89,9999%', 89.9999],
    ['less than a millionth under', 89999999999, 100000000000, '89,999999%', 89.999999],
    ['exactly', 9, 10, '90%', 90],
    ['a hair over', 900001, 1000000, '90,0001%', 90.0001],
    ['less than a millionth over', 90000000001, 100000000000, '90,000001%', 90.000001],
    ['far away', 2, 3, '66,7%', 66.666667],
  ])('%s', (_name, numerator, denominator, shown, value) => {
    const item = said(water, { nuoc: share(numerator, denominator) });
    expect(item.reason).toContain(`(${shown})`);
    expect(item.value).toBe(value);
  });

  it('nor is a ceiling', () => {
    expect(said(poverty, { ngheo: share(12001, 100000) }).reason).toContain('(12,001%)');
    expect(said(poverty, { ngheo: share('12000000001', '100000000000') }).value).toBe(12.000001);
  });
});

describe('values, standards and gaps as programs read them', () => {
  it.each([
    ['a share', water, { nuoc: share(1187, 1345) }, 88.252788, '>=90', [['', '24', 'short', false]]],
    ['a number', income, { 'thu-nhap': plain('32.8') }, 32.8, '>=36', [['', '3.2', 'short', false]]],
    [
      'a number in the sixth decimal',
      income,
      { 'thu-nhap': plain('35.999999') },
      35.999999,
      '>=36',
      [['', '0.000001', 'short', false]],
    ],
    ['a ratio', green, { 'cay-xanh': share(900, 400) }, 2.25, '>=2.5', [['', '100', 'short', false]]],
    ['yes', market, { cho: plain(1) }, true, '=true', []],
    ['no', shacks, { 'nha-tam': plain(0) }, false, '=false', []],
    ['no market', market, { cho: plain(0) }, false, '=true', []],
    ['neither yes nor no', market, { cho: plain(3) }, null, '=true', []],
    ['a fact with decimals', market, { cho: plain('0.5') }, null, '=true', []],
    ['judged', judged, { 'an-ninh': plain(1) }, true, 'judged', []],
    [
      'two parts: the main one',
      both,
      { nuoc: share(95, 100), 'nuoc/sach': share(10, 100) },
      95,
      '>=90; clean>=50',
      [['clean', '40', 'short', false]],
    ],
    [
      'both parts fail',
      both,
      { nuoc: share(80, 100), 'nuoc/sach': share(10, 100) },
      80,
      '>=90; clean>=50',
      [
        ['', '10', 'short', false],
        ['clean', '40', 'short', false],
      ],
    ],
    [
      'alternatives that fail',
      either,
      { nuoc: share(80, 100), 'nuoc/sach': share(10, 100) },
      80,
      '>=90 | clean>=50',
      [
        ['', '10', 'short', false],
        ['clean', '40', 'short', false],
      ],
    ],
    [
      'men and women: no single value',
      jobs,
      { 'viec/nam': share(89, 100), 'viec/nu': share(90, 100) },
      null,
      'male>=90; female>=90',
      [['male', '1', 'short', false]],
    ],
    ['a bare rate', water, { nuoc: bare('88.25') }, 88.25, '>=90', [['', '1.75', 'short', true]]],
    [
      'a bare rate beyond the columns',
      water,
      { nuoc: bare('88.250001') },
      88.250001,
      '>=90',
      [['', '1.749999', 'short', true]],
    ],
    [
      'counts beyond the columns',
      water,
      { nuoc: share('80000000000000', '90000000000000') },
      88.888889,
      '>=90',
      [['', '1000000000000', 'short', false]],
    ],
    [
      'parts of a household',
      water,
      { nuoc: share('88.5', '100') },
      88.5,
      '>=90',
      [['', '2', 'short', false]],
    ],
    ['nothing', water, {}, null, '>=90', []],
  ] as const)('%s', (_name, set, readings, value, standard, gaps) => {
    const item = said(set, readings);
    expect([item.value, item.standard]).toEqual([value, standard]);
    expect(item.gaps.map((gap) => [gap.part, gap.amount, gap.direction, gap.points])).toEqual(gaps);
  });

  it('the path says which year and column led to the standard', () => {
    expect(said(water, {}).path).toBe('byDimension/NUI');
    expect(said(income, {}).path).toBe('byYear/2020');
    expect(said(craft, {}).path).toBe('ifPresent');
    expect(said(water, {}, 'vi', null).path).toBe('byDimension/?');
  });
});

describe('where the law says it', () => {
  it('names decision, number, date, indicator and column', () => {
    expect(said(water, {}).sentences).toEqual([
      'Chưa xác định: chưa có số liệu.',
      'Chỉ tiêu 1.1, Quyết định số 1/QĐ-TTg ngày 02/01/2020, cột Miền núi.',
    ]);
    expect(said(poverty, {}, 'en').sentences[1]).toBe(
      'Indicator 1.1, Decision 1/QĐ-TTg of 02/01/2020, one standard for all columns.',
    );
    expect(said(water, {}).citation).toEqual({
      decree: '1/QĐ-TTg',
      date: '2020-01-02',
      indicator: '1.1',
      column: 'Miền núi',
      columnCode: 'NUI',
      special: null,
      source: 'Bảng của quyết định',
    });
  });

  it('without a date, and in another document than the set', () => {
    const law = oneIndicator(
      indicator(
        '1.1',
        'cho',
        'boolean',
        { default: cell('=', true) },
        { citation: { decree: 'Nghị quyết 7', date: null } },
      ),
    );
    expect(said(law, {}).sentences[1]).toBe('Chỉ tiêu 1.1, Nghị quyết 7, mức chung.');
  });

  it('carries the office, the wording and its confidence', () => {
    const office = { code: 'so-nn', nameVi: 'Sở', nameEn: 'Department' };
    const law = oneIndicator(
      indicator(
        '1.1',
        'cho',
        'boolean',
        { default: cell('=', true, { confidence: 'memory' }) },
        { office, confidence: 'memory' },
      ),
    );
    expect(said(law, { cho: plain(1) })).toMatchObject({
      office,
      text: 'Chỉ tiêu 1.1',
      textConfidence: 'memory',
      confidence: 'memory',
      unchecked: true,
      used: [{ part: '', figure: 'cho', reading: plain(1) }],
    });
    expect(said(law, {}).sentences).toContain('Chưa đối chiếu bản gốc.');
    expect(said(market, {})).toMatchObject({
      unchecked: false,
      confidence: 'source',
      used: [{ reading: null }],
    });
    expect(said(market, {}, 'en').text).toBe('Indicator 1.1');
  });

  it('a signed standard no longer carries the mark', () => {
    const signatures = [
      { by: 'Lan', on: '2026-01-01' },
      { by: 'Minh', on: '2026-01-02' },
    ];
    const law = oneIndicator(
      indicator('1.1', 'cho', 'boolean', { default: cell('=', true, { confidence: 'memory', signatures }) }),
    );
    expect(said(law, { cho: plain(1) }).unchecked).toBe(false);
  });
});

describe('the province', () => {
  const set = overlaid(shippedSet('vn-ntm-xa-2016-2020'));
  const find = (code: string, year: number, lang: 'vi' | 'en') =>
    explain(compile(set, 'TDMNPB', year), named(set, { '2.1': share(1, 1), '17.4': plain(1) }), lang)
      .criteria.flatMap((item) => item.indicators)
      .find((item) => item.code === code);

  it('is named where its standard decides, with what it could not be compared with', () => {
    const title = 'Quy định minh họa của tỉnh Lai Châu 2016-2020 (không phải văn bản thật)';
    expect(find('2.1', 2020, 'vi')?.sentences.slice(1)).toEqual([
      `Chỉ tiêu 2.1, ${title}, cột Trung du miền núi phía Bắc.`,
      'Chưa đối chiếu bản gốc.',
      `Mức theo ${title}.`,
      'Số minh họa, không phải văn bản thật.',
    ]);
    expect(find('17.4', 2021, 'vi')?.sentences.slice(3)).toEqual([
      `Mức của ${title}, chưa so được với mức trung ương.`,
      'Số minh họa, không phải văn bản thật.',
      `Năm 2021 dùng mức của năm 2020 theo ${title}.`,
    ]);
    expect(find('9.1', 2020, 'vi')?.overlay).toBeNull();
    expect(find('2.1', 2020, 'en')?.sentences.join(' ')).toContain('Illustrative, not a real regulation.');
  });
});

describe('criteria in a sentence', () => {
  const yes = (code: string, figure: string, more = {}) =>
    indicator(code, figure, 'boolean', { default: cell('=', true) }, more);
  const set = goodSet(
    setDocument(
      [
        criterion(
          '1',
          [
            yes('1.1', 'cho'),
            yes('1.2', 'nha-tam'),
            yes('1.3', 'van-ban', { measure: { type: 'document' } }),
            indicator('1.4', 'lang-nghe', 'percent', { default: cell('>=', 1) }, { ifPresent: true }),
          ],
          { declaredIndicators: 5 },
        ),
      ],
      { conditions: [yes('DK.1', 'cho')] },
    ),
  );
  const readings = new Map([
    ['cho', plain(1)],
    ['nha-tam', plain(0)],
    ['lang-nghe', absent],
  ]);

  it('tells what is met, what is not, what is open, what does not apply, and that the list is short', () => {
    const { criteria, conditions, evaluation } = explain(compile(set, 'NUI', 2020), readings, 'vi');
    expect(criteria[0]).toMatchObject({
      code: '1',
      name: 'Tiêu chí 1',
      verdict: 'notMet',
      sentence:
        'Chưa đạt: 1 trên 4 chỉ tiêu đạt; chưa đạt: 1.2; chưa xác định: 1.3; không áp dụng: 1.4; danh sách chỉ tiêu của tiêu chí này chưa đủ.',
    });
    expect(conditions.map((item) => [item.code, item.verdict, item.reason])).toEqual([
      ['DK.1', 'met', 'Đạt: có, yêu cầu có.'],
    ]);
    expect(evaluation.counts.notMet).toBe(1);
    expect(explain(compile(set, 'NUI', 2020), readings, 'en').criteria[0]?.name).toBe('Criterion 1');
  });
});

describe('other words', () => {
  it('every word of the engine comes from the catalogue handed in; the rest is data', () => {
    const pseudo: EngineText = Object.fromEntries(
      Object.entries(engineText.vi).map(([key, text]) => [
        key,
        text.replace(/\{\w+\}|\p{L}+/gu, (word) => (word.startsWith('{') ? word : '¤')),
      ]),
    ) as EngineText;
    const set = overlaid(shippedSet('vn-ntm-xa-2016-2020'));
    const { criteria } = explain(
      compile(set, 'TDMNPB', 2021),
      named(set, { '17.1': share(1, 3), '17.1/clean': share(1, 3), '9.1': plain(0) }),
      pseudo,
      { dataLang: 'en' },
    );
    const words = criteria
      .flatMap((item) => [item.sentence, ...item.indicators.map((one) => one.reason)])
      .join(' ');
    expect(words).toContain('¤');
    expect(words.replace(/households|clean water|villages|people|km\b/g, '')).not.toMatch(/\p{L}{2,}/u);
  });

  it('both languages have every sentence and the same places for data', () => {
    const places = (text: string): string =>
      [...text.matchAll(/\{\w+\}/g)]
        .map((match) => match[0])
        .sort()
        .join('');
    expect(Object.keys(engineText.en).sort()).toEqual(Object.keys(engineText.vi).sort());
    for (const [key, text] of Object.entries(engineText.vi)) {
      expect(`${key} ${places(engineText.en[key as keyof EngineText])}`).toBe(`${key} ${places(text)}`);
    }
  });

  it.each([
    ['1204', '1.204', '1,204'],
    ['1234567.25', '1.234.567,25', '1,234,567.25'],
    ['-3.5', '\u22123,5', '\u22123.5'],
    ['999', '999', '999'],
  ])('%s', (plainText, vi, en) => {
    expect([spokenNumber(plainText, engineText.vi), spokenNumber(plainText, engineText.en)]).toEqual([
      vi,
      en,
    ]);
  });

  it('days are written day first, and what is no day stays', () => {
    expect([spokenDay('2016-10-17'), spokenDay('2022'), spokenDay('2026-02 (reported)')]).toEqual([
      '17/10/2016',
      '2022',
      '2026-02 (reported)',
    ]);
  });
});

describe('names', () => {
  const set = shippedSet('vn-ntm-xa-2021-2025');

  it.each([
    ['3.1', 'figure'],
    [' 3.1 ', 'figure'],
    ['15.1/female', 'figure'],
    ['15.1', 'by-sex'],
    ['15.1/clean', 'unknown-part'],
    ['3.1/clean', 'unknown-part'],
    ['DK.2', 'figure'],
    ['99.9', 'unknown-indicator'],
    ['', 'unknown-indicator'],
    ['3.1/constructor', 'unknown-part'],
  ])('%s is %s', (name, kind) => {
    expect(findFigure(set, name).kind).toBe(kind);
  });

  it('the version in force at the end of the year judges it', () => {
    const versions = ['vn-ntm-xa-2021-2025.v2', 'vn-ntm-xa-2021-2025', 'vn-ntm-xa-2016-2020'].map(shippedSet);
    const version = (year: number) => pickVersion(versions, 'vn-ntm-xa-2021-2025', year)?.version;
    expect([2021, 2022, 2023, 2024, 2025].map(version)).toEqual([1, 1, 1, 2, 2]);
    expect(pickVersion(versions, 'mat-tich', 2022)).toBeUndefined();
  });
});

it('the same figures give the same canonical bytes, whatever the language', () => {
  const set = overlaid(shippedSet('vn-ntm-xa-2016-2020'));
  const compiled = compile(set, 'TDMNPB', 2020);
  const readings = named(set, { '17.1': share(1187, 1345), '9.2': share(70, 100) });
  const bytes = canonicalJson(trace(compiled, readings));
  expect(canonicalJson(explain(compiled, readings, 'en').canonical)).toBe(bytes);
  expect(canonicalJson(JSON.parse(bytes))).toBe(bytes);
});
