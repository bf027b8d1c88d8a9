// Migrations: from empty, twice, by two servers at once, and refused when an applied file was changed.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createDatabase } from '../../src/postgres/index.ts';
import { MigrationChanged, migrate } from '../../src/storage/migrate.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'migrations');
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'vb-migrations-'));
  await cp(FOLDER, copy, { recursive: true });
});
afterAll(() => rm(copy, { recursive: true }));

async function emptyDatabase(): Promise<string> {
  return createDatabase(inject('ownerUrl'), `migrations_${Math.floor(performance.now() * 1000)}`);
}

describe('an administrator upgrades the database', () => {
  test('from empty all files run once, and a second start applies nothing', async () => {
    const ownerUrl = await emptyDatabase();
    const first = await migrate({ ownerUrl, appRole: 'vb_app' });
    expect(first.length).toBeGreaterThanOrEqual(2);
    expect(await migrate({ ownerUrl, appRole: 'vb_app' })).toEqual([]);
  });

  test('two servers that start together apply each file once', async () => {
    const ownerUrl = await emptyDatabase();
    const both = await Promise.all([
      migrate({ ownerUrl, appRole: 'vb_app' }),
      migrate({ ownerUrl, appRole: 'vb_app' }),
    ]);
    expect(both.map((files) => files.length).sort()).toEqual([0, both.flat().length]);
  });

  test('a file that was applied and then changed stops the upgrade and names itself', async () => {
    const ownerUrl = await emptyDatabase();
    await migrate({ ownerUrl, appRole: 'vb_app', folder: copy });
    await writeFile(join(copy, '0001_places_and_law.sql'), 'select 1;');
    const error = await migrate({ ownerUrl, appRole: 'vb_app', folder: copy }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(MigrationChanged);
    expect((error as MigrationChanged).file).toBe('0001_places_and_law.sql');
  });

  test('a file that fails leaves nothing of itself behind', async () => {
    const ownerUrl = await emptyDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'vb-migrations-'));
    await writeFile(join(folder, '0001_half.sql'), 'create table half (id int); select 1/0;');
    await expect(migrate({ ownerUrl, appRole: 'vb_app', folder })).rejects.toThrow('0001_half.sql');
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const found = await client.query("select 1 from pg_class where relname = 'half'");
    await client.end();
    await rm(folder, { recursive: true });
    expect(found.rowCount).toBe(0);
  });
});
