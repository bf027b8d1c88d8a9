// How a command of the command line is declared: options, help in both languages, and what it needs.
import type { ParseArgsOptionsConfig } from 'node:util';
import type { House } from '../container.ts';

export type Lang = 'vi' | 'en';

/** An option as `node:util` parseArgs wants it, with its help. */
export interface CliOption {
  readonly type: 'string' | 'boolean';
  readonly vi: string;
  readonly en: string;
  /** What stands in its place in the usage line, e.g. `FILE`. */
  readonly value?: string;
  /** The command cannot be run without it. */
  readonly must?: true;
}

export interface CliRun {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Words after the command's name. */
  readonly words: readonly string[];
  readonly lang: Lang;
  readonly json: boolean;
  /** Writes the answer to standard output; nothing else goes there. */
  readonly print: (text: string) => void;
  /** Progress and notes, to standard error. */
  readonly note: (vi: string, en: string) => void;
  /** Opens the database on first call; closed by the frame. */
  readonly house: () => Promise<House>;
  readonly env: NodeJS.ProcessEnv;
}

export interface CliCommand {
  /** One or two words: `board`, `units import`. */
  readonly name: string;
  /** Words it takes after its name, e.g. `CODE[@DATE]`. */
  readonly takes?: string;
  readonly summary: { readonly vi: string; readonly en: string };
  readonly options: Readonly<Record<string, CliOption>>;
  /** May be a person's first: an absent database is made and filled for it. All others say that there is no data. */
  readonly mayBeFirst?: true;
  /** Answers the exit code: 0 done (also where criteria are not met), 2 bad input. */
  readonly run: (run: CliRun) => Promise<number>;
}

/** Options of every command. */
export const COMMON_OPTIONS: Readonly<Record<string, CliOption>> = {
  json: { type: 'boolean', vi: 'In kết quả dạng JSON', en: 'Print the answer as JSON' },
  lang: { type: 'string', value: 'vi|en', vi: 'Ngôn ngữ', en: 'Language' },
  help: { type: 'boolean', vi: 'Hướng dẫn', en: 'Help' },
};

export function parseOptionsOf(command: CliCommand): ParseArgsOptionsConfig {
  const all = { ...COMMON_OPTIONS, ...command.options };
  return Object.fromEntries(Object.entries(all).map(([name, { type }]) => [name, { type }]));
}

/** Bad words on the command line: exit 2 with a sentence in both languages. */
export class UsageProblem extends Error {
  readonly vi: string;
  readonly en: string;
  constructor(vi: string, en: string) {
    super(en);
    this.name = 'UsageProblem';
    this.vi = vi;
    this.en = en;
  }
}

/** The text of an option that must be there. @throws UsageProblem */
export function required(run: CliRun, name: string): string {
  const value = run.options[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new UsageProblem(`Thiếu --${name}.`, `--${name} is missing.`);
}

/** Refuses a command line that lacks an option it must have, and names all that are missing. @throws UsageProblem */
export function refuseMissing({ options }: CliCommand, given: CliRun['options']): void {
  const names = Object.keys(options).filter((name) => options[name]?.must === true && !given[name]);
  if (names.length === 0) return;
  const missing = names.map((name) => `--${name}`).join(', ');
  throw new UsageProblem(`Thiếu ${missing}.`, `${missing} ${names.length === 1 ? 'is' : 'are'} missing.`);
}

/** The text of an option, or undefined. */
export function optional(run: CliRun, name: string): string | undefined {
  const value = run.options[name];
  return typeof value === 'string' ? value : undefined;
}
