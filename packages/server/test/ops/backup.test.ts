// A backup made while officials work is one moment of everything, and comes back row by row.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backUp } from '../../src/ops/backup.ts';
import { examineArchive, verifyRestored } from '../../src/ops/restore.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import {
  ask,
  bringBack,
  contentsOf,
  makeEmptyTarget,
  makeTemporary,
  saveNext,
  tablesOf,
} from './installations.ts';

const NOW = new Date('2026-03-02T03:00:00Z');

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse('sample');
});
afterAll(() => house?.close());

const given = async (varFolder: string) => ({
  file: join(await makeTemporary(), 'sao-luu.tar.gz'),
  ownerUrl: house.ownerUrl,
  varFolder,
  withKeys: false,
  now: NOW,
});

async function keep(folder: string, name: string, bytes: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), bytes);
}

function evidenceName(bytes: string): string {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return `evidence/${hash.slice(0, 2)}/${hash}`;
}

describe('an administrator backs up', () => {
  test('while officials save, and the archive is one moment: every chain whole, no later save in part of it', async () => {
    const options = await given(await makeTemporary());
    const before = await saveNext(house);
    let saves = 0;
    await backUp({
      ...options,
      onTable: async () => {
        await saveNext(house);
        saves += 1;
      },
    });
    expect(saves).toBeGreaterThan(20);
    const target = await makeEmptyTarget();
    await bringBack(options.file, target);
    const report = await verifyRestored(target.appUrl);
    expect([report.faults, report.readingsOffTrail]).toEqual([[], 0]);
    const [sums] = await ask(
      target.ownerUrl,
      `select (select sum(seq)::int from unit_heads) as heads, (select count(*)::int from events) as events,
        (select max(seq)::int from readings r join unit_versions v using (unit_id) where v.code = '03460') as last`,
    );
    expect(sums?.heads).toBe(sums?.events);
    // the saves between the tables are in none of them
    expect(sums?.last).toBe(before.seq);
  });

  test('and every row of every table comes back, and the next identity is a new one', async () => {
    const options = await given(await makeTemporary());
    const { manifest, bytes } = await backUp(options);
    expect((await stat(options.file)).size).toBe(bytes);
    expect((await stat(options.file)).mode & 0o777).toBe(0o600);
    expect(await readdir(dirname(options.file))).toEqual(['sao-luu.tar.gz']);
    const target = await makeEmptyTarget();
    await bringBack(options.file, target);
    expect(await contentsOf(target.ownerUrl)).toEqual(await contentsOf(house.ownerUrl));
    expect(manifest.tables.find(({ name }) => name === 'events')?.rows).toBeGreaterThan(30);
    const next = 'insert into units default values returning id';
    const [there] = await ask(house.ownerUrl, next);
    expect(await ask(target.ownerUrl, next)).toEqual([there]);
  });

  test('and no table is left out, in whatever schema: only the queue of jobs is', async () => {
    const own = await openTestHouse('empty');
    await ask(
      own.ownerUrl,
      'create schema of_tomorrow; create table of_tomorrow.things (id int primary key)',
      'create schema graphile_worker; create table graphile_worker.jobs (id int)',
      'create table a_new_noun (id int generated always as identity, half int generated always as (id / 2) stored)',
      'insert into a_new_noun default values',
      'insert into of_tomorrow.things values (7)',
    );
    const options = { ...(await given(await makeTemporary())), ownerUrl: own.ownerUrl };
    await backUp(options);
    const { manifest } = await examineArchive(options.file);
    const kept = manifest.tables.map(({ schema, name }) => `${schema}.${name}`).sort();
    expect(kept).toEqual(
      (await tablesOf(own.ownerUrl)).filter((name) => name !== 'graphile_worker.jobs').sort(),
    );
    expect(kept).toContain('of_tomorrow.things');
    expect(manifest.tables.find(({ name }) => name === 'a_new_noun')).toMatchObject({
      columns: ['id'],
      rows: 1,
    });
    const sequences = manifest.sequences.map(({ name }) => name);
    expect(sequences).toContain('a_new_noun_id_seq');
    await own.close();
  });

  test('with the bytes of evidence, and without the signing keys unless they are asked for', async () => {
    const varFolder = await makeTemporary();
    const large = 'x'.repeat(3_000_001);
    for (const bytes of ['biên bản', large]) await keep(varFolder, evidenceName(bytes), bytes);
    await keep(varFolder, 'evidence/aa/an-upload-under-way', 'half');
    await keep(varFolder, 'keys/trail-2026.pem', 'secret');
    const without = await given(varFolder);
    const { manifest } = await backUp(without);
    expect(manifest.folders).toMatchObject([{ name: 'evidence', files: 2 }]);
    const withKeys = { ...(await given(varFolder)), withKeys: true };
    await backUp(withKeys);
    for (const { file, keys } of [
      { file: without.file, keys: [] },
      { file: withKeys.file, keys: ['trail-2026.pem'] },
    ]) {
      const there = await makeTemporary();
      await bringBack(file, await makeEmptyTarget(), { varFolder: there });
      expect(await readFile(join(there, evidenceName(large)), 'utf8')).toBe(large);
      expect(await readdir(join(there, 'evidence'), { recursive: true })).toHaveLength(4);
      expect(await readdir(join(there, 'keys')).catch(() => [])).toEqual(keys);
    }
  });

  test('and a file that is there already, a folder that is not, or an unset database is told in words', async () => {
    const options = await given(await makeTemporary());
    await writeFile(options.file, 'bản cũ');
    await expect(backUp(options)).rejects.toMatchObject({ code: 'archive.exists' });
    expect(await readFile(options.file, 'utf8')).toBe('bản cũ');
    const nowhere = { ...options, file: '/nowhere/at-all/vb.tar.gz' };
    await expect(backUp(nowhere)).rejects.toMatchObject({ code: 'archive.not-writable' });
    const { ownerUrl } = await makeEmptyTarget();
    const unset = { ...options, ownerUrl, file: `${options.file}.new` };
    await expect(backUp(unset)).rejects.toMatchObject({ code: 'archive.nothing-to-keep' });
    expect(await readdir(dirname(options.file))).toEqual(['sao-luu.tar.gz']);
  });
});
