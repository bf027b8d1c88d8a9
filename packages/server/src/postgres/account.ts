// Under which account PostgreSQL runs: it refuses root, so as root it gets a user namespace or another user.
import { execFile } from 'node:child_process';
import { chown, readdir, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { cannotRunAsRoot } from './cluster-problem.ts';

const run = promisify(execFile);

/** How to start a program so that PostgreSQL accepts its account. `uid` and `gid` are set only for another user. */
export interface Account {
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000'] as const;

/**
 * Chooses the account for an existing data folder.
 * Root's own folder is used through a user namespace: inside it root's files look like those of a plain user, so
 * it works in a 0700 folder, without a chown and without making a user. A folder of another user is used as that user.
 * @throws ClusterProblem `postgres.cannot-run-as-root`
 */
export async function chooseAccount(folder: string): Promise<Account> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = await stat(folder);
  if (owner.uid !== 0) return asUser(folder, owner.uid, owner.gid);
  const refusal = await tryNamespace();
  if (refusal === undefined) return { prefix: NAMESPACE };
  return await giveToServiceUser(folder, refusal);
}

async function tryNamespace(): Promise<string | undefined> {
  const [program, ...flags] = NAMESPACE;
  return await run(program, [...flags, 'true']).then(
    () => undefined,
    (cause) => String(cause),
  );
}

// Only an empty folder changes hands: one with contents belongs to whoever filled it.
async function giveToServiceUser(folder: string, refusal: string): Promise<Account> {
  const user = await findServiceUser();
  if (user === undefined || (await readdir(folder)).length > 0) throw cannotRunAsRoot(folder, refusal);
  await chown(folder, user.uid, user.gid);
  return await asUser(folder, user.uid, user.gid).catch(async (cause) => {
    await chown(folder, 0, 0);
    throw cause;
  });
}

async function findServiceUser(): Promise<{ uid: number; gid: number } | undefined> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  for (const name of ['postgres', 'nobody']) {
    const fields = passwd
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return undefined;
}

async function asUser(folder: string, uid: number, gid: number): Promise<Account> {
  // A 0700 folder further up would stop that user: ask as that user rather than work it out from the modes.
  await run('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { uid, gid }).catch((cause) => {
    throw cannotRunAsRoot(folder, String(cause));
  });
  return { prefix: [], uid, gid };
}

/** The command line and spawn options that start `program` under `account`. */
export function commandFor(account: Account, program: string, args: readonly string[]) {
  const [file = program, ...rest] = [...account.prefix, program, ...args];
  const ids =
    account.uid === undefined || account.gid === undefined ? {} : { uid: account.uid, gid: account.gid };
  return { file, args: rest, ids };
}

/** Gives a file that we made to the account that PostgreSQL runs under. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (account.uid !== undefined && account.gid !== undefined) await chown(path, account.uid, account.gid);
}
