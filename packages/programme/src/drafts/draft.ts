// A draft with its history: who typed each cell, who signed it, how far it is, and what the engine says of it.
import {
  applyOverlay,
  type CriteriaSet,
  type FigureDictionary,
  parseFigures,
  parseOverlay,
  parseSet,
  type SetProblem,
} from '@vungbuoc/criteria';
import { type CellPlace, cellKey, type Fields, isFields, listCells, mapCells, textOf } from './content.ts';

/** One state that a part had. */
export interface PartChange {
  readonly part: string;
  readonly seq: number;
  readonly personId: number;
  readonly office: string;
  /** ISO instant. */
  readonly at: string;
}

/** `digest` is empty where the signature was taken back. */
export interface CellSignature extends PartChange {
  readonly digest: string;
}

export interface Draft {
  readonly code: string;
  readonly version: number;
  readonly isOverlay: boolean;
  readonly content: Fields;
  readonly figures: readonly unknown[];
  readonly state: 'draft' | 'published';
  readonly begunBy: number;
  readonly seq: number;
  /** Oldest first, as are signatures. */
  readonly changes: readonly PartChange[];
  readonly signatures: readonly CellSignature[];
}

/** `copied`: as it was published, `gap`: nothing typed, `typed`: waits for a second person, `signed`: compared. */
export type CellState = 'copied' | 'gap' | 'typed' | 'signed';

export interface CellStanding extends CellPlace {
  readonly content: unknown;
  readonly digest: string;
  readonly state: CellState;
  readonly typed: PartChange | null;
  readonly signatures: readonly CellSignature[];
}

/** How each cell stands. A signature holds only for the cell as it was, and from a person who did not type it. */
export function standingOf(draft: Draft, digestOf: (text: string) => string): CellStanding[] {
  return listCells(draft.content).map((cell): CellStanding => {
    const part = cellKey(cell);
    const typed = draft.changes.findLast((change) => change.part === part) ?? null;
    const digest = digestOf(textOf(cell));
    const last = new Map(
      draft.signatures.filter((one) => one.part === part).map((one) => [one.personId, one] as const),
    );
    const signatures = [...last.values()].filter(
      (one) =>
        one.digest === digest && typed !== null && one.seq > typed.seq && one.personId !== typed.personId,
    );
    const { indicator, year, column, content } = cell;
    return {
      indicator,
      year,
      column,
      content,
      digest,
      typed,
      signatures,
      state: stateOf(content, typed, signatures),
    };
  });
}

function stateOf(
  content: unknown,
  typed: PartChange | null,
  signatures: readonly CellSignature[],
): CellState {
  if (content === null || content === undefined) return 'gap';
  if (typed === null) return 'copied';
  return signatures.length > 0 ? 'signed' : 'typed';
}

export interface Progress {
  /** Indicators that the text has, as far as it is known; those entered whole; those whose every standard is compared. */
  readonly total: number;
  readonly entered: number;
  readonly compared: number;
}

export function progressOf(draft: Draft, cells: readonly CellStanding[]): Progress {
  const byIndicator = new Map<string, CellStanding[]>();
  // the level's further conditions are none of the indicators that a decree counts
  const { conditions } = draft.content;
  const further = new Set(
    Array.isArray(conditions) ? conditions.map((one) => isFields(one) && one.code) : [],
  );
  for (const cell of cells) {
    if (further.has(cell.indicator)) continue;
    byIndicator.set(cell.indicator, [...(byIndicator.get(cell.indicator) ?? []), cell]);
  }
  const all = [...byIndicator.values()];
  const counts = draft.content.declaredCounts;
  const said = isFields(counts) && typeof counts.indicators === 'number' ? counts.indicators : 0;
  return {
    total: Math.max(said, all.length),
    entered: all.filter((own) => own.every(({ state }) => state !== 'gap')).length,
    compared: all.filter((own) => own.every(({ state }) => state === 'signed' || state === 'copied')).length,
  };
}

/** What a draft is read against: the dictionary as published, and the set an overlay is for. */
export interface DraftGround {
  readonly figures: readonly unknown[];
  findSet(id: string): CriteriaSet | undefined;
}

export interface DraftFindings {
  /** The set as it would be, an overlay laid on its base; null where something is refused. */
  readonly set: CriteriaSet | null;
  readonly refused: readonly SetProblem[];
  readonly unfinished: readonly SetProblem[];
}

/** The engine's own check of a draft, whole, with each fault at its place. */
export function checkDraft(
  draft: Pick<Draft, 'code' | 'isOverlay' | 'content' | 'figures'>,
  ground: DraftGround,
): DraftFindings {
  const dictionary = parseFigures({ format: 1, figures: [...ground.figures, ...draft.figures] }, 'figures');
  const { figures } = dictionary;
  if (dictionary.refused.length > 0) return { set: null, refused: dictionary.refused, unfinished: [] };
  return draft.isOverlay ? checkOverlay(draft, ground) : checkWhole(draft, figures);
}

function checkWhole({ code, content }: Pick<Draft, 'code' | 'content'>, figures: FigureDictionary) {
  const { set, refused, unfinished } = parseSet(content, code, figures);
  return { set, refused, unfinished };
}

function checkOverlay(
  { code, content }: Pick<Draft, 'code' | 'content'>,
  ground: DraftGround,
): DraftFindings {
  const base = ground.findSet(String(content.of));
  if (!base) return { set: null, refused: [], unfinished: [] };
  const { overlay, refused } = parseOverlay(content, code, base);
  if (!overlay) return { set: null, refused, unfinished: [] };
  return { ...applyOverlay(base, overlay), unfinished: [] };
}

/**
 * The content as it is published: what was typed and compared is of the source, with both people on record.
 * `unsigned` are the cells that nobody but who typed them has seen.
 */
export function sealDraft(
  draft: Draft,
  cells: readonly CellStanding[],
): { readonly content: Fields; readonly unsigned: readonly CellStanding[] } {
  const standing = new Map(cells.map((cell) => [cellKey(cell), cell]));
  const content = mapCells(draft.content, (cell) => {
    const own = standing.get(cellKey(cell));
    if (own?.state !== 'signed' || own.typed === null || !isFields(cell.content)) return cell.content;
    const sealed = { ...cell.content, confidence: 'source' };
    if (Object.hasOwn(sealed, 'delegatedTo')) return sealed;
    return { ...sealed, signatures: [own.typed, ...own.signatures].map(onRecord) };
  });
  return { content, unsigned: cells.filter(({ state }) => state === 'typed') };
}

/** A published text names the office and the number of the person, never the name. */
function onRecord({ personId, office, at }: PartChange): { by: string; on: string } {
  return { by: office === '' ? `#${personId}` : `${office} #${personId}`, on: at.slice(0, 10) };
}
