// Turns the texts of one row (value, numerator, denominator, applicable, note) into a reading, or says all that is wrong.
import { decimalText, microOf, roundDivide } from '../decimal.ts';
import type { FigureDef } from '../law/figures.ts';
import { type EngineText, fill, type Lang, type TextKey, textOf } from '../text/catalogue.ts';
import { spokenNumber } from '../text/numbers.ts';
import { type DecimalMark, type NumberScope, readNumber } from './number-text.ts';
import type { Reading } from './reading.ts';
import { checkOf } from './reading-check.ts';

export type ReadingField = 'value' | 'numerator' | 'denominator' | 'applicable';

/** The texts of one row as typed; absent and empty mean the same. */
export interface ReadingTexts {
  readonly value?: string | undefined;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  readonly applicable?: string | undefined;
  readonly note?: string | undefined;
}

export type ReadingProblemCode = Extract<TextKey, `reading.${string}`>;

export interface ReadingProblem {
  readonly code: ReadingProblemCode;
  readonly field: ReadingField;
  readonly vi: string;
  readonly en: string;
  readonly values: Readonly<Record<string, string>>;
}

/** `reading` is null for an empty row and whenever there is a problem. */
export interface ReadingFromText {
  readonly reading: Reading | null;
  readonly problems: readonly ReadingProblem[];
}

export interface ReadingScope {
  /** What a yes/no fact must be, so that `đạt` can be turned into the fact (`measure.expected`). */
  readonly expected: boolean;
  /** Files may give a bare per cent; a screen asks for the two numbers. */
  readonly allowBare: boolean;
  readonly decimal?: DecimalMark | undefined;
}

/** Reads the texts of one figure. */
export function readingFromText(
  figure: FigureDef,
  texts: ReadingTexts,
  scope: ReadingScope,
): ReadingFromText {
  const desk = new Desk(figure, trimmed(texts), scope);
  const reading = desk.read();
  if (reading !== null) desk.check(reading);
  return { reading: desk.problems.length > 0 ? null : reading, problems: desk.problems };
}

/** The problem's sentence in a language or another catalogue. */
export function sayReadingProblem(
  { code, values }: Pick<ReadingProblem, 'code' | 'values'>,
  lang: Lang | EngineText,
): string {
  const text = textOf(lang);
  // what was typed stays as it was typed; what was read is written with the language's marks
  const spoken = Object.entries(values).map(([name, value]) => [
    name,
    name === 'text' ? value : spokenNumber(value, text),
  ]);
  return fill(text[code], Object.fromEntries(spoken));
}

function trimmed(texts: ReadingTexts): Required<{ [K in keyof ReadingTexts]: string }> {
  const clean = (text: string | undefined): string => (text ?? '').normalize('NFC').trim();
  return {
    value: clean(texts.value),
    numerator: clean(texts.numerator),
    denominator: clean(texts.denominator),
    applicable: clean(texts.applicable),
    note: clean(texts.note),
  };
}

const YES = ['1', 'có', 'co', 'yes', 'true'];
const NO = ['0', 'không', 'khong', 'no', 'false'];
const MET = ['đạt', 'dat', 'met'];
const NOT_MET = ['chưa đạt', 'chua dat', 'không đạt', 'khong dat', 'not met'];

/** One row on the desk: reads each field once and collects what is wrong. */
class Desk {
  readonly problems: ReadingProblem[] = [];
  readonly figure: FigureDef;
  readonly texts: ReturnType<typeof trimmed>;
  readonly scope: ReadingScope;

  constructor(figure: FigureDef, texts: ReturnType<typeof trimmed>, scope: ReadingScope) {
    this.figure = figure;
    this.texts = texts;
    this.scope = scope;
  }

  read(): Reading | null {
    const { value, numerator, denominator } = this.texts;
    const empty = value === '' && numerator === '' && denominator === '';
    if (this.saysNotApplicable()) {
      if (!empty) this.say('reading.not-applicable-with-value', 'applicable');
      return this.reading(null, null, false);
    }
    if (empty) return null;
    if (this.figure.kind === 'share' || this.figure.kind === 'ratio') return this.readCounts();
    if (numerator !== '' || denominator !== '') this.say('reading.counts-not-used', 'numerator');
    return this.figure.kind === 'number' ? this.readQuantity() : this.readFact();
  }

  /** What was read must be possible. A total of nothing is read all the same: the verdict says that it has no rate. */
  check(reading: Reading): void {
    const wrong = reading.applicable && this.problems.length === 0 ? checkOf(this.figure)(reading) : null;
    if (wrong === null || wrong.code === 'reading.zero-total') return;
    const text = this.texts[wrong.field];
    const own = wrong.code === 'reading.over-hundred' ? bareRate(text) : text;
    const typed = wrong.values.text === undefined ? {} : { text: own };
    this.say(wrong.code, wrong.field, { ...wrong.values, ...typed });
  }

  private saysNotApplicable(): boolean {
    const word = this.texts.applicable.toLowerCase();
    if (word === '' || YES.includes(word)) return false;
    if (!NO.includes(word))
      this.say('reading.applicable-word', 'applicable', { text: this.texts.applicable });
    return NO.includes(word);
  }

  private readCounts(): Reading | null {
    const { value, numerator, denominator } = this.texts;
    if (numerator === '' && denominator === '') return this.readBare();
    if (numerator === '') this.say('reading.numerator-absent', 'numerator');
    if (denominator === '') this.say('reading.denominator-absent', 'denominator');
    if (numerator === '' || denominator === '') return null;
    const bottom = this.count('denominator');
    const top = this.count('numerator', this.figure.kind === 'share' ? bottom : null);
    if (top === null || bottom === null) return null;
    const possible = compare(top, bottom) <= 0;
    if (value !== '' && possible && this.figure.kind === 'share') this.checkRate(top, bottom);
    return this.reading(top, bottom, true);
  }

  /** A rate beside its counts must be theirs: rounded or cut off, it lies less than one unit of its last digit away. */
  private checkRate(top: string, bottom: string): void {
    const rate = this.number('value', { decimal: this.scope.decimal, most: 100 });
    const [n, d, shown] = [microOf(top), microOf(bottom), rate === null ? null : microOf(rate)];
    if (n === null || d === null || d === 0n || shown === null || rate === null) return;
    const unit = 10n ** BigInt(6 - (rate.split('.')[1] ?? '').length);
    const off = n * 100_000_000n - shown * d;
    if (off >= unit * d || -off >= unit * d) {
      const percent = decimalText(roundDivide(n * 10_000n, d) * 10_000n);
      const values = { value: rate, numerator: top, denominator: bottom, percent };
      this.say('reading.value-and-counts', 'value', values);
    }
  }

  private readBare(): Reading | null {
    const { value } = this.texts;
    if (isResult(value)) {
      this.say('reading.result-for-share', 'value', { text: value });
      return null;
    }
    const rate = this.number('value', { decimal: this.scope.decimal, most: 100 });
    if (rate === null) return null;
    if (this.figure.kind === 'ratio') this.say('reading.denominator-absent', 'denominator');
    else if (!this.scope.allowBare && compare(rate, '100') <= 0)
      this.say('reading.bare-refused', 'value', { text: bareRate(value) });
    return { ...this.reading(rate, null, true), bare: true };
  }

  private readQuantity(): Reading | null {
    const whole = this.figure.decimals === 0;
    const most = this.figure.most ?? undefined;
    const value = this.number('value', { decimal: this.scope.decimal, whole, most });
    if (value === null) return null;
    return this.reading(value, null, true);
  }

  /** 1 and 0 are the fact; đạt and chưa đạt are the result, so where the thing must not exist đạt means 0. */
  private readFact(): Reading | null {
    const { value } = this.texts;
    const word = value.toLowerCase();
    const good = this.figure.kind === 'boolean' ? this.scope.expected : true;
    if (MET.includes(word)) return this.fact(good);
    if (NOT_MET.includes(word)) return this.fact(!good);
    if (YES.includes(word)) return this.fact(true);
    if (NO.includes(word)) return this.fact(false);
    if (/^[\d.,]*[oOlI][\doOlI.,]*$/.test(value)) this.number('value', { whole: true });
    if (this.problems.length === 0) this.say('reading.not-yes-no', 'value', { text: value });
    return null;
  }

  private fact(yes: boolean): Reading {
    return this.reading(yes ? '1' : '0', null, true);
  }

  private count(field: 'numerator' | 'denominator', total: string | null = null): string | null {
    const most = total === null ? undefined : Number(total);
    return this.number(field, { decimal: this.scope.decimal, whole: this.figure.decimals === 0, most });
  }

  /**
   * Reads one field; a bound only chooses between two readings of a text, what exceeds it is judged by the check.
   */
  private number(field: 'value' | 'numerator' | 'denominator', scope: NumberScope): string | null {
    const text = this.texts[field];
    const bounded = readNumber(text, scope);
    const read = 'value' in bounded ? bounded : readNumber(text, { ...scope, most: undefined });
    if ('fault' in read) {
      const fractional = scope.whole === true && 'value' in readNumber(text, { decimal: scope.decimal });
      this.say(fractional ? 'reading.not-whole' : read.fault, field, read.values);
      return null;
    }
    return read.value;
  }

  private reading(numerator: string | null, denominator: string | null, applicable: boolean): Reading {
    const { note } = this.texts;
    return { numerator, denominator, applicable, ...(note === '' ? {} : { note }) };
  }

  private say(
    code: ReadingProblemCode,
    field: ReadingField,
    values: Readonly<Record<string, string>> = {},
  ): void {
    const problem = { code, values };
    const [vi, en] = [sayReadingProblem(problem, 'vi'), sayReadingProblem(problem, 'en')];
    this.problems.push({ code, field, vi, en, values });
  }
}

/** A rate as typed, without the sign that the sentences write behind it. */
function bareRate(typed: string): string {
  return typed.replace(/\s*%$/, '');
}

function isResult(value: string): boolean {
  const word = value.toLowerCase();
  return MET.includes(word) || NOT_MET.includes(word);
}

/** Small enough to compare as it is. */
const COUNT = /^\d{1,14}$/;

/** Sign of a - b for plain decimals. */
function compare(a: string, b: string): number {
  if (COUNT.test(a) && COUNT.test(b)) return Number(a) - Number(b);
  const difference = (microOf(a) ?? 0n) - (microOf(b) ?? 0n);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}
