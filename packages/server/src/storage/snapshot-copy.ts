// Every row of every table as of one moment, while others go on writing: what a backup is made from.
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { MIGRATION_LOCK } from './migrate.ts';
import {
  listTables,
  quoted,
  quotedColumns,
  readSequences,
  type SequenceState,
  type TableShape,
} from './tables.ts';

export interface AppliedMigration {
  readonly file: string;
  /** SHA-256 of its text, in hex. */
  readonly digest: string;
}

export interface Snapshot {
  /** In an order in which they can be loaded again. */
  readonly tables: readonly TableShape[];
  /** Empty where no program has set the database up yet. */
  readonly migrations: readonly AppliedMigration[];
  /** "18.4" */
  readonly postgres: string;
  /** The rows of a table as COPY writes them: text, one line a row. */
  copy(table: TableShape): AsyncIterable<Buffer>;
  /** Ask after the rows: sequences stand outside of the snapshot, and must not be behind it. */
  readSequences(): Promise<SequenceState[]>;
  /** Lets go of the snapshot: PostgreSQL cannot tidy up while it is held. May be called twice. */
  close(): Promise<void>;
}

/** As text every version of PostgreSQL reads them alike, whatever its own settings say. */
export const COPY_SETTINGS = [
  "set client_encoding = 'UTF8'",
  "set datestyle = 'ISO, YMD'",
  "set intervalstyle = 'postgres'",
  "set timezone = 'UTC'",
  "set bytea_output = 'hex'",
  'set extra_float_digits = 1',
  // a slow disk for the archive is no reason to give up
  'set statement_timeout = 0',
  'set idle_in_transaction_session_timeout = 0',
  // a policy that held for the owner too would leave rows out unseen; so it is an error instead
  'set row_security = off',
].join('; ');

/** @param ownerUrl the role that owns the tables: row-level security does not hide rows from it */
export async function openSnapshot(ownerUrl: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'vung-buoc-backup' });
  // a connection cut from outside is also told to the query; without a listener it would end the process
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await begin(client);
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function begin(client: pg.Client): Promise<Snapshot> {
  await client.query(COPY_SETTINGS);
  // no upgrade between the snapshot and the locks of its tables; afterwards a server may start, and only waits
  // with an upgrade that changes a table which is being copied
  await client.query('select pg_advisory_lock_shared($1)', [MIGRATION_LOCK]);
  await client.query('begin isolation level repeatable read read only');
  const tables = await listTables(client);
  if (tables.length > 0)
    await client.query(`lock table ${tables.map(quoted).join(', ')} in access share mode`);
  await client.query('select pg_advisory_unlock_shared($1)', [MIGRATION_LOCK]);
  let open = true;
  return {
    tables,
    migrations: await listMigrations(client, tables),
    postgres: await versionOf(client),
    copy: (table) => client.query(copyTo(`copy ${quoted(table)} (${quotedColumns(table)}) to stdout`)),
    readSequences: () => readSequences(client),
    async close() {
      if (open) await client.end();
      open = false;
    },
  };
}

async function listMigrations(client: pg.Client, tables: readonly TableShape[]): Promise<AppliedMigration[]> {
  if (!tables.some(({ schema, name }) => schema === 'public' && name === 'migrations')) return [];
  const { rows } = await client.query<AppliedMigration>(
    'select file, digest from public.migrations order by file',
  );
  return rows;
}

async function versionOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  return rows[0]?.version ?? '';
}
