// The standards that the check refuses, each fault with its file and place in words an official can act on.
import { describe, expect, it } from 'vitest';
import { codesOf, good, one, parse, water } from './small-documents.ts';
import {
  allOf,
  anyOf,
  cell,
  criterion,
  type Doc,
  incompleteWords,
  indicator,
  setDocument,
} from './small-set.ts';

describe('a standard is refused', () => {
  it.each([
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
      'more indicators than declared, though a criterion is still to come',
      setDocument(
        [
          criterion('1', [
            water({ default: cell('>=', 90) }),
            indicator('1.2', 'cho', 'boolean', { default: cell('=', true) }),
          ]),
        ],
        { declaredCounts: { criteria: 2, indicators: 1 } },
      ),
      'set.counts-contradict @ ',
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

  it('names the part that has no figure, and the figure that no standard uses', () => {
    const use = { code: 'nuoc', confidence: 'source' };
    const said = (figures: Doc, more: Doc) =>
      parse(one(water({ default: cell('>=', 90, more) }, { figures }))).refused.map(({ vi }) => vi);
    expect(said({ '': use }, { part: 'clean' })).toEqual([
      'Mức yêu cầu nói đến phần clean nhưng chỉ tiêu không có số liệu nào cho phần ấy.',
      'Số liệu của phần "" không mức yêu cầu nào dùng đến.',
    ]);
    expect(said({ clean: use }, {})).toEqual([
      'Mức yêu cầu nói đến phần "" nhưng chỉ tiêu không có số liệu nào cho phần ấy.',
      'Số liệu của phần clean không mức yêu cầu nào dùng đến.',
    ]);
  });
});
