// The server program is killed and PostgreSQL stays behind; or its number now belongs to a stranger.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { findStart, isPostgresOf } from '../../src/postgres/processes.ts';
import { makeClosed, open, startParent } from './running.ts';
import { ask } from './sql.ts';
import { makeFolder } from './temporary-folders.ts';

async function startStranger(): Promise<ChildProcess> {
  const stranger = spawn('sleep', ['600']);
  onTestFinished(() => void stranger.kill());
  await once(stranger, 'spawn');
  return stranger;
}

test('the next start stops the orphan of a killed program and finds what was saved', async () => {
  const dataDir = await makeClosed();
  const parent = startParent(dataDir);
  const { url = '', postmaster = 0 } = await parent.waitFor('ready');
  await ask(url, 'create table so (n int); insert into so values (17)');
  expect(await parent.end('SIGKILL')).toBe('SIGKILL');
  expect(await isPostgresOf(postmaster, join(dataDir, 'pgdata'))).toBe(true);

  const { cluster, codes } = await open(dataDir);
  expect(codes).toEqual([
    'postgres.stale-lock',
    'postgres.opening',
    'postgres.orphan-stopped',
    'postgres.ready',
  ]);
  expect(await findStart(postmaster)).toBeUndefined();
  expect(cluster.pid).not.toBe(postmaster);
  expect(await ask(cluster.ownerUrl, 'select n from so')).toBe(17);
});

test('a stranger whose number stands in postmaster.pid is left alone, and the database opens', async () => {
  const dataDir = await makeClosed();
  const stranger = await startStranger();
  // What a power cut leaves: the old file, whose number the machine has given to somebody else meanwhile.
  const pgdata = join(dataDir, 'pgdata');
  const lines = [stranger.pid, pgdata, 1_600_000_000, 5432, '', '', '  123 456', 'ready   ', ''];
  await writeFile(join(pgdata, 'postmaster.pid'), lines.join('\n'), { mode: 0o600 });

  const { cluster, codes } = await open(dataDir);
  expect(codes).not.toContain('postgres.orphan-stopped');
  expect(await ask(cluster.ownerUrl, 'select 1')).toBe(1);
  await cluster.stop();
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});

test("another folder's PostgreSQL, named in postmaster.pid, is left alone", async () => {
  const ours = await makeClosed();
  const theirs = await makeClosed();
  const { cluster: other } = await open(theirs);
  const file = await readFile(join(theirs, 'pgdata', 'postmaster.pid'), 'utf8');
  await writeFile(join(ours, 'pgdata', 'postmaster.pid'), file, { mode: 0o600 });

  const { cluster, codes } = await open(ours);
  expect(codes).not.toContain('postgres.orphan-stopped');
  expect(await ask(cluster.ownerUrl, 'select 1')).toBe(1);
  expect(await ask(other.ownerUrl, 'select 1')).toBe(1);
  expect(other.pid).toBe(Number(file.split('\n')[0]));
});

test('a session too busy to notice that its postmaster was killed does not keep the database closed', async () => {
  const { cluster } = await open(await makeClosed());
  // Counts on the processor alone, so it never looks up to see that the postmaster has gone.
  const long = `select count(*) from generate_series(1, 2000000000) x where md5(x::text) = ''`;
  const outcome = ask(cluster.ownerUrl, long).then(
    () => 'finished',
    () => 'cut',
  );
  const running = `select count(*)::int from pg_stat_activity where query = $$${long}$$ and state = 'active'`;
  while ((await ask(cluster.ownerUrl, running)) === 0);
  const openAgain = new Promise<void>((resolve) => cluster.onRestart(resolve));
  process.kill(cluster.pid, 'SIGKILL');
  await openAgain;
  expect(await ask(cluster.ownerUrl, 'select 1')).toBe(1);
  expect(await outcome).toBe('cut');
});

test('a program killed while it makes its first database leaves nothing in the way', async () => {
  const dataDir = await makeFolder();
  const parent = startParent(dataDir);
  await parent.waitFor('notice');
  while (!(await readdir(dataDir)).some((name) => name.startsWith('unfinished-'))) await turn();
  await parent.end('SIGKILL');
  expect(await readdir(dataDir)).not.toContain('pgdata');

  const { cluster, codes } = await open(dataDir);
  expect(codes).toContain('postgres.making-database');
  expect(await ask(cluster.ownerUrl, 'select 1')).toBe(1);
});
