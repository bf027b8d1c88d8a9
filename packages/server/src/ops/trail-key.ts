// The key that signs the heads of the trail: Ed25519, made on first use beside the database and never in it.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @param folder where keys are kept, mode 0700 */
export async function readTrailKey(folder: string): Promise<KeyObject> {
  const path = join(folder, 'trail.pem');
  const found = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
  if (found !== null) return createPrivateKey(found);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFile(`${path}.draft`, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  await rename(`${path}.draft`, path);
  return privateKey;
}

/** The public half as PEM: what whoever verifies needs, kept with the signed files. */
export function publicPem(key: KeyObject): string {
  return String(createPublicKey(key).export({ type: 'spki', format: 'pem' }));
}

export function keyIdOf(pem: string): string {
  const bytes = createPublicKey(pem).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
