// One supervisor per data folder. Each starter puts down a claim that names its process; the claims of the dead are
// recognised and removed, and of the living only one holds the folder.
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { folderInUse } from './cluster-problem.ts';
import { explain, type Folder } from './folder.ts';
import { findStart } from './processes.ts';

/** Who claims the folder. Pid and start together name one process; host, boot and namespace say where that holds. */
interface Claim {
  readonly pid: number;
  readonly start: string;
  readonly host: string;
  readonly boot: string;
  readonly pidNamespace: string;
  readonly nonce: string;
  readonly state: 'wanting' | 'holding';
}

export interface FolderLock {
  /** True when a dead holder's claim was found and removed. */
  readonly wasStale: boolean;
  release(): Promise<void>;
}

/** How often a holder touches its claim, in ms; a watcher who cannot see its process waits for three of these. */
const BEAT = 1000;
const SUFFIX = '.claim';

/**
 * Takes the folder. A claim is put down first and the others are read afterwards, so of two who come at once at least
 * one sees the other; the higher nonce gives way. Only unique names are ever removed, so no living claim can be.
 * @throws ClusterProblem `postgres.folder-in-use` when a living supervisor holds it or was quicker.
 */
export async function lockFolder(folder: Folder): Promise<FolderLock> {
  await mkdir(folder.claims, { mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') explain(folder.root)(cause);
  });
  const own: Claim = { ...(await describeSelf()), state: 'wanting' };
  const path = pathOf(folder, own.nonce);
  try {
    await putDown(folder, own);
    const wasStale = await outlastOthers(folder, own);
    await putDown(folder, { ...own, state: 'holding' });
    const beat = setInterval(() => void touch(path), BEAT);
    beat.unref();
    const release = async () => {
      clearInterval(beat);
      await rm(path, { force: true });
    };
    return { wasStale, release };
  } catch (cause) {
    await rm(path, { force: true }).catch(() => {});
    throw cause;
  }
}

/** Whether anybody, living or dead, has put down a claim. */
export async function hasClaims(folder: Folder): Promise<boolean> {
  return (await readdir(folder.claims).catch(() => [])).some((name) => name.endsWith(SUFFIX));
}

/** Waits until no other living claim is left; answers whether a dead holder's was removed. */
async function outlastOthers(folder: Folder, own: Claim): Promise<boolean> {
  let wasStale = false;
  while (true) {
    const others = (await listClaims(folder)).filter(({ nonce }) => nonce !== own.nonce);
    if (others.length === 0) return wasStale;
    for (const other of others) {
      if (await isAlive(other, pathOf(folder, other.nonce))) giveWay(folder, own, other);
      else {
        await rm(pathOf(folder, other.nonce), { force: true });
        wasStale ||= other.state === 'holding';
      }
    }
    await wait(10);
  }
}

function giveWay(folder: Folder, own: Claim, other: Claim): void {
  if (other.state === 'wanting' && own.nonce < other.nonce) return;
  throw folderInUse(folder.root, `${other.host}, pid ${other.pid}`);
}

async function isAlive(claim: Claim, path: string): Promise<boolean> {
  const self = await describeSelf();
  if (claim.boot === self.boot && claim.pidNamespace === self.pidNamespace) {
    return (await findStart(claim.pid)) === claim.start;
  }
  // The same machine after a restart: no process of before it lives.
  if (claim.host === self.host && claim.boot !== self.boot) return false;
  // Another container or machine: its processes cannot be seen from here, but a living holder touches the file.
  const before = await stat(path).catch(() => undefined);
  await wait(3 * BEAT);
  const after = await stat(path).catch(() => undefined);
  return before !== undefined && after !== undefined && before.mtimeMs !== after.mtimeMs;
}

async function describeSelf(): Promise<Omit<Claim, 'state'>> {
  return {
    pid: process.pid,
    start: (await findStart(process.pid)) ?? '',
    host: hostname(),
    boot: (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim(),
    pidNamespace: await readlink('/proc/self/ns/pid').catch(() => ''),
    nonce: randomBytes(8).toString('hex'),
  };
}

const pathOf = (folder: Folder, nonce: string) => join(folder.claims, `${nonce}${SUFFIX}`);

/** Writes the claim whole: it appears, or changes, by one rename. */
async function putDown(folder: Folder, claim: Claim): Promise<void> {
  const draft = join(folder.claims, `${claim.nonce}.draft`);
  const write = async () => {
    await writeFile(draft, JSON.stringify(claim));
    await rename(draft, pathOf(folder, claim.nonce));
  };
  await write().catch(explain(folder.root));
}

async function listClaims(folder: Folder): Promise<Claim[]> {
  const names = (await readdir(folder.claims).catch(explain(folder.root))).filter((name) =>
    name.endsWith(SUFFIX),
  );
  const claims = await Promise.all(names.map((name) => readClaim(folder, name.slice(0, -SUFFIX.length))));
  return claims.filter((claim) => claim !== undefined);
}

/** Undefined when it was given back meanwhile. A damaged one is a dead holder's: the living write theirs whole. */
async function readClaim(folder: Folder, nonce: string): Promise<Claim | undefined> {
  const text = await readFile(pathOf(folder, nonce), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    // Written by `putDown`, under this name.
    return { ...(JSON.parse(text) as Claim), nonce };
  } catch {
    return { pid: 0, start: 'none', host: hostname(), boot: '', pidNamespace: '', nonce, state: 'holding' };
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => {});
}
