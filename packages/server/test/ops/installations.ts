// Installations that a backup is restored into, what they hold row by row, and saves that go on meanwhile.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { saveReadingsBinding } from '../../src/commands/readings.ts';
import { runCommand } from '../../src/commands/run.ts';
import { examineArchive, type RestoreOptions, restore } from '../../src/ops/restore.ts';
import { createDatabase } from '../../src/postgres/index.ts';
import type { TestHouse } from '../database.ts';

export interface Target {
  readonly ownerUrl: string;
  /** The application's address of the same database. */
  readonly appUrl: string;
}

/** A database that nobody has set up yet, on the run's own cluster. */
export async function makeEmptyTarget(): Promise<Target> {
  const ownerUrl = await createDatabase(inject('ownerUrl'), `restored_${randomUUID().replaceAll('-', '')}`);
  const app = new URL(ownerUrl);
  app.username = 'vb_app';
  app.password = inject('appPassword');
  return { ownerUrl, appUrl: app.toString() };
}

/** Restores as `vb restore` does: looked through first. */
export async function bringBack(
  file: string,
  target: Pick<RestoreOptions, 'ownerUrl'>,
  more: Partial<RestoreOptions> = {},
): Promise<void> {
  const archive = await examineArchive(file, more.migrations);
  const varFolder = more.varFolder ?? (await makeTemporary());
  await restore({ file, ownerUrl: target.ownerUrl, appRole: 'vb_app', ...more, varFolder }, archive);
}

export async function makeTemporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vb-backup-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Asks as the owner. */
export async function ask<T extends pg.QueryResultRow>(
  ownerUrl: string,
  ...statements: string[]
): Promise<T[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    let rows: T[] = [];
    for (const statement of statements) rows = (await client.query<T>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** Each table (`schema.name`) as the standard's own catalogue lists them. */
export async function tablesOf(ownerUrl: string): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    ownerUrl,
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Every row of every table, as one digest a table. */
export async function contentsOf(ownerUrl: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const table of await tablesOf(ownerUrl)) {
    const rows = await ask<{ digest: string }>(
      ownerUrl,
      "set timezone = 'UTC'",
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as digest
       from ${table} t`,
    );
    contents[table] = rows[0]?.digest ?? '';
  }
  return contents;
}

let turn = 0;

/** An official of commune 03460 saves the next figure. */
export function saveNext(house: TestHouse): Promise<{ readonly seq: number }> {
  turn += 1;
  const entry = { figure: 'xa2016.9.2', numerator: String(turn), denominator: '400' };
  return runCommand(house.workshop, saveReadingsBinding, {
    principal: house.principal,
    commandId: randomUUID(),
    input: {
      unit: '03460@2020-12-31',
      round: '2020-nam',
      entries: [{ ...entry, applicable: true, note: null, bare: false }],
      official: true,
      knownOn: '2021-02-01',
      source: null,
      confirmed: null,
      base: null,
    },
  });
}
