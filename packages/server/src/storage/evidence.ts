// Evidence: the rows of one unit, what each piece is shown for, and where the same bytes stand elsewhere.
import { type Kysely, type Selectable, sql } from 'kysely';
import type { DB, Evidence } from './db-types.generated.ts';
import { idList } from './id-list.ts';

export interface EvidenceRow {
  readonly unitId: number;
  readonly evidence: string;
  readonly kind: 'file' | 'document';
  /** All of a file; null for a cited document. */
  readonly file: {
    readonly sha256: string;
    readonly bytes: number;
    readonly mime: string;
    readonly name: string;
    /** 16 hex digits of a photo. */
    readonly looks: string | null;
  } | null;
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  readonly documentOn: string | null;
  readonly link: string | null;
  readonly takenOn: string | null;
  readonly takenAt: { readonly lat: number; readonly lon: number } | null;
  readonly expiresOn: string | null;
  readonly scan: 'none' | 'clean' | 'waiting';
  readonly uploadedBy: number;
  /** ISO instant. */
  readonly uploadedAt: string;
  readonly removedReason: string | null;
  readonly seq: number;
}

/** Pieces of the units, the newest first; also those that were removed. */
export async function listEvidence(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
): Promise<EvidenceRow[]> {
  const rows = await transaction
    .selectFrom('evidence')
    .selectAll()
    .where('unit_id', '=', sql<number>`any(${idList(unitIds)}::int[])`)
    .orderBy('unit_id')
    .orderBy('seq', 'desc')
    .orderBy('evidence_id')
    .execute();
  return rows.map(toRow);
}

export async function findEvidence(
  transaction: Kysely<DB>,
  unitId: number,
  evidence: string,
): Promise<EvidenceRow | null> {
  const row = await transaction
    .selectFrom('evidence')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('evidence_id', '=', evidence)
    .executeTakeFirst();
  return row ? toRow(row) : null;
}

export async function saveEvidence(transaction: Kysely<DB>, row: EvidenceRow): Promise<void> {
  await transaction
    .insertInto('evidence')
    .values({
      unit_id: row.unitId,
      evidence_id: row.evidence,
      kind: row.kind,
      sha256: row.file && Buffer.from(row.file.sha256, 'hex'),
      bytes: row.file?.bytes ?? null,
      mime: row.file?.mime ?? null,
      name: row.file?.name ?? null,
      looks: row.file?.looks ? Buffer.from(row.file.looks, 'hex') : null,
      issuer: row.issuer,
      document_number: row.documentNumber,
      document_on: row.documentOn,
      link: row.link,
      taken_on: row.takenOn,
      lat: row.takenAt ? String(row.takenAt.lat) : null,
      lon: row.takenAt ? String(row.takenAt.lon) : null,
      expires_on: row.expiresOn,
      scan: row.scan,
      uploaded_by: row.uploadedBy,
      uploaded_at: row.uploadedAt,
      removed_reason: null,
      removed_by: null,
      removed_at: null,
      seq: row.seq,
    })
    .execute();
}

export interface EvidenceChange {
  readonly scan?: EvidenceRow['scan'];
  readonly removed?: { readonly reason: string; readonly by: number; readonly at: string };
  readonly seq: number;
}

export async function changeEvidence(
  transaction: Kysely<DB>,
  unitId: number,
  evidence: string,
  { scan, removed, seq }: EvidenceChange,
): Promise<void> {
  await transaction
    .updateTable('evidence')
    .set({
      seq,
      ...(scan ? { scan } : {}),
      ...(removed ? { removed_reason: removed.reason, removed_by: removed.by, removed_at: removed.at } : {}),
    })
    .where('unit_id', '=', unitId)
    .where('evidence_id', '=', evidence)
    .execute();
}

export interface EvidenceLinkRow {
  readonly unitId: number;
  readonly evidence: string;
  readonly roundId: number;
  readonly code: string;
}

export async function listEvidenceLinks(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
): Promise<EvidenceLinkRow[]> {
  const rows = await transaction
    .selectFrom('evidence_links')
    .select(['unit_id', 'evidence_id', 'round_id', 'code'])
    .where('unit_id', '=', sql<number>`any(${idList(unitIds)}::int[])`)
    .orderBy('unit_id')
    .orderBy('round_id')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    evidence: row.evidence_id,
    roundId: row.round_id,
    code: row.code,
  }));
}

/** Links of one piece in one round, written as many rows at once. */
export async function saveEvidenceLinks(
  transaction: Kysely<DB>,
  piece: Omit<EvidenceLinkRow, 'code'> & { readonly linkedBy: number; readonly seq: number },
  codes: readonly string[],
): Promise<void> {
  await transaction
    .insertInto('evidence_links')
    .values(
      codes.map((code) => ({
        unit_id: piece.unitId,
        evidence_id: piece.evidence,
        round_id: piece.roundId,
        code,
        linked_by: piece.linkedBy,
        seq: piece.seq,
      })),
    )
    .execute();
}

function toRow(row: Selectable<Evidence>): EvidenceRow {
  const { sha256, bytes, mime, name, looks } = row;
  const isFile = sha256 !== null && bytes !== null && mime !== null && name !== null;
  return {
    unitId: row.unit_id,
    evidence: row.evidence_id,
    kind: row.kind === 'file' ? 'file' : 'document',
    file: isFile
      ? { sha256: sha256.toString('hex'), bytes, mime, name, looks: looks?.toString('hex') ?? null }
      : null,
    issuer: row.issuer,
    documentNumber: row.document_number,
    documentOn: row.document_on,
    link: row.link,
    takenOn: row.taken_on,
    takenAt: row.lat === null || row.lon === null ? null : { lat: Number(row.lat), lon: Number(row.lon) },
    expiresOn: row.expires_on,
    scan: row.scan === 'clean' || row.scan === 'waiting' ? row.scan : 'none',
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at.toISOString(),
    removedReason: row.removed_reason,
    seq: row.seq,
  };
}

export interface SharedFileRow {
  readonly unitId: number;
  readonly evidence: string;
  readonly sha256: string;
  readonly looks: string | null;
}

/** Files of the units that are one of `files`, or whose looks differ from one of them in at most `bits` of 64. */
export async function listSharedFiles(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  files: readonly { readonly sha256: string; readonly looks: string | null }[],
  bits: number,
): Promise<SharedFileRow[]> {
  const hashes = files.map(({ sha256 }) => Buffer.from(sha256, 'hex'));
  const looks = files.flatMap((file) => file.looks ?? []);
  const { rows } = await sql<{
    unit_id: number;
    evidence_id: string;
    sha256: Buffer;
    looks: Buffer | null;
  }>`select unit_id, evidence_id, sha256, looks from evidence e
    where unit_id = any(${idList(unitIds)}::int[]) and kind = 'file' and removed_reason is null
      and (sha256 = any(${hashes}::bytea[]) or exists (
        select from unnest(${looks}::text[]) as own (looks)
        where bit_count(('x' || encode(e.looks, 'hex'))::bit(64) # ('x' || own.looks)::bit(64)) <= ${bits}))
    order by unit_id, evidence_id`.execute(transaction);
  return rows.map((row) => ({
    unitId: row.unit_id,
    evidence: row.evidence_id,
    sha256: row.sha256.toString('hex'),
    looks: row.looks?.toString('hex') ?? null,
  }));
}

/** A file that a row names, removed or not: its bytes stay as long as the row does. */
export interface KeptFile {
  readonly unitId: number;
  readonly evidence: string;
  /** Hex. */
  readonly sha256: string;
}

export async function listKeptFiles(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
): Promise<KeptFile[]> {
  const { rows } = await sql<KeptFile>`select unit_id as "unitId", evidence_id as evidence,
      encode(sha256, 'hex') as sha256
    from evidence where unit_id = any(${idList(unitIds)}::int[]) and sha256 is not null
    order by unit_id, evidence_id`.execute(transaction);
  return rows;
}
