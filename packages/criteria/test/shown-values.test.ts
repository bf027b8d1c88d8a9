// Values, standards and gaps as programs read them, and rates that are never rounded across their standard.
import { type CriteriaSet, compile, type EngineNumber, type Reading, trace } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { bare, plain, share } from './shipped-law.ts';
import {
  both,
  craft,
  either,
  green,
  income,
  jobs,
  judged,
  type Law,
  market,
  PARTS,
  poverty,
  roads,
  said,
  shacks,
  water,
} from './small-laws.ts';
import { allOf, anyOf, cell, indicator, oneIndicator } from './small-set.ts';

/** The rate in the brackets of the reason, and the same rate for programs. */
function expectShown(law: Law, reading: Reading, shown: string, value: number): void {
  const item = said(law, { nuoc: reading });
  expect(item.reason).toContain(`(${shown})`);
  expect(item.value).toBe(value);
}

describe('a shown figure is never rounded across its standard', () => {
  it.each([
    ['just under', 8999, 10000, '89,99%', 89.99],
    ['a hair under', 899999, 1000000, '89,9999%', 89.9999],
    ['less than a millionth under', 89999999999, 100000000000, '89,999999%', 89.999999],
    ['exactly', 9, 10, '90%', 90],
    ['a hair over', 900001, 1000000, '90,0001%', 90.0001],
    ['less than a millionth over', 90000000001, 100000000000, '90,000001%', 90.000001],
    ['a hair under, in whole millions', 44999999, 49999999, '89,999999%', 89.999999],
    ['a hair over, in whole millions', 44999992, 49999991, '90,000001%', 90.000001],
    ['far away', 2, 3, '66,7%', 66.666667],
  ])('%s', (_name, numerator, denominator, shown, value) => {
    expectShown(water, share(numerator, denominator), shown, value);
  });

  it.each([
    [47859067, 67108907, 71.315521],
    [50038905, 67109129, 74.563484],
    [45000000, 67109129, 67.054961],
  ])('%i of %i is right in the sixth decimal, however near a half it stands', (top, bottom, value) => {
    expect(said(water, { nuoc: share(top, bottom) }).value).toBe(value);
  });

  it('nor is any of several conditions, each by its own standard', () => {
    const shown = (law: typeof both) =>
      said(law, { nuoc: share(8999, 10000), 'nuoc/sach': share(4999, 10000) });
    for (const law of [both, either]) {
      expect(shown(law).reason).toContain('(89,99%)');
      expect(shown(law).reason).toContain('(49,99%)');
      expect(said(law, { nuoc: share(89999999999, 100000000000), 'nuoc/sach': share(1, 2) }).value).toBe(
        89.999999,
      );
    }
    expect(said(jobs, { 'viec/nam': share(8999, 10000), 'viec/nu': share(2, 3) }).reason).toMatch(
      /89,99%.*66,7%/,
    );
  });

  const between = (): CriteriaSet =>
    oneIndicator(
      indicator('1.1', 'nuoc', 'percent', {
        default: allOf({ op: '>=', value: 80 }, { op: '<=', value: 90 }),
      }),
    );

  it.each([
    ['just over the second bound', 9004, 10000, '90,04%', 90.04],
    ['on the second bound', 9, 10, '90%', 90],
    ['less than a millionth over the second bound', 90000000001, 100000000000, '90,000001%', 90.000001],
    ['just under the first bound', 7996, 10000, '79,96%', 79.96],
    ['less than a millionth under the first bound', 79999999999, 100000000000, '79,999999%', 79.999999],
    ['between the two', 85.04, 100, '85%', 85.04],
  ])('nor across the second of two bounds: %s', (_name, numerator, denominator, shown, value) => {
    expectShown(between, share(numerator, denominator), shown, value);
  });

  it('nor across any bound of a figure that is a part of its own, or of a rate per head', () => {
    const clean = oneIndicator(
      indicator(
        '1.1',
        'nuoc',
        'percent',
        { default: cell('>=', 90, { part: 'clean' }) },
        { figures: { clean: PARTS.clean } },
      ),
    );
    expect(said(clean, { 'nuoc/sach': share(89999999999, 100000000000) }).value).toBe(89.999999);
    const perHead = oneIndicator(
      indicator('1.1', 'cay-xanh', 'ratio', {
        default: allOf({ op: '>=', value: 2 }, { op: '<=', value: 4 }),
      }),
    );
    const item = said(perHead, { 'cay-xanh': share('4001', '1000') });
    expect([item.verdict, item.value]).toEqual(['notMet', 4.001]);
    expect(item.reason).toContain('bằng 4,001');
  });

  it('on a standard with decimals it is shown with them', () => {
    const law = oneIndicator(indicator('1.1', 'nuoc', 'percent', { default: cell('>=', '88.25') }));
    expect(said(law, { nuoc: share(353, 400) }).reason).toBe(
      'Đạt: 353 trên 400 hộ (88,25%), mức yêu cầu từ 88,25% trở lên.',
    );
  });

  it('as the first engine showed it, a value may lie on the second bound: it is kept for what it judged', () => {
    const readings = new Map([['nuoc', share(90000000001, 100000000000)]]);
    const value = (engine: EngineNumber) =>
      trace(compile(between(), 'NUI', 2020, engine), readings).criteria[0]?.indicators[0]?.value;
    expect([value(1), value(2)]).toEqual([90, 90.000001]);
  });

  it('the first engine too keeps it off the first bound', () => {
    const readings = new Map([['nuoc', share(79999999999, 100000000000)]]);
    const first = trace(compile(between(), 'NUI', 2020, 1), readings).criteria[0]?.indicators[0];
    expect([first?.verdict, first?.value]).toEqual(['notMet', 79.999999]);
  });

  it.each([
    ['one standard', water, ['90']],
    ['two bounds of one figure', between, ['80', '90']],
    ['a standard for each of two parts: the one of the value that is shown', both, ['90']],
    ['a fact', market, []],
    ['what an office judges', judged, []],
    ['men and women, of whom no single value is shown', jobs, []],
  ] as const)('the standards that it may not be rounded across: %s', (_name, law, bounds) => {
    expect(compile(law(), 'NUI', 2020).indicators[0]?.bounds).toEqual(bounds);
  });

  it('but where nobody knows the standard there is none to be rounded across', () => {
    expect(compile(water(), null, 2020).indicators[0]?.bounds).toEqual([]);
    expect(said(water, { nuoc: share(89999999999, 100000000000) }, 'vi', null).value).toBe(90);
  });

  it("nor kept off another part's standard", () => {
    const item = said(both, { nuoc: share(4999, 10000), 'nuoc/sach': share(8999, 10000) });
    expect(item.reason).toContain('(50%)');
    expect(item.verdict).toBe('notMet');
    expect(said(both, { nuoc: share(49999999999, 100000000000), 'nuoc/sach': share(9, 10) }).value).toBe(50);
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

describe('gaps and standards off the beaten track', () => {
  it('a length beyond the columns lacks whole metres', () => {
    expect(said(roads, { duong: share('11.200001', '12.4') }).gaps).toEqual([
      { part: '', amount: '1.2', direction: 'short', points: false },
    ]);
    expect(said(roads, { duong: share('11.199999', '12.4') }).gaps[0]?.amount).toBe('1.201');
  });

  it.each([
    [
      allOf(
        { op: '>=', value: 90 },
        {
          any: [
            { op: '>=', value: 95 },
            { part: 'clean', op: '>=', value: 5 },
          ],
        },
      ),
      '>=90; (>=95 | clean>=5)',
    ],
    [
      anyOf(
        { op: '>=', value: 90 },
        {
          all: [
            { op: '>=', value: 50 },
            { part: 'clean', op: '>=', value: 5 },
          ],
        },
      ),
      '>=90 | (>=50; clean>=5)',
    ],
    [cell('>=', '90.50'), '>=90.5'],
  ])('%j reads %s', (standard, text) => {
    const law = oneIndicator(
      indicator(
        '1.1',
        'nuoc',
        'percent',
        { default: standard },
        { figures: standard.op === undefined ? PARTS : { '': PARTS[''] } },
      ),
    );
    expect(said(law, {}).standard).toBe(text);
  });

  it('one figure that is a part of its own is the value shown', () => {
    const law = oneIndicator(
      indicator(
        '1.1',
        'nuoc',
        'percent',
        { default: cell('>=', 90, { part: 'clean' }) },
        { figures: { clean: PARTS.clean } },
      ),
    );
    expect(said(law, { 'nuoc/sach': share(1, 4) })).toMatchObject({ value: 25, standard: 'clean>=90' });
  });
});
