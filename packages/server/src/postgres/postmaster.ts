// One run of the postgres program, from spawn to exit: waits until it takes connections, keeps its last lines.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { type Account, commandFor } from './account.ts';
import type { Binaries } from './binaries.ts';
import { isDiskFull } from './cluster-notice.ts';
import { type ClusterProblem, didNotStart, diskFull, portTaken, startCancelled } from './cluster-problem.ts';
import type { Folder } from './folder.ts';
import { findPostmasterFile } from './postmaster-file.ts';
import { sendSignal } from './processes.ts';
import { type Address, heldSettings } from './settings.ts';

export interface PostmasterOptions {
  readonly folder: Folder;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly address: Address;
  readonly throwaway: boolean;
  readonly settings: Readonly<Record<string, string>>;
  /** Each line of its log, with the SQLSTATE that stands before it. */
  readonly onLine: (sqlState: string, line: string) => void;
}

export interface Postmaster {
  readonly pid: number;
  /** Fulfilled when the process has ended and its output is read. */
  readonly ended: Promise<void>;
  isRunning(): boolean;
  /** Waits until it takes connections; @throws ClusterProblem when it ends first or `signal` aborts. */
  waitUntilReady(signal?: AbortSignal): Promise<void>;
  /** Why it ended, from its last lines. */
  explainEnd(): ClusterProblem;
  /** True when it ended because another PostgreSQL, or what is left of one, still holds the folder. */
  foundFolderTaken(): boolean;
  /**
   * Fast shutdown; immediate, then kill, when that takes longer than `patienceMs`. While it recovers, immediate at once:
   * there is nothing to write down yet, and PostgreSQL 18 told to close then waits for its own helpers for ever.
   */
  stop(patienceMs: number): Promise<void>;
}

const KEPT_LINES = 60;

export function startPostmaster(options: PostmasterOptions): Postmaster {
  const child = spawnPostgres(options);
  const lines: { state: string; text: string }[] = [];
  let isOpen = false;
  const ended = readToEnd(child, (state, text) => {
    if (text.includes('reinitializing')) isOpen = false;
    if (text.includes('ready to accept connections')) isOpen = true;
    lines.push({ state, text });
    if (lines.length > KEPT_LINES) lines.shift();
    options.onLine(state, text);
  });
  // A spawn that failed has no pid; `ended` is then fulfilled at once and `explainEnd` tells the reason.
  const pid = child.pid ?? 0;
  const isRunning = () => pid !== 0 && child.exitCode === null && child.signalCode === null;
  const explainEnd = () => explain(options, lines, child);
  const foundFolderTaken = () => lines.some((line) => line.state === 'F0001');
  return {
    pid,
    ended,
    isRunning,
    explainEnd,
    foundFolderTaken,
    async waitUntilReady(signal) {
      while (isRunning()) {
        if (signal?.aborted) throw startCancelled(options.folder.root);
        const file = await findPostmasterFile(options.folder.pgdata);
        if (file?.pid === pid && file.status === 'ready') {
          isOpen = true;
          return;
        }
        await wait(10);
      }
      await ended;
      throw explainEnd();
    },
    async stop(patienceMs) {
      for (const [how, patience] of [
        ...(isOpen ? ([['SIGINT', patienceMs]] as const) : []),
        ['SIGQUIT', 5_000],
        ['SIGKILL', 60_000],
      ] as const) {
        if (!isRunning()) break;
        sendSignal(pid, how);
        await endsWithin(ended, patience);
      }
      await ended;
    },
  };
}

function spawnPostgres(options: PostmasterOptions): ChildProcess {
  const { folder, account, binaries, address, throwaway } = options;
  const args = ['-D', folder.pgdata];
  const settings = { ...options.settings, ...heldSettings(address, throwaway) };
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const command = commandFor(account, folder, binaries.postgres, args);
  return spawn(command.file, command.args, {
    ...command.how,
    stdio: ['ignore', 'ignore', 'pipe'],
    // A session of its own: Ctrl-C in the terminal must reach only the supervisor, which then stops it in order.
    detached: true,
  });
}

async function readToEnd(child: ChildProcess, onLine: (state: string, text: string) => void): Promise<void> {
  child.on('error', (cause) => onLine('', cause.message));
  const { stderr } = child;
  const read = stderr ? new Promise<void>((resolve) => stderr.once('close', resolve)) : Promise.resolve();
  if (stderr) {
    createInterface({ input: stderr }).on('line', (line) => {
      const [, state = '', text = line] = /^\[(\w{5})\] (.*)$/.exec(line) ?? [];
      onLine(state, text);
    });
  }
  if (child.pid !== undefined) await new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // After a kill of the postmaster its sessions keep the pipe open a while: then do without their last words.
  await endsWithin(read, 200);
}

function explain(
  options: PostmasterOptions,
  lines: readonly { state: string; text: string }[],
  child: ChildProcess,
): ClusterProblem {
  const folder = options.folder.root;
  const end = `exit code ${child.exitCode ?? 'none'}, signal ${child.signalCode ?? 'none'}`;
  const detail = [...lines.slice(-12).map((line) => line.text), end].join('\n');
  if (lines.some((line) => isDiskFull(line.state, line.text))) return diskFull(folder, detail);
  if (/could not bind .*Address already in use/.test(detail)) return portTaken(options.address.port, detail);
  return didNotStart(folder, detail);
}

async function endsWithin(ended: Promise<void>, patienceMs: number): Promise<void> {
  const timer = new AbortController();
  const late = wait(patienceMs, undefined, { signal: timer.signal, ref: true }).catch(() => {});
  await Promise.race([ended, late]);
  timer.abort();
}
