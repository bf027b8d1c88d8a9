// A file of readings: which of its sheets holds the table, and everything wrong with the file in one list.
import type { CriteriaSet } from '@vungbuoc/criteria';
import type { IntakeGrid } from '../../intake/grid.ts';
import type { Problem } from '../../problems/index.ts';
import { findHeading } from './columns.ts';
import { placesIn } from './places.ts';
import { type ReadingsTable, readReadingsTable, type TableOptions } from './table.ts';

/** What the reader of files says of one place; the server's sheets make these. */
export interface SheetFault {
  readonly grade: 'refused' | 'fault' | 'note';
  readonly sheet: string | null;
  /** A1 address. */
  readonly cell: string | null;
  readonly vi: string;
  readonly en: string;
}

/** A file as it was read, before anything is understood. */
export interface SheetsOfFile {
  readonly sheets: readonly IntakeGrid[];
  readonly problems: readonly SheetFault[];
}

/** `notes`: read, but worth a look; nothing stops for them. */
export interface ReadingsFile extends ReadingsTable {
  readonly notes: readonly { readonly vi: string; readonly en: string }[];
}

/** Reads the figures of a file against a set. Nothing may be kept while `problems` holds any. */
export function readReadingsFile(
  given: SheetsOfFile,
  set: CriteriaSet,
  options: Omit<TableOptions, 'isText'>,
): ReadingsFile {
  const isText = !/\.(xlsx?|xlsm|ods)$/i.test(options.file);
  const notes = given.problems.filter(({ grade }) => grade === 'note').map(({ vi, en }) => ({ vi, en }));
  const grid = chooseSheet(given.sheets);
  const stopping = given.problems.filter(
    ({ grade, sheet }) => grade === 'refused' || (grade === 'fault' && sheet === grid?.sheet),
  );
  const faults = stopping.map((fault) => problemOf(fault, options.file, isText));
  if (grid === null) return { units: [], problems: faults, unread: [], notes };
  const table = readReadingsTable(grid, set, { ...options, isText });
  const told = new Set(faults.map(({ path }) => path));
  const others = table.problems.filter(({ path }) => !told.has(path));
  return { ...table, problems: [...faults, ...others], notes };
}

/** The first sheet with the needed headings; a hidden one only where no other has them. */
function chooseSheet(sheets: readonly IntakeGrid[]): IntakeGrid | null {
  const named = sheets.filter((grid) => findHeading(grid.rows, placesIn('', null)).heading !== null);
  return (
    named.find((grid) => !grid.hidden) ?? named[0] ?? sheets.find((grid) => !grid.hidden) ?? sheets[0] ?? null
  );
}

function problemOf(fault: SheetFault, file: string, isText: boolean): Problem {
  const facts = { why: fault.vi, whyEn: fault.en };
  return { code: 'sheet.unreadable', path: pathOf(fault, file, isText), facts };
}

function pathOf({ sheet, cell }: SheetFault, file: string, isText: boolean): string {
  if (cell === null) return sheet === null || isText ? file : `${file} ${sheet}`;
  return isText ? `${file}:${cell.replace(/^[A-Z]+/, '')} (${cell})` : `${file} ${sheet}!${cell}`;
}
