// Reads a value of unknown shape key by key and writes down each fault with its place, instead of failing at the first.

import { isCode, oddLetters, visibleCode } from '../law/code.ts';
import { type ProblemCode, setProblem } from '../problem.ts';
import type { Notes } from './notes.ts';

/** Longest text that a set may hold in one place. */
const MAX_TEXT = 4_000;

/** Where an object stands in its file. */
interface NodePlace {
  readonly file: string;
  /** Codes that lead to it, as an official reads them: criterion, indicator, year, column, part. */
  readonly path: readonly string[];
  /** Entries of the file between the last code and it (`measure`), named in front of its keys. */
  readonly inside: readonly string[];
  /** What it is called itself where it is no object. */
  readonly name: string;
  /** Its own fault is written down already: whatever is missing in it has that one cause. */
  readonly silent: boolean;
}

type Values = Readonly<Record<string, string>>;

/** One object of a file while it is being read. Fallbacks after a fault are neutral; a refused set is never used. */
export class DocumentNode {
  readonly place: NodePlace;
  readonly notes: Notes;
  readonly fields: Readonly<Record<string, unknown>>;
  private readonly silent: boolean;

  constructor(value: unknown, place: NodePlace, notes: Notes) {
    this.place = place;
    this.notes = notes;
    this.fields = isRecord(value) ? value : {};
    this.silent = place.silent || !isRecord(value);
    if (this.silent && !place.silent) this.write('set.wrong-type', { key: place.name, wanted: 'object' }, []);
  }

  /** The whole file; `path` is a criterion's code where it has a file of its own. */
  static ofFile(value: unknown, file: string, notes: Notes, path: readonly string[] = []): DocumentNode {
    return new DocumentNode(value, { file, path, inside: [], name: file, silent: false }, notes);
  }

  /** Writes down a fault of this object, or of something under it. */
  refuse(code: ProblemCode, values: Values = {}, ...under: string[]): void {
    const named = values.key === undefined ? values : { ...values, key: this.nameOf(values.key) };
    if (!this.silent) this.write(code, named, under);
  }

  /** Reads a part of the set; `mark` gets what came of it if that wrote down any fault. */
  watch<T>(read: () => T, mark: (value: T) => void): T {
    const before = this.notes.refused.length;
    const value = read();
    if (this.silent || this.notes.refused.length > before) mark(value);
    return value;
  }

  /** Reads an entry of the head; after a fault the check says nothing more about it. */
  watchKey<T>(key: string, read: () => T): T {
    return this.watch(read, () => void this.notes.doubts.keys.add(key));
  }

  /** Reads a criterion, an indicator or a cell; after a fault the check says nothing more about it. */
  watchPart<T extends object>(read: () => T): T {
    return this.watch(read, (part) => void this.notes.doubts.parts.add(part));
  }

  has(key: string): boolean {
    return Object.hasOwn(this.fields, key);
  }

  /** The raw value of a key; null where it is absent. */
  raw(key: string): unknown {
    return this.has(key) ? this.fields[key] : null;
  }

  /** Refuses keys that the format does not know: a misspelt key would be lost without a word. */
  allowOnly(...keys: readonly string[]): void {
    for (const key of Object.keys(this.fields)) {
      if (!keys.includes(key)) this.refuse('set.key-unknown', { key: visibleCode(key) });
    }
  }

  text(key: string): string {
    if (!this.given(key, 'text')) return '';
    return this.textOrNull(key) ?? '';
  }

  /** Null where the key is absent or null. */
  textOrNull(key: string): string | null {
    const value = this.raw(key);
    if (value === null) return null;
    if (typeof value !== 'string' || value.trim() === '' || value.length > MAX_TEXT) {
      return this.wrong(key, 'text', null);
    }
    return value.normalize('NFC');
  }

  /** A code by which people, files and command lines name a thing. */
  code(key = 'code'): string {
    const code = this.text(key);
    if (code !== '' && !isCode(code)) {
      const letters = oddLetters(code);
      const values = { code: visibleCode(code), letters };
      this.refuse(letters === '' ? 'set.code-form' : 'set.code-letters', values);
    }
    return code;
  }

  /** A calendar day `YYYY-MM-DD`. */
  day(key: string): string {
    const value = this.text(key);
    return value === '' || isDay(value) ? value : this.wrong(key, 'day', '');
  }

  integer(key: string, least: number, most: number): number {
    if (!this.present(key)) return least;
    if (this.fields[key] === null) return this.wrongSize(key, least, most, least);
    return this.integerOrNull(key, least, most) ?? least;
  }

  integerOrNull(key: string, least: number, most: number): number | null {
    const value = this.raw(key);
    if (value === null) return null;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
      return this.wrongSize(key, least, most, null);
    }
    return value;
  }

  /** False where the key is absent. */
  flag(key: string): boolean {
    const value = this.has(key) ? this.fields[key] : false;
    return typeof value === 'boolean' ? value : this.wrong(key, 'flag', false);
  }

  choice<T extends string>(key: string, choices: readonly T[]): T {
    const [first] = choices;
    if (first === undefined) throw new RangeError(`no choices for ${key}`);
    if (!this.present(key)) return first;
    const value = this.raw(key);
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) this.refuse('set.not-a-choice', { key, choices: choices.join(', ') });
    return chosen ?? first;
  }

  /** The objects of a list, each named by its code; `codeKey` is where that stands. */
  list(key: string, codeKey = 'code'): DocumentNode[] {
    if (!this.present(key)) return [];
    const value = this.raw(key);
    if (!Array.isArray(value)) return this.wrong(key, 'list', []);
    const { file, path } = this.place;
    return value.map((item: unknown, index) => {
      const code = isRecord(item) && Object.hasOwn(item, codeKey) ? item[codeKey] : null;
      const named = typeof code === 'string' && code !== '';
      const label = named ? visibleCode(code) : `#${index + 1}`;
      const inside = named ? [] : [this.nameOf(key)];
      const place = { file, path: [...path, label], inside, name: this.nameOf(key), silent: this.silent };
      return new DocumentNode(item, place, this.notes);
    });
  }

  texts(key: string): string[] {
    const value = this.has(key) ? this.fields[key] : [];
    if (!Array.isArray(value)) return this.wrong(key, 'texts', []);
    const texts = value.filter((item): item is string => typeof item === 'string');
    return texts.length === value.length ? texts : this.wrong(key, 'texts', []);
  }

  /** The object under a key; an absent one is a fault. */
  child(key: string): DocumentNode {
    return this.open(key, { inside: [...this.place.inside, key] });
  }

  childOrNull(key: string): DocumentNode | null {
    return this.raw(key) === null ? null : this.child(key);
  }

  /** The object under a key that only holds the table together and is not named to people. */
  under(key: string): DocumentNode {
    return this.open(key, {});
  }

  /** The object under a year, a column or a part, which is its place for people; the main part has no name. */
  at(key: string, label: string): DocumentNode {
    return this.open(key, { path: label === '' ? this.place.path : [...this.place.path, label], inside: [] });
  }

  private open(key: string, own: Partial<NodePlace>): DocumentNode {
    const silent = this.silent || !this.present(key);
    const name = this.nameOf(key === '' ? '""' : visibleCode(key));
    return new DocumentNode(this.raw(key), { ...this.place, ...own, name, silent }, this.notes);
  }

  private nameOf(key: string): string {
    return [...this.place.inside, key].join(' > ');
  }

  private write(code: ProblemCode, values: Values, under: readonly string[]): void {
    const { file, path } = this.place;
    const place = [...path, ...under.filter((step) => step !== '').map(visibleCode)];
    this.notes.refused.push(setProblem(code, file, place.join(' > '), values));
  }

  private present(key: string): boolean {
    if (!this.has(key)) this.refuse('set.key-absent', { key });
    return this.has(key);
  }

  /** Present and not null. */
  private given(key: string, wanted: string): boolean {
    return this.present(key) && (this.fields[key] !== null || this.wrong(key, wanted, false));
  }

  private wrongSize<T>(key: string, least: number, most: number, fallback: T): T {
    this.refuse('set.wrong-size', { key, least: String(least), most: String(most) });
    return fallback;
  }

  private wrong<T>(key: string, wanted: string, fallback: T): T {
    this.refuse('set.wrong-type', { key, wanted });
    return fallback;
  }
}

/** A plain object, not a list and not null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day that exists. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const most = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= most;
}
