// The frame of every command: finds it, reads its options, runs it, and turns what it throws into words and an exit code.
import { ProblemError, speak } from '@vungbuoc/programme/problems';
import { SettingProblem } from '../config.ts';
import { ClusterProblem, type House } from '../container.ts';
import { ArchiveProblem } from '../ops/archive-problem.ts';
import { type CliCommand, type CliRun, type Lang, refuseMissing, UsageProblem } from './command.ts';
import { commands } from './commands.ts';
import { helpOf, helpOfAll } from './help.ts';
import { readOptions } from './read-options.ts';

/** What a command line touches: the process's own streams, or a test's. */
export interface Surroundings {
  /** Standard output: answers only. */
  readonly out: (text: string) => void;
  /** Standard error: progress, notes, problems. */
  readonly err: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  /** Opens the database, making and filling an absent one only where `mayMake`; called once at most, and closed by the frame. */
  readonly openHouse: (lang: Lang, mayMake: boolean) => Promise<House>;
}

const OK = 0;
const FAULT = 1;
const BAD_INPUT = 2;

/** Runs one command and answers its exit code: 0 done, 1 a fault of ours, 2 bad input. Never throws. */
export async function runCommandLine(argv: readonly string[], around: Surroundings): Promise<number> {
  const lang = langOf(argv);
  const command = findCommand(argv);
  if (!command) {
    const asked = argv.length === 0 || argv.includes('--help') || argv[0] === 'help';
    (asked ? around.out : around.err)(helpOfAll(commands, lang));
    return asked ? OK : BAD_INPUT;
  }
  if (argv.includes('--help')) {
    around.out(helpOf(command, lang));
    return OK;
  }
  const keeper = keepHouse(() => around.openHouse(lang, command.mayBeFirst === true));
  try {
    return await command.run(runOf(command, argv, lang, around, keeper.open));
  } catch (error) {
    return complain(error, argv.includes('--json'), lang, around.err);
  } finally {
    await keeper.close();
  }
}

function findCommand(argv: readonly string[]): CliCommand | undefined {
  const two = `${argv[0]} ${argv[1]}`;
  return (
    commands.find((command) => command.name === two) ?? commands.find((command) => command.name === argv[0])
  );
}

function langOf(argv: readonly string[]): Lang {
  const at = argv.indexOf('--lang');
  return argv.includes('--lang=en') || (at >= 0 && argv[at + 1] === 'en') ? 'en' : 'vi';
}

function runOf(
  command: CliCommand,
  argv: readonly string[],
  lang: Lang,
  { out, err, env }: Surroundings,
  house: () => Promise<House>,
): CliRun {
  const args = argv.slice(command.name.split(' ').length);
  const { values, positionals } = readOptions(command, args);
  refuseMissing(command, values);
  return {
    options: values,
    words: positionals,
    lang,
    json: values.json === true,
    print: (text) => out(text.endsWith('\n') ? text : `${text}\n`),
    note: (vi, en) => err(`${lang === 'vi' ? vi : en}\n`),
    house,
    env,
  };
}

/** Opens the house once, when a command first needs it. */
function keepHouse(openHouse: () => Promise<House>) {
  let opened: Promise<House> | null = null;
  return {
    open(): Promise<House> {
      opened ??= openHouse();
      return opened;
    },
    async close(): Promise<void> {
      const house = await opened?.catch(() => null);
      await house?.close();
    },
  };
}

function complain(error: unknown, json: boolean, lang: Lang, err: (text: string) => void): number {
  if (error instanceof ProblemError) {
    const problems = error.problems.map(speak);
    const lines = problems.map((problem) => `${problem.path ? `${problem.path}: ` : ''}${problem[lang]}`);
    // standard output holds only an answer, and this is none
    err(json ? `${JSON.stringify({ problems })}\n` : `${lines.join('\n')}\n`);
    return BAD_INPUT;
  }
  if (error instanceof UsageProblem) {
    const problem = { code: 'command-line.wrong', path: null, vi: error.vi, en: error.en };
    err(json ? `${JSON.stringify({ problems: [problem] })}\n` : `${error[lang]}\n`);
    return BAD_INPUT;
  }
  if (error instanceof ArchiveProblem) {
    const problem = { code: error.code, path: null, vi: error.vi, en: error.en };
    err(json ? `${JSON.stringify({ problems: [problem] })}\n` : `${error[lang]}\n`);
    return BAD_INPUT;
  }
  if (error instanceof ClusterProblem) {
    err(`${lang === 'vi' ? `${error.vi} ${error.todo.vi}` : error.message}\n`);
    return FAULT;
  }
  if (error instanceof SettingProblem) {
    err(`${lang === 'vi' ? error.vi : error.message}\n`);
    return FAULT;
  }
  err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return FAULT;
}
