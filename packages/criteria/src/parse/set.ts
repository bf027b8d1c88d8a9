// A whole set from one document or from the files of its folder; every fault at once, each with its file and place.
import { checkSet } from '../check/set.ts';
import { deepFreeze } from '../json.ts';
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
import { byCode, type DocumentNode } from './node.ts';

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
  const findings = noFindings();
  const opened = openDocument(parts, findings);
  if (opened === null) return { set: null, ...findings, document: null };
  const set = parseOpened(opened.head, opened.criteria, figures);
  const checked = findings.refused.length > 0 ? noFindings() : checkSet(set, fileFinder(parts, set));
  const refused = [...findings.refused, ...checked.refused];
  const { unfinished } = checked;
  return { set: refused.length > 0 ? null : deepFreeze(set), refused, unfinished, document: opened.document };
}

/** The file that holds a criterion: its own in a folder, else the only one. */
function fileFinder(parts: readonly DocumentPart[], set: CriteriaSet): (criterion: string | null) => string {
  const head = parts[0]?.file ?? '';
  const own = new Map(
    set.criteria.map((criterion, index) => [criterion.code, parts[index + 1]?.file ?? head]),
  );
  return (criterion) => (criterion === null ? head : (own.get(criterion) ?? head));
}

function parseOpened(
  head: DocumentNode,
  files: readonly DocumentNode[] | null,
  dictionary: FigureDictionary,
): CriteriaSet {
  head.allowOnly(...HEAD_KEYS);
  head.integer('format', SET_FORMAT, SET_FORMAT);
  const years = parseYears(head);
  const dimension = parseDimension(head);
  const scoring = parseScoring(head);
  const used = new Map<string, FigureDef>();
  const scope: IndicatorScope = { dimension, years, dictionary, used };
  const groups = parseGroups(head);
  const nodes = files ?? head.list('criteria', byCode);
  const criteria = nodes.map((node) => parseCriterion(node, scope, groups));
  const conditions = head.has('conditions')
    ? head.list('conditions', byCode).map((node) => parseIndicator(node, scope))
    : [];
  return {
    ...parseNames(head),
    period: { ...years, extended: null },
    legalBasis: parseLegalBasis(head),
    dimension,
    specialRules: parseSpecialRules(head, dimension),
    scoring,
    declaredCounts: parseCounts(head),
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
    level: head.text('level'),
    recognitionVi: head.text('recognitionVi'),
    unitLevel: head.text('unitLevel'),
    effectiveFrom: head.day('effectiveFrom'),
    confidenceNoteEn: head.textOrNull('confidenceNoteEn'),
  };
}

/** An id is safe in a path, an address and a command line. */
export function parseId(node: DocumentNode, key: string): string {
  const id = node.text(key);
  if (id !== '' && !/^[a-z0-9][a-z0-9-]{1,79}$/.test(id)) node.refuse('set.id-letters', { id });
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
  groups: readonly { readonly code: string }[],
): Criterion {
  node.allowOnly(...CRITERION_KEYS);
  const group = node.textOrNull('group');
  if (group !== null && !groups.some((known) => known.code === group))
    node.refuse('set.group-unknown', { group });
  if (!node.has('declaredIndicators')) node.refuse('set.key-absent', { key: 'declaredIndicators' });
  return {
    code: node.text('code'),
    group,
    nameVi: node.text('nameVi'),
    nameEn: node.text('nameEn'),
    declaredIndicators: node.integerOrNull('declaredIndicators', 0, 1000),
    key: node.flag('key'),
    indicators: node.list('indicators', byCode).map((item) => parseIndicator(item, scope)),
    confidence: node.choice('confidence', CONFIDENCES),
    sources: node.texts('sources'),
  };
}
