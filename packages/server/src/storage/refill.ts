// An empty database is set up and filled with the rows of a backup, in one transaction: all of it, or nothing.
import type { Writable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { apply, MIGRATION_LOCK, type MigrationFile, prepareMigrations } from './migrate.ts';
import { COPY_SETTINGS } from './snapshot-copy.ts';
import {
  listSequences,
  listTables,
  nameOf,
  quoted,
  quotedColumns,
  type SequenceState,
  type TableShape,
} from './tables.ts';

/** Where a table's rows go in, as COPY wrote them; `rowCount` once it has finished. */
export type RowsIn = Writable & { readonly rowCount: number };

export interface Refill {
  /** Tables that hold rows which no migration put there; empty in an empty installation. */
  findUsedTables(): Promise<string[]>;
  /** The migrations that have been applied already. */
  listApplied(): Promise<string[]>;
  apply(migrations: readonly MigrationFile[]): Promise<void>;
  listTables(): Promise<TableShape[]>;
  listSequences(): Promise<string[]>;
  /** Takes away what the migrations themselves put in: the backup has those rows too. */
  clear(): Promise<void>;
  load(table: TableShape): RowsIn;
  /** One that is not here is passed over. */
  setSequences(states: readonly SequenceState[]): Promise<void>;
}

export interface RefillOptions {
  readonly ownerUrl: string;
  readonly appRole: string;
}

/** Runs `work` in one transaction of the tables' owner, which no upgrade can come between. Commits when it resolves. */
export async function refill<T>(options: RefillOptions, work: (refill: Refill) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'vung-buoc-restore' });
  // a connection cut from outside is also told to the query; without a listener it would end the process
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(COPY_SETTINGS);
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const result = await work(refillOf(client, options.appRole));
    await client.query('commit');
    return result;
  } finally {
    // a connection that ends without its commit takes the transaction back
    await client.end();
  }
}

function refillOf(client: pg.Client, appRole: string): Refill {
  return {
    findUsedTables: () => findUsedTables(client),
    listApplied: () => listApplied(client),
    async apply(migrations) {
      await prepareMigrations(client, appRole);
      // what was deferred for loading is checked now: a table with such checks open cannot be changed
      await client.query('set constraints all immediate');
      for (const migration of migrations) await apply(client, migration, appRole);
    },
    listTables: () => listTables(client),
    listSequences: async () => (await listSequences(client)).map(nameOf),
    async clear() {
      await client.query(`truncate ${(await listTables(client)).map(quoted).join(', ')}`);
      await client.query('set constraints all deferred');
    },
    load: (table) => client.query(copyFrom(`copy ${quoted(table)} (${quotedColumns(table)}) from stdin`)),
    async setSequences(states) {
      for (const state of states)
        await client.query('select setval(to_regclass($1), $2::bigint, $3)', [
          quoted(state),
          state.lastValue,
          state.isCalled,
        ]);
    },
  };
}

/**
 * A row that a migration put in was made by the same transaction as the migration's own mark. Unit heads are looked at
 * apart: a database that was restored was filled by one transaction, marks and all, and has heads.
 */
async function findUsedTables(client: pg.Client): Promise<string[]> {
  const tables = await listTables(client);
  const isOurs = tables.some((table) => nameOf(table) === 'public.migrations');
  const used: string[] = [];
  for (const table of tables) {
    const byMigration = isOurs && nameOf(table) !== 'public.unit_heads';
    const other = byMigration ? 'where xmin::text not in (select xmin::text from public.migrations)' : '';
    const { rowCount } = await client.query(`select from ${quoted(table)} ${other} limit 1`);
    if (rowCount) used.push(nameOf(table));
  }
  return used;
}

async function listApplied(client: pg.Client): Promise<string[]> {
  const found = await client.query("select 1 from pg_class where oid = to_regclass('public.migrations')");
  if (found.rowCount === 0) return [];
  const { rows } = await client.query<{ file: string }>('select file from public.migrations order by file');
  return rows.map(({ file }) => file);
}
