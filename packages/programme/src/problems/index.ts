// One catalogue of problems with stable codes; every fault that reaches a person comes from here.
import { engineText, type Lang, spokenDay, spokenNumber } from '@vungbuoc/criteria';
import { catalogue } from './catalogue.ts';

export type ProblemCode = keyof typeof catalogue;

/** Values that a problem's sentences may name, e.g. {unit: "Nậm Manh"}. */
export type ProblemFacts = Readonly<Record<string, string | number>>;

/** One fault: a stable code, where it is (`readings/3/numerator`, `Sheet1!C7`), and the facts of its sentences. */
export interface Problem {
  readonly code: ProblemCode;
  readonly path?: string;
  readonly facts?: ProblemFacts;
}

/** A fault with its sentences made, as it travels (RFC 9457 member `errors`). */
export interface SpokenProblem {
  readonly code: string;
  readonly path: string | null;
  readonly vi: string;
  readonly en: string;
}

/** The sentences of a problem in both languages: what is wrong and what to do next. */
export function speak(problem: Problem): SpokenProblem {
  const entry = catalogue[problem.code];
  const facts = problem.facts ?? {};
  return {
    code: problem.code,
    path: problem.path ?? null,
    vi: fill(entry.vi, spokenFacts(facts, 'vi')),
    en: fill(entry.en, spokenFacts(facts, 'en')),
  };
}

/** HTTP status of a problem code. */
export function statusOf(code: ProblemCode): number {
  return catalogue[code].status;
}

/** Facts as people write them: counts with the language's marks, days as day/month/year. Others are words or codes. */
function spokenFacts(facts: ProblemFacts, lang: Lang): ProblemFacts {
  const spoken = Object.entries(facts).map(([name, fact]) => {
    if (name === 'numerator' || name === 'denominator')
      return [name, spokenNumber(String(fact), engineText[lang])];
    return [name, name === 'date' ? spokenDay(String(fact)) : fact];
  });
  return Object.fromEntries(spoken);
}

function fill(template: string, facts: ProblemFacts): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/** Thrown to leave a command or a read with one or more problems; carries all of them at once. */
export class ProblemError extends Error {
  readonly problems: readonly [Problem, ...Problem[]];

  constructor(problems: readonly [Problem, ...Problem[]], options?: ErrorOptions) {
    super(problems.map((problem) => speak(problem).en).join('\n'), options);
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

/** Leaves with one problem. */
export function refuse(code: ProblemCode, facts?: ProblemFacts, path?: string): never {
  throw new ProblemError([{ code, ...(facts ? { facts } : {}), ...(path ? { path } : {}) }]);
}
