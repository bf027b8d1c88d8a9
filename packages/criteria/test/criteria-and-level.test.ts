// How verdicts add up: indicators into criteria, criteria and further conditions into the level, and which column counts.
import {
  type CriteriaSet,
  compile,
  dimensionsOf,
  explain,
  UnknownColumnError,
  type Verdict,
  verdictOf,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { absent, plain, share } from './shipped-law.ts';
import { first, judge, type Law, type Readings } from './small-laws.ts';
import { cell, criterion, goodSet, indicator, setDocument } from './small-set.ts';

describe('criteria', () => {
  const yes = (code: string, figure: string, more = {}) =>
    indicator(code, figure, 'boolean', { default: cell('=', true) }, more);
  const pair = (): CriteriaSet =>
    goodSet(
      setDocument([
        criterion('1', [yes('1.1', 'cho', { ifPresent: true }), yes('1.2', 'nha-tam', { ifPresent: true })]),
      ]),
    );
  const of = (set: Law, readings: Readings): Verdict => verdictOf(judge(set, readings).criteria[0]);

  it.each([
    ['all met', { cho: plain(1), 'nha-tam': plain(1) }, 'met'],
    ['one not met', { cho: plain(1), 'nha-tam': plain(0) }, 'notMet'],
    ['one unknown', { cho: plain(1) }, 'unknown'],
    ['one not met and one unknown', { cho: plain(0) }, 'notMet'],
    ['one not applicable', { cho: plain(1), 'nha-tam': absent }, 'met'],
    ['one not applicable and one unknown', { 'nha-tam': absent }, 'unknown'],
    ['none applicable', { cho: absent, 'nha-tam': absent }, 'notApplicable'],
  ] as const)('%s', (_name, readings, verdict) => {
    expect(of(pair, readings)).toBe(verdict);
  });

  it('with an incomplete list is never met, not even not applicable, but can fail', () => {
    for (const declaredIndicators of [3, null]) {
      const open = goodSet(
        setDocument([criterion('1', [yes('1.1', 'cho', { ifPresent: true })], { declaredIndicators })], {
          declaredCounts: { criteria: 1, indicators: 3 },
        }),
      );
      expect(of(open, { cho: plain(1) })).toBe('unknown');
      expect(of(open, { cho: absent })).toBe('unknown');
      expect(of(open, { cho: plain(0) })).toBe('notMet');
    }
  });

  it('without any indicator is never met', () => {
    const empty = goodSet(setDocument([criterion('1', [])]));
    expect(of(empty, {})).toBe('unknown');
  });

  it('are counted by verdict', () => {
    const set = goodSet(
      setDocument([
        criterion('1', [yes('1.1', 'cho')]),
        criterion('2', [yes('2.1', 'nha-tam')]),
        criterion('3', [yes('3.1', 'cho', { ifPresent: true })]),
        criterion('4', [indicator('4.1', 'nuoc', 'percent', { default: cell('>=', 1) })]),
      ]),
    );
    expect(judge(set, { cho: plain(1), 'nha-tam': plain(0) }).counts).toEqual({
      met: 2,
      notMet: 1,
      unknown: 1,
      notApplicable: 0,
    });
  });
});

describe('the level', () => {
  const yes = (code: string, figure: string, more = {}) =>
    indicator(code, figure, 'boolean', { default: cell('=', true) }, more);
  const further = [yes('DK.1', 'van-ban', { measure: { type: 'document' } })];
  const strict = (): CriteriaSet =>
    goodSet(setDocument([criterion('1', [yes('1.1', 'cho', { ifPresent: true })])], { conditions: further }));

  it.each([
    ['criteria met, condition not given', { cho: plain(1) }, 'unknown', 'met'],
    ['criteria met, condition met', { cho: plain(1), 'van-ban': plain(1) }, 'met', 'met'],
    ['criteria met, condition failed', { cho: plain(1), 'van-ban': plain(0) }, 'notMet', 'met'],
    ['criteria failed', { cho: plain(0), 'van-ban': plain(1) }, 'notMet', 'notMet'],
    ['criteria unknown, condition failed', { 'van-ban': plain(0) }, 'notMet', 'unknown'],
    ['a criterion that does not apply is satisfied', { cho: absent, 'van-ban': plain(1) }, 'met', 'met'],
  ] as const)('%s', (_name, readings, verdict, criteria) => {
    expect(judge(strict, readings).level).toMatchObject({ verdict, criteria, points: null });
  });

  it('stays unknown while a declared criterion is not listed', () => {
    const missing = goodSet(
      setDocument([criterion('1', [yes('1.1', 'cho')])], { declaredCounts: { criteria: 2, indicators: 1 } }),
    );
    expect(judge(missing, { cho: plain(1) }).level.verdict).toBe('unknown');
  });

  it('stays unknown while one of several criteria is not listed in full', () => {
    const part = goodSet(
      setDocument(
        [
          criterion('1', [yes('1.1', 'cho', { points: 10 })]),
          criterion('2', [yes('2.1', 'cho', { points: 10 })], { declaredIndicators: 2 }),
        ],
        { declaredCounts: { criteria: 2, indicators: 3 }, scoring: { type: 'points', passMark: 80 } },
      ),
    );
    expect(judge(part, { cho: plain(0) }).level.verdict).toBe('unknown');
  });

  const village = (passMark = 80): CriteriaSet =>
    goodSet(
      setDocument(
        [
          criterion('1', [
            yes('1.1', 'cho', { points: 60, ifPresent: true }),
            yes('1.2', 'nha-tam', { points: 30 }),
            yes('1.3', 'van-ban', { points: 10, measure: { type: 'document' } }),
          ]),
        ],
        { unitLevel: 'thon', scoring: { type: 'points', passMark } },
      ),
    );

  it.each([
    ['enough points', { cho: plain(1), 'nha-tam': plain(1) }, 'met', 90, 10],
    ['could still be enough', { cho: plain(1), 'nha-tam': plain(0) }, 'notMet', 60, 10],
    ['open points could decide', { cho: plain(1) }, 'unknown', 60, 40],
    ['exactly the mark is possible', { 'nha-tam': plain(1), 'van-ban': plain(1) }, 'unknown', 40, 60],
    [
      'what does not apply gives its points',
      { cho: absent, 'nha-tam': plain(1), 'van-ban': plain(0) },
      'met',
      90,
      0,
    ],
  ] as const)('with points: %s', (_name, readings, verdict, earned, open) => {
    expect(judge(village(), readings).level).toEqual({
      verdict,
      criteria: verdict,
      points: { earned, open, passMark: 80 },
    });
  });

  it('with points: exactly the mark is enough, and may still be reached', () => {
    const level = (passMark: number) =>
      judge(village(passMark), { cho: plain(1), 'nha-tam': plain(0) }).level.verdict;
    expect([level(60), level(70), level(71)]).toEqual(['met', 'unknown', 'notMet']);
  });

  it('with points never fails while indicators are not listed', () => {
    const open = goodSet(
      setDocument([criterion('1', [yes('1.1', 'cho', { points: 10 })], { declaredIndicators: 2 })], {
        declaredCounts: { criteria: 1, indicators: 2 },
        scoring: { type: 'points', passMark: 80 },
      }),
    );
    expect(judge(open, { cho: plain(0) }).level.verdict).toBe('unknown');
  });
});

describe('columns', () => {
  const special = (takes = 'NUI'): CriteriaSet =>
    goodSet(
      setDocument(
        [
          criterion('1', [
            indicator('1.1', 'nuoc', 'percent', { by: { NUI: cell('>=', 50), BANG: cell('>=', 90) } }),
          ]),
        ],
        {
          specialRules: [
            {
              code: 'dieu-1',
              takes,
              textVi: 'Xã khó khăn',
              textEn: 'Poor communes',
              confidence: 'source',
              source: 'x',
            },
          ],
        },
      ),
    );

  it('a commune under the special rule takes the other column', () => {
    expect(first(special(), { nuoc: share(60, 100) }, 'BANG')).toBe('notMet');
    expect(first(special(), { nuoc: share(60, 100) }, 'BANG/dieu-1')).toBe('met');
    const said = explain(compile(special(), 'BANG/dieu-1', 2020), new Map([['nuoc', share(60, 100)]]), 'vi');
    expect(said.criteria[0]?.indicators[0]?.citation).toMatchObject({
      column: 'Miền núi',
      columnCode: 'NUI',
      special: 'Xã khó khăn',
    });
  });

  it('lists what a unit may be signed for', () => {
    expect(dimensionsOf(special())).toEqual(['NUI', 'BANG', 'NUI/dieu-1', 'BANG/dieu-1']);
  });

  it.each(['BIEN', 'NUI/dieu-9', 'nui', ''])(
    'refuses a column that the set does not have: %s',
    (dimension) => {
      const ask = () => compile(special(), dimension, 2020);
      expect(ask).toThrow(UnknownColumnError);
      expect(ask).toThrow(`bo-thu has no column ${dimension}`);
      expect(ask).toThrow(expect.objectContaining({ code: 'dimension.unknown', dimension }));
    },
  );

  it('the special rule may lead to any column, not only the first', () => {
    const law = special('BANG');
    expect(first(law, { nuoc: share(60, 100) }, 'NUI')).toBe('met');
    expect(first(law, { nuoc: share(60, 100) }, 'NUI/dieu-1')).toBe('notMet');
  });

  it('a set without columns judges every unit alike', () => {
    const plainSet = goodSet(
      setDocument([criterion('1', [indicator('1.1', 'cho', 'boolean', { default: cell('=', true) })])], {
        dimension: null,
      }),
    );
    expect(first(plainSet, { cho: plain(1) }, null)).toBe('met');
    expect(first(plainSet, { cho: plain(1) }, 'NUI')).toBe('met');
    expect(dimensionsOf(plainSet)).toEqual([]);
  });
});
