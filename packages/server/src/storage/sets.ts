// Published sets of criteria: immutable, keyed by content hash.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';

export interface SetRow {
  readonly id: number;
  readonly code: string;
  readonly version: number;
  readonly contentHash: Buffer;
  readonly content: unknown;
  readonly isOverlay: boolean;
  readonly isIllustrative: boolean;
}

export async function listSets(database: Kysely<DB>): Promise<SetRow[]> {
  const rows = await database.selectFrom('criteria_sets').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    version: row.version,
    contentHash: row.content_hash,
    content: row.content,
    isOverlay: row.is_overlay,
    isIllustrative: row.is_illustrative,
  }));
}

export type NewSet = Omit<SetRow, 'id'> & { readonly publishedAt: string };

/** Publishes a version; the same content again is the same row. Returns its id. */
export async function saveSet(database: Kysely<DB>, set: NewSet): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into criteria_sets (code, version, content_hash, content, is_overlay, is_illustrative, published_at)
    values (${set.code}, ${set.version}, ${set.contentHash}, ${JSON.stringify(set.content)}::jsonb, ${set.isOverlay},
      ${set.isIllustrative}, ${set.publishedAt})
    on conflict (content_hash) do nothing returning id`.execute(database);
  if (rows[0]) return rows[0].id;
  const found = await database
    .selectFrom('criteria_sets')
    .select('id')
    .where('content_hash', '=', set.contentHash)
    .executeTakeFirstOrThrow();
  return found.id;
}

export interface OverlayPlace {
  readonly overlayId: number;
  readonly unitId: number;
}

export async function listOverlayPlaces(database: Kysely<DB>): Promise<OverlayPlace[]> {
  const rows = await database.selectFrom('overlay_units').selectAll().execute();
  return rows.map((row) => ({ overlayId: row.overlay_id, unitId: row.unit_id }));
}

export async function saveOverlayPlace(database: Kysely<DB>, place: OverlayPlace): Promise<void> {
  await database
    .insertInto('overlay_units')
    .values({ overlay_id: place.overlayId, unit_id: place.unitId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
