// One fault of a file of the law, in both languages, with its place.
import { type EngineText, engineText, fill, type Lang, type TextKey } from './text/catalogue.ts';
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

/** Values that each language says in its own words. */
export type SpokenValues = Readonly<Record<Lang, Readonly<Record<string, string>>>>;

/** A problem with its sentence in both languages; values are data and stand as they are, but for those in `spoken`. */
export function setProblem(
  code: ProblemCode,
  file: string,
  path: string,
  values: Readonly<Record<string, string>> = {},
  spoken?: SpokenValues,
): SetProblem {
  const said = (lang: Lang): string =>
    fill(engineText[lang][code], { ...inWords(values, engineText[lang]), ...spoken?.[lang] });
  return Object.freeze({
    code,
    file,
    path,
    vi: said('vi'),
    en: said('en'),
    values: Object.freeze({ ...values }),
  });
}

/** The problem's sentence in a language or in another catalogue. */
export function sayProblem(problem: SetProblem, lang: Lang | EngineText): string {
  if (typeof lang === 'string') return problem[lang];
  return fill(lang[problem.code], inWords(problem.values, lang));
}

/** What a check found: `refused` keeps the set out, `unfinished` loads and stays `unknown`. */
export interface Findings {
  readonly refused: SetProblem[];
  readonly unfinished: SetProblem[];
}

export function noFindings(): Findings {
  return { refused: [], unfinished: [] };
}
