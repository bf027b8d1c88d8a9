// How one figure, or a few, are held against a standard.
import { describe, expect, it } from 'vitest';
import { absent, bare, plain, share } from './shipped-law.ts';
import {
  both,
  craft,
  first,
  green,
  income,
  jobs,
  judged,
  market,
  PARTS,
  poverty,
  shacks,
  water,
  whyOf,
} from './small-laws.ts';
import { allOf, anyOf, cell, indicator, oneIndicator } from './small-set.ts';

describe('one standard', () => {
  it.each([
    ['a household more than the standard', water, { nuoc: share(91, 100) }, 'met'],
    ['exactly the standard', water, { nuoc: share(90, 100) }, 'met'],
    ['a household short', water, { nuoc: share(89, 100) }, 'notMet'],
    ['a hair under the standard', water, { nuoc: share('899999', '1000000') }, 'notMet'],
    [
      'values beyond what a float holds, equal to the standard',
      water,
      { nuoc: share('81000000000000', '90000000000000') },
      'met',
    ],
    [
      'values beyond what a float holds, one under',
      water,
      { nuoc: share('80999999999999', '90000000000000') },
      'notMet',
    ],
    ['more decimals than the figure is counted in', water, { nuoc: share('0.9', '1') }, 'met'],
    ['no total', water, { nuoc: { numerator: '90', denominator: null, applicable: true } }, 'unknown'],
    ['a total of zero', water, { nuoc: share(0, 0) }, 'unknown'],
    ['a part above its total', water, { nuoc: share(101, 100) }, 'unknown'],
    ['a negative part', water, { nuoc: share('-1', '100') }, 'unknown'],
    ['a word', water, { nuoc: share('nhiều', '100') }, 'unknown'],
    ['an empty row', water, { nuoc: { numerator: null, denominator: '100', applicable: true } }, 'unknown'],
    ['a bare per cent at the standard', water, { nuoc: bare('90') }, 'met'],
    ['a bare per cent below it in the sixth decimal', water, { nuoc: bare('89.999999') }, 'notMet'],
    ['a bare per cent over 100', water, { nuoc: bare('100.001') }, 'unknown'],
    ['a bare per cent over 100 in the sixth decimal', water, { nuoc: bare('100.000001') }, 'unknown'],
    ['poverty at its ceiling', poverty, { ngheo: share(12, 100) }, 'met'],
    ['poverty a household over', poverty, { ngheo: share(13, 100) }, 'notMet'],
    ['no poverty', poverty, { ngheo: share(0, 100) }, 'met'],
    ['poverty with huge counts', poverty, { ngheo: share('12000000000001', '99999999999999') }, 'notMet'],
    ['income at the standard of the year', income, { 'thu-nhap': plain(36) }, 'met'],
    ['income under it', income, { 'thu-nhap': plain('35.999999') }, 'notMet'],
    ['a negative number', income, { 'thu-nhap': plain('-3') }, 'notMet'],
    ['a bare per cent for a number', income, { 'thu-nhap': { ...plain(50), bare: true } }, 'unknown'],
    ['a ratio at the standard', green, { 'cay-xanh': share('2500', '1000') }, 'met'],
    ['a ratio under it', green, { 'cay-xanh': share('2499.99', '1000') }, 'notMet'],
    ['a ratio above one', green, { 'cay-xanh': share('9000', '1000') }, 'met'],
    ['a market', market, { cho: plain(1) }, 'met'],
    ['no market', market, { cho: plain(0) }, 'notMet'],
    ['two markets are not a yes', market, { cho: plain(2) }, 'unknown'],
    ['half a market', market, { cho: plain('0.5') }, 'unknown'],
    ['no shacks, which must not exist', shacks, { 'nha-tam': plain(0) }, 'met'],
    ['shacks', shacks, { 'nha-tam': plain(1) }, 'notMet'],
  ] as const)('%s', (_name, set, readings, verdict) => {
    expect(first(set, readings)).toBe(verdict);
  });

  it('asks of each region its own standard', () => {
    expect(first(water, { nuoc: share(955, 1000) }, 'BANG')).toBe('met');
    expect(first(water, { nuoc: share(954, 1000) }, 'BANG')).toBe('notMet');
  });

  it('asks of each year its own standard and of no year another one', () => {
    expect(first(income, { 'thu-nhap': plain('38.499') }, 'NUI', 2021)).toBe('notMet');
    expect(first(income, { 'thu-nhap': plain('38.5') }, 'NUI', 2021)).toBe('met');
    expect(first(income, { 'thu-nhap': plain(99) }, 'NUI', 2022)).toBe('unknown');
    expect(whyOf(income, { 'thu-nhap': plain(99) }, 'NUI', 2022)).toBe('no-year');
  });

  it('keeps a threshold exact that is too large for quick arithmetic', () => {
    const rich = oneIndicator(
      indicator('1.1', 'thu-nhap', 'number', { default: cell('>=', '9000000000000') }),
    );
    expect(first(rich, { 'thu-nhap': plain('9000000000000') })).toBe('met');
    expect(first(rich, { 'thu-nhap': plain('8999999999999.999999') })).toBe('notMet');
    const wide = oneIndicator(indicator('1.1', 'cay-xanh', 'ratio', { default: cell('>=', 250000) }));
    expect(first(wide, { 'cay-xanh': share('250000', '1') })).toBe('met');
    expect(first(wide, { 'cay-xanh': share('249999.99', '1') })).toBe('notMet');
  });
});

describe('what stays unknown', () => {
  it('a unit whose region is not known', () => {
    expect(first(poverty, { ngheo: share(0, 100) }, null)).toBe('unknown');
    expect(whyOf(poverty, { ngheo: share(0, 100) }, null)).toBe('no-column');
  });

  it('a year outside the period', () => {
    expect(whyOf(water, { nuoc: share(100, 100) }, 'NUI', 2019)).toBe('outside-period');
    expect(whyOf(water, { nuoc: share(100, 100) }, 'NUI', 2023)).toBe('outside-period');
    expect(first(water, { nuoc: share(100, 100) }, 'NUI', 2023)).toBe('unknown');
  });

  it.each([
    ['a null standard', null, 'standard-null'],
    ['an unsure standard', cell('>=', 10, { confidence: 'unsure' }), 'standard-unsure'],
    ['a prototype standard', cell('>=', 10, { confidence: 'prototype' }), 'standard-unsure'],
    [
      'a standard that nobody says where it was read',
      cell('>=', 10, { source: null }),
      'standard-without-source',
    ],
  ])('%s', (_name, standard, why) => {
    const set = oneIndicator(indicator('1.1', 'nuoc', 'percent', { default: standard }));
    expect(first(set, { nuoc: share(100, 100) })).toBe('unknown');
    expect(whyOf(set, { nuoc: share(100, 100) })).toBe(why);
  });

  it('a standard left to the province', () => {
    const left = {
      delegatedTo: 'province',
      textVi: 'Tỉnh quy định',
      textEn: 'By the province',
      confidence: 'source',
      source: 'x',
    };
    const set = oneIndicator(
      indicator(
        '1.1',
        'nuoc',
        'percent',
        { default: left },
        { measure: { type: 'percent', delegated: true } },
      ),
    );
    expect(whyOf(set, { nuoc: share(100, 100) })).toBe('delegated');
  });

  it('but a remembered standard decides, and so does an unsure one that two people signed', () => {
    const remembered = oneIndicator(
      indicator('1.1', 'nuoc', 'percent', { default: cell('>=', 10, { confidence: 'memory' }) }),
    );
    expect(first(remembered, { nuoc: share(100, 100) })).toBe('met');
    const sign = (by: string) => ({ by, on: '2026-01-02' });
    const signed = (...people: string[]) =>
      oneIndicator(
        indicator('1.1', 'nuoc', 'percent', {
          default: cell('>=', 10, { confidence: 'unsure', signatures: people.map(sign) }),
        }),
      );
    expect(first(signed('Lan'), { nuoc: share(100, 100) })).toBe('unknown');
    expect(first(signed('Lan', 'Minh'), { nuoc: share(100, 100) })).toBe('met');
  });
});

describe('several conditions in one cell', () => {
  const either = () =>
    oneIndicator(
      indicator(
        '1.1',
        'nuoc',
        'percent',
        { default: anyOf({ op: '>=', value: 90 }, { part: 'clean', op: '>=', value: 50 }) },
        { figures: PARTS, ifPresent: true },
      ),
    );
  const good = share(95, 100);
  const poor = share(10, 100);

  it.each([
    ['both hold', { nuoc: good, 'nuoc/sach': good }, 'met'],
    ['the first fails', { nuoc: poor, 'nuoc/sach': good }, 'notMet'],
    ['the second fails', { nuoc: good, 'nuoc/sach': poor }, 'notMet'],
    ['one is missing', { nuoc: good }, 'unknown'],
    ['one is missing and the other fails', { 'nuoc/sach': poor }, 'notMet'],
    ['nothing is given', {}, 'unknown'],
  ] as const)('all of them: %s', (_name, readings, verdict) => {
    expect(first(both, readings)).toBe(verdict);
  });

  it.each([
    ['one holds', { nuoc: good, 'nuoc/sach': poor }, 'met'],
    ['one holds, the other is missing', { 'nuoc/sach': good }, 'met'],
    ['one fails, the other is missing', { nuoc: poor }, 'unknown'],
    ['both fail', { nuoc: poor, 'nuoc/sach': poor }, 'notMet'],
    ['neither is there', { nuoc: absent, 'nuoc/sach': absent }, 'notApplicable'],
    ['one is not there and the other fails', { nuoc: absent, 'nuoc/sach': poor }, 'unknown'],
  ] as const)('any of them: %s', (_name, readings, verdict) => {
    expect(first(either, readings)).toBe(verdict);
  });

  it('"not there" for one part and a figure for the other contradict each other', () => {
    const optional = oneIndicator(
      indicator(
        '1.1',
        'nuoc',
        'percent',
        { default: allOf({ op: '>=', value: 90 }, { part: 'clean', op: '>=', value: 50 }) },
        { figures: PARTS, ifPresent: true },
      ),
    );
    expect(first(optional, { nuoc: absent, 'nuoc/sach': good })).toBe('unknown');
    expect(first(optional, { nuoc: absent, 'nuoc/sach': absent })).toBe('notApplicable');
  });

  it('an all inside an any', () => {
    const set = oneIndicator(
      indicator(
        '1.1',
        'nuoc',
        'percent',
        {
          default: anyOf(
            { op: '>=', value: 90 },
            {
              all: [
                { op: '>=', value: 50 },
                { part: 'clean', op: '>=', value: 50 },
              ],
            },
          ),
        },
        { figures: PARTS },
      ),
    );
    expect(first(set, { nuoc: share(50, 100), 'nuoc/sach': share(50, 100) })).toBe('met');
    expect(first(set, { nuoc: share(50, 100), 'nuoc/sach': share(49, 100) })).toBe('notMet');
  });
});

describe('men and women apart', () => {
  it('each must reach the standard', () => {
    expect(first(jobs, { 'viec/nam': share(90, 100), 'viec/nu': share(90, 100) })).toBe('met');
    expect(first(jobs, { 'viec/nam': share(100, 100), 'viec/nu': share(89, 100) })).toBe('notMet');
    expect(first(jobs, { 'viec/nam': share(89, 100), 'viec/nu': share(100, 100) })).toBe('notMet');
  });

  it('one of them alone is not enough to know', () => {
    expect(first(jobs, { 'viec/nam': share(100, 100) })).toBe('unknown');
    expect(whyOf(jobs, { 'viec/nam': share(100, 100) })).toBe('by-sex');
  });
});

describe('documents and judgements', () => {
  it('a document exists or not, and an office judges or not', () => {
    const paper = oneIndicator(indicator('1.1', 'van-ban', 'document', { default: cell('=', true) }));
    expect(first(paper, { 'van-ban': plain(1) })).toBe('met');
    expect(first(paper, { 'van-ban': plain(0) })).toBe('notMet');
    expect(first(judged, { 'an-ninh': plain(1) })).toBe('met');
    expect(first(judged, { 'an-ninh': plain(0) })).toBe('notMet');
    expect(first(judged, {})).toBe('unknown');
  });
});

describe('nếu có', () => {
  it('lets a commune say that it has no such thing, and only there', () => {
    expect(first(craft, { 'lang-nghe': absent })).toBe('notApplicable');
    expect(whyOf(craft, { 'lang-nghe': absent })).toBe('not-applicable');
    expect(first(water, { nuoc: absent })).toBe('unknown');
    expect(whyOf(water, { nuoc: absent })).toBe('applicable-not-allowed');
    expect(first(market, { cho: absent })).toBe('unknown');
  });

  it('does not excuse a commune that gave no figure', () => {
    expect(first(craft, {})).toBe('unknown');
    expect(whyOf(craft, {})).toBe('no-reading');
    expect(whyOf(craft, { 'lang-nghe': share(0, 0) })).toBe('reading-fault');
  });
});
