// `vb backup`: everything in one file, as of one moment, while others go on working.
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { openSnapshot, type Snapshot } from '../storage/snapshot-copy.ts';
import type { Manifest } from './archive-manifest.ts';
import { fileExists, isDiskFull, noRoom, nothingToKeep, notWritable } from './archive-problem.ts';
import { type PackOptions, packArchive } from './archive-write.ts';

export interface BackupOptions {
  /** The archive to make; nothing may be there yet. */
  readonly file: string;
  /** The role that owns the tables. */
  readonly ownerUrl: string;
  /** Where evidence and keys lie beside the database. */
  readonly varFolder: string;
  /** The trail's signing keys too: whoever holds the archive can then sign as this installation. */
  readonly withKeys: boolean;
  readonly now: Date;
  readonly onTable?: PackOptions['onTable'];
}

export interface Backup {
  readonly manifest: Manifest;
  readonly bytes: number;
}

/** @throws ArchiveProblem; whatever happens, `file` is either whole or not there */
export async function backUp(options: BackupOptions): Promise<Backup> {
  const { file } = options;
  if (await isThere(file)) throw fileExists(file);
  const snapshot = await openSnapshot(options.ownerUrl);
  try {
    if (snapshot.migrations.length === 0) throw nothingToKeep();
    return await writeArchive(options, snapshot);
  } finally {
    await snapshot.close();
  }
}

/** A name of its own while it grows, so that no one takes half an archive for a whole one. */
async function writeArchive(options: BackupOptions, snapshot: Snapshot): Promise<Backup> {
  const { file } = options;
  const draft = `${file}.draft-${randomBytes(4).toString('hex')}`;
  // it holds names and figures that not everybody on this machine may read
  const handle = await open(draft, 'wx', 0o600).catch((cause: unknown) => {
    throw notWritable(draft, cause);
  });
  try {
    const manifest = await pack(options, snapshot, handle);
    await handle.sync();
    const { size } = await handle.stat();
    await handle.close();
    await rename(draft, file);
    await syncFolder(dirname(file));
    return { manifest, bytes: size };
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw isDiskFull(error) ? noRoom(file, error) : error;
  }
}

async function pack(options: BackupOptions, snapshot: Snapshot, handle: FileHandle): Promise<Manifest> {
  let manifest: Manifest | null = null;
  const application = await readVersion();
  await pipeline(
    async function* () {
      manifest = yield* packArchive({
        snapshot,
        varFolder: options.varFolder,
        folders: options.withKeys ? ['evidence', 'keys'] : ['evidence'],
        application,
        now: options.now,
        onTable: options.onTable ?? (() => undefined),
      });
    },
    createGzip(),
    // a stream of the handle's own that leaves it open would never be seen to end
    async (packed: AsyncIterable<Buffer>) => {
      for await (const bytes of packed) await handle.writeFile(bytes);
    },
  );
  if (manifest === null) throw new Error('the archive ended without its manifest');
  return manifest;
}

/** The version of this program, as its package says it. */
async function readVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version; // our own file
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The new name is on the disk too; a file system that cannot say so keeps it its own way. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
