// Two servers want one folder: the second is told, a dead one's claim is recognised, whatever machine it was on.
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startCluster } from '@vungbuoc/server/postgres';
import { expect, test } from 'vitest';
import { openFolder } from '../../src/postgres/folder.ts';
import { lockFolder } from '../../src/postgres/folder-lock.ts';
import { makeClosed, open, startParent } from './running.ts';
import { ask } from './sql.ts';
import { makeFolder } from './temporary-folders.ts';

/** A folder with a claim such as this process would hold, but for the changes: as if another had put it down. */
async function claimedBy(changes: Readonly<Record<string, unknown>>) {
  const folder = await openFolder(await makeFolder());
  const own = await lockFolder(folder);
  const [name = ''] = await readdir(folder.claims);
  const claim = JSON.parse(await readFile(join(folder.claims, name), 'utf8'));
  await own.release();
  const other = join(folder.claims, 'another.claim');
  await writeFile(other, JSON.stringify({ ...claim, ...changes }));
  return { folder, other };
}

test('the second server on a folder is told who has it, and the first goes on', async () => {
  const dataDir = await makeClosed();
  const { cluster } = await open(dataDir);
  await expect(startCluster({ dataDir })).rejects.toMatchObject({ code: 'postgres.folder-in-use' });
  const second = startParent(dataDir);
  const problem = await second.waitFor('problem');
  expect(problem.code).toBe('postgres.folder-in-use');
  expect(problem.vi).toContain(`pid ${process.pid}`);
  await second.waitFor('ended');
  expect(await ask(cluster.ownerUrl, 'select 1')).toBe(1);
});

test.each([
  ['a new folder', undefined],
  ['a folder whose server was killed', { start: '1' }],
] as const)('of many that start at once on %s exactly one gets it', async (_, dead) => {
  const folder = dead ? (await claimedBy(dead)).folder : await openFolder(await makeFolder());
  const starts = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
  const holders = starts.filter((start) => start.status === 'fulfilled');
  expect(holders).toHaveLength(1);
  for (const start of starts) {
    if (start.status === 'rejected') expect(start.reason).toMatchObject({ code: 'postgres.folder-in-use' });
  }
  await holders[0]?.value.release();
  await (await lockFolder(folder)).release();
  expect(await readdir(folder.claims)).toEqual([]);
});

test.each([
  ['a stranger has the number of the dead server', { start: '1' }],
  ['the machine was restarted, though the number is in use again', { boot: 'before' }],
])('the claim is void when %s', async (_, changes) => {
  const { folder } = await claimedBy(changes);
  const lock = await lockFolder(folder);
  expect(lock.wasStale).toBe(true);
  await lock.release();
});

test('a living server keeps the folder', async () => {
  const { folder } = await claimedBy({});
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'postgres.folder-in-use' });
});

test('a claim damaged by a power cut does not keep the folder', async () => {
  const { folder, other } = await claimedBy({});
  await writeFile(other, '{"pid": 1');
  const lock = await lockFolder(folder);
  expect(lock.wasStale).toBe(true);
  await lock.release();
});

test('a server in another container, which cannot be seen from here, is known by its heartbeat', async () => {
  const { folder, other } = await claimedBy({ pidNamespace: 'pid:[1]' });
  let beat = 0;
  const beating = setInterval(() => void utimes(other, ++beat, beat), 100);
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'postgres.folder-in-use' });
  clearInterval(beating);

  const lock = await lockFolder(folder);
  expect(lock.wasStale).toBe(true);
  await lock.release();
});
