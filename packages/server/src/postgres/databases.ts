// Addresses of the databases in a cluster, and making one: empty, or as a copy of a template.
import pg from 'pg';
import type { Address } from './settings.ts';

export const SUPERUSER = 'postgres';

/** The connection URL of one database, in the form that both libpq and `pg` read. */
export function databaseUrl(address: Address, password: string, database: string): string {
  const url = new URL(`postgres://localhost:${address.port}/${encodeURIComponent(database)}`);
  url.username = SUPERUSER;
  url.password = password;
  if (address.socketFolder === undefined) url.hostname = '127.0.0.1';
  // Not by `searchParams`: it writes a space as "+", which libpq takes for a plus.
  else url.search = `host=${encodeURIComponent(address.socketFolder)}`;
  return url.href;
}

/** The same server and account, another database. */
export function urlOf(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

export interface DatabaseOptions {
  /** Copied whole, rows and all; nobody may be connected to it meanwhile. */
  readonly template?: string;
}

/**
 * Makes a database and answers with its URL. `clusterUrl` is any URL of the cluster that may create databases.
 * @throws DatabaseError 42P04 when the name is taken, 55006 when somebody is connected to the template.
 */
export async function createDatabase(
  clusterUrl: string,
  name: string,
  options: DatabaseOptions = {},
): Promise<string> {
  const template = options.template === undefined ? '' : ` template ${pg.escapeIdentifier(options.template)}`;
  await withClient(urlOf(clusterUrl, 'postgres'), (client) =>
    client.query(`create database ${pg.escapeIdentifier(name)}${template}`),
  );
  return urlOf(clusterUrl, name);
}

/** Makes the database unless it is there. */
export async function ensureDatabase(clusterUrl: string, name: string): Promise<void> {
  const found = await withClient(urlOf(clusterUrl, 'postgres'), (client) =>
    client.query('select 1 from pg_database where datname = $1', [name]),
  );
  if (found.rowCount === 0) await createDatabase(clusterUrl, name);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A connection cut from outside is also told to the query; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
