// Every place of a file says what it takes, in words, when it is given something else.
import { parseFigures, parseSetFolder } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { faultsOf, good, one, water } from './small-documents.ts';
import { cell, criterion, type Doc, dictionary, incompleteWords, indicator, REGIONS } from './small-set.ts';

const codesOf = (document: unknown): string[] =>
  faultsOf(document).map((problem) => `${problem.code} ${problem.path} ${problem.values.key ?? ''}`.trim());

describe('every place says what it takes', () => {
  it.each([
    [
      'a part beside all',
      one(water({ default: { all: [{ op: '>=', value: 1 }], op: '>=', confidence: 'source', source: 'x' } })),
      'set.key-unknown 1 > 1.1 op',
    ],
    [
      'a source inside a condition',
      one(
        water({ default: { all: [{ op: '>=', value: 1, source: 'x' }], confidence: 'source', source: 'x' } }),
      ),
      'set.key-unknown 1 > 1.1 > #1 all > source',
    ],
    [
      'a source inside a nested condition',
      one(
        water({
          default: {
            any: [{ all: [{ op: '>=', value: 1 }], source: 'x' }],
            confidence: 'source',
            source: 'x',
          },
        }),
      ),
      'set.key-unknown 1 > 1.1 > #1 any > source',
    ],
    [
      'a named part',
      one(
        water({
          default: { all: [{ part: 'clean', op: '>', value: 1 }], confidence: 'source', source: 'x' },
        }),
      ),
      'set.not-a-choice 1 > 1.1 > clean op',
    ],
    [
      'an empty part',
      one(water({ default: { all: [{ part: '', op: '>', value: 1 }], confidence: 'source', source: 'x' } })),
      'set.not-a-choice 1 > 1.1 > #1 all > op',
    ],
    [
      'twenty-one conditions',
      one(
        water({
          default: {
            all: Array.from({ length: 21 }, (_, i) => ({ op: '>=', value: i })),
            confidence: 'source',
            source: 'x',
          },
        }),
      ),
      'set.too-many-conditions 1 > 1.1',
    ],
    [
      'a signature without a day',
      one(water({ default: cell('>=', 1, { signatures: [{ by: 'Lan' }] }) })),
      'set.key-absent 1 > 1.1 > Lan on',
    ],
    [
      'an unknown key of an indicator',
      one(water({ default: cell('>=', 1) }, { unit: '%' })),
      'set.key-unknown 1 > 1.1 unit',
    ],
    [
      'a source that is no text',
      one(water({ default: cell('>=', 1) }, { sources: [7] })),
      'set.wrong-type 1 > 1.1 sources',
    ],
    [
      'sources that are no list',
      one(water({ default: cell('>=', 1) }, { sources: 'x' })),
      'set.wrong-type 1 > 1.1 sources',
    ],
    [
      'a flag that is a word',
      one(water({ default: cell('>=', 1) }, { ifPresent: 'có' })),
      'set.wrong-type 1 > 1.1 ifPresent',
    ],
    [
      'points below nothing',
      one(water({ default: cell('>=', 1) }, { points: -1 })),
      'set.wrong-size 1 > 1.1 points',
    ],
    [
      'points in halves',
      one(water({ default: cell('>=', 1) }, { points: 1.5 })),
      'set.wrong-size 1 > 1.1 points',
    ],
    [
      'an office without a name',
      one(water({ default: cell('>=', 1) }, { office: { code: 'a', nameVi: 'b' } })),
      'set.key-absent 1 > 1.1 office > nameEn',
    ],
    [
      'a citation without a decree',
      one(water({ default: cell('>=', 1) }, { citation: {} })),
      'set.key-absent 1 > 1.1 citation > decree',
    ],
    [
      'a pass mark where all must hold',
      { ...good, scoring: { type: 'all', passMark: 1 } },
      'set.key-unknown  scoring > passMark',
    ],
    [
      'points without a pass mark',
      { ...good, scoring: { type: 'points' } },
      'set.key-absent  scoring > passMark',
    ],
    [
      'a region twice',
      { ...good, dimension: { code: 'r', nameVi: 'a', nameEn: 'a', values: [REGIONS[0], REGIONS[0]] } },
      'set.code-twice NUI',
    ],
    [
      'a special rule twice',
      {
        ...good,
        specialRules: [1, 2].map(() => ({
          code: 'r',
          takes: 'NUI',
          textVi: 'a',
          textEn: 'a',
          confidence: 'source',
        })),
      },
      'set.code-twice r',
    ],
    [
      'a special rule without columns',
      {
        ...good,
        dimension: null,
        specialRules: [{ code: 'r', takes: 'NUI', textVi: 'a', textEn: 'a', confidence: 'source' }],
      },
      'set.column-unreachable r',
    ],
    ['a decree that is no object', { ...good, legalBasis: ['1/QĐ-TTg'] }, 'set.wrong-type #1 legalBasis'],
    [
      'a decree without a number',
      { ...good, legalBasis: [{ roleEn: 'a', confidence: 'source' }] },
      'set.key-absent #1 legalBasis > number',
    ],
    [
      'a decree of an impossible day',
      {
        ...good,
        legalBasis: [{ number: '1', effectiveFrom: '2020-13-01', roleEn: 'a', confidence: 'source' }],
      },
      'set.wrong-type 1 effectiveFrom',
    ],
    [
      'a criterion without a code',
      { ...good, criteria: [{ ...criterion('1', []), code: 7 }] },
      'set.wrong-type #1 criteria > code',
    ],
    ['a version of nothing', { ...good, version: null }, 'set.wrong-size  version'],
    ['a name as long as a book', { ...good, titleVi: 'a'.repeat(4001) }, 'set.wrong-type  titleVi'],
  ])('%s', (_name, document, problem) => {
    expect(codesOf(document)).toContain(problem);
    expect(incompleteWords(faultsOf(document))).toEqual([]);
  });

  it('twenty conditions, a period of one year and a long name are not too much', () => {
    const many = {
      all: [
        { op: '>=', value: 1 },
        ...Array.from({ length: 19 }, (_, i) => ({
          part: `p${'abcdefghijklmnopqrs'[i]}`,
          op: '>=',
          value: i,
        })),
      ],
      confidence: 'source',
      source: 'x',
    };
    expect(
      codesOf(one(water({ default: many }))).filter((code) => code.startsWith('set.wrong-type')),
    ).toEqual([]);
    expect(codesOf({ ...good, period: { from: 2020, to: 2020 }, titleVi: 'a'.repeat(4000) })).toEqual([]);
  });

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2024-04-31', false],
    ['2024-12-31', true],
    ['2024-01-00', false],
    ['2024-00-10', false],
    ['2024-1-1', false],
    ['ngày 2024-01-01', false],
    ['2024-01-01T00:00', false],
  ])('%s is a day: %s', (day, real) => {
    expect(codesOf({ ...good, effectiveFrom: day }).length === 0).toBe(real);
  });

  it('by sex suits rates, ratios and numbers', () => {
    const apart = (type: string, code: string, standards: Doc) =>
      one(
        indicator('1.1', code, type, standards, {
          measure: { type, bySex: true },
          figures: { male: { code, confidence: 'source' }, female: { code, confidence: 'source' } },
        }),
      );
    expect(codesOf(apart('ratio', 'cay-xanh', { default: cell('>=', 1) }))).toEqual([]);
    expect(codesOf(apart('number', 'thu-nhap', { default: cell('>=', 1) }))).toEqual([]);
    expect(
      codesOf(
        one(
          indicator(
            '1.1',
            'van-ban',
            'document',
            { default: cell('=', true) },
            { measure: { type: 'document', bySex: true } },
          ),
        ),
      ),
    ).toEqual(['set.by-sex-measure 1 > 1.1']);
  });

  it('a file of a folder that has no code is named by its place', () => {
    const { criteria, ...head } = good as { criteria: Doc[] };
    const result = parseSetFolder(
      [
        { file: 'set.json', text: head },
        { file: '01.json', text: { ...criteria[0], code: 7 } },
      ],
      dictionary(),
    );
    expect(result.refused.map((problem) => [problem.file, problem.path, problem.values.key])).toEqual([
      ['01.json', '', 'code'],
    ]);
    expect(parseSetFolder([], dictionary()).set).toBeNull();
  });

  it('the dictionary says what is wrong in words', () => {
    const figure = {
      code: 'a',
      nameVi: 'a',
      nameEn: 'a',
      kind: 'share',
      decimals: 0,
      merge: 'sum',
      total: 'b',
    };
    const said = (...figures: Doc[]) => parseFigures({ format: 1, figures }, 'figures.json').refused;
    const all = [
      ...said(figure),
      ...said(figure, { ...figure, code: 'b' }),
      ...said({ ...figure, code: 'A' }),
      ...said({ ...figure, code: '!a' }),
    ];
    expect(all.map((problem) => problem.code)).toEqual([
      'set.figure-unknown',
      'figures.total-kind',
      'figures.total-kind',
      'set.id-letters',
      'set.figure-unknown',
      'set.id-letters',
      'set.figure-unknown',
    ]);
    expect(incompleteWords(all)).toEqual([]);
  });
});
