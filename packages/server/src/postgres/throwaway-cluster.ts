// A cluster for one run of the tests: in a temporary folder, without fsync, gone afterwards.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from './cluster.ts';
import { openFolder } from './folder.ts';
import { hasClaims, lockFolder } from './folder-lock.ts';
import { stopOrphan } from './orphan.ts';

const PREFIX = 'vungbuoc-throwaway-';

export interface ThrowawayCluster {
  /** Superuser's URL of the empty database `vungbuoc`; give it to `createDatabase` and `urlOf` in each test file. */
  readonly ownerUrl: string;
  /** Closes it and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts one cluster for a whole run: about a second. A vitest `globalSetup` calls it, migrates a template database
 * once, and each test file makes its own by `createDatabase(ownerUrl, name, { template })`.
 * Room for tests side by side: 200 connections.
 * @throws ClusterProblem as `startCluster`
 */
export async function startThrowawayCluster(): Promise<ThrowawayCluster> {
  await removeAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX));
  const cluster = await startCluster({ dataDir, throwaway: true, settings: { max_connections: '200' } });
  return {
    ownerUrl: cluster.ownerUrl,
    async stop() {
      await cluster.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A run of tests that was killed leaves its PostgreSQL and its folder behind; the next run clears them away. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const dataDir = join(tmpdir(), name);
    // Refused while its run lives, or when it is another user's: then it stays.
    await removeUnlessInUse(dataDir).catch(() => {});
  }
}

async function removeUnlessInUse(dataDir: string): Promise<void> {
  const folder = await openFolder(dataDir);
  // Without a claim it is being made by another run at this moment.
  if (!(await hasClaims(folder))) return;
  const lock = await lockFolder(folder);
  try {
    await stopOrphan(folder);
    await rm(dataDir, { recursive: true, force: true });
  } finally {
    await lock.release();
  }
}
