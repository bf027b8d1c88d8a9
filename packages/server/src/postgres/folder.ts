// The layout of the data folder, and the checks that it is ours and readable before anything touches it.
import { chown, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Account } from './account.ts';
import { diskFull, folderNotADatabase, folderNotWritable, otherMajor } from './cluster-problem.ts';

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
  await mkdir(root, { recursive: true, mode: 0o700 }).catch(explain(root));
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

/** Turns a failed file operation into the problem a person can act on. */
export function explain(folder: string) {
  return (cause: NodeJS.ErrnoException): never => {
    if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') throw diskFull(folder, cause.message);
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(cause.code ?? '')) {
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
