// What the sheet itself does not decide is asked, with the possible answers. Sentences come from the catalogue.
import { type QuestionKind, questionTexts, type ValueKind, valueTexts } from './question-texts.ts';

/** One possible answer. `value` is what goes into the mapping. */
export interface Candidate {
  readonly value: string;
  readonly vi: string;
  readonly en: string;
}

/** A question to the person. It is open until the mapping holds a decision under its `id`. */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly sheet: string;
  readonly vi: string;
  readonly en: string;
  readonly candidates: readonly Candidate[];
  /** The answer that the program would offer first; never taken by itself. */
  readonly proposed: string | null;
  /** Any unit of the round may be the answer, not only those among the candidates. */
  readonly anyUnit: boolean;
  /** The first cells it is about (A1), and how many there are. */
  readonly cells: readonly string[];
  readonly cellCount: number;
}

/** Cells listed with a question. */
const listedCells = 60;

/** The sheet that is asked about. `across`: its communes are columns, so what is said of lines is said of columns. */
export interface AskedOf {
  readonly sheet: string;
  readonly across: boolean;
}

/** Makes a question. `{names}` in its sentence are filled from `facts`. */
export function makeQuestion(
  id: string,
  kind: QuestionKind,
  { sheet, across }: AskedOf,
  facts: Readonly<Record<string, string | number>>,
  candidates: readonly Candidate[],
  extra: { proposed?: string | null; anyUnit?: boolean; cells?: readonly string[] } = {},
): Question {
  const text = across ? turned(questionTexts[kind]) : questionTexts[kind];
  const cells = extra.cells ?? [];
  return {
    id,
    kind,
    sheet,
    vi: fill(text.vi, facts),
    en: fill(text.en, facts),
    candidates: across ? candidates.map(turnedCandidate) : candidates,
    proposed: extra.proposed ?? null,
    anyUnit: extra.anyUnit ?? false,
    cells: cells.slice(0, listedCells),
    cellCount: cells.length,
  };
}

const turnedWords: Readonly<Record<string, string>> = {
  cột: 'dòng',
  dòng: 'cột',
  Cột: 'Dòng',
  Dòng: 'Cột',
  column: 'line',
  line: 'column',
  Line: 'Column',
};

/** Columns for lines and lines for columns; the names of facts in braces stay. */
function turned({ vi, en }: { readonly vi: string; readonly en: string }): { vi: string; en: string } {
  const turn = (text: string) =>
    text.replace(
      /(?<![\p{L}{])(cột|dòng|column|line)(?=s?(?![\p{L}}]))/giu,
      (word) => turnedWords[word] ?? word,
    );
  return { vi: turn(vi), en: turn(en) };
}

/** Only words of the catalogue are turned; what an answer cites from the sheet stays as it is there. */
function turnedCandidate(one: Candidate): Candidate {
  const own = Object.entries(valueTexts).find(([value]) => value === one.value)?.[1];
  return own?.vi === one.vi ? { ...one, ...turned(one) } : one;
}

/** An answer whose words are in the catalogue. */
export function candidate(
  value: ValueKind,
  facts: Readonly<Record<string, string | number>> = {},
): Candidate {
  const text = valueTexts[value];
  return { value, vi: fill(text.vi, facts), en: fill(text.en, facts) };
}

/** An answer that carries its own words, such as a unit, a sheet or a criterion. */
export function namedCandidate(value: string, words: string): Candidate {
  return { value, vi: words, en: words };
}

/** Fills `{names}` of a sentence. */
export function fill(text: string, facts: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
