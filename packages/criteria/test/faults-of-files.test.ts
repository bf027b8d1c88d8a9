// A fault of a file is told once, with the criterion and the entry that it is about, and nothing passes unread.
import { parseFigures, parseSetFolder } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { faultsOf, good, menAndWomen, one, parse, placesOf, water } from './small-documents.ts';
import {
  allOf,
  anyOf,
  cell,
  criterion,
  type Doc,
  dictionary,
  indicator,
  setDocument,
  without,
} from './small-set.ts';

const standard = { default: cell('>=', 90) };
const fact = (value: unknown): Doc =>
  indicator('1.1', 'cho', 'boolean', { default: { ...cell('=', true), value } });
const rule = { code: 'r', takes: 'NUI', textVi: 'a', textEn: 'a', confidence: 'source' };
const signed = (...people: string[]): Doc =>
  water({ default: cell('>=', 90, { signatures: people.map((by) => ({ by, on: '2026-01-01' })) }) });
const ofYears = (...years: string[]): Doc =>
  water({ byYear: Object.fromEntries(years.map((year) => [year, standard])) });
const folder = (document: Doc, ...files: unknown[]) => {
  const { criteria: _, ...head } = document;
  const parts = files.map((text, index) => ({ file: `0${index + 1}.json`, text }));
  return parseSetFolder([{ file: 'set.json', text: head }, ...parts], dictionary());
};

describe('exactly these faults are told', () => {
  it.each([
    ['one person who signs twice with a blank', one(signed('Lan', ' lan ')), ['set.signed-twice @ 1 > 1.1']],
    ['two people', one(signed('Lan', 'Minh')), []],
    [
      'a measure that is misspelt, with a standard left to the province',
      one(
        water(
          { default: { delegatedTo: 'tinh', textVi: 'a', textEn: 'a', confidence: 'source' } },
          { measure: { type: 'percents' } },
        ),
      ),
      ['set.not-a-choice @ 1 > 1.1 @ measure > type'],
    ],
    ['a fact in words', one(fact('có')), ['set.wrong-type @ 1 > 1.1 @ value']],
    [
      'a threshold that is a yes',
      one(water({ default: cell('>=', true) })),
      ['set.wrong-type @ 1 > 1.1 @ value'],
    ],
    [
      'a cell without its threshold',
      one(water({ default: without(cell('>=', 90), 'value') })),
      ['set.key-absent @ 1 > 1.1 @ value'],
    ],
    [
      'a misspelt comparison of an indicator without a code',
      one(without(water({ default: cell('>', 90) }), 'code')),
      ['set.not-a-choice @ 1 > #1 @ indicators > op', 'set.key-absent @ 1 > #1 @ indicators > code'],
    ],
    [
      'a misspelt comparison of the general column',
      one(water({ default: cell('>', 90), by: { NUI: cell('>=', 90), BANG: cell('>=', 90) } })),
      ['set.not-a-choice @ 1 > 1.1 @ op'],
    ],
    [
      'columns that cannot be read, with a special rule',
      { ...good, dimension: { code: 'r', nameVi: 'a', nameEn: 'a', values: 'NUI' }, specialRules: [rule] },
      ['set.wrong-type @ dimension > values'],
    ],
    [
      'a special rule whose column is a number',
      { ...good, specialRules: [{ ...rule, takes: 7 }] },
      ['set.wrong-type @ r @ takes'],
    ],
    [
      'two groups without a code',
      { ...good, groups: [1, 2].map(() => ({ nameVi: 'a', nameEn: 'a' })) },
      ['set.key-absent @ #1 @ groups > code', 'set.key-absent @ #2 @ groups > code'],
    ],
    ['no day of effect', without(good, 'effectiveFrom'), ['set.key-absent @ effectiveFrom']],
    [
      'a figure without a code',
      one(water(standard, { figures: { '': { confidence: 'source' } } })),
      ['set.key-absent @ 1 > 1.1 @ code'],
    ],
    [
      'a figure of the nameless part that is a number',
      one(water(standard, { figures: { '': 7 } })),
      ['set.wrong-type @ 1 > 1.1 @ figures > ""'],
    ],
    ['an id that ends as a path', { ...good, id: 'bo/../../etc' }, ['set.id-letters']],
    ['an id with a second line', { ...good, id: 'bo-thu\nx' }, ['set.id-letters']],
    [
      'a misspelt key of a criterion',
      setDocument([criterion('1', [water(standard)], { kye: true })]),
      ['set.key-unknown @ 1 @ kye'],
    ],
    [
      'a group that is not in the list',
      setDocument([criterion('1', [water(standard)], { group: 'I' }), criterion('2', [], { group: 'IX' })], {
        groups: [{ code: 'I', nameVi: 'a', nameEn: 'a' }],
      }),
      ['set.group-unknown @ 2'],
    ],
    ['a year with a nought in front', one(ofYears('02021')), ['set.year-unreachable @ 1 > 1.1 > 02021']],
    ['a year with a decimal', one(ofYears('2021.0')), ['set.year-unreachable @ 1 > 1.1 > 2021.0']],
    ['a year after the period', one(ofYears('2022', '2023')), ['set.year-unreachable @ 1 > 1.1 > 2023']],
  ])('%s', (_name, document, faults) => {
    expect(placesOf(faultsOf(document))).toEqual(faults);
  });

  it('a column written in two ways of the same letters is named', () => {
    const columns = Object.fromEntries(
      ['NUI', 'BANG', '\u00C1', 'A\u0301'].map((code) => [code, cell('>=', 90)]),
    );
    const twice = faultsOf(one(water({ by: columns }))).find(({ code }) => code === 'set.code-twice');
    expect(twice?.vi).toBe('Mã Á dùng hai lần.');
  });

  it('a dictionary that is cut off, and a figure of it without a code', () => {
    expect(placesOf(parseFigures('{', 'figures.json').refused)).toEqual(['set.cut-off']);
    const nameless = { nameVi: 'a', nameEn: 'a', kind: 'share', decimals: 0, merge: 'sum' };
    const { refused } = parseFigures({ format: 1, figures: [nameless] }, 'figures.json');
    expect(placesOf(refused)).toEqual(['set.key-absent @ #1 @ figures > code']);
  });

  it('a file in a loop, and one that cannot be read, have nothing unfinished besides', () => {
    const loop: Doc = {};
    loop.self = loop;
    expect(parse(loop)).toMatchObject({
      refused: [{ code: 'set.too-deep', path: '', values: { detail: '' } }],
      unfinished: [],
    });
  });

  it('a key written twice names its line, not the last of the file', () => {
    expect(faultsOf('{\n"id": 1,\n"id": 2,\n"version": 1\n}')[0]?.values.line).toBe('3');
  });
});

describe('a set is read whole', () => {
  it('with twenty conditions in a cell', () => {
    const parts = Array.from('abcdefghijklmnopqrst');
    const figures = Object.fromEntries(parts.map((part) => [part, { code: 'nuoc', confidence: 'source' }]));
    const twenty = anyOf(...parts.map((part) => ({ part, op: '>=', value: 90 })));
    expect(placesOf(faultsOf(one(water({ default: twenty }, { figures }))))).toEqual([]);
  });

  it('with a standard of men and another of women', () => {
    const apart = allOf({ part: 'male', op: '>=', value: 90 }, { part: 'female', op: '>=', value: 80 });
    const set = parse(one({ ...menAndWomen(), standards: { default: apart } })).set;
    expect(set?.criteria[0]?.indicators[0]?.rule).toMatchObject({
      of: {
        kind: 'all',
        of: [
          { kind: 'atLeast', part: 'male', value: '90' },
          { kind: 'atLeast', part: 'female', value: '80' },
        ],
      },
    });
  });

  it('and an indicator without sources has none', () => {
    const set = parse(one(without(water(standard), 'sources'))).set;
    expect(set?.criteria[0]?.indicators[0]?.sources).toEqual([]);
  });
});

describe('of a folder', () => {
  const first = criterion('1', [water(standard)]);

  it('a fault of a criterion names the criterion beside its file', () => {
    const { refused } = folder(good, { ...first, nameVi: 7 });
    expect(refused.map(({ file, path, values }) => [file, path, values.key])).toEqual([
      ['01.json', '1', 'nameVi'],
    ]);
  });

  it.each([
    [null],
    [7],
    [[]],
    [without(first, 'code')],
    [{ ...first, code: null }],
    [{ ...first, code: ['1'] }],
  ])('a file that holds no criterion with a code is refused under its own name: %j', (file) => {
    const { set, refused } = folder(good, file);
    expect(set).toBeNull();
    expect(refused[0]).toMatchObject({ file: '01.json', path: '' });
  });

  it('counts that do not add up are told', () => {
    const document = { ...good, declaredCounts: { criteria: 1, indicators: 2 } };
    expect(placesOf(folder(document, first).refused)).toEqual(['set.counts-contradict']);
  });

  it('a criterion that cannot be read is not called missing besides', () => {
    const two = { ...good, declaredCounts: { criteria: 2, indicators: 2 } };
    const { refused, unfinished } = folder(two, first, '{"code": "2",}');
    expect([placesOf(refused), unfinished]).toEqual([['set.not-json'], []]);
  });

  it('without a head that can be read nothing is unfinished', () => {
    expect(parseSetFolder([{ file: 'set.json', text: '' }], dictionary()).unfinished).toEqual([]);
  });
});
