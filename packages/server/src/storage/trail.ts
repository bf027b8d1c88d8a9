// Reading the trail back: events in order for the chain, and readings against their revisions.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';

export interface StoredEvent {
  readonly unitId: number;
  readonly seq: number;
  readonly commandId: string;
  readonly command: string;
  readonly commandVersion: number;
  readonly personId: number;
  readonly at: string;
  readonly payload: string | null;
  readonly payloadDigest: Buffer;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
}

/** Events of one unit after `afterSeq`, at most `most`. */
export async function listEvents(
  transaction: Kysely<DB>,
  unitId: number,
  afterSeq: number,
  most: number,
): Promise<StoredEvent[]> {
  const rows = await transaction
    .selectFrom('events')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    seq: row.seq,
    commandId: row.command_id,
    command: row.command,
    commandVersion: row.command_version,
    personId: row.person_id,
    at: row.at.toISOString(),
    payload: row.payload,
    payloadDigest: row.payload_digest,
    prevHash: row.prev_hash,
    hash: row.hash,
  }));
}

export interface StoredHead {
  readonly unitId: number;
  readonly seq: number;
  readonly hash: Buffer;
}

export async function listHeads(transaction: Kysely<DB>, unitIds: readonly number[]): Promise<StoredHead[]> {
  const { rows } = await sql<{
    unit_id: number;
    seq: number;
    hash: Buffer;
  }>`select unit_id, seq, hash from unit_heads
    where unit_id = any(${[...unitIds]}::int[]) order by unit_id`.execute(transaction);
  return rows.map((row) => ({ unitId: row.unit_id, seq: row.seq, hash: row.hash }));
}

/** How many current readings of the units are not what their newest revision says, or stand without one. */
export async function countReadingsOffTrail(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with newest as (
      select distinct on (unit_id, round_id, figure_id, thon_id) * from reading_revisions
      where unit_id = any(${[...unitIds]}::int[]) order by unit_id, round_id, figure_id, thon_id, seq desc)
    select count(*) as count from readings r full join newest n using (unit_id, round_id, figure_id, thon_id)
    where coalesce(r.unit_id, n.unit_id) = any(${[...unitIds]}::int[])
      and (r.seq is distinct from n.seq or r.numerator is distinct from n.numerator
        or r.denominator is distinct from n.denominator or r.applicable is distinct from n.applicable
        or r.official is distinct from n.official or r.note is distinct from n.note
        or r.confirmed_on is distinct from n.confirmed_on)`.execute(transaction);
  return rows[0]?.count ?? 0;
}

/** All identities, for a walk over the whole installation. */
export async function listUnitIds(database: Kysely<DB>): Promise<number[]> {
  const rows = await database.selectFrom('units').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
}

/** Version of the server, "15.18", and the migrations applied. */
export async function describeServer(database: Kysely<DB>): Promise<{ version: string; migrations: number }> {
  const { rows } = await sql<{
    version: string;
    migrations: number;
  }>`select current_setting('server_version') as version,
    (select count(*) from migrations) as migrations`.execute(database);
  return rows[0] ?? { version: '', migrations: 0 };
}

/** The hashes of the events at given numbers, hex, by unit; absent where there is no such event. */
export async function listHashesAt(
  transaction: Kysely<DB>,
  places: readonly { readonly unitId: number; readonly seq: number }[],
): Promise<Map<number, string>> {
  const { rows } = await sql<{ unitId: number; hash: Buffer }>`select e.unit_id as "unitId", e.hash
    from unnest(${places.map((place) => place.unitId)}::int[], ${places.map((place) => place.seq)}::bigint[])
      as asked (unit_id, seq) join events e using (unit_id, seq)`.execute(transaction);
  return new Map(rows.map(({ unitId, hash }) => [unitId, hash.toString('hex')]));
}
