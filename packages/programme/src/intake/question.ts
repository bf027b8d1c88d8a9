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

/** Makes a question. `{names}` in its sentence are filled from `facts`. */
export function makeQuestion(
  id: string,
  kind: QuestionKind,
  sheet: string,
  facts: Readonly<Record<string, string | number>>,
  candidates: readonly Candidate[],
  extra: { proposed?: string | null; anyUnit?: boolean; cells?: readonly string[] } = {},
): Question {
  const text = questionTexts[kind];
  const cells = extra.cells ?? [];
  return {
    id,
    kind,
    sheet,
    vi: fill(text.vi, facts),
    en: fill(text.en, facts),
    candidates,
    proposed: extra.proposed ?? null,
    anyUnit: extra.anyUnit ?? false,
    cells: cells.slice(0, listedCells),
    cellCount: cells.length,
  };
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
