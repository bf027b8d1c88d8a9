// The trail against what was signed: a tail that was cut, a chain that was computed anew, a signed file that is gone or altered.
import { verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Database } from '../storage/connect.ts';
import { readUnits } from '../storage/context.ts';
import { listHeadSignatures } from '../storage/head-signatures.ts';
import { listHashesAt } from '../storage/trail.ts';
import { digestHex, signedBytes, signedFiles } from './signed-heads.ts';

/** `absent`: signed, and the file is gone; `altered`: not what was signed; `cut`: fewer events than signed; `rewritten`: another hash. */
export interface SignedFault {
  readonly what: 'absent' | 'altered' | 'cut' | 'rewritten';
  readonly day: string;
  /** 0 where the file itself is meant. */
  readonly unitId: number;
  readonly seq: number;
}

const File = z.object({
  format: z.literal(1),
  day: z.string(),
  previous: z.nullable(z.string()),
  heads: z.array(z.tuple([z.int(), z.int(), z.string()])),
  keyId: z.string(),
  signature: z.string(),
});
type File = z.infer<typeof File>;

const UNITS_AT_ONCE = 500;

export interface SignedReport {
  readonly days: number;
  readonly faults: readonly SignedFault[];
}

/** @param publicKey PEM of the key that signed, kept by whoever keeps the files; null: there is none, so no file can be trusted */
export async function verifySigned(
  database: Database,
  folder: string,
  publicKey: string | null,
): Promise<SignedReport> {
  const files = await signedFiles(folder);
  const faults: SignedFault[] = [];
  const digests = new Map<string, string>();
  let previous: string | null = null;
  for (const name of files) {
    const day = name.slice(0, 10);
    const bytes = await readFile(join(folder, name));
    const file = readFileOf(bytes, day, previous, publicKey);
    previous = digestHex(bytes);
    digests.set(day, previous);
    if (file) faults.push(...(await compareHeads(database, file)));
    else faults.push({ what: 'altered', day, unitId: 0, seq: 0 });
  }
  for (const { day, digest } of await listHeadSignatures(database.kysely)) {
    const found = digests.get(day);
    if (found === undefined) faults.push({ what: 'absent', day, unitId: 0, seq: 0 });
    else if (found !== digest.toString('hex')) faults.push({ what: 'altered', day, unitId: 0, seq: 0 });
  }
  return { days: files.length, faults };
}

/** null: not whole, not of its day, not after the file before, or not signed by the key. */
function readFileOf(
  bytes: Buffer,
  day: string,
  previous: string | null,
  publicKey: string | null,
): File | null {
  const parsed = File.safeParse(parse(bytes.toString('utf8')));
  if (!parsed.success || publicKey === null) return null;
  const { signature, ...content } = parsed.data;
  const holds = verify(null, signedBytes(content), publicKey, Buffer.from(signature, 'base64'));
  // the first file that is kept may not be the first that was written
  const follows = previous === null || content.previous === previous;
  return holds && follows && content.day === day ? parsed.data : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function compareHeads(database: Database, { day, heads }: File): Promise<SignedFault[]> {
  const faults: SignedFault[] = [];
  for (let start = 0; start < heads.length; start += UNITS_AT_ONCE) {
    const chunk = heads.slice(start, start + UNITS_AT_ONCE);
    const places = chunk.map(([unitId, seq]) => ({ unitId, seq }));
    const ids = places.map(({ unitId }) => unitId);
    const found = await readUnits(database, ids, (transaction) => listHashesAt(transaction, places));
    for (const [unitId, seq, hash] of chunk) {
      const stands = found.get(unitId);
      if (stands === undefined) faults.push({ what: 'cut', day, unitId, seq });
      else if (stands !== hash) faults.push({ what: 'rewritten', day, unitId, seq });
    }
  }
  return faults;
}
