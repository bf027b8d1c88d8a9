// How far each unit has come: what caches and ETags are keyed by.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';
import { idList } from './id-list.ts';

/**
 * Sum of the sequence numbers of `unitIds`. Sequences only grow, so over a fixed list of units the sum changes with
 * every write and never returns to an earlier value.
 */
export async function sumOfSeq(transaction: Kysely<DB>, unitIds: readonly number[]): Promise<number> {
  const { rows } = await sql<{ sum: number }>`select coalesce(sum(seq), 0)::bigint as sum from unit_heads
    where unit_id = any(${idList(unitIds)}::int[])`.execute(transaction);
  return rows[0]?.sum ?? 0;
}

/**
 * How many rounds exist, and how far the duties of offices have come: both chain on their hosts, so the root's sequence
 * does not show a new one.
 */
export async function versionOfHosted(transaction: Kysely<DB>): Promise<string> {
  const { rows } = await sql<{ version: string }>`select (select count(*) from rounds) || '.' ||
    (select count(*) || '.' || coalesce(sum(seq), 0) from office_duties) as version`.execute(transaction);
  return rows[0]?.version ?? '';
}

/** How far each of `unitIds` has come; a unit that nobody ever wrote to is not in it. */
export async function listSeqs(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ unitId: number; seq: number }>`select unit_id as "unitId", seq from unit_heads
    where unit_id = any(${idList(unitIds)}::int[])`.execute(transaction);
  return new Map(rows.map((row) => [row.unitId, row.seq]));
}
