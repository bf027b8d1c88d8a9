// An official reads each fault once, in words, where it is; one slip does not bring nine others, nor hide any.
import {
  applyOverlay,
  engineText,
  fill,
  parseFigures,
  parseOverlay,
  parseSet,
  parseSetFolder,
  type SetProblem,
  sayProblem,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { faultsOf, one, parse, placesOf, water } from './small-documents.ts';
import { baseWith, left, overlayDocument, read } from './small-overlays.ts';
import {
  allOf,
  cell,
  criterion,
  type Doc,
  dictionary,
  indicator,
  REGIONS,
  setDocument,
  without,
} from './small-set.ts';

const USE = { code: 'nuoc', confidence: 'source' };
const byRegion = {
  by: { NUI: cell('>=', 90), BANG: allOf({ op: '>=', value: 80 }, { op: '<=', value: 95 }) },
};
const byYear = { byYear: { 2020: byRegion, 2021: byRegion } };

describe('one cause is one fault', () => {
  it.each([
    [
      'a misspelt measure',
      one(water(byRegion, { measure: { type: 'percents' } })),
      '1 > 1.1 @ measure > type',
    ],
    ['no measure', one(without(water(byRegion), 'measure')), '1 > 1.1 @ measure'],
    ['a measure that is null', one(water(byRegion, { measure: null })), '1 > 1.1 @ measure'],
    ['no figures', one(without(water(byRegion), 'figures')), '1 > 1.1 @ figures'],
    ['standards that are a number', one(water(byRegion, { standards: 90 })), '1 > 1.1 @ standards'],
    ['a cell that is a number', one(water({ by: { NUI: 90, BANG: cell('>=', 80) } })), '1 > 1.1 > NUI @ NUI'],
    ['no columns', without(one(water(byRegion)), 'dimension'), 'dimension'],
    [
      'a column list that is no list',
      one(water(byRegion), { dimension: { code: 'r', nameVi: 'a', nameEn: 'a', values: 'NUI' } }),
      'dimension > values',
    ],
    ['a period that runs backwards', one(water(byYear), { period: { from: 2022, to: 2020 } }), ''],
    ['a period without its end', one(water(byYear), { period: { from: 2020 } }), 'period > to'],
    ['counts that are words', one(water(byRegion), { declaredCounts: 'nhiều' }), 'declaredCounts'],
    ['no counts', without(one(water(byRegion)), 'declaredCounts'), 'declaredCounts'],
    ['no decree', without(one(water(byRegion)), 'legalBasis'), 'legalBasis'],
    ['criteria that are no list', { ...one(water(byRegion)), criteria: 'x' }, 'criteria'],
    [
      'groups that are no list',
      setDocument([criterion('1', [water(byRegion)], { group: 'I' })], { groups: 7 }),
      'groups',
    ],
    [
      'a criterion whose indicators are no list',
      setDocument([criterion('1', [], { indicators: 'x', declaredIndicators: 1 })]),
      '1 @ indicators',
    ],
    [
      'an indicator that is a text',
      setDocument([criterion('1', [], { indicators: ['1.1'], declaredIndicators: 1 })]),
      '1 > #1 @ indicators',
    ],
    [
      'a column whose code has a foreign letter',
      one(water({ by: { NUI: cell('>=', 90), BANG: cell('>=', 80) } }), {
        dimension: {
          code: 'r',
          nameVi: 'a',
          nameEn: 'a',
          values: [REGIONS[0], { code: '\u0412ANG', nameVi: 'Đồng bằng', nameEn: 'Plain' }],
        },
      }),
      '\u0412ANG',
    ],
    [
      'a group whose code has a foreign letter',
      setDocument([criterion('1', [water(byRegion)], { group: 'I' })], {
        groups: [{ code: '\u0406', nameVi: 'a', nameEn: 'a' }],
      }),
      '\u0406',
    ],
    [
      'an indicator that is a text, beside a good criterion and where points are counted',
      setDocument(
        [
          criterion('1', [water(byRegion, { points: 5 })]),
          criterion('2', [], { indicators: ['2.1'], declaredIndicators: 1 }),
        ],
        { scoring: { type: 'points', passMark: 5 } },
      ),
      '2 > #1 @ indicators',
    ],
    [
      'a pass mark in words, where the points are not settled',
      one(water(byRegion, { points: 0 }), { scoring: { type: 'points', passMark: 'năm mươi' } }),
      'scoring > passMark',
    ],
    [
      'criteria that are no list, where points are counted',
      { ...one(water(byRegion)), scoring: { type: 'points', passMark: 5 }, criteria: 'x' },
      'criteria',
    ],
    [
      'a condition whose "part" is misspelt, so that its figure seems unused',
      one(
        water(
          { default: allOf({ op: '>=', value: 90 }, { prt: 'clean', op: '>=', value: 50 }) },
          { figures: { '': USE, clean: { ...USE, code: 'nuoc/sach' } } },
        ),
      ),
      '1 > 1.1 > #2 @ all > prt',
    ],
    [
      'a threshold in words beside a good one',
      one(water({ by: { NUI: cell('>=', 'chín mươi'), BANG: cell('>=', 80) } })),
      '1 > 1.1 > NUI',
    ],
  ])('%s', (_name, document, place) => {
    const faults = faultsOf(document);
    expect(placesOf(faults)).toHaveLength(1);
    expect(placesOf(faults)[0]?.split(' @ ').slice(1).join(' @ ')).toBe(place);
  });

  it.each([
    ['a period that runs backwards', one(water(byYear), { period: { from: 2022, to: 2020 } })],
    ['criteria that are no list', { ...one(water(byRegion)), criteria: 'x' }],
    [
      'a criterion whose indicators are no list',
      setDocument([criterion('1', [], { indicators: 'x', declaredIndicators: 1 })]),
    ],
    [
      'a number of indicators in words',
      setDocument([criterion('1', [water(byRegion)], { declaredIndicators: 'một' })], {
        declaredCounts: { criteria: 1, indicators: 1 },
      }),
    ],
  ])('%s is not called unfinished besides', (_name, document) => {
    expect(faultsOf(document)).toHaveLength(1);
    expect(parse(document).unfinished).toEqual([]);
  });

  it('two criteria without a code are two faults, not a third that they have the same code', () => {
    const document = setDocument(['1', '2'].map((code) => without(criterion(code, []), 'code')));
    expect(placesOf(faultsOf(document))).toEqual([
      'set.key-absent @ #1 @ criteria > code',
      'set.key-absent @ #2 @ criteria > code',
    ]);
  });

  it('a dictionary of figures that cannot be read is told once, not at every figure', () => {
    const { figures } = parseFigures('{', 'figures.json');
    const { set, refused } = parseSet(one(water(byRegion)), 'thu.json', figures);
    expect([set, placesOf(refused)]).toEqual([null, ['set.no-dictionary']]);
  });
});

describe('no fault hides another', () => {
  it('a misspelt key hides neither a contradiction beside it nor a hole, nor counts that do not add up', () => {
    const document = setDocument(
      [
        criterion('1', [
          water({ by: { NUI: cell('>=', 0), BANG: cell('>=', 80, { sorce: 'x' }) } }),
          indicator('1.2', 'nuoc', 'percent', { by: { NUI: cell('>=', 90) } }, { textVi: 7 }),
        ]),
        criterion('2', [], { nameVi: '' }),
      ],
      { declaredCounts: { criteria: 2, indicators: 9 }, titleVi: 3 },
    );
    expect(placesOf(faultsOf(document)).sort()).toEqual([
      'set.column-absent @ 1 > 1.2 > BANG',
      'set.counts-contradict',
      'set.key-unknown @ 1 > 1.1 > BANG @ sorce',
      'set.standard-always-met @ 1 > 1.1 > NUI',
      'set.wrong-type @ 1 > 1.2 @ textVi',
      'set.wrong-type @ 2 @ nameVi',
      'set.wrong-type @ titleVi',
    ]);
  });

  it('a criterion file that is no JSON hides nothing of the others', () => {
    const { criteria, ...head } = setDocument([
      criterion('1', [water({ default: cell('>=', 0) })]),
      criterion('2', [indicator('2.1', 'cho', 'boolean', { default: cell('=', true) })]),
    ]) as { criteria: Doc[] };
    const { set, refused } = parseSetFolder(
      [
        { file: 'set.json', text: head },
        { file: '02.json', text: '{\n  "code": "2",\n  "nameVi" "Đường"\n}' },
        { file: '01.json', text: criteria[0] },
      ],
      dictionary(),
    );
    expect(set).toBeNull();
    expect(refused.map(({ code, file, path }) => [code, file, path])).toEqual([
      ['set.not-json', '02.json', ''],
      ['set.standard-always-met', '01.json', '1 > 1.1'],
    ]);
  });

  it('a province hears of a weaker standard and of one that any figure meets together', () => {
    const base = baseWith({ by: { NUI: cell('>=', 90), BANG: null } });
    const overlay = read(base, overlayDocument({ by: { NUI: cell('>=', 80), BANG: cell('>=', 0) } }));
    expect(placesOf(applyOverlay(base, overlay).refused)).toEqual([
      'overlay.weaker @ 1.1 > NUI',
      'set.standard-always-met @ 1 > 1.1 > BANG',
    ]);
  });
});

it('a province that leaves a standard to somebody else is told so: it would fill nothing', () => {
  const base = baseWith({ default: left }, { measure: { type: 'percent', delegated: true } });
  const { refused } = parseOverlay(overlayDocument({ by: { NUI: left } }), 'tinh.json', base);
  expect(placesOf(refused)).toEqual(['overlay.delegated @ 1.1 > NUI']);
});

describe('a general standard beside columns', () => {
  it('of a province is refused instead of lost', () => {
    const base = baseWith({ by: { NUI: cell('>=', 90), BANG: cell('>=', 95) } });
    const both = { default: cell('>=', 99), by: { NUI: cell('>=', 92) } };
    for (const standards of [both, { byYear: { 2021: both } }]) {
      const { overlay, refused } = parseOverlay(overlayDocument(standards), 'tinh.json', base);
      expect(overlay).toBeNull();
      expect(refused.map(({ code }) => code)).toEqual(['overlay.default-beside-columns']);
      expect(refused[0]?.vi).toContain('Bỏ mức chung, hoặc ghi mức cho từng vùng, nhóm.');
    }
  });

  it("of the nation is cited as the decree's general column", () => {
    expect(faultsOf(one(water({ default: cell('>=', 80), ...byRegion })))).toEqual([]);
  });
});

describe('a fault is said in an official’s words', () => {
  it.each([
    ['{\n  "id": "bo",\n  "version" 1\n}', 3, 13, '1'],
    ['{\n  "id": "bo"\n  "version": 1\n}', 3, 3, '"version": 1'],
    ['{"id": "bo",}', 1, 13, '}'],
    ['{"id": tru}', 1, 8, 'tru}'],
    ['{"id": "bo"} x', 1, 14, 'x'],
    ['{"id": "b\no"}', 1, 8, '"b'],
    ['{"id": 01}', 1, 9, '1}'],
    ['{id: 1}', 1, 2, 'id: 1}'],
    ['\uFEFF{"id": "\\x"}', 1, 8, '"\\x"}'],
    ['{"a": "\\u00"}', 1, 7, '"\\u00"}'],
    ['{"a": "\\u00e1" "b": 1}', 1, 16, '"b": 1}'],
    ['{"a": 1.25 "b": 1}', 1, 12, '"b": 1}'],
    ['{"a": 1e5 "b": 1}', 1, 11, '"b": 1}'],
    ['{"a": 1e-5 "b": 1}', 1, 12, '"b": 1}'],
    ['{"a": 1e10 "b": 1}', 1, 12, '"b": 1}'],
    ['{"a": [1, 2] "b": 1}', 1, 14, '"b": 1}'],
    ['{"a": [] "b": 1}', 1, 10, '"b": 1}'],
    ['{"a": [ ] "b": 1}', 1, 11, '"b": 1}'],
    ['[1 2]', 1, 4, '2]'],
    ['{"a": [1, 2}', 1, 12, '}'],
    ['{"a": {"b": , "c": 1}}', 1, 13, ', "c": 1}}'],
    ['{"a": 1 b  \t\r\n}', 1, 9, 'b'],
    ['{"a": 1 x                    y}', 1, 9, 'x'],
  ])('a file that is no JSON names line and column: %j', (text, line, column, near) => {
    const [fault] = faultsOf(text);
    expect(fault?.values).toMatchObject({ line: String(line), column: String(column), near });
    expect(fault?.vi).toContain(`dòng ${line}, cột ${column}`);
    expect(`${fault?.vi} ${fault?.en}`).not.toMatch(/Unexpected|token|position|JSON at/);
  });

  it.each([
    ['{"format": 1,', 1, 14],
    ['{\n  "criteria": [1, 2\n', 3, 1],
  ])('a file that was cut off is told as such: %j', (text, line, column) => {
    const [fault] = faultsOf(text);
    expect(fault?.code).toBe('set.cut-off');
    expect(fault?.vi).toContain(`Tệp hết ở dòng ${line}, cột ${column}`);
  });

  it('what an entry may be is said in words', () => {
    const said = faultsOf(
      one(water(byRegion, { measure: { type: 'percents', bySex: 'có' }, points: -1 }), { version: null }),
    ).map((fault) => fault.vi);
    expect(said).toEqual([
      'Mục "measure > type" phải là một trong các từ: boolean, percent, number, ratio, document, judged.',
      'Mục "measure > bySex" ghi sai kiểu, cần true (có) hoặc false (không), không đặt trong ngoặc kép.',
      'Mục "points" phải là số nguyên từ 0 đến 1000.',
      'Mục "version" phải là số nguyên từ 1 đến 10000.',
    ]);
  });

  it('a key written twice names its line', () => {
    const [fault] = faultsOf('{\n"id": 1,\n"version": 1,\n"id": 2}');
    expect(fault?.vi).toBe(
      'Mục "id" ghi hai lần ở cùng một chỗ (lần sau ở dòng 4), không biết lấy dòng nào.',
    );
  });

  it.each([
    ['{\n"a": 1,\n"a": 2,\n"b": 3,\n"b": 4}', 'a', '3'],
    ['{\n"a": 1,\n"b": 2,\n"b": 3,\n"a": 4}', 'b', '4'],
  ])('of two keys written twice the one that comes again first is named: %j', (text, key, line) => {
    expect(faultsOf(text).map(({ code, values }) => [code, values.detail, values.line])).toEqual([
      ['set.key-twice', key, line],
    ]);
  });

  it.each([[true], [null], [[90]]])('a threshold of the wrong kind is told with an example: %j', (value) => {
    expect(faultsOf(one(water({ default: { ...cell('>=', 90), value } }))).map(({ vi }) => vi)).toEqual([
      'Mục "value" ghi sai kiểu, cần một số, ví dụ 12.5.',
    ]);
  });

  it('a measure, a confidence and a kind of entry are words, not what the file calls them', () => {
    const wrong = one(
      water(
        { by: { NUI: cell('=', true), BANG: cell('>=', 80) } },
        { office: 'Sở', figures: { '': { code: 'cho', confidence: 'source' } } },
      ),
    );
    const said = faultsOf(wrong).map((fault) => sayProblem(fault, 'vi'));
    expect(said).toContain('Phép so "=" không dùng được cho cách đo "tỷ lệ phần trăm".');
    expect(said).toContain('Số liệu "cho" không cùng kiểu với cách đo "tỷ lệ phần trăm".');
    expect(said).toContain('Mục "office" ghi sai kiểu, cần các mục đặt trong { }.');
    const { unfinished } = parseSet(
      one(water({ default: cell('>=', 80, { confidence: 'unsure' }) })),
      'thu.json',
      dictionary(),
    );
    expect(unfinished[0]?.vi).toContain('(chưa chắc chắn)');
    expect(
      sayProblem(faultsOf(wrong)[0] as SetProblem, { ...engineText.vi, 'measure.percent': 'X' }),
    ).toContain('X');
    expect(fill('{a}', {})).toBe('{a}');
  });

  it('wherever a file is bent, the place is made of codes, columns and years alone', () => {
    const document = setDocument([criterion('1', [water({ byYear: { 2020: byRegion } })])], {
      conditions: [water({ default: cell('>=', 5) }, { code: 'DK.1' })],
      dimension: { code: 'vung', nameVi: 'a', nameEn: 'a', values: REGIONS },
    });
    const places = new Set<string>();
    const visit = (value: unknown, put: (bent: unknown) => void): void => {
      for (const bent of [null, 7, 'x y', {}, []]) put(bent);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        visit(child, (bent) =>
          put(Array.isArray(value) ? value.with(Number(key), bent) : { ...value, [key]: bent }),
        );
      }
    };
    visit(document, (bent) => {
      for (const { path } of faultsOf(bent)) for (const step of path.split(' > ')) places.add(step);
    });
    const structure = ['standards', 'default', 'by', 'byYear', 'measure', 'figures', 'all', 'any', 'period'];
    expect(structure.filter((word) => places.has(word))).toEqual([]);
    expect(
      [...places].filter((step) => !/^(|#\d|\d|2020|1\.1|DK\.1|NUI|BANG|1\/QĐ-TTg|vung|x.*y)$/.test(step)),
    ).toEqual([]);
  });
});
