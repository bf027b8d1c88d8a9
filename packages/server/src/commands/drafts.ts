// What binds the law desk's commands to storage: each chains on the unit that the set or overlay is for.
import {
  type BeginDraftInput,
  type BeginState,
  beginDraft,
  type DraftChange,
  type DraftReply,
  type DraftState,
  type PublishDraftChange,
  type PublishDraftInput,
  type PublishDraftState,
  type PutDraftInput,
  publishDraft,
  putDraft,
  type SignChange,
  type SignDraftInput,
  signDraft,
  unsignDraft,
} from '@vungbuoc/programme/drafts';
import { digestOfCell, draftGround } from '../reference/draft-ground.ts';
import { getUnit } from '../reference/rounds-of.ts';
import { type Reference, ROOT_UNIT } from '../reference/snapshot.ts';
import {
  type DraftHand,
  findDraft,
  listDrafts,
  saveDraft,
  saveDraftPublished,
  saveDraftSignatures,
} from '../storage/drafts.ts';
import { savePublished } from './reference-data.ts';
import type { CommandBinding, UnitWork } from './run.ts';

interface Which {
  readonly unit: string;
  readonly code: string;
  readonly version: number;
}

const place = {
  unitOf: (input: { readonly unit: string }, reference: Reference, today: string) =>
    getUnit(reference, input.unit, today),
  about: (input: { readonly unit: string }) => ({ named: input.unit }),
};

export const beginDraftBinding: CommandBinding<BeginDraftInput, BeginState, DraftChange, DraftReply> = {
  declaration: beginDraft,
  ...place,
  async load({ transaction, reference, unit, head, input }) {
    const newest = reference.shelf.findNewest(input.code);
    const drafts = await listDrafts(transaction, unit.unitId);
    return {
      ...draftGround(reference),
      draft: null,
      nextSeq: head.seq + 1,
      digestOf: digestOfCell,
      newest: newest ? { version: newest.version, overlay: newest.isOverlay } : null,
      foreign: isForeign(reference, input.code, unit.unitId),
      isNation: unit.unitId === ROOT_UNIT,
      open: drafts.some((draft) => draft.code === input.code && draft.state === 'draft'),
      findPublished: (code, version) => reference.shelf.findPublished(code, version),
    };
  },
  save: (work, change, seq) => saveDraft(work.transaction, handOf(work, seq), change),
};

export const putDraftBinding: CommandBinding<PutDraftInput, DraftState, DraftChange, DraftReply> = {
  declaration: putDraft,
  ...place,
  load: loadState,
  save: (work, change, seq) => saveDraft(work.transaction, handOf(work, seq), change),
};

export const signDraftBinding: CommandBinding<SignDraftInput, DraftState, SignChange, DraftReply> = {
  declaration: signDraft,
  ...place,
  load: loadState,
  save: (work, change, seq) => saveDraftSignatures(work.transaction, handOf(work, seq), change),
};

export const unsignDraftBinding: CommandBinding<SignDraftInput, DraftState, SignChange, DraftReply> = {
  ...signDraftBinding,
  declaration: unsignDraft,
};

export const publishDraftBinding: CommandBinding<
  PublishDraftInput,
  PublishDraftState,
  PublishDraftChange,
  DraftReply
> = {
  declaration: publishDraft,
  ...place,
  changesReference: true,
  load: async (work) => ({
    ...(await loadState(work)),
    unitId: work.unit.unitId,
    foreign: isForeign(work.reference, work.input.code, work.unit.unitId),
    findPublished: (code, version) => work.reference.shelf.findPublished(code, version),
  }),
  async save(work, { draft, sealed, published }, seq) {
    await savePublished(work.transaction, published, work.context.now);
    await saveDraftPublished(work.transaction, handOf(work, seq), { ...draft, content: sealed });
  },
};

async function loadState({
  transaction,
  reference,
  unit,
  head,
  input,
}: UnitWork<Which>): Promise<DraftState> {
  return {
    ...draftGround(reference),
    draft: await findDraft(transaction, unit.unitId, input.code, input.version),
    nextSeq: head.seq + 1,
    digestOf: digestOfCell,
  };
}

/** A published overlay belongs to its places, a set to the nation: nobody else makes the next version. */
function isForeign(reference: Reference, code: string, unitId: number): boolean {
  const newest = reference.shelf.findNewest(code);
  if (!newest) return false;
  if (!newest.isOverlay) return unitId !== ROOT_UNIT;
  return !reference.overlayPlaces.some((one) => one.overlayId === newest.id && one.unitId === unitId);
}

function handOf({ unit, context }: UnitWork<unknown>, seq: number): DraftHand {
  const { personId, office } = context.principal;
  return { unitId: unit.unitId, personId, office, at: context.now, seq };
}
