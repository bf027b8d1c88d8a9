// Two servers want one folder: the second is told, a dead one's claim is recognised, whatever machine it was on.
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { startCluster } from '@vungbuoc/server/postgres';
import { expect, test } from 'vitest';
import { openFolder } from '../../src/postgres/folder.ts';
import { lockFolder } from '../../src/postgres/folder-lock.ts';
import { open, startParent } from './running.ts';
import { ask } from './sql.ts';
import { makeFolder } from './temporary-folders.ts';

/** Takes the lock, then changes what it says about its holder, as if somebody else had written it. */
async function lockedBy(changes: Readonly<Record<string, unknown>>) {
  const folder = await openFolder(await makeFolder());
  const own = await lockFolder(folder);
  const holder = JSON.parse(await readFile(folder.lock, 'utf8'));
  await own.release();
  await writeFile(folder.lock, JSON.stringify({ ...holder, nonce: 'other', ...changes }));
  return folder;
}

test('the second server on a folder is told who has it, and the first goes on', async () => {
  const dataDir = await makeFolder();
  const { cluster } = await open(dataDir);
  await expect(startCluster({ dataDir })).rejects.toMatchObject({ code: 'postgres.folder-in-use' });
  const second = startParent(dataDir);
  const problem = await second.waitFor('problem');
  expect(problem.code).toBe('postgres.folder-in-use');
  expect(problem.vi).toContain(`pid ${process.pid}`);
  await second.waitFor('ended');
  expect(await ask(cluster.ownerUrl, 'select 1')).toBe(1);
});

test('of many that start at once exactly one gets the folder', async () => {
  const folder = await openFolder(await makeFolder());
  const starts = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
  const holders = starts.filter((start) => start.status === 'fulfilled');
  expect(holders).toHaveLength(1);
  await holders[0]?.value.release();
  await (await lockFolder(folder)).release();
});

test('a stranger with the number of the dead holder does not keep the folder', async () => {
  const folder = await lockedBy({ start: '1' });
  const lock = await lockFolder(folder);
  expect(lock.wasStale).toBe(true);
  await lock.release();
});

test('after the machine was restarted the old lock is void, though its number is in use', async () => {
  const folder = await lockedBy({ boot: 'before' });
  const lock = await lockFolder(folder);
  expect(lock.wasStale).toBe(true);
  await lock.release();
});

test('a damaged lock file does not keep the folder', async () => {
  const folder = await openFolder(await makeFolder());
  await writeFile(folder.lock, '{"pid": 1');
  const lock = await lockFolder(folder);
  expect(lock.wasStale).toBe(true);
  await lock.release();
});

test('a holder in another container, who cannot be seen from here, is known by his heartbeat', async () => {
  const folder = await lockedBy({ pidNamespace: 'pid:[1]' });
  let beat = 0;
  const beating = setInterval(() => void utimes(folder.lock, ++beat, beat), 100);
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'postgres.folder-in-use' });
  clearInterval(beating);

  const lock = await lockFolder(folder);
  expect(lock.wasStale).toBe(true);
  await lock.release();
});
