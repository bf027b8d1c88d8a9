// "Xã Lê Lợi" is kind and name: lists are read apart here, and papers and screens put the two together again.
import { toneKey } from '../names/fold.ts';
import type { UnitKind } from './schema.ts';

/** A name as kept: without its kind, unless it could not stand alone ("Phường 5", "Quận Ba Đình"). */
export interface KindName {
  readonly kind: UnitKind;
  readonly name: string;
}

/** The level of a unit, told by the length of its code: `00` is the nation. */
export type UnitLevel = 'nation' | 'province' | 'district' | 'commune';

const WORDS: readonly (readonly [word: string, kind: UnitKind])[] = [
  ['Đặc khu', 'special-zone'],
  ['Thị trấn', 'township'],
  ['Thành phố', 'city'],
  ['Phường', 'ward'],
  ['Huyện', 'district'],
  ['Tỉnh', 'province'],
  ['Xã', 'commune'],
];

/** Kinds of districts that the house has no word of its own for: the word stays in the name. */
const DISTRICT_WORDS = ['Quận', 'Thị xã'];

/** Reads "Xã Lê Lợi" as the lists write it, in NFC. Null when it begins with no word of a kind. */
export function readFullName(text: string): KindName | null {
  const full = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (DISTRICT_WORDS.some((word) => begins(full, word))) return { kind: 'district', name: full };
  const found = WORDS.find(([word]) => begins(full, word));
  if (!found) return null;
  const [word, kind] = found;
  const bare = full.slice(word.length + 1);
  return { kind, name: /^\d+$/.test(bare) ? full : bare };
}

/** "Xã Lê Lợi", as decrees and papers write it; the nation is its name alone. */
export function fullName(unit: KindName): string {
  const word = WORDS.find(([, kind]) => kind === unit.kind)?.[0];
  if (word === undefined || begins(unit.name, word)) return unit.name;
  return DISTRICT_WORDS.some((other) => begins(unit.name, other)) ? unit.name : `${word} ${unit.name}`;
}

/** The same place name, where only case or the letter that carries the tone differs ("Hòa", "Hoà"). */
export function sameSpelling(one: string, other: string): boolean {
  return toneKey(one) === toneKey(other);
}

export function levelOf(code: string): UnitLevel {
  if (code === '00') return 'nation';
  return code.length === 2 ? 'province' : code.length === 3 ? 'district' : 'commune';
}

function begins(full: string, word: string): boolean {
  return full.toLowerCase().startsWith(`${word.toLowerCase()} `);
}
