// Pictures drawn from photos at the first request, and kept: the folder may be emptied at any time.
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { drawPreview, type PreviewSize } from './photo.ts';

export class KeptPreviews {
  private readonly folder: string;
  /** One picture is drawn at a time: each may need the memory of a whole photo. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** @throws PhotoFault, and whatever `original` throws */
  async draw(sha256: string, size: PreviewSize, original: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const path = join(this.folder, sha256.slice(0, 2), `${sha256}.${size}.webp`);
    const kept = await readFile(path).catch(() => null);
    if (kept) return kept;
    const drawn = this.last.then(async () => drawPreview(Buffer.from(await original()), size));
    this.last = drawn.catch(() => undefined);
    const picture = await drawn;
    // kept for the next time; on a full disk it is drawn again then
    await keep(path, picture).catch(() => undefined);
    return picture;
  }
}

/** It appears by one rename, so that nobody is sent half a picture. */
async function keep(path: string, picture: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, picture).catch(async (error: unknown) => {
    await rm(draft, { force: true });
    throw error;
  });
  await rename(draft, path);
}
