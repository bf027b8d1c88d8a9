// A file of readings on the command line: read by its bytes, its table found, every fault with file and place.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CriteriaSet, DecimalMark } from '@vungbuoc/criteria';
import { ProblemError } from '@vungbuoc/programme/problems';
import { type ReadingsFile, readReadingsFile } from '@vungbuoc/programme/readings';
import { readSheets } from '../sheets/index.ts';
import { type CliOption, type CliRun, optional, UsageProblem } from './command.ts';

/** A file as sent: its bytes and the name that problems call it by. */
export interface FileGiven {
  readonly bytes: Buffer;
  readonly name: string;
}

/** @throws UsageProblem where the file cannot be opened */
export async function readGiven(path: string): Promise<FileGiven> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes !== null) return { bytes, name: basename(path) };
  throw new UsageProblem(`Không mở được file ${path}.`, `The file ${path} cannot be opened.`);
}

/** The figures of a file; notes go to standard error. @throws ProblemError with every fault of the file */
export async function readReadings(run: CliRun, file: FileGiven, set: CriteriaSet): Promise<ReadingsFile> {
  const sheets = await readSheets(file.bytes, file.name);
  const read = readReadingsFile(sheets, set, { file: file.name, decimal: decimalOf(run) });
  for (const note of read.notes) run.note(note.vi, note.en);
  if (read.unread.length > 0) {
    const names = read.unread.join(', ');
    run.note(`Không đọc các cột: ${names}.`, `Columns not read: ${names}.`);
  }
  const [first, ...others] = read.problems;
  if (first) throw new ProblemError([first, ...others]);
  return read;
}

/** Where a file writes 1.204 and nothing in it tells what is meant. */
export const DECIMAL_OPTION: CliOption = {
  type: 'string',
  value: ',|.',
  vi: 'Dấu thập phân của file, khi một số đọc được hai cách',
  en: 'Decimal mark of the file, where a number reads two ways',
};

function decimalOf(run: CliRun): DecimalMark | undefined {
  const mark = optional(run, 'decimal');
  if (mark === undefined || mark === ',' || mark === '.') return mark;
  throw new UsageProblem('--decimal là “,” hoặc “.”.', '--decimal is "," or ".".');
}
