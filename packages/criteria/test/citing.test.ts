// Where the law says it, who is responsible, and every mark a reader must see; in any words.
import {
  type CriteriaSet,
  canonicalJson,
  compile,
  type EngineText,
  engineText,
  explain,
  findFigure,
  pickVersion,
  spokenDay,
  spokenNumber,
  trace,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { absent, named, overlaid, plain, share, shippedSet } from './shipped-law.ts';
import { market, poverty, said, setOf, water } from './small-laws.ts';
import { baseWith, lay } from './small-overlays.ts';
import { cell, criterion, goodSet, indicator, oneIndicator, setDocument } from './small-set.ts';

const lawOfLaiChau = (): CriteriaSet => overlaid(shippedSet('vn-ntm-xa-2016-2020'));

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
  const find = (code: string, year: number, lang: 'vi' | 'en') =>
    explain(
      compile(lawOfLaiChau(), 'TDMNPB', year),
      named(lawOfLaiChau(), { '2.1': share(1, 1), '17.4': plain(1) }),
      lang,
    )
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

  it('that is real is not called illustrative, and carries the period on no further than it says', () => {
    const extend = { to: 2023, standardsOf: 2020 };
    const { set } = lay(baseWith({ default: cell('>=', 90) }), { default: cell('>=', 95) }, { extend });
    if (set === null) throw new Error('refused');
    const marks = (year: number) => said(set, { nuoc: share(1, 1) }, 'vi', 'NUI', year).sentences.slice(2);
    const stricter = 'Mức của Quy định của tỉnh, không thấp hơn mức trung ương.';
    expect(marks(2022)).toEqual([stricter]);
    expect(marks(2023)).toEqual([stricter, 'Năm 2023 dùng mức của năm 2020 theo Quy định của tỉnh.']);
    expect(marks(2024)).toEqual([]);
  });
});

describe('criteria in a sentence', () => {
  const yes = (code: string, figure: string, more = {}) =>
    indicator(code, figure, 'boolean', { default: cell('=', true) }, more);
  const set = (): CriteriaSet =>
    goodSet(
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
    const { criteria, conditions, evaluation } = explain(compile(set(), 'NUI', 2020), readings, 'vi');
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
    expect(explain(compile(set(), 'NUI', 2020), readings, 'en').criteria[0]?.name).toBe('Criterion 1');
  });
});

describe('lists in sentences', () => {
  it('names every indicator that fails, and only what there is to name', () => {
    const yes = (code: string, figure: string) =>
      indicator(code, figure, 'boolean', { default: cell('=', true) });
    const law = goodSet(setDocument([criterion('1', [yes('1.1', 'cho'), yes('1.2', 'nha-tam')])]));
    const sentence = (cho: number, tam: number) =>
      explain(
        compile(law, 'NUI', 2020),
        new Map([
          ['cho', plain(cho)],
          ['nha-tam', plain(tam)],
        ]),
        'vi',
      ).criteria[0]?.sentence;
    expect(sentence(0, 0)).toBe('Chưa đạt: 0 trên 2 chỉ tiêu đạt; chưa đạt: 1.1, 1.2.');
    expect(sentence(1, 1)).toBe('Đạt: 2 trên 2 chỉ tiêu đạt.');
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

  it('a catalogue of another language shows the law in Vietnamese unless told otherwise', () => {
    const named = (options?: { dataLang: 'en' }) =>
      explain(compile(setOf(water), 'NUI', 2020), new Map(), { ...engineText.en }, options).criteria[0]?.name;
    expect([named(), named({ dataLang: 'en' })]).toEqual(['Tiêu chí 1', 'Criterion 1']);
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
      expect(`${key} ${text.length > 0} ${engineText.en[key as keyof EngineText].length > 0}`).toBe(
        `${key} true true`,
      );
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
    const days = ['2016-10-17', '2022', '2026-02 (reported)', 'sau 2016-10-17', '2016-10-17 (dự thảo)'];
    expect(days.map(spokenDay)).toEqual(['17/10/2016', ...days.slice(1)]);
  });
});

describe('names', () => {
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
    expect(findFigure(shippedSet('vn-ntm-xa-2021-2025'), name).kind).toBe(kind);
  });

  it('the version in force at the end of the year judges it', () => {
    const versions = ['vn-ntm-xa-2021-2025.v2', 'vn-ntm-xa-2021-2025', 'vn-ntm-xa-2016-2020'].map(shippedSet);
    const version = (year: number) => pickVersion(versions, 'vn-ntm-xa-2021-2025', year)?.version;
    expect([2021, 2022, 2023, 2024, 2025].map(version)).toEqual([1, 1, 1, 2, 2]);
    expect(pickVersion(versions, 'mat-tich', 2022)).toBeUndefined();
  });

  it('a version in force on the last day of a year judges it; of several the newest', () => {
    const versions = ['2020-01-01', '2021-12-31', '2022-06-01', '2023-07-01'].map((effectiveFrom, index) => ({
      id: 'bo',
      version: index + 1,
      effectiveFrom,
    }));
    const version = (year: number) => pickVersion(versions, 'bo', year)?.version;
    expect([2019, 2020, 2021, 2022, 2023].map(version)).toEqual([1, 1, 2, 3, 4]);
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
