// Sets of one indicator each, one for every kind of standard.
import {
  type CriteriaSet,
  compile,
  evaluate,
  explain,
  type IndicatorExplanation,
  type Reading,
  trace,
  type Verdict,
  verdictOf,
  type Why,
} from '@vungbuoc/criteria';
import { menAndWomen } from './small-documents.ts';
import { allOf, anyOf, cell, indicator, oneIndicator } from './small-set.ts';

/** A set, or how to make it: made inside a test, the engine's work counts as that test's. */
export type Law = CriteriaSet | (() => CriteriaSet);

export function setOf(law: Law): CriteriaSet {
  return typeof law === 'function' ? law() : law;
}

export type Readings = Readonly<Record<string, Reading>>;

export const PARTS = {
  '': { code: 'nuoc', confidence: 'source' },
  clean: { code: 'nuoc/sach', confidence: 'source', labelVi: 'nước sạch', labelEn: 'clean water' },
};
export const water = (): CriteriaSet =>
  oneIndicator(indicator('1.1', 'nuoc', 'percent', { by: { NUI: cell('>=', 90), BANG: cell('>=', 95.5) } }));
export const poverty = (): CriteriaSet =>
  oneIndicator(indicator('1.1', 'ngheo', 'percent', { default: cell('<=', 12) }));
export const roads = (): CriteriaSet =>
  oneIndicator(indicator('1.1', 'duong', 'percent', { default: cell('>=', 100) }));
export const income = (): CriteriaSet =>
  oneIndicator(
    indicator('1.1', 'thu-nhap', 'number', {
      byYear: { '2020': { default: cell('>=', 36) }, '2021': { default: cell('>=', '38.5') } },
    }),
  );
export const green = (): CriteriaSet =>
  oneIndicator(indicator('1.1', 'cay-xanh', 'ratio', { default: cell('>=', 2.5) }));
export const market = (): CriteriaSet =>
  oneIndicator(indicator('1.1', 'cho', 'boolean', { default: cell('=', true) }));
export const shacks = (): CriteriaSet =>
  oneIndicator(
    indicator(
      '1.1',
      'nha-tam',
      'boolean',
      { default: cell('=', false) },
      { measure: { type: 'boolean', expected: false } },
    ),
  );
export const judged = (): CriteriaSet =>
  oneIndicator(
    indicator('1.1', 'an-ninh', 'judged', { default: { op: 'judged', confidence: 'source', source: 'x' } }),
  );
export const both = (): CriteriaSet =>
  oneIndicator(
    indicator(
      '1.1',
      'nuoc',
      'percent',
      { default: allOf({ op: '>=', value: 90 }, { part: 'clean', op: '>=', value: 50 }) },
      { figures: PARTS },
    ),
  );
export const either = (): CriteriaSet =>
  oneIndicator(
    indicator(
      '1.1',
      'nuoc',
      'percent',
      { default: anyOf({ op: '>=', value: 90 }, { part: 'clean', op: '>=', value: 50 }) },
      { figures: PARTS },
    ),
  );
export const jobs = (): CriteriaSet => oneIndicator(menAndWomen());
export const craft = (): CriteriaSet =>
  oneIndicator(indicator('1.1', 'lang-nghe', 'percent', { default: cell('>=', 50) }, { ifPresent: true }));

/** Judges a unit of the mountains in 2020, unless told otherwise. */
export function judge(law: Law, readings: Readings, dimension: string | null = 'NUI', year = 2020) {
  return evaluate(compile(setOf(law), dimension, year), new Map(Object.entries(readings)));
}

/** Verdict of the first indicator. */
export function first(law: Law, readings: Readings, dimension: string | null = 'NUI', year = 2020): Verdict {
  return verdictOf(judge(law, readings, dimension, year).indicators[0]);
}

/** Why the first indicator is open. */
export function whyOf(
  law: Law,
  readings: Readings,
  dimension: string | null = 'NUI',
  year = 2020,
): Why | undefined {
  return trace(compile(setOf(law), dimension, year), new Map(Object.entries(readings))).criteria[0]
    ?.indicators[0]?.why;
}

/** What people read of the first indicator. */
export function said(
  law: Law,
  readings: Readings,
  lang: 'vi' | 'en' = 'vi',
  dimension: string | null = 'NUI',
  year = 2020,
): IndicatorExplanation {
  const item = explain(compile(setOf(law), dimension, year), new Map(Object.entries(readings)), lang)
    .criteria[0]?.indicators[0];
  if (item === undefined) throw new Error('no indicator');
  return item;
}
