// Evidence is added: a whole upload becomes a file of the unit, or a document is cited.

import type * as z from 'zod/mini';
import { command, type Decision } from '../declarations/index.ts';
import type { Problem } from '../problems/index.ts';
import { type KnownCode, refuseFile, refuseResultOnly, refuseUnknownCodes } from './codes.ts';
import {
  AttachEvidenceInput,
  CiteEvidenceInput,
  EvidenceReply,
  type Scan,
  type TakenAt,
  type UploadId as UploadIdSchema,
} from './schema.ts';

/** A whole upload whose bytes are safe. */
export interface WholeFile {
  readonly upload: z.infer<typeof UploadIdSchema>;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  readonly name: string;
  /** 16 hex digits; null where it is no photo. */
  readonly looks: string | null;
  readonly scan: Scan;
}

export interface AddEvidenceState {
  /** Made by the server for this piece. */
  readonly evidence: string;
  readonly known: ReadonlyMap<string, KnownCode>;
}

export interface AttachEvidenceState extends AddEvidenceState {
  /** null: there is no such upload of this person for this unit. */
  readonly file: WholeFile | null;
}

/** A row to be written. */
export interface NewEvidence {
  readonly evidence: string;
  readonly kind: 'file' | 'document';
  readonly file: Omit<WholeFile, 'upload'> | null;
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  readonly documentOn: string | null;
  readonly link: string | null;
  readonly takenOn: string | null;
  readonly takenAt: TakenAt | null;
  readonly expiresOn: string | null;
  readonly codes: readonly string[];
}

export const attachEvidence = command<AttachEvidenceInput, AttachEvidenceState, NewEvidence, EvidenceReply>({
  name: 'evidence.attach',
  version: 1,
  input: AttachEvidenceInput,
  reply: EvidenceReply,
  may: () => ({ act: 'write', noun: 'evidence' }),
  decide({ evidence, known, file }, input, { today }) {
    const { codes, takenOn, takenAt, issuer, documentNumber, documentOn, expiresOn } = input;
    const problems: Problem[] = [
      ...refuseFile(codes, known),
      ...refuseDays({ takenOn, documentOn, expiresOn }, today),
    ];
    if (file === null) problems.push({ code: 'evidence.upload-not-found', path: 'upload' });
    if (problems.length > 0 || file === null) return refusal(problems);
    const { upload: _upload, ...kept } = file;
    return added(input, {
      evidence,
      kind: 'file',
      file: kept,
      issuer,
      documentNumber,
      documentOn,
      link: null,
      takenOn,
      takenAt,
      expiresOn,
      codes,
    });
  },
});

export const citeEvidence = command<CiteEvidenceInput, AddEvidenceState, NewEvidence, EvidenceReply>({
  name: 'evidence.cite',
  version: 1,
  input: CiteEvidenceInput,
  reply: EvidenceReply,
  may: () => ({ act: 'write', noun: 'evidence' }),
  decide({ evidence, known }, input, { today }) {
    const { codes, issuer, documentNumber, documentOn, link, expiresOn } = input;
    const problems = [
      ...refuseUnknownCodes(codes, known),
      // a link may lead to the document itself
      ...(link === null ? [] : refuseResultOnly(codes, known)),
      ...refuseDays({ takenOn: null, documentOn, expiresOn }, today),
    ];
    if (problems.length > 0) return refusal(problems);
    return added(input, {
      evidence,
      kind: 'document',
      file: null,
      issuer,
      documentNumber,
      documentOn,
      link,
      takenOn: null,
      takenAt: null,
      expiresOn,
      codes,
    });
  },
});

function refuseDays(
  days: Readonly<Record<'takenOn' | 'documentOn' | 'expiresOn', string | null>>,
  today: string,
): Problem[] {
  const problems: Problem[] = [];
  for (const path of ['takenOn', 'documentOn'] as const) {
    const date = days[path];
    if (date !== null && date > today) problems.push({ code: 'evidence.day-to-come', path, facts: { date } });
  }
  const { documentOn, expiresOn } = days;
  if (documentOn !== null && expiresOn !== null && expiresOn < documentOn)
    problems.push({ code: 'evidence.ends-early', path: 'expiresOn' });
  return problems;
}

function refusal<Change>(problems: readonly Problem[]): Decision<Change, EvidenceReply> {
  const [first, ...others] = problems;
  return { ok: false, problems: [first ?? { code: 'evidence.upload-not-found' }, ...others] };
}

/** The event holds what the row holds, but no name of a file: names are typed by people and may be about people. */
function added(
  input: { readonly unit: string; readonly round: string },
  change: NewEvidence,
): Decision<NewEvidence, EvidenceReply> {
  const { evidence, kind, file, codes, ...said } = change;
  const { issuer, documentNumber, documentOn, link, takenOn, takenAt, expiresOn } = said;
  return {
    ok: true,
    change,
    event: {
      round: input.round,
      evidence,
      kind,
      codes: [...codes],
      issuer,
      documentNumber,
      documentOn,
      link,
      takenOn,
      // decimal text: nothing that is hashed is a float
      takenAt: takenAt && { lat: takenAt.lat.toFixed(5), lon: takenAt.lon.toFixed(5) },
      expiresOn,
      ...(file ? { sha256: file.sha256, bytes: file.bytes, mime: file.mime, scan: file.scan } : {}),
    },
    reply: { unit: input.unit, evidence },
  };
}
