// What the check refuses, each fault with its file and place in words an official can act on.
import { parseSet, parseSetFolder, type SetParse, sayProblem } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import {
  allOf,
  anyOf,
  cell,
  criterion,
  dictionary,
  incompleteWords,
  indicator,
  setDocument,
  without,
} from './small-set.ts';

type Doc = Record<string, unknown>;

const parse = (document: unknown): SetParse => parseSet(document, 'thu.json', dictionary());
const codesOf = ({ refused }: SetParse): string[] => refused.map(({ code, path }) => `${code} @ ${path}`);

const water = (standards: Doc, more: Doc = {}): Doc => indicator('1.1', 'nuoc', 'percent', standards, more);
const one = (item: Doc, more: Doc = {}): Doc => setDocument([criterion('1', [item])], more);
const good = one(water({ default: cell('>=', 90) }));

describe('refused', () => {
  it.each([
    'id',
    'version',
    'titleVi',
    'titleEn',
    'level',
    'recognitionVi',
    'unitLevel',
    'period',
    'effectiveFrom',
    'legalBasis',
    'dimension',
    'declaredCounts',
    'groups',
    'criteria',
    'format',
  ])('an absent %s', (key) => {
    const result = parse(without(good, key));
    expect(result.set).toBeNull();
    expect(
      result.refused.some(
        (problem) => problem.code === 'set.key-absent' && problem.values.key?.split(' > ').at(-1) === key,
      ),
    ).toBe(true);
  });

  it.each(['code', 'textVi', 'textEn', 'measure', 'figures', 'standards', 'confidence'])(
    'an indicator without %s',
    (key) => {
      const result = parse(one(without(water({ default: cell('>=', 90) }), key)));
      expect(
        result.refused.some(
          (problem) => problem.code === 'set.key-absent' && problem.values.key?.split(' > ').at(-1) === key,
        ),
      ).toBe(true);
    },
  );

  it.each(['code', 'nameVi', 'nameEn', 'declaredIndicators', 'confidence', 'indicators'])(
    'a criterion without %s',
    (key) => {
      const result = parse({
        ...good,
        criteria: [without(criterion('1', [water({ default: cell('>=', 90) })]), key)],
      });
      expect(
        result.refused.some(
          (problem) => problem.code === 'set.key-absent' && problem.values.key?.split(' > ').at(-1) === key,
        ),
      ).toBe(true);
    },
  );

  it.each([
    ['a misspelt key', { ...good, standars: {} }, 'set.key-unknown @ '],
    [
      'a misspelt key of a cell',
      one(water({ default: cell('>=', 90, { sorce: 'x' }) })),
      'set.key-unknown @ 1 > 1.1',
    ],
    ['another format', { ...good, format: 2 }, 'set.wrong-size @ '],
    ['an id that is no file name', { ...good, id: '../etc' }, 'set.id-letters @ '],
    ['a day that does not exist', { ...good, effectiveFrom: '2021-02-29' }, 'set.wrong-type @ '],
    [
      'a period that runs backwards',
      { ...good, period: { from: 2022, to: 2020 } },
      'set.period-backwards @ ',
    ],
    ['no decree', { ...good, legalBasis: [] }, 'set.no-decree @ '],
    ['a number for a name', { ...good, titleVi: 7 }, 'set.wrong-type @ '],
    ['an empty name', { ...good, titleVi: ' ' }, 'set.wrong-type @ '],
    ['a null name', { ...good, titleVi: null }, 'set.wrong-type @ '],
    ['a list for an object', { ...good, period: [] }, 'set.wrong-type @ '],
    ['an object for a list', { ...good, groups: {} }, 'set.wrong-type @ '],
    [
      'an unknown confidence',
      one(water({ default: cell('>=', 90, { confidence: 'sure' }) })),
      'set.not-a-choice @ 1 > 1.1',
    ],
    [
      'an unknown group',
      { ...good, criteria: [criterion('1', [water({ default: cell('>=', 90) })], { group: 'IX' })] },
      'set.group-unknown @ 1',
    ],
    [
      'a group without a criterion',
      { ...good, groups: [{ code: 'I', nameVi: 'a', nameEn: 'a' }] },
      'set.group-unreachable @ I',
    ],
    [
      'a group twice',
      {
        ...good,
        groups: [
          { code: 'I', nameVi: 'a', nameEn: 'a' },
          { code: 'I', nameVi: 'a', nameEn: 'a' },
        ],
      },
      'set.code-twice @ I',
    ],
    [
      'a figure that is not in the dictionary',
      one(indicator('1.1', 'khong-co', 'percent', { default: cell('>=', 90) })),
      'set.figure-unknown @ 1 > 1.1',
    ],
    [
      'a figure of another kind',
      one(indicator('1.1', 'cho', 'percent', { default: cell('>=', 90) })),
      'set.figure-kind @ 1 > 1.1',
    ],
    ['no figure', one(water({ default: cell('>=', 90) }, { figures: {} })), 'set.no-figure @ 1 > 1.1'],
    [
      'a part name with a space',
      one(water({ default: cell('>=', 90) }, { figures: { 'a b': { code: 'nuoc', confidence: 'source' } } })),
      'set.part-name @ 1 > 1.1 > a<U+0020>b',
    ],
    ['no standard', one(water({})), 'set.key-absent @ 1 > 1.1'],
    [
      'a hole between regions',
      one(water({ by: { NUI: cell('>=', 90) } })),
      'set.column-absent @ 1 > 1.1 > BANG',
    ],
    [
      'a hole between regions of one year',
      one(water({ byYear: { 2021: { by: { NUI: cell('>=', 90) } } } })),
      'set.column-absent @ 1 > 1.1 > 2021 > BANG',
    ],
    [
      'a region that does not exist',
      one(water({ by: { NUI: cell('>=', 90), BANG: cell('>=', 90), BIEN: cell('>=', 90) } })),
      'set.column-unreachable @ 1 > 1.1 > BIEN',
    ],
    [
      'regions in a set without any',
      one(water({ by: { NUI: cell('>=', 90) } }), { dimension: null }),
      'set.column-unreachable @ 1 > 1.1 > NUI',
    ],
    [
      'a year outside the period',
      one(water({ byYear: { 2019: { default: cell('>=', 90) } } })),
      'set.year-unreachable @ 1 > 1.1 > 2019',
    ],
    [
      'a year that is no year',
      one(water({ byYear: { nay: { default: cell('>=', 90) } } })),
      'set.year-unreachable @ 1 > 1.1 > nay',
    ],
    ['no year at all', one(water({ byYear: {} })), 'set.no-year @ 1 > 1.1'],
    [
      'four decimals in a standard',
      one(water({ default: cell('>=', 90.1234) })),
      'set.standard-decimals @ 1 > 1.1',
    ],
    [
      'a standard in words',
      one(water({ default: cell('>=', 'chín mươi') })),
      'set.standard-decimals @ 1 > 1.1',
    ],
    [
      'a standard over 100 per cent',
      one(water({ default: cell('>=', 100.001) })),
      'set.standard-range @ 1 > 1.1',
    ],
    ['a standard below zero', one(water({ default: cell('>=', -1) })), 'set.standard-range @ 1 > 1.1'],
    [
      'a cell without a value',
      one(water({ default: { op: '>=', confidence: 'source', source: 'x' } })),
      'set.key-absent @ 1 > 1.1',
    ],
    [
      'yes/no compared as a number',
      one(water({ default: cell('=', true) })),
      'set.operator-measure @ 1 > 1.1',
    ],
    [
      'a number compared as yes/no',
      one(indicator('1.1', 'cho', 'boolean', { default: cell('>=', 1) })),
      'set.operator-measure @ 1 > 1.1',
    ],
    [
      'a yes/no without yes or no',
      one(indicator('1.1', 'cho', 'boolean', { default: cell('=', 'có') })),
      'set.wrong-type @ 1 > 1.1',
    ],
    [
      'a fact that contradicts its measure',
      one(indicator('1.1', 'cho', 'boolean', { default: cell('=', false) })),
      'set.expected-contradiction @ 1 > 1.1',
    ],
    [
      'a cell left to the province by a measure that is not',
      one(water({ default: { delegatedTo: 'province', textVi: 'a', textEn: 'a', confidence: 'source' } })),
      'set.delegated-measure @ 1 > 1.1',
    ],
    [
      'men and women apart for a yes/no',
      one(
        indicator(
          '1.1',
          'cho',
          'boolean',
          { default: cell('=', true) },
          { measure: { type: 'boolean', bySex: true } },
        ),
      ),
      'set.by-sex-measure @ 1 > 1.1',
    ],
    [
      'conditions nobody can meet',
      one(water({ default: allOf({ op: '>=', value: 90 }, { op: '<=', value: 80 }) })),
      'set.conditions-contradict @ 1 > 1.1',
    ],
    [
      'a condition that never matters',
      one(water({ default: allOf({ op: '>=', value: 90 }, { op: '>=', value: 80 }) })),
      'set.condition-unreachable @ 1 > 1.1',
    ],
    [
      'an alternative that never matters',
      one(water({ default: anyOf({ op: '>=', value: 90 }, { op: '>=', value: 80 }) })),
      'set.condition-unreachable @ 1 > 1.1',
    ],
    [
      'a contradiction deep inside',
      one(
        water({
          default: anyOf(
            { op: '>=', value: 90 },
            {
              all: [
                { op: '<=', value: 10 },
                { op: '>=', value: 20 },
              ],
            },
          ),
        }),
      ),
      'set.conditions-contradict @ 1 > 1.1',
    ],
    [
      'a contradiction between a condition and a list beside it',
      one(
        water({
          by: {
            NUI: allOf({ op: '>=', value: 90 }, { all: [{ op: '<=', value: 50 }] }),
            BANG: cell('>=', 90),
          },
        }),
      ),
      'set.conditions-contradict @ 1 > 1.1 > NUI',
    ],
    [
      'a standard that any figure meets',
      one(water({ by: { NUI: cell('>=', 0), BANG: cell('>=', 90) } })),
      'set.standard-always-met @ 1 > 1.1 > NUI',
    ],
    [
      'a ceiling of a hundred per cent',
      one(water({ default: cell('<=', 100) })),
      'set.standard-always-met @ 1 > 1.1',
    ],
    [
      'alternatives of which one always holds',
      one(water({ default: anyOf({ op: '>=', value: 90 }, { op: '<=', value: 95 }) })),
      'set.standard-always-met @ 1 > 1.1',
    ],
    [
      'more than twenty conditions, however they are nested',
      one(
        water({
          default: allOf(
            ...[1, 2, 3].map((turn) => ({
              any: Array.from({ length: 7 }, (_, i) => ({ op: '>=', value: turn * 10 + i })),
            })),
          ),
        }),
      ),
      'set.too-many-conditions @ 1 > 1.1',
    ],
    ['no condition at all', one(water({ default: allOf() })), 'set.no-condition @ 1 > 1.1'],
    [
      'a part without a figure',
      one(water({ default: cell('>=', 90, { part: 'clean' }) })),
      'set.part-without-figure @ 1 > 1.1',
    ],
    [
      'a figure that no standard uses',
      one(
        water(
          { default: cell('>=', 90) },
          {
            figures: {
              '': { code: 'nuoc', confidence: 'source' },
              clean: { code: 'nuoc/sach', confidence: 'source' },
            },
          },
        ),
      ),
      'set.part-unreachable @ 1 > 1.1',
    ],
    [
      'one person signing twice',
      one(
        water({
          default: cell('>=', 90, {
            signatures: [
              { by: 'Lan', on: '2026-01-01' },
              { by: 'Lan', on: '2026-01-02' },
            ],
          }),
        }),
      ),
      'set.signed-twice @ 1 > 1.1',
    ],
    [
      'a code used twice',
      setDocument([criterion('1', [water({ default: cell('>=', 90) }), water({ default: cell('>=', 90) })])]),
      'set.code-twice @ 1.1',
    ],
    ['a criterion twice', setDocument([criterion('1', []), criterion('1', [])]), 'set.code-twice @ 1'],
    [
      'more criteria than declared',
      {
        ...good,
        declaredCounts: { criteria: 1, indicators: 1 },
        criteria: [criterion('1', [water({ default: cell('>=', 90) })]), criterion('2', [])],
      },
      'set.too-many-criteria @ ',
    ],
    [
      'more indicators than declared',
      {
        ...good,
        declaredCounts: { criteria: 1, indicators: 0 },
        criteria: [criterion('1', [water({ default: cell('>=', 90) })], { declaredIndicators: 0 })],
      },
      'set.too-many-indicators @ 1',
    ],
    [
      'counts that do not add up',
      { ...good, declaredCounts: { criteria: 1, indicators: 2 } },
      'set.counts-contradict @ ',
    ],
    [
      'points without points',
      one(water({ default: cell('>=', 90) }), { scoring: { type: 'points', passMark: 1 } }),
      'set.points-absent @ 1.1',
    ],
    [
      'a pass mark out of reach',
      one(water({ default: cell('>=', 90) }, { points: 5 }), { scoring: { type: 'points', passMark: 6 } }),
      'set.pass-mark-unreachable @ ',
    ],
    [
      'a special rule that leads nowhere',
      {
        ...good,
        specialRules: [
          { code: 'a', takes: 'BIEN', textVi: 'a', textEn: 'a', confidence: 'source', source: null },
        ],
      },
      'set.column-unreachable @ a',
    ],
    [
      'a hole in a further condition of the level',
      { ...good, conditions: [water({ by: { NUI: cell('>=', 1) } }, { code: 'DK.1' })] },
      'set.column-absent @ DK.1 > BANG',
    ],
  ])('%s', (_name, document, problem) => {
    const result = parse(document);
    expect(result.set).toBeNull();
    expect(codesOf(result)).toContain(problem);
    expect(incompleteWords(result.refused)).toEqual([]);
  });

  it('names the file of the criterion in a folder, and says it in both languages', () => {
    const { criteria, ...head } = one(water({ by: { NUI: cell('>=', 90) } })) as { criteria: Doc[] };
    const { refused } = parseSetFolder(
      [
        { file: 'bo/set.json', text: head },
        { file: 'bo/criteria/01.json', text: criteria[0] },
      ],
      dictionary(),
    );
    expect(refused).toMatchObject([
      {
        file: 'bo/criteria/01.json',
        path: '1 > 1.1 > BANG',
        vi: 'Thiếu mức yêu cầu cho Đồng bằng. Nếu chưa biết thì ghi null.',
        en: 'The standard for Đồng bằng is missing. Where it is not known, write null.',
      },
    ]);
    expect(refused.map((problem) => sayProblem(problem, 'vi'))).toEqual(refused.map((problem) => problem.vi));
  });

  it('tells all faults at once', () => {
    const result = parse({ ...without(good, 'id'), version: 'one', titleVi: 3 });
    expect(codesOf(result)).toHaveLength(3);
  });

  it('accepts what only looks alike: conditions on different parts, an exact range, three decimals', () => {
    const range = one(water({ default: allOf({ op: '>=', value: 80 }, { op: '<=', value: 80 }) }));
    expect(codesOf(parse(range))).toEqual([]);
    expect(codesOf(parse(one(water({ default: cell('>=', 90.125) }))))).toEqual([]);
    expect(
      codesOf(parse(one(water({ default: anyOf({ op: '>=', value: 90 }, { op: '<=', value: 10 }) })))),
    ).toEqual([]);
  });
});
