// The supervisor: opens the folder's database, keeps a PostgreSQL running on it, closes it in order.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { type ClusterNotice, type Listener, notice } from './cluster-notice.ts';
import { ClusterProblem } from './cluster-problem.ts';
import { createDatabase, type DatabaseOptions, databaseUrl, ensureDatabase } from './databases.ts';
import { type Folder, hasDatabase, openFolder, prepareFolder, readPassword } from './folder.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { makeDatabase } from './make-database.ts';
import { stopOrphan } from './orphan.ts';
import { isDiskFull, type Postmaster, type PostmasterOptions, startPostmaster } from './postmaster.ts';
import { sendSignal } from './processes.ts';
import type { Address } from './settings.ts';

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

const RETRY_DELAYS = [0, 100, 300, 1000, 3000, 10_000] as const;
/** A fast shutdown writes everything to disk first; docker gives 10 s before it kills, which loses nothing either. */
const STOP_PATIENCE_MS = 60_000;
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
    const throwaway = options.throwaway ?? false;
    const exists = await hasDatabase(folder);
    const account = await chooseAccount(folder.root);
    await prepareFolder(folder, account);
    const password = await readPassword(folder, account);
    if (!exists) {
      say(notice('postgres.making-database'));
      await makeDatabase({ folder, account, binaries, throwaway, signal: options.signal });
    }
    const address = await chooseAddress(folder);
    const onLine = (state: string, line: string) => hear(state, line, say);
    const settings = options.settings ?? {};
    const run: PostmasterOptions = { folder, account, binaries, address, throwaway, settings, onLine };
    const url = databaseUrl(address, password, options.database ?? 'vungbuoc');
    const supervisor = new Supervisor(run, lock, options, url);
    await supervisor.begin();
    return supervisor;
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

class Supervisor implements Cluster {
  readonly dataDir: string;
  readonly ownerUrl: string;
  readonly port: number;
  readonly #run: PostmasterOptions;
  readonly #lock: FolderLock;
  readonly #say: Listener;
  readonly #options: ClusterOptions;
  readonly #restartListeners = new Set<() => void>();
  readonly #stopping = new AbortController();
  #postmaster: Postmaster | undefined;
  #watch: Promise<void> = Promise.resolve();
  #stopped: Promise<void> | undefined;

  constructor(run: PostmasterOptions, lock: FolderLock, options: ClusterOptions, ownerUrl: string) {
    this.#run = run;
    this.#lock = lock;
    this.#options = options;
    this.#say = options.log ?? (() => {});
    this.dataDir = run.folder.root;
    this.ownerUrl = ownerUrl;
    this.port = run.address.port;
  }

  get pid(): number {
    return this.#postmaster?.isRunning() ? this.#postmaster.pid : 0;
  }

  async begin(): Promise<void> {
    const { signal } = this.#options;
    this.#say(notice('postgres.opening'));
    const postmaster = await this.#open(signal);
    try {
      await ensureDatabase(this.ownerUrl, new URL(this.ownerUrl).pathname.slice(1));
    } catch (cause) {
      await postmaster.stop(STOP_PATIENCE_MS);
      throw cause;
    }
    process.on('exit', this.#atExit);
    this.#watch = this.#keepRunning(postmaster);
    this.#say(notice('postgres.ready'));
  }

  onRestart(listener: () => void): () => void {
    this.#restartListeners.add(listener);
    return () => this.#restartListeners.delete(listener);
  }

  createDatabase(name: string, options: DatabaseOptions = {}): Promise<string> {
    return createDatabase(this.ownerUrl, name, options);
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    await this.#postmaster?.stop(STOP_PATIENCE_MS);
    await this.#watch;
    process.off('exit', this.#atExit);
    await this.#lock.release();
    this.#say(notice('postgres.stopped'));
  }

  /** One start: stops an orphan first, and again if one shows up while ours starts. */
  async #open(signal: AbortSignal | undefined): Promise<Postmaster> {
    for (let attempt = 1; ; attempt++) {
      if (await stopOrphan(this.#run.folder)) this.#say(notice('postgres.orphan-stopped'));
      const postmaster = startPostmaster(this.#run);
      this.#postmaster = postmaster;
      try {
        await postmaster.waitUntilReady(signal);
        return postmaster;
      } catch (cause) {
        await postmaster.stop(STOP_PATIENCE_MS);
        if (attempt === 3 || !postmaster.foundFolderTaken()) throw cause;
      }
    }
  }

  async #keepRunning(first: Postmaster): Promise<void> {
    let postmaster = first;
    while (true) {
      await postmaster.ended;
      if (this.#stopping.signal.aborted) return;
      this.#say(notice('postgres.died', postmaster.explainEnd().detail));
      const next = await this.#openAgain();
      if (next === undefined) return;
      postmaster = next;
      this.#say(notice('postgres.restarted'));
      for (const listener of this.#restartListeners) listener();
    }
  }

  /** Tries until it runs or `stop()` is called: a full disk is emptied some day, and nobody need restart us then. */
  async #openAgain(): Promise<Postmaster | undefined> {
    const delays = this.#options.retryDelays ?? RETRY_DELAYS;
    for (let attempt = 0; ; attempt++) {
      const delay = delays[Math.min(attempt, delays.length - 1)] ?? 1000;
      await wait(delay, undefined, { signal: this.#stopping.signal }).catch(() => {});
      if (this.#stopping.signal.aborted) return undefined;
      try {
        return await this.#open(this.#stopping.signal);
      } catch (cause) {
        if (this.#stopping.signal.aborted) return undefined;
        this.#say(noticeOf(cause));
      }
    }
  }

  // process.exit() and an uncaught exception end here, where nothing may be awaited: at least ask it to close.
  readonly #atExit = () => {
    if (this.pid !== 0) sendSignal(this.pid, 'SIGINT');
  };
}

function noticeOf(cause: unknown): ClusterNotice {
  if (!(cause instanceof ClusterProblem)) return notice('postgres.died', String(cause));
  const { code, vi, en, todo, detail } = cause;
  return { code, level: 'error', vi: `${vi} ${todo.vi}`, en: `${en} ${todo.en}`, detail };
}

/** Passes on what an administrator should see of PostgreSQL's log; failed statements are their sender's business. */
function hear(sqlState: string, line: string, say: Listener): void {
  if (isDiskFull(sqlState, line)) say(notice('postgres.disk-full', line));
  else if (line.includes('reinitializing')) say(notice('postgres.process-crashed', line));
  else if (line.includes('automatic recovery in progress')) say(notice('postgres.recovering', line));
  else if (/^(PANIC|FATAL|WARNING)/.test(line) && !sqlState.startsWith('28') && sqlState !== '57P03') {
    say(notice('postgres.server-says', line));
  }
}

async function chooseAddress(folder: Folder): Promise<Address> {
  const port = 5432;
  const socket = join(folder.run, `.s.PGSQL.${port}`);
  if (Buffer.byteLength(socket) <= SOCKET_PATH_MAX) return { socketFolder: folder.run, port };
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
