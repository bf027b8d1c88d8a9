// The files beside the database that a backup holds: evidence, and the trail's signing keys where they are asked for.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FolderPart } from './archive-manifest.ts';

export type KeptFolder = FolderPart['name'];

/** What belongs to a folder, by its name from there; anything else in it is a draft, or somebody else's. */
const BELONGS: Readonly<Record<KeptFolder, RegExp>> = {
  // named by the SHA-256 of its bytes
  evidence: /^([0-9a-f]{2})\/\1[0-9a-f]{62}$/,
  keys: /^(\w[\w.-]*\/){0,4}\w[\w.-]*$/,
};

export function belongs(folder: KeptFolder, name: string): boolean {
  return BELONGS[folder].test(name);
}

/** The names of a folder's files, in order, one of its folders at a time; none where there is no folder. */
export async function* listKept(varFolder: string, folder: KeptFolder): AsyncGenerator<string, void, void> {
  for await (const name of walk(join(varFolder, folder), '')) if (belongs(folder, name)) yield name;
}

async function* walk(root: string, below: string): AsyncGenerator<string, void, void> {
  const found = await readdir(join(root, below), { withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT' && below === '') return [];
      throw cause;
    },
  );
  for (const entry of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, name);
    else if (entry.isFile()) yield name;
  }
}

export async function isKeptEmpty(varFolder: string, folder: KeptFolder): Promise<boolean> {
  for await (const _name of listKept(varFolder, folder)) return false;
  return true;
}

/** A file's bytes as they are read, with their hash once they have been. */
export function readKept(varFolder: string, folder: KeptFolder, name: string): AsyncIterable<Buffer> {
  return createReadStream(join(varFolder, folder, name), { highWaterMark: 1 << 18 });
}

/**
 * Writes a file that appears whole, by one rename, when its bytes are on the disk.
 * @returns the SHA-256 of what was written
 */
export async function writeKept(
  varFolder: string,
  folder: KeptFolder,
  name: string,
  body: AsyncIterable<Buffer>,
): Promise<string> {
  const path = join(varFolder, folder, name);
  const draft = `${path}.draft`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const hash = await writeDraft(draft, body);
    await rename(draft, path);
    return hash;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeDraft(path: string, body: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'w', 0o600);
  try {
    for await (const piece of body) {
      hash.update(piece);
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

/** Takes away what a restore had begun to write into a folder that held nothing before. */
export async function removeKept(varFolder: string, folder: KeptFolder): Promise<void> {
  for await (const name of listKept(varFolder, folder))
    await rm(join(varFolder, folder, name), { force: true });
}
