// One way in for every file that an office sends: it is recognised by its bytes, checked against limits, and read whole.
import { readCsv } from './csv-grid.ts';
import { findFileKind } from './file-kind.ts';
import type { Grid } from './grid.ts';
import { defaultLimits, type SheetLimits } from './limits.ts';
import { isPlainPart, readPlainWorkbook } from './plain-workbook.ts';
import { type SheetProblem, SheetRefused, sheetProblem } from './problems.ts';
import { readWorkbook } from './workbook-reader.ts';
import { checkZip } from './zip-check.ts';

/** What was read. `sheets` is empty when a problem of grade `refused` is among `problems`. */
export interface SheetsRead {
  readonly sheets: Grid[];
  readonly problems: SheetProblem[];
}

/**
 * Reads .xlsx, .xls, .ods, CSV and other delimited text (UTF-8, UTF-16, Windows-1258). Never throws for what is in the
 * file: everything wrong with it is in `problems`, all at once, with sheet and cell. `fileName` serves the sentences and
 * names the sheet of a text file.
 */
export function readSheets(
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<SheetLimits> = {},
): Promise<SheetsRead> {
  return readFile(bytes, fileName, { ...defaultLimits, ...limits }, 'looks');
}

/** The same for whoever asks only what stands in the cells: colours and struck text may be missing. */
export function readSheetValues(
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<SheetLimits> = {},
): Promise<SheetsRead> {
  return readFile(bytes, fileName, { ...defaultLimits, ...limits }, 'values');
}

type Wanted = 'looks' | 'values';

async function readFile(
  bytes: Uint8Array,
  fileName: string,
  limits: SheetLimits,
  wanted: Wanted,
): Promise<SheetsRead> {
  try {
    return await readKnownKind(bytes, fileName, limits, wanted);
  } catch (error) {
    if (error instanceof SheetRefused) return { sheets: [], problems: [error.problem] };
    throw error;
  }
}

async function readKnownKind(
  bytes: Uint8Array,
  file: string,
  limits: SheetLimits,
  wanted: Wanted,
): Promise<SheetsRead> {
  if (bytes.length === 0) throw new SheetRefused(sheetProblem('sheet.file-empty', { file }));
  if (bytes.length > limits.fileBytes) {
    const facts = { file, size: megabytes(bytes.length), limit: megabytes(limits.fileBytes) };
    throw new SheetRefused(sheetProblem('sheet.file-too-big', facts));
  }
  const read = await readByKind(bytes, file, limits, wanted);
  if (!read.sheets.some((sheet) => sheet.rows.some((row) => row.some((cell) => cell.text !== '')))) {
    throw new SheetRefused(sheetProblem('sheet.nothing-in-it', { file }));
  }
  return read;
}

async function readByKind(
  bytes: Uint8Array,
  file: string,
  limits: SheetLimits,
  wanted: Wanted,
): Promise<SheetsRead> {
  switch (findFileKind(bytes)) {
    case 'zip':
      return readZip(bytes, file, limits, wanted);
    case 'compound':
      return readWorkbook(bytes, file, 'old-excel', limits);
    case 'text': {
      const { grid, problems } = readCsv(bytes, file, limits);
      return { sheets: [grid], problems };
    }
    case 'web-page':
      throw new SheetRefused(sheetProblem('sheet.kind-web-page', { file }));
    default:
      throw new SheetRefused(sheetProblem('sheet.kind-unknown', { file }));
  }
}

function readZip(
  bytes: Uint8Array,
  file: string,
  limits: SheetLimits,
  wanted: Wanted,
): SheetsRead | Promise<SheetsRead> {
  const isKept = wanted === 'values' ? isPlainPart : undefined;
  const { origin, files } = checkZip(bytes, file, limits, isKept);
  const plain = wanted === 'values' && origin === 'excel' ? readPlainWorkbook(files, limits.columns) : null;
  return plain ?? readWorkbook(bytes, file, origin, limits);
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
