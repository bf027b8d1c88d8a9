// First use: initdb into a folder of its own name, which becomes `pgdata` by one rename when it is complete.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, commandFor } from './account.ts';
import type { Binaries } from './binaries.ts';
import { isDiskFull } from './cluster-notice.ts';
import {
  accountHasNoName,
  type ClusterProblem,
  didNotStart,
  diskFull,
  startCancelled,
} from './cluster-problem.ts';
import { SUPERUSER } from './databases.ts';
import type { Folder } from './folder.ts';
import { initialSettings } from './settings.ts';

const run = promisify(execFile);

// pg_trgm reads letters by LC_CTYPE: under plain C it takes Vietnamese letters for spaces. Sorting and case are by the
// built-in provider everywhere (or by an explicit "vi-x-icu"), so nothing changes when the machine's locales do.
const CTYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'] as const;

export interface MakeOptions {
  readonly folder: Folder;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly throwaway: boolean;
  readonly signal: AbortSignal | undefined;
}

/**
 * Makes an empty database in `folder.pgdata`, superuser's password taken from the password file.
 * A kill at any moment leaves either no `pgdata` or a whole one.
 * @throws ClusterProblem `postgres.disk-full`, `postgres.account-has-no-name`, `postgres.did-not-start`,
 *   `postgres.start-cancelled`
 */
export async function makeDatabase(options: MakeOptions): Promise<void> {
  const { folder } = options;
  const draft = join(folder.root, `unfinished-${randomBytes(6).toString('hex')}`);
  for (const ctype of CTYPES) {
    const output = await initdb(options, draft, ctype);
    if (output === undefined) break;
    if (!/invalid locale name/.test(output) || ctype === 'C') throw explainInitdb(folder, output);
  }
  await rename(draft, folder.pgdata);
  if (!options.throwaway) await syncFolder(folder.root);
}

/** Undefined when it went well, else what initdb said. */
async function initdb(options: MakeOptions, draft: string, ctype: string): Promise<string | undefined> {
  const { folder, account, binaries, throwaway, signal } = options;
  const flags = ['-D', draft, '-U', SUPERUSER, `--pwfile=${folder.password}`, '--auth=scram-sha-256'];
  flags.push('--encoding=UTF8', '--locale=C', `--lc-ctype=${ctype}`);
  flags.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  for (const [name, value] of Object.entries(initialSettings())) flags.push('--set', `${name}=${value}`);
  if (throwaway) flags.push('--no-sync');
  const command = commandFor(account, folder, binaries.initdb, flags);
  // SIGINT lets initdb remove what it had begun.
  const how = { ...command.how, signal, killSignal: 'SIGINT' } as const;
  return await run(command.file, command.args, how).then(
    () => undefined,
    (cause: Error & { stderr?: string }) => {
      if (signal?.aborted) throw startCancelled(folder.root);
      return `${cause.stderr ?? ''}\n${cause.message}`.trim();
    },
  );
}

function explainInitdb(folder: Folder, output: string): ClusterProblem {
  const tail = output.split('\n').slice(-12).join('\n');
  if (isDiskFull('', output)) return diskFull(folder.root, tail);
  return /could not look up effective user/.test(output)
    ? accountHasNoName(tail)
    : didNotStart(folder.root, tail);
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
