// Folders that cannot be opened: each is refused in plain words, and nothing in it is touched.
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startCluster } from '@vungbuoc/server/postgres';
import { expect, test } from 'vitest';
import { makeClosed, open } from './running.ts';
import { ask } from './sql.ts';
import { makeFolder } from './temporary-folders.ts';

async function makeFilled(): Promise<string> {
  const dataDir = await makeClosed();
  const { cluster } = await open(dataDir);
  await ask(cluster.ownerUrl, 'create table so (n int); insert into so values (17)');
  await cluster.stop();
  return dataDir;
}

test('a folder of another PostgreSQL version is refused with both versions and the way across', async () => {
  const dataDir = await makeFilled();
  const version = join(dataDir, 'pgdata', 'PG_VERSION');
  await writeFile(version, '17\n');
  const problem = await startCluster({ dataDir }).catch((cause) => cause);
  expect(problem).toMatchObject({ code: 'postgres.other-major' });
  expect(problem.vi).toContain('PostgreSQL 17');
  expect(problem.vi).toContain('PostgreSQL 18');
  // what can be done today, with the programs that there are
  expect(problem.todo.vi).toContain('chép cả thư mục');
  expect(problem.todo.en).toContain('back up with the former release (vb backup)');
  expect(problem.todo.vi).toContain('vb restore');
  expect(await readFile(version, 'utf8')).toBe('17\n');
  expect(await readdir(join(dataDir, 'claims'))).toEqual([]);

  await writeFile(version, '18\n');
  const { cluster } = await open(dataDir);
  expect(await ask(cluster.ownerUrl, 'select n from so')).toBe(17);
});

test("PostgreSQL's own folder, given instead of ours, is not built over", async () => {
  const pgdata = join(await makeClosed(), 'pgdata');
  const before = await readdir(pgdata);
  await expect(startCluster({ dataDir: pgdata })).rejects.toMatchObject({
    code: 'postgres.folder-not-a-database',
  });
  expect(await readdir(pgdata)).toEqual(before);
});

test('a pgdata that is no database is not built over', async () => {
  const dataDir = await makeFolder();
  await mkdir(join(dataDir, 'pgdata'));
  await writeFile(join(dataDir, 'pgdata', 'ghi-chep.txt'), 'giữ lại');
  await expect(startCluster({ dataDir })).rejects.toMatchObject({ code: 'postgres.folder-not-a-database' });
  expect(await readdir(join(dataDir, 'pgdata'))).toEqual(['ghi-chep.txt']);
});

test('a file where the folder should be is told as such', async () => {
  const dataDir = join(await makeFolder(), 'tep');
  await writeFile(dataDir, '');
  await expect(startCluster({ dataDir })).rejects.toMatchObject({ code: 'postgres.folder-not-writable' });
});

test("a database that PostgreSQL cannot open is told with PostgreSQL's own words, and the folder given back", async () => {
  const dataDir = await makeClosed();
  const control = join(dataDir, 'pgdata', 'global', 'pg_control');
  const sound = await readFile(control);
  await writeFile(control, Buffer.alloc(sound.length));
  const problem = await startCluster({ dataDir }).catch((cause) => cause);
  expect(problem).toMatchObject({ code: 'postgres.did-not-start' });
  expect(problem.detail).toMatch(/FATAL|PANIC/);
  await writeFile(control, sound);
  await open(dataDir);
});

test('an administrator who lost the password file gets a new password and keeps the figures', async () => {
  const dataDir = await makeFilled();
  const password = join(dataDir, 'password');
  const old = await readFile(password, 'utf8');
  await rm(password);
  const { cluster, codes } = await open(dataDir);
  expect(codes).toContain('postgres.password-replaced');
  expect(await readFile(password, 'utf8')).not.toBe(old);
  expect(await ask(cluster.ownerUrl, 'select n from so')).toBe(17);
});

test('an administrator with the password file of another folder is told so, and the folder is given back', async () => {
  const dataDir = await makeClosed();
  await writeFile(join(dataDir, 'password'), 'another');
  await expect(startCluster({ dataDir })).rejects.toMatchObject({ code: 'postgres.password-refused' });
  expect(await readdir(join(dataDir, 'claims'))).toEqual([]);
});

test('PostgreSQL in another container, seen only by its socket, keeps the folder', async () => {
  const dataDir = await makeClosed();
  const named = join(dataDir, 'pgdata', 'postmaster.pid');
  // Its number means nothing here.
  await writeFile(named, ['999999', '', '', '', '', '', '', 'ready', ''].join('\n'));
  const elsewhere = createServer().listen(join(dataDir, 'run', '.s.PGSQL.5432'));
  await once(elsewhere, 'listening');
  await expect(startCluster({ dataDir })).rejects.toMatchObject({ code: 'postgres.folder-in-use' });
  expect(await readdir(join(dataDir, 'pgdata'))).toContain('postmaster.pid');
  elsewhere.close();
  await once(elsewhere, 'close');
  await open(dataDir);
});
