// The cluster that a run of the tests uses: quick, apart from all others, and gone afterwards even after a kill.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startThrowawayCluster } from '@vungbuoc/server/postgres';
import { expect, onTestFinished, test } from 'vitest';
import { listPostgresOf } from '../../src/postgres/processes.ts';
import { ask } from './sql.ts';

async function start() {
  const cluster = await startThrowawayCluster();
  onTestFinished(() => cluster.stop());
  return { ...cluster, pgdata: String(await ask(cluster.ownerUrl, 'show data_directory')) };
}

test('an engineer gets a cluster without fsync, and its folder goes with it', async () => {
  const cluster = await start();
  expect(await ask(cluster.ownerUrl, 'show fsync')).toBe('off');
  const other = await start();
  expect(await ask(cluster.ownerUrl, 'select 1')).toBe(1);
  expect(other.pgdata).not.toBe(cluster.pgdata);
  await cluster.stop();
  await expect(access(cluster.pgdata)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('what a killed run of the tests left behind is cleared away by the next', async () => {
  const program = fileURLToPath(new URL('./throwaway-program.ts', import.meta.url));
  const killed = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [pgdata] = await once(killed.stdout.setEncoding('utf8'), 'data');
  expect(await listPostgresOf(pgdata)).not.toEqual([]);
  killed.kill('SIGKILL');
  await once(killed, 'exit');

  await start();
  expect(await listPostgresOf(pgdata)).toEqual([]);
  await expect(access(pgdata)).rejects.toMatchObject({ code: 'ENOENT' });
});
