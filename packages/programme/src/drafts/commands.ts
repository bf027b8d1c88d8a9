// The law desk's commands: a draft is begun, typed part by part, signed cell by cell by somebody else, and published.
import type { CriteriaSet } from '@vungbuoc/criteria';
import { command, type Decision } from '../declarations/index.ts';
import type { Problem, ProblemCode, ProblemFacts } from '../problems/index.ts';
import { decidePublish, lawProblem, type PublishChange } from '../sets/index.ts';
import { cellKey, demoteChanged, type Fields, isFields, partKey, replaced, withPart } from './content.ts';
import { checkDraft, type Draft, type DraftGround, sealDraft, standingOf } from './draft.ts';
import { BeginDraftInput, DraftReply, PublishDraftInput, PutDraftInput, SignDraftInput } from './schema.ts';

/** What every decision on a draft knows. */
export interface DraftState extends DraftGround {
  readonly draft: Draft | null;
  /** The number that this write takes. */
  readonly nextSeq: number;
  readonly digestOf: (text: string) => string;
}

/** A part as it now stands; null where it was taken out or is a gap. */
export interface PartTyped {
  readonly part: string;
  readonly content: unknown;
}

export interface DraftChange {
  readonly code: string;
  readonly version: number;
  readonly isOverlay: boolean;
  readonly content: Fields;
  readonly figures: readonly unknown[];
  readonly parts: readonly PartTyped[];
}

export interface BeginState extends DraftState {
  /** The newest version of the code that is published; `foreign` where it is another place's. */
  readonly newest: { readonly version: number; readonly overlay: boolean } | null;
  readonly foreign: boolean;
  readonly isNation: boolean;
  /** Versions of the code that are drafts. */
  readonly open: boolean;
  findPublished(code: string, version: number): unknown;
}

export const beginDraft = command<BeginDraftInput, BeginState, DraftChange, DraftReply>({
  name: 'drafts.begin',
  version: 1,
  input: BeginDraftInput,
  reply: DraftReply,
  may: () => ({ act: 'administer', noun: 'sets' }),
  decide(state, input) {
    const overlay = input.of !== null;
    const { code } = input;
    if (state.foreign || (state.newest !== null && state.newest.overlay !== overlay)) {
      return problem('draft.code-taken', { set: code });
    }
    if (state.open) return problem('draft.begun-already', { set: code });
    if (!overlay && !state.isNation) return problem('draft.of-nation');
    if (input.of !== null && !state.findSet(input.of)) return problem('set.not-found', { set: input.of });
    const copied = input.copy && state.findPublished(input.copy.code, input.copy.version);
    if (input.copy && !isFields(copied)) return problem('set.not-found', { set: input.copy.code });
    const version = (state.newest?.version ?? 0) + 1;
    const content = { ...skeleton(input), ...(isFields(copied) ? copied : {}), ...identity(input, version) };
    const same =
      isFields(copied) && Array.isArray(copied.standards) === overlay && copied.of === identity(input, 1).of;
    if (input.copy && !same) return problem('set.not-found', { set: input.copy.code });
    return {
      ok: true,
      change: { code, version, isOverlay: overlay, content, figures: [], parts: [] },
      event: { code, version, of: input.of, copy: input.copy },
      reply: { code, version, base: state.nextSeq },
    };
  },
});

function identity({ code, of, titleVi, titleEn }: BeginDraftInput, version: number): Fields {
  const own = { format: 1, id: code, version, titleVi, titleEn };
  return of === null ? own : { ...own, kind: 'overlay', of };
}

function skeleton({ of }: BeginDraftInput): Fields {
  return of === null ? { criteria: [] } : { illustrative: false, legalBasis: [], standards: [] };
}

export const putDraft = command<PutDraftInput, DraftState, DraftChange, DraftReply>({
  name: 'drafts.put',
  version: 1,
  input: PutDraftInput,
  reply: DraftReply,
  may: () => ({ act: 'administer', noun: 'sets' }),
  decide(state, input) {
    const { draft } = state;
    const refused = notOpen(draft, input);
    if (refused || draft === null) return refused ?? problem('draft.not-found', { set: input.code });
    const key = partKey(input.part);
    const meanwhile = draft.changes.findLast((one) => one.seq > input.base && one.part === key);
    // both stay: what stands is in the draft's history, what was typed is still with whoever typed it
    if (meanwhile) return problem('draft.changed-meanwhile', { place: key.replaceAll('/', ' ') });
    const put = putPart(state, draft, input);
    if (put === null) return problem('draft.no-place', { place: key.replaceAll('/', ' ') });
    const { code, version, isOverlay } = draft;
    return {
      ok: true,
      change: { code, version, isOverlay, ...put },
      event: { code, version, part: input.part },
      reply: { code, version, base: state.nextSeq },
    };
  },
});

/** The draft with a part put in, and every part that changed by it; null where there is no place for it. */
export function putPart(
  ground: DraftGround,
  draft: Draft,
  { part }: Pick<PutDraftInput, 'part'>,
): Pick<DraftChange, 'content' | 'figures' | 'parts'> | null {
  const after = withPart(draft.content, part);
  if (after === null) return null;
  if (part.kind === 'figure') {
    // a published figure is counted already: what it means does not change under those who counted
    if (ground.figures.some((one) => isFields(one) && one.code === part.code)) return null;
    const value = part.value && { ...part.value, code: part.code };
    const figures = replaced(draft.figures, 'code', part.code, value);
    return { content: after, figures, parts: [{ part: partKey(part), content: part.value }] };
  }
  const { content, changed } = demoteChanged(draft.content, after);
  const cells = changed.map((cell) => ({ part: cellKey(cell), content: cell.content ?? null }));
  const own = part.kind === 'standard' ? [] : [{ part: partKey(part), content: part.value }];
  return { content, figures: draft.figures, parts: [...own, ...cells] };
}

/** Cells signed, or no longer (`digest` empty). */
export interface SignChange {
  readonly code: string;
  readonly version: number;
  readonly cells: readonly { readonly part: string; readonly digest: string }[];
}

export const signDraft = command<SignDraftInput, DraftState, SignChange, DraftReply>({
  name: 'drafts.sign',
  version: 1,
  input: SignDraftInput,
  reply: DraftReply,
  may: () => ({ act: 'write', noun: 'sets' }),
  decide(state, input, { principal }) {
    const { draft } = state;
    const refused = notOpen(draft, input);
    if (refused || draft === null) return refused ?? problem('draft.not-found', { set: input.code });
    const standing = new Map(standingOf(draft, state.digestOf).map((cell) => [cellKey(cell), cell]));
    const problems = input.cells.flatMap((asked): Problem[] => {
      const cell = standing.get(cellKey(asked));
      const place = [asked.indicator, asked.year, asked.column].filter((step) => step !== '').join(' ');
      const say = (code: ProblemCode): Problem[] => [{ code, path: place, facts: { place } }];
      if (!cell || cell.state === 'gap') return say('draft.no-place');
      if (cell.digest !== asked.digest) return say('draft.changed-meanwhile');
      if (cell.typed === null) return say('draft.nothing-to-compare');
      return cell.typed.personId === principal.personId ? say('draft.own-cell') : [];
    });
    const [first, ...others] = problems;
    if (first) return { ok: false, problems: [first, ...others] };
    return signed(
      state,
      input,
      input.cells.map((cell) => ({ part: cellKey(cell), digest: cell.digest })),
    );
  },
});

export const unsignDraft = command<SignDraftInput, DraftState, SignChange, DraftReply>({
  name: 'drafts.unsign',
  version: 1,
  input: SignDraftInput,
  reply: DraftReply,
  may: () => ({ act: 'write', noun: 'sets' }),
  decide(state, input) {
    const refused = notOpen(state.draft, input);
    if (refused) return refused;
    return signed(
      state,
      input,
      input.cells.map((cell) => ({ part: cellKey(cell), digest: '' })),
    );
  },
});

function signed(
  state: DraftState,
  { code, version }: SignDraftInput,
  cells: SignChange['cells'],
): Decision<SignChange, DraftReply> {
  const change = { code, version, cells };
  return { ok: true, change, event: { ...change }, reply: { code, version, base: state.nextSeq } };
}

export interface PublishDraftState extends DraftState {
  readonly unitId: number;
  findPublished(code: string, version: number): unknown;
  /** Published by another place meanwhile. */
  readonly foreign: boolean;
}

export interface PublishDraftChange {
  readonly draft: Draft;
  readonly sealed: Fields;
  readonly published: PublishChange;
}

/** What a copy may still be unsure of: it stays marked, and decides nothing. */
const MAY_STAY_OPEN = ['set.standard-unsure'];

export const publishDraft = command<PublishDraftInput, PublishDraftState, PublishDraftChange, DraftReply>({
  name: 'drafts.publish',
  version: 1,
  input: PublishDraftInput,
  reply: DraftReply,
  may: () => ({ act: 'administer', noun: 'sets' }),
  decide(state, input) {
    const { draft } = state;
    const refused = notOpen(draft, input);
    if (refused || draft === null) return refused ?? problem('draft.not-found', { set: input.code });
    const { code } = draft;
    if (state.foreign) return problem('draft.code-taken', { set: code });
    if (draft.seq > input.base) return problem('draft.changed-meanwhile', { place: code });
    const { content, unsigned } = sealDraft(draft, standingOf(draft, state.digestOf));
    const found = checkDraft({ ...draft, content }, state);
    const holes = found.unfinished.filter((one) => !MAY_STAY_OPEN.includes(one.code));
    const [first, ...others]: Problem[] = [
      ...[...found.refused, ...holes].map(lawProblem),
      ...unsigned.map(({ indicator, year, column }): Problem => {
        const place = [indicator, year, column].filter((step) => step !== '').join(' ');
        return { code: 'draft.unsigned', path: place, facts: { place } };
      }),
    ];
    if (first) return { ok: false, problems: [first, ...others] };
    return publishSealed(state, draft, content);
  },
});

/** Through the way on which every set is published. */
function publishSealed(
  state: PublishDraftState,
  draft: Draft,
  sealed: Fields,
): Decision<PublishDraftChange, DraftReply> {
  const { code, version, isOverlay: overlay } = draft;
  const decision = decidePublish(
    {
      resolve: () => state.unitId,
      findSet: (id: string): CriteriaSet | undefined => state.findSet(id),
      findPublished: (id, number) => state.findPublished(id, number),
    },
    {
      figures: { format: 1, figures: [...state.figures, ...draft.figures] },
      sets: [{ file: code, content: sealed, overlay, places: overlay ? [String(state.unitId)] : [] }],
    },
  );
  if (!decision.ok) return decision;
  if (!('event' in decision)) return problem('draft.not-found', { set: code });
  const compared = standingOf(draft, state.digestOf).map((cell) => ({
    cell: cellKey(cell),
    typed: cell.typed?.personId ?? null,
    signed: cell.signatures.map(({ personId }) => personId),
  }));
  return {
    ok: true,
    change: { draft, sealed, published: decision.change },
    event: { code, version, compared, hash: state.digestOf(JSON.stringify(sealed)) },
    reply: { code, version, base: state.nextSeq },
  };
}

function notOpen(
  draft: Draft | null,
  { code, version }: { readonly code: string; readonly version: number },
): { readonly ok: false; readonly problems: readonly [Problem] } | null {
  if (draft === null) return problem('draft.not-found', { set: code });
  return draft.state === 'published' ? problem('draft.published', { set: code, version }) : null;
}

function problem(
  code: ProblemCode,
  facts?: ProblemFacts,
): { readonly ok: false; readonly problems: readonly [Problem] } {
  return { ok: false, problems: [{ code, ...(facts ? { facts } : {}) }] };
}
