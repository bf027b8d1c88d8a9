// Stops the PostgreSQL that a killed supervisor left behind, after making sure that it is one of this folder.
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { folderInUse, orphanWillNotStop } from './cluster-problem.ts';
import type { Folder } from './folder.ts';
import { findPostmasterFile } from './postmaster-file.ts';
import { isPostgresOf, listPostgresOf, sendSignal, waitUntil } from './processes.ts';
import { SOCKET } from './settings.ts';

/**
 * Fast shutdown, immediate shutdown, kill: how long each is given, in ms. The first is short, since an orphan that was
 * recovering never ends by it, and the others lose nothing either: the next start reads the log again.
 */
const STEPS = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

/**
 * Call with the folder's lock held. Answers whether something had to be stopped.
 * An adopted server would tell us nothing when it dies, so it is stopped and started anew.
 * @throws ClusterProblem `postgres.orphan-will-not-stop`, `postgres.folder-in-use`
 */
export async function stopOrphan(folder: Folder): Promise<boolean> {
  const file = await findPostmasterFile(folder.pgdata);
  if (file === undefined) return await stopLeftovers(folder);
  if (await isPostgresOf(file.pid, folder.pgdata)) {
    await stopProcess(folder, file.pid);
    await stopLeftovers(folder);
    return true;
  }
  const stopped = await stopLeftovers(folder);
  // An orphan in another container has no number here, but it answers on its socket, which the folder carries.
  if (await answers(join(folder.run, SOCKET))) throw folderInUse(folder.root, 'PostgreSQL');
  // The number belongs to nobody now, or to a stranger. PostgreSQL would only see "that pid lives" and refuse.
  await rm(join(folder.pgdata, 'postmaster.pid'), { force: true });
  return stopped;
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket, () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
  });
}

async function stopProcess(folder: Folder, pid: number): Promise<void> {
  const isGone = async () => !(await isPostgresOf(pid, folder.pgdata));
  for (const [signal, patience] of STEPS) {
    if (await isGone()) return;
    sendSignal(pid, signal);
    if (await waitUntil(isGone, patience)) return;
  }
  throw orphanWillNotStop(folder.root, pid);
}

/**
 * Stops what outlived its postmaster: a session deep in a long query does not notice that the postmaster was killed,
 * and no new one may start over the memory it shares.
 */
export async function stopLeftovers(folder: Folder): Promise<boolean> {
  const left = await listPostgresOf(folder.pgdata);
  const isGone = async () => (await listPostgresOf(folder.pgdata)).length === 0;
  if (left.length === 0 || (await waitUntil(isGone, 500))) return left.length > 0;
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const pid of await listPostgresOf(folder.pgdata)) sendSignal(pid, signal);
    if (await waitUntil(isGone, 5_000)) return true;
  }
  throw orphanWillNotStop(folder.root, left[0] ?? 0);
}
