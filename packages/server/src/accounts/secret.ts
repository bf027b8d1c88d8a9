// The key that signs cookies: made by chance on first use, beside the database and never in it.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whoever loses the file signs everybody out, and nothing worse. */
export async function readSecret(varFolder: string): Promise<string> {
  const folder = join(varFolder, 'keys');
  const path = join(folder, 'session.key');
  const found = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
  if (found !== null && found.length >= 43) return found;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secret = randomBytes(32).toString('base64url');
  await writeFile(`${path}.draft`, secret, { mode: 0o600 });
  await rename(`${path}.draft`, path);
  return secret;
}
