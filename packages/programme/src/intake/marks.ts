// What offices write into a cell for a result, and which of it has only one meaning.
import type { IntakeCell } from './grid.ts';

/** The result that a mark stands for; `unknown` is not taken over. */
export type Verdict = 'met' | 'notMet' | 'coBanDat' | 'notApplicable' | 'unknown';

/** All of them, in the order in which they are offered. */
export const verdicts: readonly Verdict[] = ['met', 'notMet', 'coBanDat', 'notApplicable', 'unknown'];

/** The verdict that an answer names; `unknown` where it names none, for nothing is met that nobody said. */
export function verdictNamed(answer: string | null): Verdict {
  return verdicts.find((verdict) => verdict === answer) ?? 'unknown';
}

/** A mark as it is told apart: its text, and its colour or strike where the sheet uses them. */
export interface Mark {
  /** Unique among the marks of a sheet: `x`, `(trống)`, `x #FFFF00`, `x ~`. */
  readonly key: string;
  readonly text: string;
  readonly fill: string | null;
  readonly struck: boolean;
}

/** What a mark usually means: `sure` when no office uses it otherwise, `verdict` null for a sign used both ways. */
export interface Usual {
  readonly verdict: Verdict | null;
  readonly sure: boolean;
}

/** How the empty cell is named in a mapping. */
export const emptyMark = '(trống)';

const certain: Readonly<Record<string, Verdict>> = {
  đ: 'met',
  đạt: 'met',
  'đạt chuẩn': 'met',
  'đã đạt': 'met',
  '✓': 'met',
  '✔': 'met',
  '☑': 'met',
  cđ: 'notMet',
  'c.đ': 'notMet',
  'chưa đạt': 'notMet',
  kđ: 'notMet',
  'k.đ': 'notMet',
  'không đạt': 'notMet',
  'ko đạt': 'notMet',
  'chưa đ': 'notMet',
  'không đ': 'notMet',
  cbđ: 'coBanDat',
  'cb đạt': 'coBanDat',
  'cơ bản đạt': 'coBanDat',
  'cơ bản': 'coBanDat',
  'không áp dụng': 'notApplicable',
  'không xét': 'notApplicable',
  kad: 'notApplicable',
};

/** Marks with more than one meaning in practice, and the one to offer first. */
const likely: Readonly<Record<string, Verdict>> = {
  x: 'met',
  v: 'met',
  '√': 'met',
  '+': 'met',
  '1': 'met',
  d: 'met',
  dat: 'met',
  có: 'met',
  true: 'met',
  '0': 'notMet',
  o: 'notMet',
  k: 'notMet',
  kd: 'notMet',
  cd: 'notMet',
  c: 'notMet',
  'chua dat': 'notMet',
  'khong dat': 'notMet',
  không: 'notMet',
  chưa: 'notMet',
  false: 'notMet',
  '✗': 'notMet',
  '✘': 'notMet',
  cbd: 'coBanDat',
  '-': 'notApplicable',
  '–': 'notApplicable',
  '': 'notMet',
};

/** The sign of multiplication: some offices' x for met, others' cross for not met. */
const twofold = new Set(['×', '╳', '⨯']);

/** Written without tone marks, these words have one meaning all the same. */
const plainWords: Readonly<Record<string, Verdict>> = {
  dat: 'met',
  'da dat': 'met',
  'dat chuan': 'met',
  'chua dat': 'notMet',
  'khong dat': 'notMet',
  'co ban dat': 'coBanDat',
};

/** Signs that may say "not met" when the totals show that they do not count; an empty cell or a dash may also be unknown. */
const saysNotMet = new Set(['x', '0', 'k', 'kd', 'cd', 'c', '✗', '✘', '×', '╳', '⨯', 'không']);

/** The usual meaning of a mark's text, or null for a text that is no mark. */
export function usualMeaning(text: string): Usual | null {
  const begin = remarked.exec(text)?.[1];
  if (begin !== undefined) {
    const usual = usualMeaning(begin);
    return usual === null ? null : { verdict: usual.verdict, sure: false };
  }
  const key = plain(text);
  const sure = certain[key] ?? plainWords[key];
  if (sure !== undefined) return { verdict: sure, sure: true };
  if (twofold.has(key)) return { verdict: null, sure: false };
  const guess = likely[key];
  return guess === undefined ? null : { verdict: guess, sure: false };
}

/** Whether a mark that is shown not to count can only mean "not met". */
export function isNegativeSign(text: string): boolean {
  return saysNotMet.has(plain(text));
}

/** Whether a text only points at something: in a list of what is not met it says "not met". */
export function isPointing(text: string): boolean {
  return isTick(text) && !/^đ/iu.test(text.trim());
}

/** Whether a text is a tick of any kind, as set under a heading "Đạt" or "Chưa đạt". */
export function isTick(text: string): boolean {
  return ['x', 'v', '√', '+', '1', 'đ', 'd', 'đạt', '✓', '✔', '☑', 'có', 'true', '*', '•', '●'].includes(
    plain(text),
  );
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.;,]+$/, '')
    .trim();
}

/**
 * "Đạt (85%)", "x (thiếu 2 nhà văn hóa)": a mark with something said behind it. Notes of figures alone are one mark, `Đạt (…)`;
 * each note in words is a mark of its own, for it may change what is meant.
 */
const remarked = /^(đạt|đ|chưa đạt|cđ|không đạt|kđ|cbđ|cơ bản đạt|x|v|✓)\s*[([:,;–-]\s*\S.*$/iu;

/** A note of more than figures: a year, a per cent and a count of criteria are figures. */
function saysWords(note: string): boolean {
  return /\p{L}/u.test(note.replace(/năm|tc|tiêu chí/giu, ''));
}

/** The mark in a cell. `useFill` tells whether colour is part of a mark in this sheet. */
export function markOf(cell: IntakeCell, useFill: boolean): Mark {
  const written = cell.text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const begin = remarked.exec(written)?.[1];
  const text = begin === undefined || saysWords(written.slice(begin.length)) ? written : `${begin} (…)`;
  const fill = useFill ? (cell.fill ?? null) : null;
  const struck = cell.struck === true;
  const shown = text === '' ? emptyMark : text;
  return { key: `${shown}${fill === null ? '' : ` #${fill}`}${struck ? ' ~' : ''}`, text, fill, struck };
}
