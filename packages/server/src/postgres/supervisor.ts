// Keeps one PostgreSQL running on an opened folder: starts it, starts it again when it dies, closes it in order.
import { setTimeout as wait } from 'node:timers/promises';
import type { Cluster, ClusterOptions } from './cluster.ts';
import { type ClusterNotice, type Listener, listenToLog, notice } from './cluster-notice.ts';
import { ClusterProblem, passwordRefused } from './cluster-problem.ts';
import { createDatabase, type DatabaseOptions, ensureDatabase } from './databases.ts';
import type { FolderLock } from './folder-lock.ts';
import { stopLeftovers, stopOrphan } from './orphan.ts';
import { type Postmaster, type PostmasterOptions, startPostmaster } from './postmaster.ts';
import { sendSignal } from './processes.ts';

const RETRY_DELAYS = [0, 100, 300, 1000, 3000, 10_000] as const;
/** A fast shutdown writes everything to disk first; docker gives 10 s before it kills, which loses nothing either. */
const STOP_PATIENCE_MS = 60_000;

/** What a supervisor needs to start PostgreSQL; it adds the listener for the log itself. */
export type Premises = Omit<PostmasterOptions, 'onLine'>;

export class Supervisor implements Cluster {
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

  constructor(premises: Premises, lock: FolderLock, options: ClusterOptions, ownerUrl: string) {
    const say = options.log ?? (() => {});
    this.#say = say;
    this.#run = { ...premises, onLine: listenToLog(say) };
    this.#lock = lock;
    this.#options = options;
    this.dataDir = premises.folder.root;
    this.ownerUrl = ownerUrl;
    this.port = premises.address.port;
  }

  get pid(): number {
    return this.#postmaster?.isRunning() ? this.#postmaster.pid : 0;
  }

  /** Opens the database for the first time; on failure nothing is left running. The lock stays the caller's. */
  async begin(): Promise<void> {
    this.#say(notice('postgres.opening'));
    process.on('exit', this.#atExit);
    try {
      const postmaster = await this.#open(this.#options.signal);
      await ensureDatabase(this.ownerUrl, decodeURIComponent(new URL(this.ownerUrl).pathname.slice(1)));
      this.#watch = this.#keepRunning(postmaster);
    } catch (cause) {
      await this.#postmaster?.stop(STOP_PATIENCE_MS);
      process.off('exit', this.#atExit);
      throw isWrongPassword(cause) ? passwordRefused(this.#run.folder.password) : cause;
    }
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
    // After a killed postmaster its sessions take a moment to notice; the folder is given back when all have gone.
    await stopLeftovers(this.#run.folder);
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

function isWrongPassword(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === '28P01';
}

function noticeOf(cause: unknown): ClusterNotice {
  if (!(cause instanceof ClusterProblem)) return notice('postgres.died', String(cause));
  const { code, vi, en, todo, detail } = cause;
  return { code, level: 'error', vi: `${vi} ${todo.vi}`, en: `${en} ${todo.en}`, detail };
}
