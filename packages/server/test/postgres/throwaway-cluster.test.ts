// The cluster that a run of the tests uses: quick, apart from all others, and gone afterwards even after a kill.
import { access } from 'node:fs/promises';
import { startThrowawayCluster } from '@vungbuoc/server/postgres';
import { expect, test } from 'vitest';
import { ask } from './sql.ts';

test('an engineer gets a cluster without fsync, and its folder goes with it', async () => {
  const cluster = await startThrowawayCluster();
  expect(await ask(cluster.ownerUrl, 'show fsync')).toBe('off');
  const dataDir = String(await ask(cluster.ownerUrl, 'show data_directory'));
  const other = await startThrowawayCluster();
  expect(await ask(cluster.ownerUrl, 'select 1')).toBe(1);
  await other.stop();
  await cluster.stop();
  await expect(access(dataDir)).rejects.toMatchObject({ code: 'ENOENT' });
});
