// Drafts of a place: the list, one draft as the engine and its people see it, and a part tried without storing it.
import { diffSets, type SetProblem } from '@vungbuoc/criteria';
import {
  type CheckDraftInput,
  type CheckDraftReply,
  checkDraft,
  type Draft,
  type DraftPage,
  type DraftsReply,
  isFields,
  type PartChange,
  progressOf,
  putPart,
  readDrafts,
  standingOf,
} from '@vungbuoc/programme/drafts';
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import { dayOf, fullName, type UnitVersion } from '@vungbuoc/programme/units';
import { digestOfCell, draftGround } from '../reference/draft-ground.ts';
import { requireRight } from '../reference/rights.ts';
import { getUnit } from '../reference/rounds-of.ts';
import { type Reference, ROOT_UNIT } from '../reference/snapshot.ts';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { findDraft, listDrafts } from '../storage/drafts.ts';
import { findPerson } from '../storage/people.ts';

/** @throws unit.not-found, right.missing */
export async function loadDrafts(
  workshop: Workshop,
  principal: Principal,
  under: string | undefined,
): Promise<DraftsReply> {
  const { reference, unit, today } = await placeOf(workshop, principal, under);
  const drafts = await readUnits(workshop.database, [unit.unitId], (transaction) =>
    listDrafts(transaction, unit.unitId),
  );
  return {
    under: { unit: `${unit.code}@${dayOf(unit, today)}`, name: fullName(unit) },
    drafts: await Promise.all(
      drafts.map(async (row) => {
        const draft = await getDraft(workshop, unit.unitId, row.code, row.version);
        const progress = progressOf(draft, standingOf(draft, digestOfCell));
        return { ...headOf(row), state: row.state, changedAt: row.changedAt.toISOString(), progress };
      }),
    ),
    published: reference.shelf.listRows().map(headOf),
  };
}

/** @throws unit.not-found, right.missing, draft.not-found */
export async function loadDraft(
  workshop: Workshop,
  principal: Principal,
  asked: { readonly under: string | undefined; readonly code: string; readonly version: number },
): Promise<DraftPage> {
  const { reference, unit } = await placeOf(workshop, principal, asked.under);
  const draft = await getDraft(workshop, unit.unitId, asked.code, asked.version);
  const cells = standingOf(draft, digestOfCell);
  const found = checkDraft(draft, draftGround(reference));
  const before = lastPublished(reference, draft);
  const named = await namesOf(workshop, draft);
  const spoken = (one: PartChange) => ({
    person: one.personId,
    name: named.get(one.personId) ?? null,
    office: one.office,
    at: one.at,
  });
  return {
    ...headOf(draft),
    state: draft.state,
    base: draft.seq,
    content: draft.content,
    figures: [...draft.figures],
    cells: cells.map(({ content: _content, typed, signatures, ...cell }) => ({
      ...cell,
      typed: typed && spoken(typed),
      signatures: signatures.map(spoken),
    })),
    refused: found.refused.map(fault),
    unfinished: found.unfinished.map(fault),
    progress: progressOf(draft, cells),
    differences:
      before && found.set ? diffSets(before, found.set).map(({ code, vi, en }) => ({ code, vi, en })) : null,
  };
}

/** @throws unit.not-found, right.missing, draft.not-found, draft.no-place */
export async function tryDraft(
  workshop: Workshop,
  principal: Principal,
  input: CheckDraftInput,
): Promise<CheckDraftReply> {
  const { reference, unit } = await placeOf(workshop, principal, input.unit);
  const draft = await getDraft(workshop, unit.unitId, input.code, input.version);
  const ground = draftGround(reference);
  const put = putPart(ground, draft, input);
  if (put === null) return refuse('draft.no-place', { place: input.part.kind });
  const { refused, unfinished } = checkDraft({ ...draft, ...put }, ground);
  return { refused: refused.map(fault), unfinished: unfinished.map(fault) };
}

async function placeOf(workshop: Workshop, principal: Principal, under: string | undefined) {
  const reference = await workshop.reference.current();
  const today = dayInVietnam(workshop.clock());
  const unit = under === undefined ? homeOf(reference, principal, today) : getUnit(reference, under, today);
  requireRight(workshop, reference, principal, { ...readDrafts.may, unit, named: under });
  return { reference, unit, today };
}

/** Where nothing is asked for: the place of whoever asks, or the nation. */
function homeOf(reference: Reference, principal: Principal, today: string): UnitVersion {
  const id = principal.grants[0]?.unitId ?? ROOT_UNIT;
  const unit = reference.places.nameOf(id, today);
  if (!unit) throw new Error(`unit ${id} has no name`);
  return unit;
}

async function getDraft(workshop: Workshop, unitId: number, code: string, version: number): Promise<Draft> {
  const draft = await readUnits(workshop.database, [unitId], (transaction) =>
    findDraft(transaction, unitId, code, version),
  );
  return draft ?? refuse('draft.not-found', { set: code });
}

/** What the draft is held against: the version before it, an overlay's on its base; else that base alone. */
function lastPublished(reference: Reference, draft: Draft) {
  const ground = draftGround(reference);
  const content = reference.shelf.findPublished(draft.code, draft.version - 1);
  if (!isFields(content)) return draft.isOverlay ? ground.findSet(String(draft.content.of)) : undefined;
  return checkDraft({ ...draft, content, figures: [] }, ground).set ?? undefined;
}

async function namesOf(workshop: Workshop, draft: Draft): Promise<Map<number, string>> {
  const ids = new Set([...draft.changes, ...draft.signatures].map(({ personId }) => personId));
  const people = await Promise.all(
    [...ids].map(async (id) => [id, (await findPerson(workshop.database.kysely, id))?.name] as const),
  );
  return new Map(people.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
}

interface Titled {
  readonly code: string;
  readonly version: number;
  readonly isOverlay: boolean;
  readonly content: unknown;
}

function headOf({ code, version, isOverlay: overlay, content }: Titled) {
  const { titleVi, titleEn } = isFields(content) ? content : {};
  return { code, version, overlay, titleVi: String(titleVi ?? ''), titleEn: String(titleEn ?? '') };
}

function fault({ code, path, vi, en }: SetProblem) {
  return { code, path, vi, en };
}
