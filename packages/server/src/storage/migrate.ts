// Forward-only migrations: plain SQL files, each in its own transaction, under one lock.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const FOLDER = join(import.meta.dirname, '..', '..', 'migrations');
/** Any fixed number: the advisory lock that keeps two servers from migrating at once. */
export const MIGRATION_LOCK = 7_214_318;

/** A migration as it ships. */
export interface MigrationFile {
  readonly file: string;
  readonly text: string;
  /** SHA-256 of its text, in hex. */
  readonly digest: string;
}

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

/** The migrations of a folder, in the order in which they apply. */
export async function readMigrations(folder = FOLDER): Promise<MigrationFile[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return files.map((file, at) => ({ file, text: texts[at] ?? '', digest: digestOf(texts[at] ?? '') }));
}

/** Applies what is missing, in order of file names. Returns the files applied now. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(options.folder);
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await prepareMigrations(client, options.appRole);
    const missing = findMissing(migrations, await listApplied(client));
    for (const [index, migration] of missing.entries()) {
      await applyAlone(client, migration, options.appRole);
      options.onApplied?.(migration.file, index + 1, missing.length);
    }
    return missing.map(({ file }) => file);
  } finally {
    await client.end();
  }
}

/** The table of what was applied, there before the first migration. */
export async function prepareMigrations(client: pg.Client, appRole: string): Promise<void> {
  await client.query(`create table if not exists migrations (
    file text primary key, digest text not null, applied_at timestamptz not null default now())`);
  await client.query(`grant select on migrations to ${pg.escapeIdentifier(appRole)}`);
}

async function listApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ file: string; digest: string }>(
    'select file, digest from migrations',
  );
  return new Map(rows.map((row) => [row.file, row.digest]));
}

function findMissing(
  migrations: readonly MigrationFile[],
  applied: ReadonlyMap<string, string>,
): MigrationFile[] {
  return migrations.filter(({ file, digest }) => {
    const before = applied.get(file);
    if (before !== undefined && before !== digest) throw new MigrationChanged(file);
    return before === undefined;
  });
}

async function applyAlone(client: pg.Client, migration: MigrationFile, appRole: string): Promise<void> {
  await client.query('begin');
  try {
    await apply(client, migration, appRole);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Applies one migration and marks it, inside the caller's transaction. @throws naming the file */
export async function apply(client: pg.Client, migration: MigrationFile, appRole: string): Promise<void> {
  const { file, text, digest } = migration;
  try {
    await client.query(text.replaceAll(':app_role', pg.escapeIdentifier(appRole)));
    await client.query('insert into migrations (file, digest) values ($1, $2)', [file, digest]);
  } catch (error) {
    throw new Error(`migration ${file} failed: ${(error as Error).message}`, { cause: error });
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
