// Drafts of sets and overlays, with the history of their parts and the signatures on their cells.
import type { CellSignature, Draft, DraftChange, PartChange, SignChange } from '@vungbuoc/programme/drafts';
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';

export interface DraftRow extends Omit<Draft, 'changes' | 'signatures'> {
  readonly unitId: number;
  readonly changedAt: Date;
}

export async function listDrafts(transaction: Kysely<DB>, unitId: number): Promise<DraftRow[]> {
  const { rows } = await sql<DraftRow>`select unit_id as "unitId", code, version, is_overlay as "isOverlay",
      content, figures, state, begun_by as "begunBy", changed_at as "changedAt", seq::int as seq
    from set_drafts where unit_id = ${unitId} order by code, version`.execute(transaction);
  return rows;
}

/** With its whole history; null where there is none. */
export async function findDraft(
  transaction: Kysely<DB>,
  unitId: number,
  code: string,
  version: number,
): Promise<(Draft & DraftRow) | null> {
  const row = (await listDrafts(transaction, unitId)).find(
    (one) => one.code === code && one.version === version,
  );
  if (!row) return null;
  const changes = await sql<
    Stored<PartChange>
  >`select part, seq::int as seq, person_id as "personId", office, at
    from set_draft_changes where unit_id = ${unitId} and code = ${code} and version = ${version}
    order by seq`.execute(transaction);
  const signatures = await sql<Stored<CellSignature>>`select part, seq::int as seq, person_id as "personId",
      office, at, digest
    from set_draft_signatures where unit_id = ${unitId} and code = ${code} and version = ${version}
    order by seq`.execute(transaction);
  return { ...row, changes: changes.rows.map(spokenAt), signatures: signatures.rows.map(spokenAt) };
}

type Stored<T> = Omit<T, 'at'> & { readonly at: Date };

function spokenAt<T extends { readonly at: Date }>(row: T): Omit<T, 'at'> & { readonly at: string } {
  return { ...row, at: row.at.toISOString() };
}

/** Who writes, when, and under which number. */
export interface DraftHand {
  readonly unitId: number;
  readonly personId: number;
  readonly office: string;
  readonly at: string;
  readonly seq: number;
}

/** The draft as it now stands, and each part that changed into its history. */
export async function saveDraft(
  transaction: Kysely<DB>,
  { unitId, personId, office, at, seq }: DraftHand,
  { code, version, isOverlay, content, figures, parts }: DraftChange,
): Promise<void> {
  await sql`insert into set_drafts (unit_id, code, version, is_overlay, content, figures, state, begun_by,
      changed_by, changed_at, seq)
    values (${unitId}, ${code}, ${version}, ${isOverlay}, ${JSON.stringify(content)}::jsonb,
      ${JSON.stringify(figures)}::jsonb, 'draft', ${personId}, ${personId}, ${at}, ${seq})
    on conflict (unit_id, code, version) do update set content = excluded.content, figures = excluded.figures,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at, seq = excluded.seq`.execute(
    transaction,
  );
  for (const { part, content: own } of parts) {
    await sql`insert into set_draft_changes (unit_id, code, version, part, seq, content, person_id, office, at)
      values (${unitId}, ${code}, ${version}, ${part}, ${seq}, ${JSON.stringify(own ?? null)}::jsonb,
        ${personId}, ${office}, ${at})`.execute(transaction);
  }
}

export async function saveDraftSignatures(
  transaction: Kysely<DB>,
  { unitId, personId, office, at, seq }: DraftHand,
  { code, version, cells }: SignChange,
): Promise<void> {
  for (const { part, digest } of new Map(cells.map((cell) => [cell.part, cell])).values()) {
    await sql`insert into set_draft_signatures (unit_id, code, version, part, person_id, seq, digest, office, at)
      values (${unitId}, ${code}, ${version}, ${part}, ${personId}, ${seq}, ${digest}, ${office}, ${at})`.execute(
      transaction,
    );
  }
}

/** From here on it stays as it is. */
export async function saveDraftPublished(
  transaction: Kysely<DB>,
  { unitId, personId, at, seq }: DraftHand,
  { code, version, content }: { readonly code: string; readonly version: number; readonly content: unknown },
): Promise<void> {
  await sql`update set_drafts set state = 'published', content = ${JSON.stringify(content)}::jsonb,
      changed_by = ${personId}, changed_at = ${at}, seq = ${seq}
    where unit_id = ${unitId} and code = ${code} and version = ${version}`.execute(transaction);
}
