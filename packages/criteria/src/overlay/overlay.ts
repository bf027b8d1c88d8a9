// A provincial overlay as read from its file: standards for some indicators of one set, and perhaps more years.
import { deepFreeze } from '../json.ts';
import { cellsOf } from '../law/cells.ts';
import { visibleCode } from '../law/code.ts';
import type { Table } from '../law/rule.ts';
import type { CriteriaSet, Indicator, LegalBasis } from '../law/set.ts';
import { SET_FORMAT } from '../law/set.ts';
import { openPart } from '../parse/document.ts';
import { FIRST_YEAR, LAST_YEAR, parseLegalBasis } from '../parse/head.ts';
import { DocumentNode, isRecord } from '../parse/node.ts';
import { blankNotes } from '../parse/notes.ts';
import { parseId } from '../parse/set.ts';
import { parseTable } from '../parse/table.ts';
import type { SetProblem } from '../problem.ts';

export interface OverlayEntry {
  readonly indicator: string;
  readonly table: Table;
}

export interface OverlaySet {
  readonly id: string;
  readonly version: number;
  /** Id of the set it is for. */
  readonly of: string;
  readonly titleVi: string;
  readonly titleEn: string;
  /** Not a real regulation; every place that shows it says so. */
  readonly illustrative: boolean;
  readonly legalBasis: readonly LegalBasis[];
  /** Applies the standards of one year after the set's period. */
  readonly extend: { readonly to: number; readonly standardsOf: number } | null;
  readonly entries: readonly OverlayEntry[];
  readonly file: string;
}

export interface OverlayParse {
  readonly overlay: OverlaySet | null;
  readonly refused: readonly SetProblem[];
  readonly document: unknown;
}

/** Reads an overlay against the set it is for. Never throws on bad input. */
export function parseOverlay(text: unknown, file: string, base: CriteriaSet): OverlayParse {
  const notes = blankNotes();
  const document = openPart({ file, text }, notes);
  if (document === undefined) return { overlay: null, refused: notes.refused, document: null };
  const head = DocumentNode.ofFile(document, file, notes);
  const overlay = parseHead(head, file, base);
  if (overlay.of !== '' && overlay.of === overlay.id) {
    head.refuse('overlay.loop', { ids: `${overlay.id} > ${overlay.of}` });
  } else if (overlay.of !== '' && !stacksOn(overlay.of, base)) {
    head.refuse('overlay.other-base', { of: overlay.of, base: base.id });
  }
  const { refused } = notes;
  return { overlay: refused.length > 0 ? null : deepFreeze(overlay), refused, document };
}

/** Whether an overlay for `of` may be laid on a set: on its own id, or on an overlay already laid there. */
export function stacksOn(of: string, base: CriteriaSet): boolean {
  return of === base.id || base.overlays.some((applied) => applied.id === of);
}

function parseHead(head: DocumentNode, file: string, base: CriteriaSet): OverlaySet {
  head.allowOnly(
    '$schema',
    'format',
    'kind',
    'id',
    'version',
    'of',
    'titleVi',
    'titleEn',
    'illustrative',
    'legalBasis',
    'extend',
    'standards',
    'confidenceNoteEn',
  );
  head.integer('format', SET_FORMAT, SET_FORMAT);
  head.choice('kind', ['overlay'] as const);
  return {
    id: parseId(head, 'id'),
    version: head.integer('version', 1, 10_000),
    of: parseId(head, 'of'),
    titleVi: head.text('titleVi'),
    titleEn: head.text('titleEn'),
    illustrative: head.flag('illustrative'),
    legalBasis: parseLegalBasis(head),
    extend: parseExtension(head, base),
    entries: parseEntries(head, base),
    file,
  };
}

function parseExtension(head: DocumentNode, base: CriteriaSet): OverlaySet['extend'] {
  const extend = head.childOrNull('extend');
  if (extend === null) return null;
  extend.allowOnly('to', 'standardsOf');
  const to = extend.integer('to', FIRST_YEAR, LAST_YEAR);
  const standardsOf = extend.integer('standardsOf', FIRST_YEAR, LAST_YEAR);
  const { from, to: until } = base.period;
  if (to <= until) extend.refuse('overlay.extend-backwards', { to: String(to), until: String(until) });
  if (standardsOf < from || standardsOf > until)
    extend.refuse('overlay.extend-year', { year: String(standardsOf) });
  return { to, standardsOf };
}

function parseEntries(head: DocumentNode, base: CriteriaSet): OverlayEntry[] {
  const seen = new Set<string>();
  return head.list('standards', 'indicator').flatMap((node) => {
    node.allowOnly('indicator', 'standards');
    const code = node.text('indicator');
    if (code !== '' && seen.has(code)) node.refuse('set.code-twice', { code: visibleCode(code) });
    seen.add(code);
    const indicator = findIndicator(base, code);
    if (indicator === undefined) {
      if (code !== '') node.refuse('overlay.indicator-unknown', { code: visibleCode(code) });
      return [];
    }
    const { dimension, period: years } = base;
    const scope = { dimension, years, measure: indicator.measure, generalColumn: false };
    const table = parseTable(node.under('standards'), scope);
    refuseDelegation(node, code, table);
    return [{ indicator: code, table }];
  });
}

/** What the nation leaves to the province ends there: a cell that is left open again would fill nothing. */
function refuseDelegation(node: DocumentNode, code: string, table: Table): void {
  for (const { year, column, cell } of cellsOf(table)) {
    if (cell.kind === 'delegated') node.refuse('overlay.delegated', { code }, year ?? '', column ?? '');
  }
}

/** An indicator or further condition of a set by its code. */
export function findIndicator(set: CriteriaSet, code: string): Indicator | undefined {
  for (const criterion of set.criteria) {
    const found = criterion.indicators.find((indicator) => indicator.code === code);
    if (found !== undefined) return found;
  }
  return set.conditions.find((condition) => condition.code === code);
}

/** What a document claims to be, before it is read: enough to find the set that an overlay is for. */
export interface DocumentIdentity {
  readonly kind: 'set' | 'overlay';
  readonly id: string;
  readonly version: number;
  readonly of: string | null;
}

/** Peeks at a parsed document; null where it does not even claim an id. */
export function identifyDocument(document: unknown): DocumentIdentity | null {
  if (!isRecord(document)) return null;
  const { kind, id, version, of } = document;
  if (typeof id !== 'string' || typeof version !== 'number') return null;
  return {
    kind: kind === 'overlay' ? 'overlay' : 'set',
    id,
    version,
    of: typeof of === 'string' ? of : null,
  };
}
