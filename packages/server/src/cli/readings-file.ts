// A file of readings on the command line: read by its bytes, its table found, every fault with file and place.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DecimalMark } from '@vungbuoc/criteria';
import { ProblemError } from '@vungbuoc/programme/problems';
import { type FileScope, type FileUnit, readFiguresFile } from '@vungbuoc/programme/template';
import { readSheetValues } from '../sheets/index.ts';
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

/** What a file must fit: the set, and for an import the round and its units. */
export type FileNeeds = Pick<FileScope, 'set' | 'round' | 'unitFault'>;

/** The figures of a file; notes go to standard error. @throws ProblemError with every fault of the file */
export async function readFigures(
  run: CliRun,
  file: FileGiven,
  needs: FileNeeds,
): Promise<readonly FileUnit[]> {
  const sheets = await readSheetValues(file.bytes, file.name);
  const read = readFiguresFile(sheets, { ...needs, file: file.name, decimal: decimalOf(run) });
  for (const note of read.notes) run.note(note.vi, note.en);
  const [first, ...others] = read.problems;
  if (first) throw new ProblemError([first, ...others]);
  return read.units;
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
