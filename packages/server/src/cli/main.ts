// The command line: `npm run -s vb -- <command>`. Standard output holds only the answer, progress goes to standard error.
import { parseArgs } from 'node:util';
import { ProblemError, speak } from '@vungbuoc/programme/problems';
import { ROOT, readConfig, SettingProblem } from '../config.ts';
import { ClusterProblem, type House, openHouse } from '../container.ts';
import { fillEmptyHouse } from '../first-start/fill.ts';
import { type CliCommand, type CliRun, type Lang, parseOptionsOf, UsageProblem } from './command.ts';
import { commands } from './commands.ts';
import { helpOf, helpOfAll } from './help.ts';

const OK = 0;
const FAULT = 1;
const BAD_INPUT = 2;

async function main(argv: readonly string[]): Promise<number> {
  const lang = langOf(argv);
  const command = findCommand(argv);
  if (!command) {
    const asked = argv.length === 0 || argv.includes('--help') || argv[0] === 'help';
    const out = asked ? process.stdout : process.stderr;
    out.write(helpOfAll(commands, lang));
    return asked ? OK : BAD_INPUT;
  }
  if (argv.includes('--help')) {
    process.stdout.write(helpOf(command, lang));
    return OK;
  }
  const keeper = keepHouse(lang);
  try {
    return await command.run(runOf(command, argv, lang, keeper.open));
  } catch (error) {
    return complain(error, argv.includes('--json'), lang);
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
  return argv[at + 1] === 'en' && at >= 0 ? 'en' : 'vi';
}

function runOf(
  command: CliCommand,
  argv: readonly string[],
  lang: Lang,
  house: () => Promise<House>,
): CliRun {
  const args = argv.slice(command.name.split(' ').length);
  const { values, positionals } = parse(command, [...args]);
  return {
    options: values,
    words: positionals,
    lang,
    json: values.json === true,
    print: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    note: (vi, en) => process.stderr.write(`${lang === 'vi' ? vi : en}\n`),
    house,
    env: process.env,
  };
}

function parse(command: CliCommand, args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: parseOptionsOf(command),
      allowPositionals: true,
    });
    return { values: values as Record<string, string | boolean | undefined>, positionals }; // no option is `multiple`
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageProblem(`Chưa hiểu dòng lệnh: ${why}`, `The command line is not understood: ${why}`);
  }
}

/** Opens the house once, when a command first needs it. */
function keepHouse(lang: Lang) {
  let opened: Promise<House> | null = null;
  return {
    open(): Promise<House> {
      opened ??= openFilledHouse(lang);
      return opened;
    },
    async close(): Promise<void> {
      const house = await opened?.catch(() => null);
      await house?.close();
    },
  };
}

/** An empty database gets what the first `npm start` would load, so that any command may be a person's first. */
async function openFilledHouse(lang: Lang): Promise<House> {
  const note = (text: string): boolean => process.stderr.write(`${text}\n`);
  const config = readConfig(process.env);
  const house = await openHouse({
    config,
    clock: () => new Date(),
    onNotice: (notice) => notice.level === 'error' && note(notice[lang]),
    onMigration: (file, index, total) => note(`migration ${index}/${total}: ${file}`),
    onIdleError: (error) => note(error.message),
  });
  try {
    const say = (vi: string, en: string): boolean => note(lang === 'vi' ? vi : en);
    await fillEmptyHouse(house, { root: ROOT, sample: config.sample, say });
    return house;
  } catch (error) {
    await house.close();
    throw error;
  }
}

function complain(error: unknown, json: boolean, lang: Lang): number {
  if (error instanceof ProblemError) {
    const problems = error.problems.map(speak);
    const lines = problems.map((problem) => `${problem.path ? `${problem.path}: ` : ''}${problem[lang]}`);
    // standard output holds only an answer, and this is none
    process.stderr.write(json ? `${JSON.stringify({ problems })}\n` : `${lines.join('\n')}\n`);
    return BAD_INPUT;
  }
  if (error instanceof UsageProblem) {
    process.stderr.write(`${error[lang]}\n`);
    return BAD_INPUT;
  }
  if (error instanceof ClusterProblem || error instanceof SettingProblem) {
    process.stderr.write(`${lang === 'vi' ? error.vi : error.message}\n`);
    return FAULT;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return FAULT;
}

process.exitCode = await main(process.argv.slice(2));
