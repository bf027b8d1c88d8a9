// Small made-up overlays for tests.
import {
  applyOverlay,
  type CriteriaSet,
  cellAt,
  findIndicator,
  type OverlaySet,
  parseOverlay,
  standardText,
} from '@vungbuoc/criteria';
import { criterion, type Doc, goodSet, indicator, setDocument } from './small-set.ts';

export const left = {
  delegatedTo: 'province',
  textVi: 'Tỉnh quy định',
  textEn: 'By the province',
  confidence: 'source',
  source: 'x',
};

export function baseWith(standards: Doc, more: Doc = {}): CriteriaSet {
  return goodSet(setDocument([criterion('1', [indicator('1.1', 'nuoc', 'percent', standards, more)])]));
}

export const overlayDocument = (standards: Doc | null, more: Doc = {}): Doc => ({
  format: 1,
  kind: 'overlay',
  id: 'quy-dinh-tinh',
  version: 1,
  of: 'bo-thu',
  titleVi: 'Quy định của tỉnh',
  titleEn: 'Provincial regulation',
  legalBasis: [
    { number: '9/QĐ-UBND', date: '2020-05-01', roleEn: 'promulgates', confidence: 'source', source: 'x' },
  ],
  standards: standards === null ? [] : [{ indicator: '1.1', standards }],
  ...more,
});

export function read(base: CriteriaSet, document: unknown): OverlaySet {
  const { overlay, refused } = parseOverlay(document, 'tinh.json', base);
  if (overlay === null) throw new Error(refused.map((problem) => problem.en).join(' '));
  return overlay;
}

export const lay = (base: CriteriaSet, standards: Doc | null, more: Doc = {}) =>
  applyOverlay(base, read(base, overlayDocument(standards, more)));

/** The standard of one place after the overlay, as text with its mark. */
export function standardOf(set: CriteriaSet | null, column: string, year = 2020): string {
  const found = set === null ? undefined : findIndicator(set, '1.1');
  const at = found === undefined ? 'no-year' : cellAt(found.rule, column, year);
  if (typeof at === 'string' || at.kind !== 'standard') return typeof at === 'string' ? at : at.kind;
  return `${standardText(at.of)} ${at.overlay?.basis ?? 'national'}`;
}
