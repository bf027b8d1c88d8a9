// Where pieces of an upload are put together: tus's own file store, whose full disk is told as one.
import { createWriteStream } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { refuse } from '@vungbuoc/programme/problems';

export class UploadFolder extends FileStore {
  /** The library's own write hides why it failed. What has arrived stays: the sender goes on from there. */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(this.pathOf(id), { flags: 'r+', start: offset });
    await pipeline(readable, file).catch(refuseFullDisk);
    return offset + file.bytesWritten;
  }

  pathOf(id: string): string {
    return join(this.directory, id);
  }

  /** @throws storage.disk-full where a file of that size would not fit */
  async requireRoom(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.directory);
    if (bavail * bsize < bytes) refuse('storage.disk-full');
  }
}

/** @throws storage.disk-full for a full disk, otherwise the error itself */
export function refuseFullDisk(error: NodeJS.ErrnoException): never {
  if (isFullDisk(error)) refuse('storage.disk-full');
  throw error;
}

export function isFullDisk(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ENOSPC' || error.code === 'EDQUOT';
}
