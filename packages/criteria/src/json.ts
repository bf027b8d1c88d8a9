// JSON from strangers, read within limits; and the one canonical text of a value.
import { scanJson } from './json-scan.ts';

/** Largest file of the law that is read at all; a full set is under 200 kB. */
export const MAX_CHARACTERS = 4_000_000;
/** Deepest nesting; a set needs 9. */
export const MAX_DEPTH = 40;
/** Most values in one file. */
export const MAX_VALUES = 400_000;

export type JsonFault = 'too-large' | 'too-deep' | 'not-json' | 'key-twice' | 'empty';

/** `detail` is a size or a key; `at` is where in the text the fault was seen, 0 where it is about the whole. */
export interface JsonRefusal {
  readonly fault: JsonFault;
  readonly detail: string;
  readonly at: number;
}

export type JsonReading = { readonly value: unknown } | JsonRefusal;

/** Parses text without ever building a structure that is too deep or too large to walk. */
export function readJson(text: string): JsonReading {
  if (text.length > MAX_CHARACTERS) return refusal('too-large', String(text.length));
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (clean.trim() === '') return refusal('empty');
  const { depth, twice, twiceAt } = scanJson(clean, MAX_DEPTH);
  if (depth > MAX_DEPTH) return refusal('too-deep', String(MAX_DEPTH));
  if (twice !== null) return refusal('key-twice', twice, twiceAt);
  try {
    return { value: JSON.parse(clean) };
  } catch {
    return refusal('not-json'); // the parser speaks English of its own; whoever tells it finds the place again
  }
}

function refusal(fault: JsonFault, detail = '', at = 0): JsonRefusal {
  return { fault, detail, at };
}

/** Whether a value that is already an object is a tree that can be walked: no loops, not too deep, not too large. */
export function isWalkable(value: unknown): boolean {
  let level: unknown[] = [value];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth++) {
    seen += level.length;
    if (depth > MAX_DEPTH || seen > MAX_VALUES) return false;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'object' && item !== null)
        for (const child of Object.values(item)) next.push(child);
    }
    level = next;
  }
  return true;
}

/** The one text of a value: keys sorted by code unit, no spaces. The content hash is taken over it. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return canonicalList(value);
  let text = '';
  for (const key of keysInOrder(value)) {
    const item: unknown = Reflect.get(value, key);
    if (item !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}

function canonicalList(list: readonly unknown[]): string {
  // Without objects in it the engine's own writer gives the same text, many times faster: a province's events are such lists.
  if (list.every((item) => typeof item !== 'object' || item === null)) return JSON.stringify(list);
  return `[${Array.from(list, (item) => canonicalJson(item ?? null)).join(',')}]`;
}

/** Most objects are made with their keys in order: then nothing is sorted. */
function keysInOrder(value: object): string[] {
  const keys = Object.keys(value);
  const sorted = keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') < key);
  return sorted ? keys : keys.sort();
}

/** Freezes a tree and everything in it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}
