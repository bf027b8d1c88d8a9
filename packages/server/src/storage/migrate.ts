// Forward-only migrations: plain SQL files, each in its own transaction, under one lock.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const FOLDER = join(import.meta.dirname, '..', '..', 'migrations');
/** Any fixed number: the advisory lock that keeps two servers from migrating at once. */
const LOCK = 7_214_318;

export interface MigrateOptions {
  /** Connection of the role that owns the tables. */
  readonly ownerUrl: string;
  /** The application's role: gets rights, owns nothing. */
  readonly appRole: string;
  readonly folder?: string;
  readonly onApplied?: (file: string, index: number, total: number) => void;
}

/** A migration that was applied before has another text now. */
export class MigrationChanged extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`migration ${file} was changed after it was applied; add a new file instead`);
    this.name = 'MigrationChanged';
    this.file = file;
  }
}

/** Applies what is missing, in order of file names. Returns the files applied now. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const folder = options.folder ?? FOLDER;
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`create table if not exists migrations (
      file text primary key, digest text not null, applied_at timestamptz not null default now())`);
    await client.query(`grant select on migrations to ${pg.escapeIdentifier(options.appRole)}`);
    const applied = await listApplied(client);
    const missing = await findMissing(files, folder, applied);
    for (const [index, file] of missing.entries()) {
      await apply(client, folder, file, options.appRole);
      options.onApplied?.(file, index + 1, missing.length);
    }
    return missing;
  } finally {
    await client.end();
  }
}

async function listApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ file: string; digest: string }>(
    'select file, digest from migrations',
  );
  return new Map(rows.map((row) => [row.file, row.digest]));
}

async function findMissing(files: string[], folder: string, applied: Map<string, string>): Promise<string[]> {
  const missing: string[] = [];
  for (const file of files) {
    const before = applied.get(file);
    if (before === undefined) missing.push(file);
    else if (before !== digestOf(await readFile(join(folder, file), 'utf8')))
      throw new MigrationChanged(file);
  }
  return missing;
}

async function apply(client: pg.Client, folder: string, file: string, appRole: string): Promise<void> {
  const text = await readFile(join(folder, file), 'utf8');
  await client.query('begin');
  try {
    await client.query(text.replaceAll(':app_role', pg.escapeIdentifier(appRole)));
    await client.query('insert into migrations (file, digest) values ($1, $2)', [file, digestOf(text)]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${file} failed: ${(error as Error).message}`, { cause: error });
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
