// One supervisor per data folder: a lock file that names its holder, so that a stale one is recognised and taken over.
import { randomBytes } from 'node:crypto';
import { link, readFile, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { folderInUse } from './cluster-problem.ts';
import { explain, type Folder } from './folder.ts';
import { findStart } from './processes.ts';

/** Who holds the folder. Pid and start together name one process; machine, boot and namespace say where that holds. */
interface Holder {
  readonly pid: number;
  readonly start: string;
  readonly host: string;
  readonly boot: string;
  readonly pidNamespace: string;
  readonly nonce: string;
}

export interface FolderLock {
  /** True when a dead holder's lock was found and taken over. */
  readonly wasStale: boolean;
  release(): Promise<void>;
}

/** How often a holder touches its lock, in ms; a watcher who cannot see its process waits for three of these. */
const BEAT = 1000;

/**
 * Takes the folder.
 * @throws ClusterProblem `postgres.folder-in-use` when a living supervisor holds it.
 */
export async function lockFolder(folder: Folder): Promise<FolderLock> {
  const own = await describeSelf();
  const draft = `${folder.lock}.${own.nonce}`;
  let wasStale = false;
  try {
    await writeFile(draft, JSON.stringify(own), { mode: 0o644 }).catch(explain(folder.root));
    // `link` fails when the name exists: the one atomic step that decides who holds the folder.
    while (!(await tryLink(draft, folder.lock))) {
      wasStale = (await removeStale(folder, own.nonce)) || wasStale;
    }
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
  const beat = setInterval(() => void touch(folder.lock), BEAT);
  beat.unref();
  const release = async () => {
    clearInterval(beat);
    if ((await readHolder(folder.lock))?.nonce === own.nonce) await rm(folder.lock, { force: true });
  };
  return { wasStale, release };
}

async function tryLink(from: string, to: string): Promise<boolean> {
  return await link(from, to).then(
    () => true,
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') return false;
      throw cause;
    },
  );
}

/** Removes the lock of a dead holder; false when it had gone by itself. */
async function removeStale(folder: Folder, nonce: string): Promise<boolean> {
  const text = await readFile(folder.lock, 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const holder = parseHolder(text);
  if (holder !== undefined && (await isAlive(holder, folder.lock))) {
    throw folderInUse(folder.root, `${holder.host}, pid ${holder.pid}`);
  }
  const aside = `${folder.lock}.stale-${nonce}`;
  if (
    !(await rename(folder.lock, aside).then(
      () => true,
      () => false,
    ))
  )
    return false;
  // Between reading and renaming another starter may have put its own lock there: then give it back.
  const moved = await readFile(aside, 'utf8');
  if (moved !== text) await tryLink(aside, folder.lock);
  await rm(aside, { force: true });
  return moved === text;
}

async function isAlive(holder: Holder, path: string): Promise<boolean> {
  const self = await describeSelf();
  if (holder.boot === self.boot && holder.pidNamespace === self.pidNamespace) {
    return (await findStart(holder.pid)) === holder.start;
  }
  // The same machine after a restart: no process of before it lives.
  if (holder.host === self.host && holder.boot !== self.boot) return false;
  // Another container or machine: its processes cannot be seen from here, but a living holder touches the file.
  const before = await stat(path).catch(() => undefined);
  await wait(3 * BEAT);
  const after = await stat(path).catch(() => undefined);
  return before !== undefined && after !== undefined && before.mtimeMs !== after.mtimeMs;
}

async function describeSelf(): Promise<Holder> {
  return {
    pid: process.pid,
    start: (await findStart(process.pid)) ?? '',
    host: hostname(),
    boot: (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim(),
    pidNamespace: await readlink('/proc/self/ns/pid').catch(() => ''),
    nonce: randomBytes(8).toString('hex'),
  };
}

async function readHolder(path: string): Promise<Holder | undefined> {
  return await readFile(path, 'utf8').then(parseHolder, () => undefined);
}

function parseHolder(text: string): Holder | undefined {
  try {
    // Written by ourselves in one piece; a damaged one counts as nobody's.
    const holder = JSON.parse(text) as Holder;
    return typeof holder.pid === 'number' ? holder : undefined;
  } catch {
    return undefined;
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => {});
}
