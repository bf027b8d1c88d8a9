// What the check refuses, each fault with its file and place in words an official can act on.
import { parseSetFolder, sayProblem } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { codesOf, good, one, parse, water } from './small-documents.ts';
import {
  allOf,
  anyOf,
  cell,
  criterion,
  type Doc,
  dictionary,
  incompleteWords,
  indicator,
  without,
} from './small-set.ts';

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
