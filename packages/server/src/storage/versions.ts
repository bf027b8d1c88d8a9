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

/** How many rounds exist: they chain on their hosts, so the root's sequence does not show a new one. */
export async function countRounds(transaction: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from rounds`.execute(transaction);
  return rows[0]?.count ?? 0;
}
