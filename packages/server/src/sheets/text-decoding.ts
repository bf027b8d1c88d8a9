// Which letters a text file is written in: UTF-8, UTF-16 either way round, or Windows-1258 from old Vietnamese Excel.
import { isUtf8 } from 'node:buffer';

/** Encodings that Vietnamese offices' text files come in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';

/** Bytes decoded at a time, so that a long file never stands in memory twice. */
const chunkBytes = 64 * 1024;

/**
 * The encoding of `bytes`: by byte-order mark, else by the pattern of zero bytes, else UTF-8 if it is valid UTF-8,
 * else Windows-1258. Null when the bytes are not text at all.
 */
export function findEncoding(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const [even, odd] = countZeros(bytes.subarray(0, 4096));
  if (odd > 0 && even === 0) return 'utf-16le';
  if (even > 0 && odd === 0) return 'utf-16be';
  if (even + odd > 0) return null;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1258';
}

/** Vietnamese UTF-16 text has zero bytes on one side only (ASCII); binary files have them on both. */
function countZeros(head: Uint8Array): [even: number, odd: number] {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  return [even, odd];
}

/** Decodes piece by piece. The byte-order mark is dropped; composing to NFC is done cell by cell. */
export function* decodeText(bytes: Uint8Array, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    yield decoder.decode(bytes.subarray(from, from + chunkBytes), { stream: true });
  }
  yield decoder.decode();
}
