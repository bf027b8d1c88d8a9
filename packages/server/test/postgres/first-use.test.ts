// An administrator opens the embedded database for the first time, and again.
import { execFile } from 'node:child_process';
import { mkdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { urlOf } from '@vungbuoc/server/postgres';
import { expect, test } from 'vitest';
import { findBinaries, mendLibraryLinks } from '../../src/postgres/binaries.ts';
import { MAJOR } from '../../src/postgres/folder.ts';
import { makeClosed, open } from './running.ts';
import { ask } from './sql.ts';
import { makeFolder } from './temporary-folders.ts';

function withWrongPassword(url: string): string {
  const stranger = new URL(url);
  stranger.password = 'wrong';
  return stranger.href;
}

test('an administrator opens an empty folder, saves, closes, opens again and finds everything', async () => {
  const dataDir = join(await makeFolder(), 'var', 'postgres');
  const { cluster: first, codes } = await open(dataDir);
  await ask(first.ownerUrl, `create table xa (ten text); insert into xa values ('Nậm Nhùn')`);
  await first.stop();
  await first.stop();
  const said = ['postgres.making-database', 'postgres.opening', 'postgres.ready', 'postgres.stopped'];
  expect(codes).toEqual(said);

  const { cluster: second, codes: saidAgain } = await open(dataDir);
  expect(saidAgain).toEqual(['postgres.opening', 'postgres.ready']);
  expect(await ask(second.ownerUrl, 'select ten from xa')).toBe('Nậm Nhùn');
});

test('what is acknowledged is on disk, and the administrator cannot switch that off by mistake', async () => {
  const dataDir = await makeFolder();
  const durable = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'];
  const { cluster } = await open(dataDir, { settings: { fsync: 'off', work_mem: '3MB' } });
  await ask(cluster.ownerUrl, 'alter system set fsync = off');
  await cluster.stop();
  const { cluster: again } = await open(dataDir, {
    settings: { synchronous_commit: 'off', work_mem: '3MB' },
  });
  for (const name of durable) expect([name, await ask(again.ownerUrl, `show ${name}`)]).toEqual([name, 'on']);
  expect(await ask(again.ownerUrl, 'show work_mem')).toBe('3MB');
});

test('names of places sort and search the Vietnamese way', async () => {
  const { cluster } = await open(await makeClosed(), { throwaway: true });
  expect(await ask(cluster.ownerUrl, 'show server_encoding')).toBe('UTF8');
  const letters = `select string_agg(x, '' order by x collate "vi-x-icu") from unnest('{đ,d,e,â,ă,a}'::text[]) x`;
  expect(await ask(cluster.ownerUrl, letters)).toBe('aăâdđe');
  expect(await ask(cluster.ownerUrl, `select lower('ĐẤT MŨI')`)).toBe('đất mũi');
  // Under LC_CTYPE C, pg_trgm takes "ậ" for a space and both names for the same letters.
  await ask(cluster.ownerUrl, 'create extension pg_trgm');
  expect(await ask(cluster.ownerUrl, `select similarity('Nậm Hàng', 'Nùm Hùng') < 0.5`)).toBe(true);
});

test('nobody enters without the password, which only the owner of the folder can read', async () => {
  const { cluster } = await open(await makeClosed(), { throwaway: true });
  const password = join(cluster.dataDir, 'password');
  expect((await stat(password)).mode & 0o777).toBe(0o600);
  expect(decodeURIComponent(new URL(cluster.ownerUrl).password)).toBe(
    (await readFile(password, 'utf8')).trim(),
  );
  await expect(ask(withWrongPassword(cluster.ownerUrl), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  const methods = 'select string_agg(distinct auth_method, $$ $$) from pg_hba_file_rules';
  expect(await ask(cluster.ownerUrl, methods)).toBe('scram-sha-256');
});

test('a test file gets its own copy of the template, rows and all', async () => {
  const { cluster } = await open(await makeClosed(), { throwaway: true });
  const template = await cluster.createDatabase('mau');
  await ask(template, 'create table xa (ma int); insert into xa values (3433)');
  const copy = await cluster.createDatabase('ban sao "1"', { template: 'mau' });
  expect(await ask(copy, 'select ma from xa')).toBe(3433);
  expect(await ask(urlOf(copy, 'mau'), 'select current_database()')).toBe('mau');
  await expect(cluster.createDatabase('mau')).rejects.toMatchObject({ code: '42P04' });
});

test('a folder may be named as people name folders', async () => {
  const dataDir = join(await makeFolder(), `Ông "Nam", xã Nậm Hàng + 100%`);
  const { cluster } = await open(dataDir, { throwaway: true });
  expect(await ask(cluster.ownerUrl, 'select 1')).toBe(1);
  expect(await ask(cluster.ownerUrl, 'show listen_addresses')).toBe('');
});

test('the PostgreSQL that is installed is of the version we ask for', async () => {
  const { postgres } = await findBinaries();
  const { stdout } = await promisify(execFile)(postgres, ['--version']);
  expect(stdout).toContain(`(PostgreSQL) ${MAJOR}.`);
});

test('a folder whose path is too long for a socket is served on 127.0.0.1 only', async () => {
  const dataDir = join(await makeFolder(), 'x'.repeat(120));
  const { cluster } = await open(dataDir, { throwaway: true });
  expect(new URL(cluster.ownerUrl).hostname).toBe('127.0.0.1');
  expect(await ask(cluster.ownerUrl, 'show listen_addresses')).toBe('127.0.0.1');
  expect(await ask(cluster.ownerUrl, 'show port')).toBe(String(cluster.port));
  await expect(ask(withWrongPassword(cluster.ownerUrl), 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

test('packages installed without their scripts get their library links made', async () => {
  const native = join(await makeFolder(), 'native');
  await mkdir(join(native, 'lib'), { recursive: true });
  await writeFile(join(native, 'lib', 'libpq.so.5.18'), 'library');
  const source = 'native/lib/libpq.so.5.18';
  const links = ['libpq.so', 'libpq.so.5'].map((name) => ({ source, target: `native/lib/${name}` }));
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  await symlink('libpq.so.5.18', join(native, 'lib', 'libpq.so'));

  await mendLibraryLinks(native);

  expect(await readlink(join(native, 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
  expect(await readFile(join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
});
