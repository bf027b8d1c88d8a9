// Help texts of the command line, in both languages, made from the declarations.
import { type CliCommand, type CliOption, COMMON_OPTIONS, type Lang } from './command.ts';

export function helpOfAll(commands: readonly CliCommand[], lang: Lang): string {
  const head =
    lang === 'vi'
      ? 'Cách dùng: npm run -s vb -- LỆNH [tùy chọn]'
      : 'Usage: npm run -s vb -- COMMAND [options]';
  const foot =
    lang === 'vi' ? 'Chi tiết: vb LỆNH --help   English: --lang en' : 'Details: vb COMMAND --help --lang en';
  const width = Math.max(...commands.map((command) => command.name.length)) + 2;
  const rows = commands.map((command) => `  ${command.name.padEnd(width)}${command.summary[lang]}`);
  return `${head}\n\n${rows.join('\n')}\n\n${foot}\n`;
}

export function helpOf(command: CliCommand, lang: Lang): string {
  const all = { ...command.options, ...COMMON_OPTIONS };
  const rows = Object.entries(all).map(([name, option]) => row(name, option, lang));
  const takes = command.takes ? ` ${command.takes}` : '';
  return `vb ${command.name}${takes}\n  ${command.summary[lang]}\n\n${rows.join('\n')}\n`;
}

function row(name: string, option: CliOption, lang: Lang): string {
  const flag = option.value ? `--${name} ${option.value}` : `--${name}`;
  const must = option.must ? { vi: ' (bắt buộc)', en: ' (must be given)' }[lang] : '';
  return `  ${flag.padEnd(24)}${option[lang]}${must}`;
}
