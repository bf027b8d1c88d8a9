// Starts clusters and parent programs that are stopped when their test ends, also when it fails.
import type { SpawnOptions } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { type Cluster, type ClusterOptions, startCluster } from '@vungbuoc/server/postgres';
import { onTestFinished } from 'vitest';
import { ParentProcess } from '../../../../bench/soak/parent-process.ts';
import { makeFolder } from './temporary-folders.ts';

export interface OpenCluster {
  readonly cluster: Cluster;
  /** Codes of all notices so far. */
  readonly codes: string[];
}

/** Opens the database of a folder in this process. */
export async function open(dataDir: string, options: Partial<ClusterOptions> = {}): Promise<OpenCluster> {
  const codes: string[] = [];
  const cluster = await startCluster({ ...options, dataDir, log: ({ code }) => codes.push(code) });
  onTestFinished(() => cluster.stop());
  return { cluster, codes };
}

let closed: Promise<string> | undefined;

/** A folder of its own with a database that was closed in order: a copy, since making one takes most of a second. */
export async function makeClosed(): Promise<string> {
  closed ??= makeFirst();
  const dataDir = await makeFolder();
  await cp(await closed, dataDir, { recursive: true });
  return dataDir;
}

async function makeFirst(): Promise<string> {
  const dataDir = await makeFolder();
  await (await startCluster({ dataDir, throwaway: true })).stop();
  return dataDir;
}

/** Runs the small server program on a folder. */
export function startParent(dataDir: string, how: SpawnOptions = {}): ParentProcess {
  const parent = new ParentProcess(dataDir, how);
  onTestFinished(async () => {
    if (parent.isRunning()) await parent.end('SIGTERM');
  });
  return parent;
}
