// Told to stop, the program closes its database and leaves nothing running; told during the start as well.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { listPostgresOf } from '../../src/postgres/processes.ts';
import { makeClosed, open, startParent } from './running.ts';
import { ask } from './sql.ts';
import { makeFolder } from './temporary-folders.ts';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

test.each(SIGNALS)('%s ends the program and its database, and what was saved is there', async (signal) => {
  const dataDir = await makeClosed();
  const parent = startParent(dataDir);
  const { url = '' } = await parent.waitFor('ready');
  await ask(url, 'create table so (n int); insert into so values (17)');
  // An open board must not keep the server from stopping.
  const board = ask(url, 'select pg_sleep(600)').catch(() => 'cut');
  expect(await parent.end(signal)).toBe(0);
  expect(await board).toBe('cut');
  expect(parent.codes().at(-1)).toBe('postgres.stopped');
  expect(await listPostgresOf(join(dataDir, 'pgdata'))).toEqual([]);
  expect((await readdir(dataDir)).sort()).toEqual(['claims', 'password', 'pgdata', 'run']);

  const { cluster, codes } = await open(dataDir);
  expect(codes).toEqual(['postgres.opening', 'postgres.ready']);
  expect(await ask(cluster.ownerUrl, 'select n from so')).toBe(17);
});

test('Ctrl-C in the terminal reaches only the program, which then closes the database in order', async () => {
  const parent = startParent(await makeClosed(), { detached: true });
  await parent.waitFor('ready');
  // A terminal sends SIGINT to the whole group of the program in front.
  process.kill(-parent.pid, 'SIGINT');
  await parent.waitFor('ended');
  expect(parent.codes()).toEqual(['postgres.opening', 'postgres.ready', 'postgres.stopped']);
});

test('a start is called off while the first database is being made', async () => {
  const dataDir = await makeFolder();
  const parent = startParent(dataDir);
  await parent.waitFor('notice');
  await parent.end('SIGTERM');
  expect(parent.codes().at(-1)).toBe('postgres.start-cancelled');
  expect(await readdir(join(dataDir, 'claims'))).toEqual([]);
  await open(dataDir);
});

test('a program that ends by an uncaught fault still asks its database to close', async () => {
  const dataDir = await makeClosed();
  const parent = startParent(dataDir, { env: { ...process.env, SOAK_PARENT_FAULT: '1' } });
  await parent.waitFor('ended');
  const pgdata = join(dataDir, 'pgdata');
  while ((await listPostgresOf(pgdata)).length > 0) await wait(5);
  const { codes } = await open(dataDir);
  // It closed in order: nothing to stop and nothing to recover.
  expect(codes).toEqual(['postgres.stale-lock', 'postgres.opening', 'postgres.ready']);
});

test('stop() during a restart ends in a closed database', async () => {
  const dataDir = await makeClosed();
  const { cluster } = await open(dataDir, { retryDelays: [50] });
  process.kill(cluster.pid, 'SIGKILL');
  while (cluster.pid !== 0) await wait(1);
  await cluster.stop();
  expect(await listPostgresOf(join(dataDir, 'pgdata'))).toEqual([]);
  expect(await readdir(join(dataDir, 'claims'))).toEqual([]);
});

test('stop() while PostgreSQL recovers from a crashed session does not wait for helpers that never end', async () => {
  const dataDir = await makeClosed();
  const { cluster, codes } = await open(dataDir);
  // The sleeper says its number and is killed by it.
  const sleeper = ask(cluster.ownerUrl, 'select pg_sleep(600)').catch(() => 'cut');
  const findSleeper = `select pid from pg_stat_activity where query like '%pg_sleep(600)' and pid <> pg_backend_pid()`;
  let pid: unknown;
  while (typeof pid !== 'number') pid = await ask(cluster.ownerUrl, findSleeper);
  process.kill(pid, 'SIGKILL');
  expect(await sleeper).toBe('cut');
  while (!codes.includes('postgres.process-crashed')) await wait(1);
  await cluster.stop();
  expect(await listPostgresOf(join(dataDir, 'pgdata'))).toEqual([]);
  expect(await readdir(join(dataDir, 'claims'))).toEqual([]);
  // Without the immediate stop this takes the whole patience of a minute.
}, 45_000);
