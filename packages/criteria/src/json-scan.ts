// One pass over JSON text before it is parsed: how deep it nests, and whether a key stands twice in one object.
// JSON.parse would silently keep the last of two keys, and a deep tree could exhaust whoever walks it.

export interface JsonScan {
  readonly depth: number;
  /** The first key found twice in one object, as written; null where none is. */
  readonly twice: string | null;
  /** Where it stands the second time. */
  readonly twiceAt: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const COLON = 0x3a;

/** Stops at `most` levels: deeper text is refused anyway. */
export function scanJson(text: string, most: number): JsonScan {
  const keys: (Set<string> | null)[] = [];
  let deepest = 0;
  let twice: string | null = null;
  let twiceAt = 0;
  let lastString = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      const end = endOfString(text, i);
      lastString = text.slice(i + 1, end);
      i = end;
    } else if (c === OPEN_LIST || c === OPEN_OBJECT) {
      keys.push(c === OPEN_OBJECT ? new Set() : null);
      deepest = Math.max(deepest, keys.length);
      if (deepest > most) break;
    } else if (c === CLOSE_LIST || c === CLOSE_OBJECT) keys.pop();
    else if (c === COLON) {
      const seen = keys.at(-1);
      const key = plainKey(lastString);
      if (seen?.has(key) && twice === null) {
        twice = key;
        twiceAt = i;
      }
      seen?.add(key);
    }
  }
  return { depth: deepest, twice, twiceAt };
}

/** Place of the closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === BACKSLASH) i++;
    else if (c === QUOTE) return i;
  }
  return text.length;
}

/** The key as JSON.parse will read it: an escaped letter is the same letter. */
function plainKey(written: string): string {
  if (!written.includes('\\')) return written;
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return written; // no JSON at all; the parser says so
  }
}
