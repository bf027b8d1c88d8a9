// Explanations that many communes have in common are made once; none of them is given to a commune it is not true of.
import {
  type CriteriaSet,
  compile,
  evaluateRow,
  FigureTable,
  type IndicatorTrace,
  type Reading,
  traceRow,
  tracersOf,
} from '@vungbuoc/criteria';
import { expect, it } from 'vitest';
import { absent, plain, share } from './shipped-law.ts';
import { green, jobs, market, PARTS, type Readings } from './small-laws.ts';
import { allOf, cell, indicator, oneIndicator } from './small-set.ts';

/** A commune's figures, those that stood in its row before where they were corrected, and what it is told. */
interface Commune {
  readonly before?: Readings;
  readonly now: Readings;
  /** Verdict, why, value and the gaps' amounts. */
  readonly told: readonly [IndicatorTrace['verdict'], IndicatorTrace['why'], IndicatorTrace['value'], string];
}

const unsureMarket = (): CriteriaSet =>
  oneIndicator(indicator('1.1', 'cho', 'boolean', { default: cell('=', true, { confidence: 'unsure' }) }));
const twoMarkets = (): CriteriaSet =>
  oneIndicator(
    indicator(
      '1.1',
      'cho',
      'boolean',
      { default: allOf({ op: '=', value: true }, { part: 'second', op: '=', value: true }) },
      {
        figures: {
          '': { code: 'cho', confidence: 'source' },
          second: { code: 'nha-tam', confidence: 'source', labelVi: 'hai', labelEn: 'second' },
        },
      },
    ),
  );
const waterOfTwoKinds = (): CriteriaSet =>
  oneIndicator(
    indicator(
      '1.1',
      'nuoc',
      'percent',
      {
        by: {
          NUI: cell('>=', 90),
          BANG: allOf({ op: '>=', value: 90 }, { part: 'clean', op: '>=', value: 50 }),
        },
      },
      { figures: PARTS },
    ),
  );

const cases: [string, () => CriteriaSet, Commune[]][] = [
  [
    'men and women',
    jobs,
    [
      { now: { 'viec/nam': share(95, 100), 'viec/nu': share(89, 100) }, told: ['notMet', null, null, '1'] },
      { now: { 'viec/nam': share(80, 100), 'viec/nu': share(95, 100) }, told: ['notMet', null, null, '10'] },
      { now: { 'viec/nam': share(95, 100), 'viec/nu': share(95, 100) }, told: ['met', null, null, ''] },
      { now: { 'viec/nam': share(90, 100), 'viec/nu': share(99, 100) }, told: ['met', null, null, ''] },
      { now: { 'viec/nam': share(95, 100) }, told: ['unknown', 'by-sex', null, ''] },
      {
        now: { 'viec/nam': share(95, 100), 'viec/nu': share(3, 2) },
        told: ['unknown', 'reading-fault', null, ''],
      },
    ],
  ],
  [
    'no green at all, for few people and for many',
    green,
    [
      { now: { 'cay-xanh': share(0, 4) }, told: ['notMet', null, 0, '10'] },
      { now: { 'cay-xanh': share(0, 10) }, told: ['notMet', null, 0, '25'] },
    ],
  ],
  [
    'a figure that is neither yes nor no, and one taken out again',
    market,
    [
      { now: { cho: plain(16) }, told: ['unknown', 'reading-fault', null, ''] },
      { now: { cho: absent }, told: ['unknown', 'applicable-not-allowed', null, ''] },
      { now: { cho: plain(17) }, told: ['unknown', 'reading-fault', null, ''] },
      {
        before: { cho: plain(1) },
        now: { cho: absent },
        told: ['unknown', 'applicable-not-allowed', null, ''],
      },
      { before: { cho: plain(3) }, now: { cho: plain(5) }, told: ['unknown', 'reading-fault', null, ''] },
      { before: { cho: plain(3) }, now: {}, told: ['unknown', 'no-reading', null, ''] },
      { before: { cho: plain(1) }, now: {}, told: ['unknown', 'no-reading', null, ''] },
      { now: { cho: plain(0) }, told: ['notMet', null, false, ''] },
      { now: { cho: plain(1) }, told: ['met', null, true, ''] },
    ],
  ],
  [
    'a market under a standard that is not certain',
    unsureMarket,
    [
      { now: { cho: plain(1) }, told: ['unknown', 'standard-unsure', true, ''] },
      { now: { cho: absent }, told: ['unknown', 'standard-unsure', null, ''] },
      { now: { cho: plain(0) }, told: ['unknown', 'standard-unsure', false, ''] },
    ],
  ],
  [
    'two facts asked together',
    twoMarkets,
    [
      { now: { cho: plain(1) }, told: ['unknown', 'no-reading', true, ''] },
      { now: { cho: plain(1), 'nha-tam': plain(7) }, told: ['unknown', 'reading-fault', true, ''] },
      { now: { cho: plain(1), 'nha-tam': plain(1) }, told: ['met', null, true, ''] },
    ],
  ],
  [
    'a figure that only another region asks for is not missed here',
    waterOfTwoKinds,
    [
      { now: { nuoc: share(3, 2) }, told: ['unknown', 'reading-fault', null, ''] },
      { now: {}, told: ['unknown', 'no-reading', null, ''] },
    ],
  ],
];

it.each(cases)('%s', (_name, law, communes) => {
  const compiled = compile(law(), 'NUI', 2020);
  const table = new FigureTable(compiled.figures, communes.length);
  communes.forEach(({ before, now }, row) => {
    for (const readings of [before ?? now, now]) {
      compiled.figures.forEach(({ code }, figure) => {
        const reading: Reading | undefined = readings[code];
        table.set(row, figure, reading);
      });
    }
  });
  const tracers = tracersOf(compiled);
  const told = communes.map((_, row) => {
    const { criteria } = traceRow(compiled, tracers, table, row, evaluateRow(compiled, table, row));
    const [item] = criteria[0]?.indicators ?? [];
    return [item?.verdict, item?.why, item?.value, item?.gaps.map((gap) => gap.amount).join(' ')];
  });
  expect(told).toEqual(communes.map((commune) => commune.told));
});
