// What is not restored: a cut or altered archive, one of a newer program, into a place that is in use. Nothing is changed then.
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backUp } from '../../src/ops/backup.ts';
import { examineArchive, restore } from '../../src/ops/restore.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import {
  ask,
  bringBack,
  contentsOf,
  makeEmptyTarget,
  makeTemporary,
  type Target,
  tablesOf,
} from './installations.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations');
const NOW = new Date('2026-03-02T03:00:00Z');

let house: TestHouse;
let whole: Buffer;
let evidence: string;
beforeAll(async () => {
  house = await openTestHouse('sample');
});
afterAll(() => house?.close());

/** Makes the archive that the tests spoil, with one piece of evidence in it. */
async function makeArchive(): Promise<Buffer> {
  const varFolder = await makeTemporary();
  const hash = createHash('sha256').update('biên bản').digest('hex');
  evidence = join('evidence', hash.slice(0, 2), hash);
  await mkdir(dirname(join(varFolder, evidence)), { recursive: true });
  await writeFile(join(varFolder, evidence), 'biên bản');
  const file = join(varFolder, 'whole.tar.gz');
  await backUp({ file, ownerUrl: house.ownerUrl, varFolder, withKeys: false, now: NOW });
  return readFile(file);
}

async function archiveOf(bytes: Buffer): Promise<string> {
  const file = join(await makeTemporary(), 'sao-luu.tar.gz');
  await writeFile(file, bytes);
  return file;
}

async function wholeArchive(): Promise<Buffer> {
  whole ??= await makeArchive();
  return whole;
}

/** Tries, and sees to it that nothing at all has come into the empty database. */
async function tryOn(target: Target, file: string, more = {}): Promise<unknown> {
  const error = await bringBack(file, target, more).then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(await tablesOf(target.ownerUrl)).toEqual([]);
  return error;
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** Unpacked, changed in one place, packed again: what gzip's own sum no longer notices. */
async function altered(from: string, to: string): Promise<string> {
  const tar = gunzipSync(await wholeArchive());
  const at = tar.indexOf(from);
  expect(at).toBeGreaterThan(0);
  expect(Buffer.byteLength(to)).toBe(Buffer.byteLength(from));
  tar.write(to, at);
  return archiveOf(gzipSync(tar));
}

/** As many migrations as the program has, and one more. */
async function migrationsAnd(sql: string): Promise<string> {
  const folder = await makeTemporary();
  await cp(MIGRATIONS, folder, { recursive: true });
  await writeFile(join(folder, '9000_next.sql'), sql);
  return folder;
}

describe('an administrator whose archive is not whole', () => {
  test('is told so wherever it is cut off', async () => {
    const bytes = await wholeArchive();
    const target = await makeEmptyTarget();
    const lengths = [0.1, 0.35, 0.6, 0.85, 0.999].map((part) => Math.floor(bytes.length * part));
    for (const length of [...lengths, bytes.length - 9, bytes.length - 1]) {
      const error = await tryOn(target, await archiveOf(bytes.subarray(0, length)));
      expect([length, error]).toMatchObject([length, { code: 'archive.damaged' }]);
    }
    for (const length of [0, 5]) {
      const error = await tryOn(target, await archiveOf(bytes.subarray(0, length)));
      expect([length, error]).toMatchObject([length, { code: 'archive.not-ours' }]);
    }
  });

  test('or which byte of it was changed on the way', async () => {
    const bytes = await wholeArchive();
    const target = await makeEmptyTarget();
    for (const part of [0.2, 0.5, 0.8]) {
      const copy = Buffer.from(bytes);
      const at = Math.floor(copy.length * part);
      copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
      expect(await tryOn(target, await archiveOf(copy))).toMatchObject({ code: 'archive.damaged' });
    }
  });

  test.each([
    ['a name in a row', '112\tNậm Nhùn\t', '112\tNậm Nhún\t', 'public.unit_versions'],
    ['a byte of evidence', 'biên bản', 'biên bạn', 'evidence'],
    ['the manifest', '"pieces": 1', '"pieces": 2', 'manifest.json'],
  ])('or that %s was changed by somebody who packed it again', async (_what, from, to, place) => {
    const file = await altered(from, to);
    // seen at the first look, with no database near
    const error: unknown = await examineArchive(file).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'archive.damaged' });
    await tryOn(await makeEmptyTarget(), file);
    expect(String((error as Error).message)).toContain(place);
  });

  test('or that it was exchanged after it had been looked through', async () => {
    const file = await archiveOf(await wholeArchive());
    const archive = await examineArchive(file);
    await cp(await altered('biên bản', 'biên bạn'), file);
    const target = await makeEmptyTarget();
    const varFolder = await makeTemporary();
    const going = restore({ file, ownerUrl: target.ownerUrl, appRole: 'vb_app', varFolder }, archive);
    await expect(going).rejects.toMatchObject({ code: 'archive.damaged' });
    expect(await tablesOf(target.ownerUrl)).toEqual([]);
    expect(await filesIn(varFolder)).toEqual([]);
  });

  test('or that a table was cut out of it, or that it is another file altogether', async () => {
    const target = await makeEmptyTarget();
    const renamed = await altered('tables/public.readings', 'tables/public.writings');
    expect(await tryOn(target, renamed)).toMatchObject({ code: 'archive.damaged' });
    expect(await tryOn(target, await archiveOf(gzipSync('xin chào')))).toMatchObject({
      code: 'archive.not-ours',
    });
    expect(await tryOn(target, '/nowhere/vb.tar.gz')).toMatchObject({ code: 'archive.absent' });
  });
});

describe('an administrator whose program is not of the same age', () => {
  test('is told to update it for an archive of a newer one, and of a form that does not exist yet', async () => {
    const target = await makeEmptyTarget();
    const later = await openTestHouse('sample');
    await ask(
      later.ownerUrl,
      `insert into migrations (file, digest) values ('9000_next.sql', '${'0'.repeat(64)}')`,
    );
    const file = join(await makeTemporary(), 'later.tar.gz');
    await backUp({ file, ownerUrl: later.ownerUrl, varFolder: '/nowhere', withKeys: false, now: NOW });
    await later.close();
    expect(await tryOn(target, file)).toMatchObject({ code: 'archive.newer-program' });
    expect(await tryOn(target, await altered('"format": 1', '"format": 2'))).toMatchObject({
      code: 'archive.newer-program',
    });
  });

  test('restores an older archive, and the tables are then as the newer program wants them', async () => {
    const migrations = await migrationsAnd(
      "alter table programmes add column motto text not null default 'bước chân vững';",
    );
    const target = await makeEmptyTarget();
    await bringBack(await archiveOf(await wholeArchive()), target, { migrations });
    const rows = await ask(target.ownerUrl, 'select code, motto from programmes');
    expect(rows).toEqual([{ code: expect.any(String), motto: 'bước chân vững' }]);
    expect(await ask(target.ownerUrl, 'select file from migrations order by 1 desc limit 1')).toEqual([
      { file: '9000_next.sql' },
    ]);
  });

  test('is told of a migration that was changed', async () => {
    const migrations = await makeTemporary();
    await cp(MIGRATIONS, migrations, { recursive: true });
    await writeFile(join(migrations, '0002_facts.sql'), 'select 1;');
    const error = await tryOn(await makeEmptyTarget(), await archiveOf(await wholeArchive()), { migrations });
    expect(error).toMatchObject({ code: 'archive.other-program' });
  });

  test('is told of a table of somebody’s own, and may leave it out', async () => {
    const own = await openTestHouse('sample');
    await ask(own.ownerUrl, 'create table my_notes (text text)', "insert into my_notes values ('của tôi')");
    const file = join(await makeTemporary(), 'own.tar.gz');
    await backUp({ file, ownerUrl: own.ownerUrl, varFolder: '/nowhere', withKeys: false, now: NOW });
    const target = await makeEmptyTarget();
    expect(await tryOn(target, file)).toMatchObject({ code: 'archive.unknown-tables' });
    await bringBack(file, target, { leaveOut: ['public.my_notes'] });
    const { 'public.my_notes': _mine, ...rest } = await contentsOf(own.ownerUrl);
    await own.close();
    expect(await contentsOf(target.ownerUrl)).toEqual(rest);
  });
});

describe('an administrator who restores into a place that is in use', () => {
  test('is refused, and what is there stays', async () => {
    const other = await openTestHouse('sample');
    const before = await contentsOf(other.ownerUrl);
    const file = await archiveOf(await wholeArchive());
    await expect(bringBack(file, other)).rejects.toMatchObject({ code: 'installation.not-empty' });
    expect(await contentsOf(other.ownerUrl)).toEqual(before);
    await other.close();
  });

  test('also where it was itself restored, or where somebody keeps tables of his own', async () => {
    const file = await archiveOf(await wholeArchive());
    const restored = await makeEmptyTarget();
    await bringBack(file, restored);
    await expect(bringBack(file, restored)).rejects.toMatchObject({ code: 'installation.not-empty' });
    const strange = await makeEmptyTarget();
    await ask(strange.ownerUrl, 'create table theirs (id int)', 'insert into theirs values (1)');
    await expect(bringBack(file, strange)).rejects.toMatchObject({ code: 'installation.not-empty' });
    expect(await tablesOf(strange.ownerUrl)).toEqual(['public.theirs']);
  });

  test('but a database that was set up and never used is empty', async () => {
    const fresh = await openTestHouse('empty');
    await bringBack(await archiveOf(await wholeArchive()), fresh);
    expect(await contentsOf(fresh.ownerUrl)).toEqual(await contentsOf(house.ownerUrl));
    await fresh.close();
  });

  test('and signing keys never replace those that are there', async () => {
    const varFolder = await makeTemporary();
    await mkdir(join(varFolder, 'keys'));
    await writeFile(join(varFolder, 'keys', 'trail.pem'), 'mới');
    const file = join(await makeTemporary(), 'keys.tar.gz');
    await backUp({ file, ownerUrl: house.ownerUrl, varFolder, withKeys: true, now: NOW });
    expect(await tryOn(await makeEmptyTarget(), file, { varFolder })).toMatchObject({
      code: 'installation.keys-present',
    });
  });
});

test('a restore that breaks in its last step leaves an empty installation, into which the next one goes', async () => {
  const file = await archiveOf(await wholeArchive());
  const target = await makeEmptyTarget();
  const varFolder = await makeTemporary();
  const migrations = await migrationsAnd('select 1 / 0;');
  expect(await tryOn(target, file, { migrations, varFolder })).toMatchObject({
    message: expect.stringContaining('9000_next.sql'),
  });
  expect(await filesIn(varFolder)).toEqual([]);
  await bringBack(file, target, { varFolder });
  expect(await contentsOf(target.ownerUrl)).toEqual(await contentsOf(house.ownerUrl));
  expect(await readFile(join(varFolder, evidence), 'utf8')).toBe('biên bản');
});
