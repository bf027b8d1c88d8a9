// The layout of the data folder, and the checks that it is ours and readable before anything touches it.
import { chown, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Account } from './account.ts';
import {
  diskFull,
  folderNotADatabase,
  folderNotWritable,
  noDatabase,
  otherMajor,
} from './cluster-problem.ts';

/** The major version of the binaries that package.json pins. */
export const MAJOR = '18';

/** The only name in a folder that has just been made and locked. */
export const CLAIMS = 'claims';

export interface Folder {
  /** The folder the caller named, absolute. */
  readonly root: string;
  /** PostgreSQL's own data directory. */
  readonly pgdata: string;
  /** Holds the Unix socket. */
  readonly run: string;
  /** The superuser's password, mode 0600. */
  readonly password: string;
  /** Folder of the claims of supervisors, see folder-lock.ts. */
  readonly claims: string;
}

/**
 * Makes the folder if need be (0700) and names its parts.
 * @throws ClusterProblem `postgres.folder-not-writable`, `postgres.folder-not-a-database`
 */
export async function openFolder(path: string): Promise<Folder> {
  const root = resolve(path);
  await makeFolder(root);
  // Somebody pointed us at PostgreSQL's own folder, one level too deep: ours inside it would hide theirs.
  if ((await readdir(root).catch(explain(root))).includes('PG_VERSION')) throw folderNotADatabase(root);
  return {
    root,
    pgdata: join(root, 'pgdata'),
    run: join(root, 'run'),
    password: join(root, 'password'),
    claims: join(root, CLAIMS),
  };
}

/**
 * Makes a folder and those above it that are missing, 0700 each. One at a time: Node's own recursive `mkdir` never ends
 * where a file system has no room for new names, such as /proc.
 * @throws ClusterProblem `postgres.folder-not-writable`, `postgres.disk-full`
 */
export async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  let above = resolve(path);
  while ((await isAbsent(above)) && above !== dirname(above)) {
    missing.unshift(above);
    above = dirname(above);
  }
  for (const folder of missing) {
    await mkdir(folder, { mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
      // somebody else made it meanwhile
      if (cause.code === 'EEXIST') return;
      if (cause.code === 'ENOENT') throw folderNotWritable(path, cause.message);
      explain(path)(cause);
    });
  }
  if (!(await stat(path).catch(explain(path))).isDirectory()) throw folderNotWritable(path, 'not a folder');
}

async function isAbsent(path: string): Promise<boolean> {
  const cause = await stat(path).then(
    () => null,
    (error: NodeJS.ErrnoException) => error,
  );
  return cause?.code === 'ENOENT';
}

/** @throws ClusterProblem `postgres.no-database` where no program has made one yet; nothing is made by asking. */
export async function requireDatabase(path: string): Promise<void> {
  const found = await stat(join(resolve(path), 'pgdata')).catch(() => null);
  if (found === null) throw noDatabase(dirname(resolve(path)));
}

/** Turns a failed file operation into the problem a person can act on. */
export function explain(folder: string) {
  return (cause: NodeJS.ErrnoException): never => {
    if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') throw diskFull(folder, cause.message);
    if (
      ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG', 'ELOOP'].includes(cause.code ?? '')
    ) {
      throw folderNotWritable(folder, cause.message);
    }
    throw cause;
  };
}

/**
 * Whether a database of our major version is there.
 * @throws ClusterProblem `postgres.other-major`, `postgres.folder-not-a-database`
 */
export async function hasDatabase(folder: Folder): Promise<boolean> {
  const names = await readdir(folder.root);
  if (!names.includes('pgdata')) return false;
  const version = await readFile(join(folder.pgdata, 'PG_VERSION'), 'utf8').catch(() => undefined);
  // `pgdata` appears by one rename when it is complete, so without PG_VERSION it is not ours or it is damaged.
  if (version === undefined) throw folderNotADatabase(folder.pgdata);
  if (version.trim() !== MAJOR) throw otherMajor(folder.root, version.trim(), MAJOR);
  return true;
}

/** Makes the folder of the socket, and removes what killed runs left that never was a database. */
export async function prepareFolder(folder: Folder, account: Account): Promise<void> {
  await mkdir(folder.run, { mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') explain(folder.root)(cause);
  });
  await giveTo(account, folder.run);
  await giveTo(account, folder.claims);
  for (const name of await readdir(folder.root)) {
    // No server ever ran in an unfinished folder (see make-database.ts), so there is nothing in it to lose.
    if (name.startsWith('unfinished-'))
      await rm(join(folder.root, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** Gives a file that we made to the account that PostgreSQL runs under. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (account.ids) await chown(path, account.ids.uid, account.ids.gid);
}
