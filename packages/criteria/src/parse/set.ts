// A whole set from one document or from the files of its folder; every fault at once, each with its file and place.
import { checkSet } from '../check/set.ts';
import { deepFreeze } from '../json.ts';
import { visibleCode } from '../law/code.ts';
import { CONFIDENCES } from '../law/confidence.ts';
import type { FigureDef, FigureDictionary } from '../law/figures.ts';
import { type CriteriaSet, type Criterion, SET_FORMAT } from '../law/set.ts';
import { noFindings, type SetProblem } from '../problem.ts';
import { type DocumentPart, openDocument } from './document.ts';
import {
  parseDimension,
  parseGroups,
  parseLegalBasis,
  parseScoring,
  parseSpecialRules,
  parseYears,
} from './head.ts';
import { type IndicatorScope, parseIndicator } from './indicator.ts';
import { type DocumentNode, isRecord } from './node.ts';
import { blankNotes } from './notes.ts';

/** What came of reading a set. `set` is null exactly when something was refused. */
export interface SetParse {
  readonly set: CriteriaSet | null;
  readonly refused: readonly SetProblem[];
  readonly unfinished: readonly SetProblem[];
  /** The set as one plain document, for storing and hashing; null where it could not be read. */
  readonly document: unknown;
}

const HEAD_KEYS = [
  '$schema',
  'format',
  'id',
  'version',
  'titleVi',
  'titleEn',
  'level',
  'recognitionVi',
  'unitLevel',
  'period',
  'effectiveFrom',
  'legalBasis',
  'dimension',
  'specialRules',
  'scoring',
  'declaredCounts',
  'groups',
  'criteria',
  'conditions',
  'confidenceNoteEn',
] as const;

const CRITERION_KEYS = [
  '$schema',
  'code',
  'group',
  'nameVi',
  'nameEn',
  'declaredIndicators',
  'key',
  'indicators',
  'confidence',
  'sources',
] as const;

/** Reads and checks a set that is one text (or one parsed value). Never throws on bad input. */
export function parseSet(text: unknown, file: string, figures: FigureDictionary): SetParse {
  return parseSetFolder([{ file, text }], figures);
}

/** Reads and checks a set from `set.json` (first) and its `criteria/NN.json`. */
export function parseSetFolder(parts: readonly DocumentPart[], figures: FigureDictionary): SetParse {
  const notes = blankNotes();
  const opened = openDocument(parts, notes);
  if (opened === null) return { set: null, refused: notes.refused, unfinished: [], document: null };
  const { head, document } = opened;
  const criteria = opened.criteria ?? head.watchKey('criteria', () => head.list('criteria'));
  const set = parseOpened(head, criteria, figures);
  const { doubts } = notes;
  const checked = isRecord(document) ? checkSet(set, fileFinder(head, criteria, set), doubts) : noFindings();
  const refused = [...notes.refused, ...checked.refused];
  return {
    set: refused.length > 0 ? null : deepFreeze(set),
    refused,
    unfinished: checked.unfinished,
    document,
  };
}

/** The file that holds a criterion: its own in a folder, else the only one. */
function fileFinder(
  head: DocumentNode,
  criteria: readonly DocumentNode[],
  set: CriteriaSet,
): (criterion: string | null) => string {
  const { file } = head.place;
  const own = new Map(
    set.criteria.map((criterion, index) => [criterion.code, criteria[index]?.place.file ?? file]),
  );
  return (criterion) => (criterion === null ? file : (own.get(criterion) ?? file));
}

function parseOpened(
  head: DocumentNode,
  nodes: readonly DocumentNode[],
  dictionary: FigureDictionary,
): CriteriaSet {
  head.allowOnly(...HEAD_KEYS);
  head.integer('format', SET_FORMAT, SET_FORMAT);
  const { keys } = head.notes.doubts;
  const years = head.watchKey('period', () => parseYears(head));
  const dimension = head.watchKey('dimension', () => parseDimension(head));
  const scoring = head.watchKey('scoring', () => parseScoring(head));
  const groups = head.watchKey('groups', () => parseGroups(head));
  if (dictionary.size === 0) head.refuse('set.no-dictionary');
  const used = new Map<string, FigureDef>();
  const scope: IndicatorScope = {
    dimension: keys.has('dimension') ? 'unread' : dimension,
    years: keys.has('period') ? null : years,
    dictionary: dictionary.size === 0 ? null : dictionary,
    used,
  };
  const criteria = nodes.map((node) => parseCriterion(node, scope, keys.has('groups') ? null : groups));
  const conditions = head.has('conditions')
    ? head.list('conditions').map((node) => parseIndicator(node, scope))
    : [];
  return {
    ...parseNames(head),
    period: { ...years, extended: null },
    legalBasis: head.watchKey('legalBasis', () => parseLegalBasis(head)),
    dimension,
    specialRules: parseSpecialRules(head, scope.dimension),
    scoring,
    declaredCounts: head.watchKey('declaredCounts', () => parseCounts(head)),
    groups,
    criteria,
    conditions,
    overlays: [],
    figures: Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

type Names = Pick<
  CriteriaSet,
  | 'format'
  | 'id'
  | 'version'
  | 'titleVi'
  | 'titleEn'
  | 'level'
  | 'recognitionVi'
  | 'unitLevel'
  | 'effectiveFrom'
  | 'confidenceNoteEn'
>;

function parseNames(head: DocumentNode): Names {
  return {
    format: SET_FORMAT,
    id: parseId(head, 'id'),
    version: head.integer('version', 1, 10_000),
    titleVi: head.text('titleVi'),
    titleEn: head.text('titleEn'),
    level: head.code('level'),
    recognitionVi: head.text('recognitionVi'),
    unitLevel: head.code('unitLevel'),
    effectiveFrom: head.day('effectiveFrom'),
    confidenceNoteEn: head.textOrNull('confidenceNoteEn'),
  };
}

/** An id is safe in a path, an address and a command line. */
export function parseId(node: DocumentNode, key: string): string {
  const id = node.text(key);
  if (id !== '' && !/^[a-z0-9][a-z0-9-]{1,79}$/.test(id))
    node.refuse('set.id-letters', { id: visibleCode(id) });
  return id;
}

function parseCounts(head: DocumentNode): { criteria: number; indicators: number } {
  const counts = head.child('declaredCounts');
  counts.allowOnly('criteria', 'indicators');
  return {
    criteria: counts.integer('criteria', 1, 1000),
    indicators: counts.integer('indicators', 0, 10_000),
  };
}

function parseCriterion(
  node: DocumentNode,
  scope: IndicatorScope,
  groups: readonly { readonly code: string }[] | null,
): Criterion {
  node.allowOnly(...CRITERION_KEYS);
  const group = node.textOrNull('group');
  if (group !== null && groups !== null && !groups.some((known) => known.code === group))
    node.refuse('set.group-unknown', { group: visibleCode(group) });
  let counted = true;
  const uncounted = () => {
    counted = false;
  };
  const declaredIndicators = node.watch(() => parseDeclared(node), uncounted);
  const items = node.watch(() => node.list('indicators'), uncounted);
  const criterion: Criterion = {
    code: node.code(),
    group,
    nameVi: node.text('nameVi'),
    nameEn: node.text('nameEn'),
    declaredIndicators,
    key: node.flag('key'),
    indicators: items.map((item) => parseIndicator(item, scope)),
    confidence: node.choice('confidence', CONFIDENCES),
    sources: node.texts('sources'),
  };
  if (!counted) node.notes.doubts.parts.add(criterion);
  return criterion;
}

/** Null is "not known", so the key must be there. */
function parseDeclared(node: DocumentNode): number | null {
  if (!node.has('declaredIndicators')) node.refuse('set.key-absent', { key: 'declaredIndicators' });
  return node.integerOrNull('declaredIndicators', 0, 1000);
}
