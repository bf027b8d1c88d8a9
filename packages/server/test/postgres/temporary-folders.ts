// Temporary folders of one test file: made by mkdtemp (0700), removed when the file is done.
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

/** A new empty folder that only its owner may enter. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vb-pg-'));
  made.push(folder);
  return folder;
}

/** A new folder that everybody may pass through. */
export async function makeOpenFolder(): Promise<string> {
  const folder = await makeFolder();
  await chmod(folder, 0o755);
  return folder;
}

/** A new folder that belongs to another user. Only root can make one. */
export async function makeFolderOf(uid: number, gid: number): Promise<string> {
  const folder = await makeFolder();
  await chown(folder, uid, gid);
  return folder;
}
