// Signing the heads of all chains, one file a day; each names the digest of the one before, so that none goes missing unseen.
import { createHash, type KeyObject, sign } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../storage/connect.ts';
import { readUnits } from '../storage/context.ts';
import { saveHeadSignature } from '../storage/head-signatures.ts';
import { listHeads, listUnitIds, type StoredHead } from '../storage/trail.ts';
import { keyIdOf, publicPem } from './trail-key.ts';

/** The file of a day. */
interface SignedHeads {
  readonly format: 1;
  readonly day: string;
  /** Digest of the file before, hex; null for the first. */
  readonly previous: string | null;
  /** Unit, its last number, its last hash as hex. */
  readonly heads: readonly (readonly [unitId: number, seq: number, hash: string])[];
  readonly keyId: string;
  /** Base64. */
  readonly signature: string;
}

export interface SigningOptions {
  readonly database: Database;
  readonly key: KeyObject;
  /** Where the files are written; the office keeps a copy elsewhere. */
  readonly folder: string;
  readonly now: Date;
  /** YYYY-MM-DD in Vietnam. */
  readonly day: string;
}

const UNITS_AT_ONCE = 500;

/** @returns the file's path, or null where the day was signed already */
export async function signHeads({ database, key, folder, now, day }: SigningOptions): Promise<string | null> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = await signedFiles(folder);
  if (files.includes(`${day}.json`)) return null;
  const last = files.at(-1);
  const previous = last === undefined ? null : digestHex(await readFile(join(folder, last)));
  const pem = publicPem(key);
  const heads = (await readHeads(database)).map(
    ({ unitId, seq, hash }) => [unitId, seq, hash.toString('hex')] as const,
  );
  const content: Omit<SignedHeads, 'signature'> = { format: 1, day, previous, heads, keyId: keyIdOf(pem) };
  const signature = sign(null, signedBytes(content), key);
  const text = JSON.stringify({ ...content, signature: signature.toString('base64') });
  await writeFile(join(folder, 'public-key.pem'), pem);
  await writeFile(join(folder, `${day}.draft`), text);
  await rename(join(folder, `${day}.draft`), join(folder, `${day}.json`));
  const digest = createHash('sha256').update(text).digest();
  const row = { day, heads: heads.length, digest, signature, keyId: content.keyId, signedAt: now };
  await saveHeadSignature(database.kysely, row);
  return join(folder, `${day}.json`);
}

/** What the signature is over: the other members in this order, whatever the order in the file. */
export function signedBytes({ format, day, previous, heads, keyId }: Omit<SignedHeads, 'signature'>): Buffer {
  return Buffer.from(JSON.stringify([format, day, previous, heads, keyId]));
}

/** Names of the signed files, in the order of their days. */
export async function signedFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return [];
  });
  return names.filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name)).sort();
}

export function digestHex(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function readHeads(database: Database): Promise<StoredHead[]> {
  const ids = await listUnitIds(database.kysely);
  const heads: StoredHead[] = [];
  for (let start = 0; start < ids.length; start += UNITS_AT_ONCE) {
    const chunk = ids.slice(start, start + UNITS_AT_ONCE);
    heads.push(...(await readUnits(database, chunk, (transaction) => listHeads(transaction, chunk))));
  }
  return heads.filter(({ seq }) => seq > 0);
}
