// Opens the database of one folder: everything that has to be right before PostgreSQL is started.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Account, chooseAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { type Listener, notice } from './cluster-notice.ts';
import { type DatabaseOptions, databaseUrl } from './databases.ts';
import { type Folder, hasDatabase, openFolder, prepareFolder } from './folder.ts';
import { lockFolder } from './folder-lock.ts';
import { makeDatabase } from './make-database.ts';
import { stopOrphan } from './orphan.ts';
import { findPassword, makePassword, replacePassword } from './password.ts';
import { type Address, SOCKET, SOCKET_PORT } from './settings.ts';
import { type Premises, Supervisor } from './supervisor.ts';

export interface ClusterOptions {
  /** The folder that holds everything of this database; made (0700) when absent. */
  readonly dataDir: string;
  /** Hears what happens: progress, restarts, PostgreSQL's own lines. */
  readonly log?: Listener;
  /** The database that `ownerUrl` names, made when absent. Default `vungbuoc`. */
  readonly database?: string;
  /** More PostgreSQL settings (`work_mem`), for this run; they win over postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  /** For tests only: no fsync, so a power cut may lose the folder. */
  readonly throwaway?: boolean;
  /** Stops a start that is under way (a recovery may take minutes): the promise then rejects. */
  readonly signal?: AbortSignal;
  /** Pauses between attempts to open it again, in ms; the last one repeats. */
  readonly retryDelays?: readonly number[];
}

export interface Cluster {
  /** The folder, absolute. */
  readonly dataDir: string;
  /** Superuser's URL of the application's database: for migrations only. It holds the password: never log it. */
  readonly ownerUrl: string;
  /** Port, also part of the socket's name. */
  readonly port: number;
  /** The postmaster's process id; changes when it is restarted, 0 while there is none. */
  readonly pid: number;
  /** Calls back each time PostgreSQL takes connections again after it had died. Answers with the way to stop that. */
  onRestart(listener: () => void): () => void;
  /** Makes a database, empty or as a copy of `template`, and answers with its URL. */
  createDatabase(name: string, options?: DatabaseOptions): Promise<string>;
  /** Closes the database in order. May be called twice and while a restart is under way. */
  stop(): Promise<void>;
}

/** The longest `sun_path` that every system here takes (macOS 104, Linux 108, one for the end). */
const SOCKET_PATH_MAX = 103;

/**
 * Opens the database in `dataDir`, making it on first use, and keeps it running until `stop()`.
 * @throws ClusterProblem whose `code`, `vi`, `en` and `todo` say what is wrong and what to do
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const say = options.log ?? (() => {});
  const binaries = await findBinaries();
  const folder = await openFolder(options.dataDir);
  const lock = await lockFolder(folder);
  try {
    if (lock.wasStale) say(notice('postgres.stale-lock'));
    const { password, ...premises } = await openPremises(options, folder, binaries, say);
    const url = databaseUrl(premises.address, password, options.database ?? 'vungbuoc');
    const supervisor = new Supervisor(premises, lock, options, url);
    await supervisor.begin();
    return supervisor;
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

async function openPremises(
  options: ClusterOptions,
  folder: Folder,
  binaries: Binaries,
  say: Listener,
): Promise<Premises & { password: string }> {
  const { throwaway = false, settings = {}, signal } = options;
  const exists = await hasDatabase(folder);
  const account = await chooseAccount(folder, binaries);
  await prepareFolder(folder, account);
  const password = await openPassword(folder, account, binaries, exists, say);
  if (!exists) {
    say(notice('postgres.making-database'));
    await makeDatabase({ folder, account, binaries, throwaway, signal });
  }
  const address = await chooseAddress(folder);
  return { folder, account, binaries, address, throwaway, settings, password };
}

async function openPassword(
  folder: Folder,
  account: Account,
  binaries: Binaries,
  exists: boolean,
  say: Listener,
): Promise<string> {
  const found = await findPassword(folder);
  if (found !== undefined) return found;
  if (!exists) return await makePassword(folder, account);
  if (await stopOrphan(folder)) say(notice('postgres.orphan-stopped'));
  say(notice('postgres.password-replaced'));
  return await replacePassword(folder, account, binaries);
}

async function chooseAddress(folder: Folder): Promise<Address> {
  const bytes = Buffer.byteLength(join(folder.run, SOCKET));
  if (bytes <= SOCKET_PATH_MAX) return { socketFolder: folder.run, port: SOCKET_PORT };
  return { socketFolder: undefined, port: await findFreePort() };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
