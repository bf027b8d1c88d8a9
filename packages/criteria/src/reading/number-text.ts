// Reads a number as people type it: 1.204, 1204, 1,204, 1204,5. Accepted only where one reading is possible.
import { microOf } from '../decimal.ts';
import type { TextKey } from '../text/catalogue.ts';

/** The mark before decimals in a block of figures, once it is known. */
export type DecimalMark = ',' | '.';

export type NumberFault = Extract<
  TextKey,
  | 'reading.empty'
  | 'reading.letter-for-digit'
  | 'reading.formula'
  | 'reading.not-number'
  | 'reading.ambiguous'
  | 'reading.too-precise'
  | 'reading.too-large'
>;

/** `value` is plain decimal text with a point; a fault names what to say and with which data. */
export type NumberReading =
  | { readonly value: string }
  | { readonly fault: NumberFault; readonly values: Readonly<Record<string, string>> };

/** What narrows the possible readings of one number. */
export interface NumberScope {
  /** The mark of the whole block, once asked or inferred. */
  readonly decimal?: DecimalMark | undefined;
  /** Counted one by one: a reading with decimals is not possible. */
  readonly whole?: boolean | undefined;
  /** Largest possible value (100 for a per cent). */
  readonly most?: number | undefined;
}

const PLAIN_COUNT = /^(?:0|[1-9]\d{0,11})$/;

/** Reads one number. Spaces and no-break spaces between digits, and a trailing per cent sign, are ignored. */
export function readNumber(raw: string, scope: NumberScope = {}): NumberReading {
  // nearly every count of a national sheet: no mark in it, so one reading only
  if (PLAIN_COUNT.test(raw) && (scope.most === undefined || Number(raw) <= scope.most)) return { value: raw };
  const typed = raw.normalize('NFKC').trim();
  const text = typed
    .replace(/\s*%$/, '')
    .replace(/(?<=\d)\s(?=\d{3}(\D|$))/g, '')
    .replace(/^\u2212/, '-');
  if (text === '') return { fault: 'reading.empty', values: {} };
  const odd = oddityOf(text);
  if (odd !== null) return { fault: odd.fault, values: { text: typed, ...odd.values } };
  const possible = candidatesOf(text, scope.decimal);
  const candidates = (scope.whole === true ? wholeOnly(possible, text) : possible).filter(
    (candidate) => scope.most === undefined || Number(candidate) <= scope.most,
  );
  const [first, second] = [...new Set(candidates)];
  if (first === undefined) return { fault: 'reading.not-number', values: { text: typed } };
  if (second !== undefined) return { fault: 'reading.ambiguous', values: { text: typed, first, second } };
  return sized(first, typed);
}

/** Letters that people type for digits. */
const LOOKALIKES = /^[-+\d.,]*([oOlIi])[-+\d.,oOlIi]*$/;

/** What makes a text stand out before it is read at all; what is simply no number has no possible reading. */
function oddityOf(text: string): { fault: NumberFault; values: Readonly<Record<string, string>> } | null {
  if (/^[=@+\t\r]|^-(?!\d)/.test(text)) return { fault: 'reading.formula', values: {} };
  const letter = /\d|^[oO]$/.test(text) ? LOOKALIKES.exec(text)?.[1] : undefined;
  return letter === undefined ? null : { fault: 'reading.letter-for-digit', values: { letter } };
}

/** A number by its decimal mark; the other mark groups thousands. */
const PATTERNS: Readonly<Record<DecimalMark, RegExp>> = {
  ',': /^-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?$/,
  '.': /^-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/,
};

/** Every plain decimal that the text could mean. */
function candidatesOf(text: string, decimal: DecimalMark | undefined): string[] {
  const found: string[] = [];
  for (const mark of [',', '.'] as const) {
    if (decimal !== undefined && decimal !== mark) continue;
    if (PATTERNS[mark].test(text)) found.push(plainOf(text, mark));
  }
  return found;
}

function plainOf(text: string, decimal: DecimalMark): string {
  const [whole = '0', fraction = ''] = text.split(decimal);
  const digits = whole.replace(/[.,]/g, '').replace(/^(-?)0+(?=\d)/, '$1');
  const rest = fraction.replace(/0+$/, '');
  return rest === '' ? digits : `${digits}.${rest}`;
}

/** Of things counted one by one, 2.000 is two thousand: a reading with decimals stands only where no other does. */
function wholeOnly(candidates: readonly string[], text: string): readonly string[] {
  const grouped = candidates.filter((candidate) => candidate.replace('-', '') === text.replace(/[-.,]/g, ''));
  return grouped.length > 0 ? grouped : candidates.filter((candidate) => !candidate.includes('.'));
}

function sized(value: string, typed: string): NumberReading {
  if (microOf(value) !== null) return { value };
  const precise = (value.split('.')[1] ?? '').length > 6;
  return { fault: precise ? 'reading.too-precise' : 'reading.too-large', values: { text: typed } };
}

/** The mark that a block of texts shows by its unmistakable numbers; `conflict` where they disagree, null where none tells. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | 'conflict' | null {
  let found: DecimalMark | null = null;
  for (const text of texts) {
    const mark = markOf(text.normalize('NFKC').trim().replace(/\s*%$/, ''));
    if (mark === null) continue;
    if (found !== null && found !== mark) return 'conflict';
    found = mark;
  }
  return found;
}

/** A text with marks that can be read in one way only tells the mark. */
function markOf(text: string): DecimalMark | null {
  if (!/[.,]/.test(text)) return null;
  const asComma = candidatesOf(text, ',').length > 0;
  const asPoint = candidatesOf(text, '.').length > 0;
  if (asComma === asPoint) return null;
  return asComma ? ',' : '.';
}
