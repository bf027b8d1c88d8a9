// One fault of a file of the law, in both languages, with its place.
import { type EngineText, engineText, fill, type Lang, type TextKey, textOf } from './text/catalogue.ts';
import { inWords } from './text/words.ts';

/** `code` is stable (`set.key-absent`); `path` is as an official reads it (`17 > 17.1 > TDMNPB`). */
export interface SetProblem {
  readonly code: ProblemCode;
  readonly file: string;
  readonly path: string;
  readonly vi: string;
  readonly en: string;
  /** What the sentences name, so that another catalogue can say them. */
  readonly values: Readonly<Record<string, string>>;
}

/** Codes of faults: those keys of the catalogue that speak of one. */
export type ProblemCode = Extract<TextKey, `set.${string}` | `overlay.${string}` | `figures.${string}`>;

/** A problem with its sentence in both languages; values are data and stand as they are. */
export function setProblem(
  code: ProblemCode,
  file: string,
  path: string,
  values: Readonly<Record<string, string>> = {},
): SetProblem {
  return Object.freeze({
    code,
    file,
    path,
    vi: fill(engineText.vi[code], inWords(values, engineText.vi)),
    en: fill(engineText.en[code], inWords(values, engineText.en)),
    values: Object.freeze({ ...values }),
  });
}

/** The problem's sentence in a language or in another catalogue. */
export function sayProblem(problem: SetProblem, lang: Lang | EngineText): string {
  const text = textOf(lang);
  return fill(text[problem.code], inWords(problem.values, text));
}

/** What a check found: `refused` keeps the set out, `unfinished` loads and stays `unknown`. */
export interface Findings {
  readonly refused: SetProblem[];
  readonly unfinished: SetProblem[];
}

export function noFindings(): Findings {
  return { refused: [], unfinished: [] };
}
