// Under which account PostgreSQL runs: it refuses root and nameless users, so those get a user namespace or another user.
import { execFile } from 'node:child_process';
import { chown, readdir, readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { cannotRunAsRoot } from './cluster-problem.ts';
import { CLAIMS, type Folder } from './folder.ts';

const run = promisify(execFile);

/** How to start a program so that PostgreSQL accepts its account. `ids` is set only for another user. */
export interface Account {
  readonly prefix: readonly string[];
  readonly ids?: Ids;
}

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

interface NamedUser extends Ids {
  readonly name: string;
}

/**
 * Chooses the account for an existing data folder.
 * Root's own folder is used through a user namespace: inside it root's files look like those of a plain user, so it
 * works in a 0700 folder, without a chown and without making a user. A folder of another user is used as that user.
 * @throws ClusterProblem `postgres.cannot-run-as-root`
 */
export async function chooseAccount(folder: Folder, binaries: Binaries): Promise<Account> {
  const users = await listUsers();
  const own = process.getuid?.();
  if (own !== 0) return await nameFor({ prefix: [] }, own, users);
  const owner = await stat(folder.root);
  if (owner.uid !== 0) return await asUser(folder, binaries, { uid: owner.uid, gid: owner.gid }, users);
  const namespace = await findNamespace({ prefix: [] }, users);
  if (typeof namespace !== 'string') return namespace;
  return await giveToServiceUser(folder, binaries, users, namespace);
}

/**
 * initdb looks up the name of its user, and a container may run under a number that has none: then a namespace lends
 * it one. Where that is not to be had either, initdb itself says so (and finds names in directories we cannot read).
 */
async function nameFor(
  account: Account,
  uid: number | undefined,
  users: readonly NamedUser[],
): Promise<Account> {
  if (process.platform !== 'linux' || users.some((user) => user.uid === uid) || isNamed(uid)) return account;
  const namespace = await findNamespace(account, users);
  return typeof namespace === 'string' ? account : namespace;
}

/** Asks the system, which also knows the people of a directory service, but only about our own account. */
function isNamed(uid: number | undefined): boolean {
  try {
    return userInfo().uid === uid;
  } catch {
    return false;
  }
}

/** The account inside a user namespace where it bears the number of a named plain user; or why that cannot be had. */
async function findNamespace(account: Account, users: readonly NamedUser[]): Promise<Account | string> {
  const mask = users.find((user) => user.uid !== 0);
  if (mask === undefined) return 'no plain user in /etc/passwd';
  const prefix = ['unshare', '--user', `--map-user=${mask.uid}`, `--map-group=${mask.gid}`];
  const [program = '', ...flags] = prefix;
  return await run(program, [...flags, 'true'], account.ids).then(
    () => ({ ...account, prefix }),
    (cause) => String(cause),
  );
}

// Only a folder without contents changes hands: a filled one belongs to whoever filled it.
async function giveToServiceUser(
  folder: Folder,
  binaries: Binaries,
  users: readonly NamedUser[],
  refusal: string,
): Promise<Account> {
  const user = users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody');
  const contents = (await readdir(folder.root)).filter((name) => name !== CLAIMS);
  if (user === undefined || contents.length > 0) throw cannotRunAsRoot(folder.root, refusal);
  await chown(folder.root, user.uid, user.gid);
  return await asUser(folder, binaries, user, users).catch(async (cause) => {
    await chown(folder.root, 0, 0);
    throw cause;
  });
}

async function asUser(
  folder: Folder,
  binaries: Binaries,
  { uid, gid }: Ids,
  users: readonly NamedUser[],
): Promise<Account> {
  const ids = { uid, gid };
  // A 0700 folder further up would stop that user: ask as that user rather than work it out from the modes.
  const question = ['-c', 'cd "$1" && test -w . && test -x "$2"', 'sh', folder.root, binaries.postgres];
  await run('/bin/sh', question, { ...ids, cwd: '/' }).catch((cause) => {
    throw cannotRunAsRoot(folder.root, String(cause));
  });
  return await nameFor({ prefix: [], ids }, uid, users);
}

async function listUsers(): Promise<NamedUser[]> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const rows = passwd.split('\n').map((line) => line.split(':'));
  return rows.flatMap(([name = '', , uid, gid]) =>
    uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [],
  );
}

/**
 * The command line and spawn options that start `program` under `account`, in `folder`, with an environment of its
 * own: PGPORT and the like would be obeyed, and addresses with passwords would lie open in /proc.
 */
export function commandFor(account: Account, folder: Folder, program: string, args: readonly string[]) {
  const [file = program, ...rest] = [...account.prefix, program, ...args];
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  return { file, args: rest, how: { ...account.ids, cwd: folder.root, env } };
}
