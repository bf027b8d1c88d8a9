// The layout of the data folder, and the checks that it is ours and readable before anything touches it.
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Account, giveTo } from './account.ts';
import { diskFull, folderNotADatabase, folderNotWritable, otherMajor } from './cluster-problem.ts';

/** The major version of the binaries that package.json pins. */
export const MAJOR = '18';

export interface Folder {
  /** The folder the caller named, absolute. */
  readonly root: string;
  /** PostgreSQL's own data directory. */
  readonly pgdata: string;
  /** Holds the Unix socket. */
  readonly run: string;
  /** The superuser's password, mode 0600. */
  readonly password: string;
  /** Names the supervisor that holds the folder. */
  readonly lock: string;
  readonly lockName: string;
}

/** Makes the folder if need be (0700) and names its parts. */
export async function openFolder(path: string): Promise<Folder> {
  const root = resolve(path);
  await mkdir(root, { recursive: true, mode: 0o700 }).catch(explain(root));
  const lockName = 'supervisor.lock';
  return {
    root,
    pgdata: join(root, 'pgdata'),
    run: join(root, 'run'),
    password: join(root, 'password'),
    lock: join(root, lockName),
    lockName,
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
  // Somebody pointed us at PostgreSQL's own folder, one level too deep: starting another inside it would hide theirs.
  if (names.includes('PG_VERSION')) throw folderNotADatabase(folder.root);
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
  for (const name of await readdir(folder.root)) {
    // No server ever ran in an unfinished folder (see make-database.ts), so there is nothing in it to lose.
    if (name.startsWith('unfinished-'))
      await rm(join(folder.root, name), { recursive: true, force: true }).catch(() => {});
  }
}
