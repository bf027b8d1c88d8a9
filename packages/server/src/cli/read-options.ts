// The words after a command's name: options with their values and the rest; all that is wrong is said at once, in our words.
import { parseArgs } from 'node:util';
import { type CliCommand, COMMON_OPTIONS, type Lang, parseOptionsOf, UsageProblem } from './command.ts';

export interface OptionsRead {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

interface Said {
  readonly vi: string;
  readonly en: string;
}

/** @throws UsageProblem with every option that is unknown, lacks its value or takes none */
export function readOptions(command: CliCommand, args: readonly string[]): OptionsRead {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: parseOptionsOf(command),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const faults = tokens.flatMap((token) => (token.kind === 'option' ? optionFault(token, command) : []));
  // a word left over may belong to an option told wrong just before
  if (faults.length === 0) faults.push(...positionals.slice(mostWords(command)).map(tooMuch));
  if (faults.length > 0) {
    const seeHelp = `vb ${command.name} --help`;
    throw new UsageProblem(
      `${faults.map(({ vi }) => vi).join(' ')} Xem: ${seeHelp}`,
      `${faults.map(({ en }) => en).join(' ')} See: ${seeHelp} --lang en`,
    );
  }
  return { values: single(values), positionals };
}

/** How many words a command takes after its name; `[CODE …]` is any number. */
function mostWords({ takes }: CliCommand): number {
  if (takes === undefined) return 0;
  return takes.includes('…') ? Number.POSITIVE_INFINITY : takes.split(' ').length;
}

function tooMuch(word: string): Said {
  return { vi: `Thừa “${word}”.`, en: `"${word}" is one word too many.` };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function optionFault(token: OptionToken, command: CliCommand): Said[] {
  const { name, rawName, value } = token;
  const options = { ...COMMON_OPTIONS, ...command.options };
  const option = Object.hasOwn(options, name) && rawName.startsWith('--') ? options[name] : undefined;
  if (option === undefined)
    return [{ vi: `Không có tùy chọn ${rawName}.`, en: `There is no option ${rawName}.` }];
  if (option.type === 'boolean') {
    if (value === undefined) return [];
    return [{ vi: `${rawName} không kèm giá trị.`, en: `${rawName} takes no value.` }];
  }
  // "--year --json": the next option is not the year; "--name=-x" says that it is meant
  const given = value !== undefined && value !== '' && (token.inlineValue === true || !value.startsWith('-'));
  if (given) return name === 'lang' && !isLang(value) ? [OTHER_LANGUAGE] : [];
  const example = `${rawName} ${option.value ?? 'X'}`;
  return [{ vi: `${rawName} thiếu giá trị: ${example}.`, en: `${rawName} has no value: ${example}.` }];
}

const OTHER_LANGUAGE: Said = { vi: '--lang là vi hoặc en.', en: '--lang is vi or en.' };

function isLang(word: string): word is Lang {
  return word === 'vi' || word === 'en';
}

/** No option may be given several times over: the last one holds. */
function single(values: Readonly<Record<string, unknown>>): OptionsRead['values'] {
  const entries = Object.entries(values).map(([name, value]) => {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    return [name, typeof last === 'string' || typeof last === 'boolean' ? last : undefined] as const;
  });
  return Object.fromEntries(entries);
}
