// Reads a value of unknown shape key by key and writes down each fault with its place, instead of failing at the first.
import { type Findings, type ProblemCode, setProblem } from '../problem.ts';

/** Longest text that a set may hold in one place. */
const MAX_TEXT = 4_000;

/** One object of a file while it is being read. Fallbacks after a fault are neutral; a refused set is never used. */
export class DocumentNode {
  readonly file: string;
  readonly path: readonly string[];
  readonly findings: Findings;
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(value: unknown, file: string, path: readonly string[], findings: Findings) {
    this.file = file;
    this.path = path;
    this.findings = findings;
    this.fields = isRecord(value) ? value : {};
    if (!isRecord(value)) this.refuse('set.wrong-type', { key: path.at(-1) ?? file, wanted: '{ ... }' });
  }

  /** Writes down a fault of this object, or of something under it. */
  refuse(code: ProblemCode, values: Readonly<Record<string, string>> = {}, ...under: string[]): void {
    this.findings.refused.push(setProblem(code, this.file, this.placeOf(under), values));
  }

  placeOf(under: readonly string[] = []): string {
    return [...this.path, ...under].join(' > ');
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
      if (!keys.includes(key)) this.refuse('set.key-unknown', { key });
    }
  }

  text(key: string): string {
    if (!this.given(key, '"..."')) return '';
    return this.textOrNull(key) ?? '';
  }

  /** Null where the key is absent or null. */
  textOrNull(key: string): string | null {
    const value = this.raw(key);
    if (value === null) return null;
    if (typeof value !== 'string' || value.trim() === '' || value.length > MAX_TEXT) {
      return this.wrong(key, '"..."', null);
    }
    return value.normalize('NFC');
  }

  /** A calendar day `YYYY-MM-DD`. */
  day(key: string): string {
    const value = this.text(key);
    return value === '' || isDay(value) ? value : this.wrong(key, 'YYYY-MM-DD', '');
  }

  integer(key: string, least: number, most: number): number {
    if (!this.given(key, `${least} ... ${most}`)) return least;
    return this.integerOrNull(key, least, most) ?? least;
  }

  integerOrNull(key: string, least: number, most: number): number | null {
    const value = this.raw(key);
    if (value === null) return null;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
      return this.wrong(key, `${least} ... ${most}`, null);
    }
    return value;
  }

  /** False where the key is absent. */
  flag(key: string): boolean {
    const value = this.has(key) ? this.fields[key] : false;
    return typeof value === 'boolean' ? value : this.wrong(key, 'true, false', false);
  }

  choice<T extends string>(key: string, choices: readonly T[]): T {
    const [first] = choices;
    if (first === undefined) throw new RangeError(`no choices for ${key}`);
    if (!this.present(key)) return first;
    const value = this.raw(key);
    return choices.find((choice) => choice === value) ?? this.wrong(key, choices.join(', '), first);
  }

  /** The objects of a list; `label` gives each its name in the place. */
  list(
    key: string,
    label: (item: Readonly<Record<string, unknown>>, index: number) => string,
  ): DocumentNode[] {
    if (!this.present(key)) return [];
    const value = this.raw(key);
    if (!Array.isArray(value)) return this.wrong(key, '[ ... ]', []);
    return value.map((item: unknown, index) => {
      const name = isRecord(item) ? label(item, index) : `${key}[${index}]`;
      return new DocumentNode(item, this.file, [...this.path, name], this.findings);
    });
  }

  texts(key: string): string[] {
    const value = this.has(key) ? this.fields[key] : [];
    if (!Array.isArray(value)) return this.wrong(key, '[ "..." ]', []);
    const texts = value.filter((item): item is string => typeof item === 'string');
    return texts.length === value.length ? texts : this.wrong(key, '[ "..." ]', []);
  }

  /** The object under a key; an absent one is a fault. */
  child(key: string): DocumentNode {
    this.present(key);
    return new DocumentNode(this.raw(key) ?? {}, this.file, [...this.path, key], this.findings);
  }

  childOrNull(key: string): DocumentNode | null {
    return this.raw(key) === null ? null : this.child(key);
  }

  private present(key: string): boolean {
    if (!this.has(key)) this.refuse('set.key-absent', { key });
    return this.has(key);
  }

  /** Present and not null. */
  private given(key: string, wanted: string): boolean {
    return this.present(key) && (this.fields[key] !== null || this.wrong(key, wanted, false));
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

/** Names a list's item by its code where it has one. */
export function byCode(item: Readonly<Record<string, unknown>>, index: number): string {
  return typeof item.code === 'string' ? item.code : `[${index}]`;
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
