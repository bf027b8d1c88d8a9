// Evidence is added, shown for more, taken back. Bytes are safe before the row that names them is written.
import {
  type AddEvidenceState,
  type AttachEvidenceInput,
  type AttachEvidenceState,
  attachEvidence,
  type CiteEvidenceInput,
  citeEvidence,
  type EvidenceReply,
  type LinkEvidenceInput,
  type LinkEvidenceState,
  type LinksChange,
  linkEvidence,
  type NewEvidence,
  type RemovalChange,
  type RemoveEvidenceInput,
  refuseFile,
  removeEvidence,
  type StoredPiece,
} from '@vungbuoc/programme/evidence';
import type { Principal } from '@vungbuoc/programme/principals';
import { ProblemError, refuse } from '@vungbuoc/programme/problems';
import { knownCodes, officesOfCodes } from '../reference/evidence-codes.ts';
import type { UploadedFile } from '../reference/evidence-ports.ts';
import { requireRight } from '../reference/rights.ts';
import { findRound, getRound, getUnit } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';
import type { UnitTransaction } from '../storage/context.ts';
import {
  changeEvidence,
  findEvidence,
  listEvidenceLinks,
  saveEvidence,
  saveEvidenceLinks,
} from '../storage/evidence.ts';
import { newEvidenceId } from './evidence-id.ts';
import { type CommandBinding, type Given, parseInput, runCommand, type UnitWork } from './run.ts';

/** What all inputs say: which unit, which round, which indicators or figures. */
interface About {
  readonly unit: string;
  readonly round: string;
  readonly codes: readonly string[];
}

const ofUnit = (input: { unit: string }, reference: Reference, today: string) =>
  getUnit(reference, input.unit, today);

function about(input: About, reference: Reference, unit: ReturnType<typeof ofUnit>) {
  const round = findRound(reference, unit, input.round);
  return {
    named: input.unit,
    round,
    offices: round ? officesOfCodes(reference, round, 'supply', input.codes) : [],
  };
}

/**
 * Whether somebody may add evidence there: asked before an upload begins. Answers with the unit's id.
 * @throws unit.not-found, right.missing, round.not-found, evidence.unknown-code, evidence.result-only
 */
export async function requireAddingEvidence(
  workshop: Workshop,
  principal: Principal,
  input: About,
): Promise<number> {
  const reference = await workshop.reference.current();
  const unit = ofUnit(input, reference, dayInVietnam(workshop.clock()));
  const right = { act: 'write', noun: 'evidence' } as const;
  requireRight(workshop, reference, principal, { ...right, ...about(input, reference, unit), unit });
  const known = knownCodes(reference, getRound(reference, unit, input.round), input.codes);
  const [first, ...others] = refuseFile(input.codes, known);
  if (first) throw new ProblemError([first, ...others]);
  return unit.unitId;
}

/**
 * Makes a whole upload evidence. Sent again it does nothing twice, though the upload is gone by then.
 * @throws ProblemError
 */
export async function runAttachEvidence(workshop: Workshop, given: Given): Promise<EvidenceReply> {
  const input = parseInput(attachEvidence, given.input);
  const { store, uploads } = workshop.evidence;
  const unitId = await requireAddingEvidence(workshop, given.principal, input);
  const found = await uploads.find(input.upload, given.principal);
  const file = found?.unitId === unitId ? found : null;
  // before the unit is locked: a store far away may take its time
  if (file) await store.keep(file.sha256, file.path).catch(refuseUnkept);
  const reply = await runCommand(workshop, attachBinding(file), given);
  if (file) await uploads.discard(file.upload);
  return reply;
}

/** The upload stays where it is, whatever the store says. @throws storage.disk-full, evidence.store-away */
function refuseUnkept(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return refuse('storage.disk-full');
  throw new ProblemError([{ code: 'evidence.store-away' }], { cause: error });
}

function attachBinding(
  file: UploadedFile | null,
): CommandBinding<AttachEvidenceInput, AttachEvidenceState, NewEvidence, EvidenceReply> {
  return {
    declaration: attachEvidence,
    unitOf: ofUnit,
    about,
    load: async (work) => ({ ...stateOf(work), file }),
    save: saveNew,
  };
}

export const citeEvidenceBinding: CommandBinding<
  CiteEvidenceInput,
  AddEvidenceState,
  NewEvidence,
  EvidenceReply
> = {
  declaration: citeEvidence,
  unitOf: ofUnit,
  about,
  load: async (work) => stateOf(work),
  save: saveNew,
};

export const linkEvidenceBinding: CommandBinding<
  LinkEvidenceInput,
  LinkEvidenceState,
  LinksChange,
  EvidenceReply
> = {
  declaration: linkEvidence,
  unitOf: ofUnit,
  about,
  async load(work) {
    const { transaction, unit, input } = work;
    const round = roundOf(work);
    const links = await listEvidenceLinks(transaction, [unit.unitId]);
    return {
      known: stateOf(work).known,
      piece: await findPiece(transaction, unit.unitId, input.evidence),
      linked: links
        .filter((link) => link.evidence === input.evidence && link.roundId === round.id)
        .map((link) => link.code),
    };
  },
  async save(work, { codes }, seq) {
    await saveEvidenceLinks(work.transaction, linkOf(work, work.input.evidence, seq), codes);
  },
};

/** Not for a department: what it sent may stand behind the indicators of others by now. */
export const removeEvidenceBinding: CommandBinding<
  RemoveEvidenceInput,
  { readonly piece: StoredPiece | null },
  RemovalChange,
  EvidenceReply
> = {
  declaration: removeEvidence,
  unitOf: ofUnit,
  about: (input) => ({ named: input.unit }),
  load: async ({ transaction, unit, input }) => ({
    piece: await findPiece(transaction, unit.unitId, input.evidence),
  }),
  async save({ transaction, unit, input, context }, { reason }, seq) {
    const removed = { reason, by: context.principal.personId, at: context.now };
    await changeEvidence(transaction, unit.unitId, input.evidence, { removed, seq });
  },
};

function stateOf(work: UnitWork<About>): AddEvidenceState {
  const { reference, input, context } = work;
  return {
    evidence: newEvidenceId(Date.parse(context.now)),
    known: knownCodes(reference, roundOf(work), input.codes),
  };
}

function roundOf({ reference, unit, input }: UnitWork<About>) {
  return getRound(reference, unit, input.round);
}

export async function findPiece(
  transaction: UnitTransaction,
  unitId: number,
  evidence: string,
): Promise<StoredPiece | null> {
  const row = await findEvidence(transaction, unitId, evidence);
  return row && { kind: row.kind, link: row.link, scan: row.scan, removed: row.removedReason !== null };
}

async function saveNew(work: UnitWork<About>, change: NewEvidence, seq: number): Promise<void> {
  const { transaction, unit, context } = work;
  const { codes, file, ...said } = change;
  await saveEvidence(transaction, {
    ...said,
    unitId: unit.unitId,
    file: file && { ...file },
    scan: file?.scan ?? 'none',
    uploadedBy: context.principal.personId,
    uploadedAt: context.now,
    removedReason: null,
    seq,
  });
  await saveEvidenceLinks(transaction, linkOf(work, change.evidence, seq), codes);
}

function linkOf(work: UnitWork<About>, evidence: string, seq: number) {
  const { unit, context } = work;
  const linkedBy = context.principal.personId;
  return { unitId: unit.unitId, evidence, roundId: roundOf(work).id, linkedBy, seq };
}
