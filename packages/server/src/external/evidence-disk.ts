// The bytes of evidence on this machine's disk, each under its SHA-256: `<folder>/<aa>/<sha256>`, written once.
import { createReadStream } from 'node:fs';
import { link, mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';

export class DiskStore {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Keeps a whole file of the same disk, which stays where it is too. Safe when this resolves, also after a power cut. */
  async keep(sha256: string, file: string): Promise<void> {
    const path = this.pathOf(sha256);
    const drawer = dirname(path);
    await mkdir(drawer, { recursive: true });
    await flush(file);
    await link(file, path).catch((error: NodeJS.ErrnoException) => {
      // the same bytes are there already: whoever sends them gets no other answer
      if (error.code !== 'EEXIST') throw error;
    });
    await flush(drawer);
    await flush(this.folder);
  }

  /** null: there are no such bytes. */
  async find(sha256: string): Promise<{ bytes: number; body: ReadableStream<Uint8Array> } | null> {
    const path = this.pathOf(sha256);
    const found = await stat(path).catch(() => null);
    if (!found) return null;
    const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>; // node's and the platform's types differ in name only
    return { bytes: found.size, body };
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not a SHA-256');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/** Waits until a file, or the names in a folder, are on the disk itself. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
