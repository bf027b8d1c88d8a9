// Words that several commands take: a place, a round, a set, a day, a file.
import { writeFile } from 'node:fs/promises';
import { isCalendarDay } from '@vungbuoc/programme/units';
import type { ScopeQuery } from '../reads/scope.ts';
import { type CliOption, type CliRun, optional, UsageProblem } from './command.ts';

export const PLACE_OPTIONS = {
  under: {
    type: 'string',
    value: 'CODE[@DATE]',
    vi: 'Địa bàn (mặc định: nơi đặt chương trình)',
    en: 'Place (default: the home of the programme)',
  },
  round: {
    type: 'string',
    value: 'CODE',
    vi: 'Kỳ báo cáo (mặc định: mới nhất)',
    en: 'Round (default: latest)',
  },
  set: {
    type: 'string',
    value: 'ID',
    vi: 'Bộ tiêu chí, khi kỳ có hai bộ',
    en: 'Criteria set, where a round has two',
  },
} as const satisfies Readonly<Record<string, CliOption>>;

export function placeOf(run: CliRun): ScopeQuery {
  return { under: unitOption(run, 'under'), round: optional(run, 'round'), set: optional(run, 'set') };
}

/** The one file on the command line. @throws UsageProblem */
export function fileWord(run: CliRun): string {
  const [file, ...more] = run.words;
  if (file !== undefined && more.length === 0) return file;
  throw new UsageProblem('Ghi tên một file.', 'Name one file.');
}

/** Writes the file that the command line named. @throws UsageProblem where the place forbids it */
export async function writeGiven(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content).catch(() => {
    throw new UsageProblem(
      `Không ghi được file ${path}. Kiểm lại thư mục và quyền ghi.`,
      `The file ${path} cannot be written. Check the folder and your right to write there.`,
    );
  });
}

/** A day of the calendar, or undefined. @throws UsageProblem */
export function dayOption(run: CliRun, name: string): string | undefined {
  const text = optional(run, name);
  if (text !== undefined) checkDay(text);
  return text;
}

/** A unit as `CODE` or `CODE@DATE`, or undefined. @throws UsageProblem */
export function unitOption(run: CliRun, name: string): string | undefined {
  const text = optional(run, name);
  if (text !== undefined) checkUnit(text);
  return text;
}

/** @throws UsageProblem for what is no code, and for a day that is none */
export function checkUnit(text: string): void {
  const [code = '', date, ...more] = text.split('@');
  if (!/^\d{2,5}$/.test(code) || more.length > 0) {
    throw new UsageProblem(
      `“${text}” không phải mã đơn vị. Ghi mã, hoặc mã@ngày: 03434@2020-12-31.`,
      `"${text}" is no unit code. Write a code, or code@date: 03434@2020-12-31.`,
    );
  }
  if (date !== undefined) checkDay(date);
}

/** @throws UsageProblem for what is not a day of the calendar */
export function checkDay(text: string): void {
  if (isCalendarDay(text)) return;
  throw new UsageProblem(
    `“${text}” không phải ngày. Ghi năm-tháng-ngày: 2025-06-30.`,
    `"${text}" is no day. Write year-month-day: 2025-06-30.`,
  );
}

/** A whole number, or undefined. @throws UsageProblem */
export function wholeNumber(run: CliRun, name: string): number | undefined {
  const text = optional(run, name);
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageProblem(
    `--${name} là một số nguyên, không phải “${text}”.`,
    `--${name} is a whole number, not "${text}".`,
  );
}
