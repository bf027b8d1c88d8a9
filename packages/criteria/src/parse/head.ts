// The head of a set: legal basis, columns, special rules, period, scoring, groups.

import { visibleCode } from '../law/code.ts';
import { CONFIDENCES } from '../law/confidence.ts';
import type { Dimension, Group, LegalBasis, Scoring, SpecialRule } from '../law/set.ts';
import type { DocumentNode } from './node.ts';

/** First and last year that a set or overlay may name. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2200;

export function parseLegalBasis(node: DocumentNode): LegalBasis[] {
  return node.list('legalBasis', 'number').map((item) => {
    item.allowOnly('number', 'date', 'effectiveFrom', 'roleEn', 'confidence', 'source', 'noteEn');
    return {
      number: item.text('number'),
      // Some dates are known only to the month or year, so this one is free text.
      date: item.textOrNull('date'),
      effectiveFrom: item.has('effectiveFrom') ? item.day('effectiveFrom') : null,
      roleEn: item.text('roleEn'),
      confidence: item.choice('confidence', CONFIDENCES),
      source: item.textOrNull('source'),
      noteEn: item.textOrNull('noteEn'),
    };
  });
}

export function parseDimension(node: DocumentNode): Dimension | null {
  if (!node.has('dimension')) node.refuse('set.key-absent', { key: 'dimension' });
  const dimension = node.childOrNull('dimension');
  if (dimension === null) return null;
  dimension.allowOnly('code', 'nameVi', 'nameEn', 'values');
  const values = dimension.list('values').map((value) => {
    value.allowOnly('code', 'nameVi', 'nameEn', 'definitionVi', 'definitionEn', 'confidence', 'sources');
    return {
      code: value.code(),
      nameVi: value.text('nameVi'),
      nameEn: value.text('nameEn'),
      definitionVi: value.textOrNull('definitionVi'),
      definitionEn: value.textOrNull('definitionEn'),
    };
  });
  refuseRepeats(dimension, values);
  return {
    code: dimension.code(),
    nameVi: dimension.text('nameVi'),
    nameEn: dimension.text('nameEn'),
    values,
  };
}

export function parseSpecialRules(node: DocumentNode, dimension: Dimension | null | 'unread'): SpecialRule[] {
  if (!node.has('specialRules')) return [];
  const rules = node.list('specialRules').map((rule) => {
    rule.allowOnly('code', 'takes', 'textVi', 'textEn', 'confidence', 'source');
    const takes = rule.text('takes');
    const known = dimension === 'unread' || dimension?.values.some((value) => value.code === takes);
    if (!known && takes !== '') rule.refuse('set.column-unreachable', { column: visibleCode(takes) });
    return {
      code: rule.code(),
      takes,
      textVi: rule.text('textVi'),
      textEn: rule.text('textEn'),
      confidence: rule.choice('confidence', CONFIDENCES),
      source: rule.textOrNull('source'),
    };
  });
  refuseRepeats(node, rules);
  return rules;
}

export function parseYears(node: DocumentNode): { from: number; to: number } {
  const period = node.child('period');
  period.allowOnly('from', 'to');
  const from = period.integer('from', FIRST_YEAR, LAST_YEAR);
  const to = period.integer('to', FIRST_YEAR, LAST_YEAR);
  const given = typeof period.raw('from') === 'number' && typeof period.raw('to') === 'number';
  if (given && to < from) period.refuse('set.period-backwards', { from: String(from), to: String(to) });
  // A backwards or absurd period must not make a check walk centuries.
  return { from, to: Math.max(from, to) };
}

export function parseScoring(node: DocumentNode): Scoring {
  if (!node.has('scoring')) return { type: 'all' };
  const scoring = node.child('scoring');
  const type = scoring.choice('type', ['all', 'points'] as const);
  scoring.allowOnly('type', ...(type === 'points' ? ['passMark'] : []));
  return type === 'all' ? { type } : { type, passMark: scoring.integer('passMark', 1, 100_000) };
}

export function parseGroups(node: DocumentNode): Group[] {
  const groups = node.list('groups').map((group) => {
    group.allowOnly('code', 'nameVi', 'nameEn');
    return { code: group.code(), nameVi: group.text('nameVi'), nameEn: group.text('nameEn') };
  });
  refuseRepeats(node, groups);
  return groups;
}

/** A code may stand once. */
export function refuseRepeats(node: DocumentNode, items: readonly { readonly code: string }[]): void {
  const seen = new Set<string>();
  for (const { code } of items) {
    if (code !== '' && seen.has(code)) node.refuse('set.code-twice', { code: visibleCode(code) }, code);
    seen.add(code);
  }
}
