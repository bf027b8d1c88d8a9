// Evidence that rows name and nothing holds any more, or whose bytes are no longer their hash.
import { createHash } from 'node:crypto';
import type { Database } from '../storage/connect.ts';
import { readUnits } from '../storage/context.ts';
import { type KeptFile, listKeptFiles } from '../storage/evidence.ts';
import { listUnitIds } from '../storage/trail.ts';

/** Where the bytes are: on disk or in S3. */
export interface Bytes {
  find(sha256: string): Promise<{ readonly body: AsyncIterable<Uint8Array> } | null>;
}

export interface EvidenceFault {
  readonly what: 'missing-file' | 'other-bytes';
  readonly unitId: number;
  readonly evidence: string;
}

export interface EvidenceReport {
  readonly files: number;
  readonly faults: readonly EvidenceFault[];
}

const UNITS_AT_ONCE = 500;

/** Reads every file once, however many units name it. */
export async function verifyEvidence(database: Database, bytes: Bytes): Promise<EvidenceReport> {
  const ids = await listUnitIds(database.kysely);
  const looked = new Map<string, EvidenceFault['what'] | null>();
  const faults: EvidenceFault[] = [];
  for (let start = 0; start < ids.length; start += UNITS_AT_ONCE) {
    const chunk = ids.slice(start, start + UNITS_AT_ONCE);
    const rows = await readUnits(database, chunk, (transaction) => listKeptFiles(transaction, chunk));
    for (const { unitId, evidence, sha256 } of rows) {
      const what = looked.has(sha256) ? (looked.get(sha256) ?? null) : await faultOf(bytes, sha256);
      looked.set(sha256, what);
      if (what !== null) faults.push({ what, unitId, evidence });
    }
  }
  return { files: looked.size, faults };
}

async function faultOf(bytes: Bytes, sha256: KeptFile['sha256']): Promise<EvidenceFault['what'] | null> {
  const found = await bytes.find(sha256);
  if (found === null) return 'missing-file';
  const hash = createHash('sha256');
  for await (const piece of found.body) hash.update(piece);
  return hash.digest('hex') === sha256 ? null : 'other-bytes';
}
