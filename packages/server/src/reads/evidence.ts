// Evidence of one unit: the list, and one file of it. `GET /api/units/{unit}/evidence` and below.
import {
  type EvidenceList,
  type EvidenceListQuery,
  type EvidenceShown,
  expiryOf,
  isPhoto,
  readEvidence,
  type UploadFound,
} from '@vungbuoc/programme/evidence';
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import { requireRight } from '../reference/rights.ts';
import { findRound, getRound, getUnit } from '../reference/rounds-of.ts';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import {
  type EvidenceLinkRow,
  type EvidenceRow,
  findEvidence,
  listEvidence,
  listEvidenceLinks,
} from '../storage/evidence.ts';

/** @throws unit.not-found, round.not-found, right.missing */
export async function loadEvidence(
  workshop: Workshop,
  principal: Principal,
  name: string,
  query: EvidenceListQuery,
): Promise<EvidenceList> {
  const { reference, unit, today } = await findUnit(workshop, principal, name, query.round);
  const round = query.round === undefined ? null : getRound(reference, unit, query.round);
  const { rows, links } = await readUnits(workshop.database, [unit.unitId], async (transaction) => ({
    rows: await listEvidence(transaction, [unit.unitId]),
    links: await listEvidenceLinks(transaction, [unit.unitId]),
  }));
  const codes = new Map(reference.rounds.map((one) => [one.id, one.code]));
  const byPiece = new Map<string, EvidenceLinkRow[]>();
  for (const link of links) byPiece.set(link.evidence, [...(byPiece.get(link.evidence) ?? []), link]);
  const shown = rows.filter(
    (row) => !round || byPiece.get(row.evidence)?.some((link) => link.roundId === round.id),
  );
  return {
    unit: unit.code,
    name: unit.name,
    evidence: shown.map((row) => shownOf(row, byPiece.get(row.evidence) ?? [], codes, today)),
  };
}

/** A file of a unit, as somebody who may look at it finds it. */
export interface EvidenceFile {
  readonly file: NonNullable<EvidenceRow['file']>;
  readonly scan: EvidenceRow['scan'];
}

/** @throws unit.not-found, right.missing, evidence.not-found, evidence.no-file */
export async function findEvidenceFile(
  workshop: Workshop,
  principal: Principal,
  name: string,
  evidence: string,
): Promise<EvidenceFile> {
  const { unit } = await findUnit(workshop, principal, name, undefined);
  const row = await readUnits(workshop.database, [unit.unitId], (transaction) =>
    findEvidence(transaction, unit.unitId, evidence),
  );
  if (!row || row.removedReason !== null) return refuse('evidence.not-found', { evidence });
  if (!row.file) return refuse('evidence.no-file');
  return { file: row.file, scan: row.scan };
}

/** @throws evidence.upload-not-found also for an upload of somebody else */
export async function findUpload(workshop: Workshop, principal: Principal, id: string): Promise<UploadFound> {
  const upload = await workshop.evidence.uploads.find(id, principal);
  return upload?.found ?? refuse('evidence.upload-not-found');
}

async function findUnit(workshop: Workshop, principal: Principal, name: string, round: string | undefined) {
  const reference = await workshop.reference.current();
  const today = dayInVietnam(workshop.clock());
  const unit = getUnit(reference, name, today);
  const asked = { ...readEvidence.may, unit, named: name, round: findRound(reference, unit, round) };
  requireRight(workshop, reference, principal, asked);
  return { reference, unit, today };
}

function shownOf(
  row: EvidenceRow,
  links: readonly EvidenceLinkRow[],
  rounds: ReadonlyMap<number, string>,
  today: string,
): EvidenceShown {
  const { evidence, kind, file, issuer, documentNumber, documentOn, link } = row;
  const { takenOn, takenAt, expiresOn, scan, removedReason, seq } = row;
  const removed = removedReason === null ? null : { reason: removedReason };
  return {
    evidence,
    kind,
    name: file?.name ?? null,
    mime: file?.mime ?? null,
    bytes: file?.bytes ?? null,
    issuer,
    documentNumber,
    documentOn,
    link,
    takenOn,
    takenAt,
    expiresOn,
    expiry: expiryOf(expiresOn, today),
    scan,
    hasPreview: removed === null && scan !== 'waiting' && isPhoto(file?.mime ?? null),
    links: links.map(({ roundId, code }) => ({ round: rounds.get(roundId) ?? '', code })),
    removed,
    seq,
  };
}
