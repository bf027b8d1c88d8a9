// What loads though it is not finished, what the dictionary must be, and the law as it ships.
import { canonicalJson, checkSet, parseFigures, parseSetFolder, type SetParse } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { parseFolder, partsOf, setFolders, shippedFigures } from './shipped-law.ts';
import { codesOf, good, one, parse, water } from './small-documents.ts';
import {
  cell,
  criterion,
  type Doc,
  dictionary,
  dictionaryDocument,
  goodSet,
  incompleteWords,
  indicator,
  setDocument,
} from './small-set.ts';

const openOf = (result: SetParse): string[] =>
  result.unfinished.map((problem) => `${problem.code} @ ${problem.path}`);

describe('a good set', () => {
  it('is taken without a word and frozen to the last node', () => {
    const result = parse(good);
    expect([result.refused, result.unfinished]).toEqual([[], []]);
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      expect(Object.isFrozen(value)).toBe(true);
      for (const child of Object.values(value)) walk(child);
    };
    walk(result.set);
  });

  it('may ask for all the points that there are', () => {
    const scoring = { type: 'points', passMark: 5 };
    expect(codesOf(parse(one(water({ default: cell('>=', 90) }, { points: 5 }), { scoring })))).toEqual([]);
  });

  it('reads the same from text, from a value, with a byte-order mark, and from a folder', () => {
    const { criteria, ...head } = good as { criteria: Doc[] };
    const text = JSON.stringify(good);
    const sets = [
      parse(good),
      parse(text),
      parse(`\uFEFF${text}`),
      parseSetFolder(
        [
          { file: 'set.json', text: JSON.stringify(head) },
          { file: 'criteria/01.json', text: JSON.stringify(criteria[0]) },
        ],
        dictionary(),
      ),
    ];
    expect(new Set(sets.map((result) => canonicalJson(result.set))).size).toBe(1);
    expect(new Set(sets.map((result) => canonicalJson(result.document))).size).toBe(1);
  });
});

describe('unfinished', () => {
  it.each([
    ['a null standard', one(water({ default: null })), ['set.standard-null @ 1 > 1.1']],
    [
      'a null standard of one region',
      one(water({ by: { NUI: null, BANG: cell('>=', 1) } })),
      ['set.standard-null @ 1 > 1.1 > NUI'],
    ],
    [
      'a standard without a source',
      one(water({ default: cell('>=', 90, { source: null }) })),
      ['set.standard-without-source @ 1 > 1.1'],
    ],
    [
      'an unsure standard',
      one(water({ default: cell('>=', 90, { confidence: 'unsure' }) })),
      ['set.standard-unsure @ 1 > 1.1'],
    ],
    [
      'the last year without a standard',
      one(water({ byYear: { 2020: { default: cell('>=', 90) }, 2021: { default: cell('>=', 90) } } })),
      ['set.year-without-standard @ 1 > 1.1'],
    ],
    [
      'a year without a standard',
      one(water({ byYear: { 2020: { default: cell('>=', 90) }, 2022: { default: cell('>=', 90) } } })),
      ['set.year-without-standard @ 1 > 1.1'],
    ],
    [
      'a declared criterion not listed',
      { ...good, declaredCounts: { criteria: 2, indicators: 3 } },
      ['set.criterion-absent @ '],
    ],
    [
      'a group whose criterion is not listed yet',
      {
        ...setDocument([criterion('1', [water({ default: cell('>=', 90) })], { group: 'I' })]),
        groups: ['I', 'II'].map((code) => ({ code, nameVi: `Nhóm ${code}`, nameEn: `Group ${code}` })),
        declaredCounts: { criteria: 2, indicators: 3 },
      },
      ['set.criterion-absent @ '],
    ],
    [
      'a figure that no standard uses while the standard is unsure',
      one(
        water(
          { default: cell('>=', 90, { confidence: 'unsure' }) },
          {
            figures: {
              '': { code: 'nuoc', confidence: 'source' },
              clean: { code: 'nuoc/sach', confidence: 'source' },
            },
          },
        ),
      ),
      ['set.standard-unsure @ 1 > 1.1'],
    ],
    [
      'indicators whose number is not known',
      {
        ...good,
        criteria: [criterion('1', [water({ default: cell('>=', 90) })], { declaredIndicators: null })],
      },
      ['set.indicators-not-listed @ 1'],
    ],
  ])('%s still loads and is listed', (_name, document, problems) => {
    const result = parse(document);
    expect(codesOf(result)).toEqual([]);
    expect(openOf(result)).toEqual(problems);
    expect(incompleteWords(result.unfinished)).toEqual([]);
    expect(result.set).not.toBeNull();
  });

  it('names the indicator that is declared but absent', () => {
    const items = [
      water({ default: cell('>=', 90) }),
      indicator('1.3', 'cho', 'boolean', { default: cell('=', true) }),
    ];
    const result = parse(setDocument([criterion('1', items, { declaredIndicators: 3 })]));
    expect(result.unfinished.map((problem) => problem.vi)).toEqual([
      'Tiêu chí 1 có 3 chỉ tiêu, mới nhập 2. Còn thiếu: 1.2. Tiêu chí này chưa xác định.',
    ]);
  });

  it('names the first twenty of many that are absent', () => {
    const items = [water({ default: cell('>=', 90) })];
    const result = parse(setDocument([criterion('1', items, { declaredIndicators: 30 })]));
    expect(result.unfinished.map((problem) => problem.values.codes)).toEqual([
      '1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 1.10, 1.11, 1.12, 1.13, 1.14, 1.15, 1.16, 1.17, 1.18, 1.19, 1.20, 1.21',
    ]);
  });

  it('checked alone, a set is named in place of its file', () => {
    const { unfinished } = checkSet(goodSet(one(water({ default: null }))));
    expect(unfinished.map(({ file, path }) => [file, path])).toEqual([['bo-thu', '1 > 1.1']]);
  });

  it('a remembered standard, a delegated one and a signed one are finished', () => {
    const signatures = [
      { by: 'Lan', on: '2026-01-01' },
      { by: 'Minh', on: '2026-01-02' },
    ];
    for (const more of [{ confidence: 'memory' }, { confidence: 'unsure', signatures }]) {
      expect(openOf(parse(one(water({ default: cell('>=', 90, more) }))))).toEqual([]);
    }
  });

  it('the general column beside regional ones may stay unknown', () => {
    const set = parse(one(water({ default: null, by: { NUI: cell('>=', 90), BANG: cell('>=', 90) } })));
    expect([codesOf(set), openOf(set)]).toEqual([[], []]);
  });
});

describe('the dictionary of figures', () => {
  const bend = (more: Doc): string[] => {
    const figures = [
      { ...(dictionaryDocument.figures as Doc[])[1], ...more },
      (dictionaryDocument.figures as Doc[])[0],
    ];
    return parseFigures({ format: 1, figures }, 'figures.json').refused.map((problem) => problem.code);
  };

  it.each([
    ['a good one', {}, []],
    ['a total that is not there', { total: 'mat-tich' }, ['set.figure-unknown']],
    ['a total that is itself a share', { total: 'nuoc' }, ['figures.total-kind']],
    ['a code twice', { code: 'ho' }, ['set.code-twice']],
    ['a code with a space', { code: 'số hộ' }, ['set.id-letters']],
    ['an unknown kind', { kind: 'percent' }, ['set.not-a-choice']],
    ['too many decimals', { decimals: 7 }, ['set.wrong-size']],
  ])('%s', (_name, more, codes) => {
    expect(bend(more)).toEqual(codes);
  });

  it('is empty when refused', () => {
    expect(parseFigures('{', 'figures.json').figures.size).toBe(0);
    expect(parseFigures({ format: 1, figures: [{}] }, 'figures.json').figures.size).toBe(0);
  });
});

describe('what ships', () => {
  it('has a sound dictionary', () => {
    expect(shippedFigures().refused).toEqual([]);
    expect(shippedFigures().figures.size).toBeGreaterThan(180);
  });

  it.each([
    ['vn-ntm-xa-2016-2020', 19, 49],
    ['vn-ntm-xa-2021-2025', 19, 57],
    ['vn-ntm-xa-2021-2025.v2', 19, 57],
    ['vn-ntm-xa-nang-cao-2021-2025', 19, 75],
    ['vn-ntm-xa-nang-cao-2021-2025.v2', 19, 75],
    ['vn-ntm-xa-2026-2030', 10, 0],
  ])('%s has %i criteria and %i indicators', (folder, criteria, indicators) => {
    const { set, refused } = parseFolder(folder);
    expect(refused).toEqual([]);
    expect(set?.criteria).toHaveLength(criteria);
    expect(set?.criteria.flatMap((item) => item.indicators)).toHaveLength(indicators);
  });

  it('has no prototype standard and no cell without its source', () => {
    for (const folder of setFolders) {
      const text = partsOf(folder)
        .map((part) => part.text)
        .join('\n');
      expect(text).not.toContain('"confidence": "prototype"');
      expect(parseFolder(folder).unfinished.map((problem) => problem.code)).not.toContain(
        'set.standard-without-source',
      );
    }
  });

  it('of 2016-2020 leaves open only the years without an income and what is not sure', () => {
    const { unfinished } = parseFolder('vn-ntm-xa-2016-2020');
    expect(unfinished.map((problem) => `${problem.code} ${problem.path}`)).toEqual([
      'set.year-without-standard 10 > 10.1',
      'set.year-without-standard 10 > 10.1',
      'set.year-without-standard 10 > 10.1',
      'set.year-without-standard 10 > 10.1',
      'set.standard-unsure 17 > 17.4',
      'set.standard-null DK.1',
      'set.standard-null DK.2',
      'set.standard-null DK.3',
    ]);
  });

  it('of 2026-2030 says of every criterion that its indicators are not known', () => {
    const { unfinished } = parseFolder('vn-ntm-xa-2026-2030');
    expect(unfinished.filter((problem) => problem.code === 'set.indicators-not-listed')).toHaveLength(10);
  });

  it('from 2024-03-01 decides nothing of QĐ 318', () => {
    const { set } = parseFolder('vn-ntm-xa-2021-2025.v2');
    const checked = set === null ? null : checkSet(set);
    const cells = checked?.unfinished.filter((problem) => problem.code === 'set.standard-unsure') ?? [];
    expect(cells.length).toBeGreaterThan(50);
  });
});

it('a set made of another set by hand keeps what it says of itself', () => {
  expect(goodSet(good).legalBasis[0]?.number).toBe('1/QĐ-TTg');
});
