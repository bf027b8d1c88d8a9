// The context of every statement on facts: which units it may touch, sent together with the begin.
import { type Kysely, sql } from 'kysely';
import type { UnitMoved } from './commits.ts';
import type { Database } from './connect.ts';
import type { DB } from './db-types.generated.ts';

/** A transaction with its units set: what row-level security lets through. */
export type UnitTransaction = Kysely<DB>;

/** Most units one writing transaction may name: with more, the policy's list makes a bulk insert ten times slower. */
export const MOST_UNITS_WRITING = 50;

/**
 * Runs `work` in one transaction that may read (and nothing else) the facts of `unitIds`.
 * @throws whatever `work` throws, after rollback.
 */
export function readUnits<T>(
  database: Database,
  unitIds: readonly number[],
  work: (transaction: UnitTransaction) => Promise<T>,
): Promise<T> {
  return within(database, 'begin read only', database.reach?.reads ?? null, unitIds, work);
}

/** Runs `work` in one transaction that may read and write the facts of `unitIds`; commits before it resolves. */
export function writeUnits<T>(
  database: Database,
  unitIds: readonly number[],
  work: (transaction: UnitTransaction) => Promise<T>,
): Promise<T> {
  return within(database, 'begin', database.reach?.writes ?? null, unitIds, work);
}

/** Narrows or moves the context inside a running transaction: for work in chunks. */
export async function moveContext(transaction: UnitTransaction, unitIds: readonly number[]): Promise<void> {
  await sql.raw(contextOf(unitIds, limits.get(transaction) ?? null)).execute(transaction);
}

/** What each running transaction may reach at most. */
const limits = new WeakMap<UnitTransaction, ReadonlySet<number>>();

/** Which heads each running transaction has moved. */
const moved = new WeakMap<UnitTransaction, UnitMoved[]>();

/** Notes heads that will have moved once this transaction commits. */
export function noteMoved(transaction: UnitTransaction, heads: readonly UnitMoved[]): void {
  moved.get(transaction)?.push(...heads);
}

function contextOf(unitIds: readonly number[], limit: ReadonlySet<number> | null): string {
  for (const id of unitIds) if (!Number.isInteger(id)) throw new TypeError(`unit id ${id} is not an integer`);
  const reached = limit === null ? unitIds : unitIds.filter((id) => limit.has(id));
  return `${BY_INDEX}; set local app.units = '${reached.join(',')}'`;
}

/**
 * Facts are reached by their unit. In an index's condition the policy's list is read once, in a filter once for every
 * row, which the planner does not count: reading the nation's verdicts in a row took a second where the index takes 20 ms.
 */
const BY_INDEX = 'set local enable_seqscan = off';

async function within<T>(
  database: Database,
  begin: string,
  limit: ReadonlySet<number> | null,
  unitIds: readonly number[],
  work: (transaction: UnitTransaction) => Promise<T>,
): Promise<T> {
  return database.kysely.connection().execute(async (connection) => {
    const heads: UnitMoved[] = [];
    moved.set(connection, heads);
    if (limit !== null) limits.set(connection, limit);
    await sql.raw(`${begin}; ${contextOf(unitIds, limit)}`).execute(connection);
    try {
      const result = await work(connection);
      await sql.raw('commit').execute(connection);
      if (heads.length > 0) database.commits.tell(heads);
      return result;
    } catch (error) {
      // a dead connection cannot roll back; the server has done so already, and the first error is the one that matters
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => undefined);
      throw error;
    }
  });
}
