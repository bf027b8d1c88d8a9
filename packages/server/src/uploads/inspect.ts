// A file that has arrived whole: its hash, what it is by its bytes, what the scanner says, what its camera wrote.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { findAllowedMime, isPhoto, type Scan } from '@vungbuoc/programme/evidence';
import { refuse } from '@vungbuoc/programme/problems';
import { MOST_PIXELS, mimeOfFile, PhotoFault, readPhoto } from '../files/index.ts';

export interface Inspected {
  readonly sha256: string;
  readonly mime: string;
  readonly scan: Scan;
  readonly looks: string | null;
  readonly takenOn: string | null;
  readonly takenAt: { readonly lat: number; readonly lon: number } | null;
}

/** What the scanner answers; see `Scanner` in the ports. */
interface AskedScanner {
  scan(
    body: AsyncIterable<Uint8Array>,
  ): Promise<{ said: 'clean' | 'away' } | { said: 'found'; what: string }>;
}

/** @throws ProblemError with why the file is refused and what to do */
export async function inspect(path: string, scanner: AskedScanner | null): Promise<Inspected> {
  const mime = await takenMime(path);
  const scan = await scanned(path, scanner);
  const photo = isPhoto(mime) ? await readPhoto(path).catch(refusePhoto) : null;
  return {
    sha256: await hashOf(path),
    mime,
    scan,
    looks: photo?.looks ?? null,
    takenOn: photo?.takenOn ?? null,
    takenAt: photo?.takenAt ?? null,
  };
}

async function takenMime(path: string): Promise<string> {
  const mime = await mimeOfFile(path);
  if (mime === 'image/heic' || mime === 'image/heif') refuse('evidence.heic-refused');
  return findAllowedMime(mime) ?? refuse('evidence.type-refused', { found: mime ?? '?' });
}

async function scanned(path: string, scanner: AskedScanner | null): Promise<Scan> {
  if (!scanner) return 'none';
  const answer = await scanner.scan(createReadStream(path));
  if (answer.said === 'found') refuse('evidence.infected', { found: answer.what });
  return answer.said === 'clean' ? 'clean' : 'waiting';
}

function refusePhoto(error: unknown): never {
  if (!(error instanceof PhotoFault)) throw error;
  if (error.why === 'unreadable') return refuse('evidence.picture-unreadable');
  return refuse('evidence.picture-too-large', {
    pixels: error.megapixels ?? 0,
    limit: MOST_PIXELS / 1_000_000,
  });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
}
