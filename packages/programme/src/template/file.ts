// A file of figures, the program's own sheet or a list: everything in it by unit, everything wrong with it in one list.
import type { CriteriaSet, DecimalMark } from '@vungbuoc/criteria';
import type { IntakeGrid } from '../intake/grid.ts';
import type { Problem } from '../problems/index.ts';
import type { ReadingEntry } from '../readings/schema.ts';
import { isReadingList, readReadingList } from './read-list.ts';
import { findTemplate, readTemplate } from './read-template.ts';
import type { ReadingScope, ReadingsRead } from './readings.ts';

/** What the reader of files says of one place; the server's sheets make these. */
export interface FileFault {
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
  readonly problems: readonly FileFault[];
}

export interface FileScope {
  /** The file's name, for places: `so-lieu.csv:7 (D7)`, `so-lieu.xlsx Số liệu!D7`. */
  readonly file: string;
  readonly set: CriteriaSet;
  /** The round that a sheet of ours must be made for; null takes any. */
  readonly round: string | null;
  readonly unitFault: ReadingScope['unitFault'];
  readonly decimal?: DecimalMark | undefined;
}

/** The figures of one unit; `places[i]` is where `entries[i]` was read. */
export interface FileUnit {
  /** As written in the file. */
  readonly unit: string;
  readonly entries: ReadingEntry[];
  readonly places: string[];
}

/** Nothing may be kept while `problems` holds any. `notes`: read, but worth a look. */
export interface FiguresOfFile {
  readonly units: readonly FileUnit[];
  readonly problems: readonly Problem[];
  readonly notes: readonly { readonly vi: string; readonly en: string }[];
}

/** Faults listed one by one; a file of 200,000 wrong lines says the rest as a number. */
const listed = 500;

/** Reads the figures of a file. Never throws for what is in it. */
export function readFiguresFile(given: SheetsOfFile, scope: FileScope): FiguresOfFile {
  const chosen = chooseSheet(given.sheets);
  const read = chosen === null ? null : readSheet(given.sheets, chosen, scope);
  // a file that could not be read at all is told whole, whichever sheet the fault names
  const ofSheet = given.problems.filter(
    ({ sheet }) => read === null || sheet === null || sheet === read.sheet,
  );
  const faults: FileFault[] = [...ofSheet, ...ownFaults(read, ofSheet)];
  const say = ({ vi, en, ...place }: FileFault) => {
    const path = placeIn(scope.file, place);
    return { vi: `${path}: ${vi}`, en: `${path}: ${en}` };
  };
  return {
    units: unitsOf(read, scope.file),
    problems: problemsOf(faults, scope.file),
    notes: faults.filter(({ grade }) => grade === 'note').map(say),
  };
}

/** The sheet of ours, else the first list, else whatever a person sees first. */
function chooseSheet(sheets: readonly IntakeGrid[]): IntakeGrid | null {
  const own = findTemplate(sheets);
  if (own !== null) return own;
  const lists = sheets.filter(isReadingList);
  const visible = (grids: readonly IntakeGrid[]) => grids.find((grid) => !grid.hidden);
  return visible(lists) ?? lists[0] ?? visible(sheets) ?? sheets[0] ?? null;
}

function readSheet(sheets: readonly IntakeGrid[], chosen: IntakeGrid, scope: FileScope): ReadingsRead {
  const inner = { ...scope, allowBare: true };
  return findTemplate([chosen]) === null ? readReadingList(chosen, inner) : readTemplate(sheets, inner);
}

/** A cell that the file's reader has complained of is not complained of twice. */
function ownFaults(read: ReadingsRead | null, before: readonly FileFault[]): FileFault[] {
  const told = new Set(before.map(({ cell }) => cell).filter((cell) => cell !== null));
  return (read?.faults ?? []).filter(({ cell }) => cell === null || !told.has(cell));
}

function problemsOf(faults: readonly FileFault[], file: string): Problem[] {
  const stopping = faults.filter(({ grade }) => grade !== 'note').sort((a, b) => lineOf(a) - lineOf(b));
  const problems = stopping.slice(0, listed).map((fault): Problem => {
    const facts = { why: fault.vi, whyEn: fault.en };
    return { code: 'import.fault', path: placeIn(file, fault), facts };
  });
  const rest = stopping.length - problems.length;
  if (rest > 0) problems.push({ code: 'import.more-faults', path: file, facts: { count: rest } });
  return problems;
}

/** Faults come from several steps; a person goes down the sheet once. */
function lineOf({ cell }: FileFault): number {
  return Number(cell?.replace(/^[A-Z]+/, '') ?? 0);
}

function unitsOf(read: ReadingsRead | null, file: string): FileUnit[] {
  const units = new Map<string, FileUnit>();
  for (const { unit } of read?.units ?? []) units.set(unit, { unit, entries: [], places: [] });
  const placeOf = placesIn(file, read?.sheet ?? null);
  for (const { unit, figure, reading, cell } of read?.readings ?? []) {
    const { numerator, denominator, applicable, note = null, bare = false } = reading;
    units.get(unit)?.entries.push({ figure, numerator, denominator, applicable, note, bare });
    units.get(unit)?.places.push(placeOf(cell));
  }
  return [...units.values()];
}

function placeIn(file: string, { sheet, cell }: Pick<FileFault, 'sheet' | 'cell'>): string {
  return placesIn(file, sheet)(cell);
}

/** Names the places of one sheet: a workbook has sheets and cells, a text file lines. */
function placesIn(file: string, sheet: string | null): (cell: string | null) => string {
  const isBook = /\.(xlsx?|xlsm|ods)$/i.test(file);
  if (!isBook) return (cell) => (cell === null ? file : `${file}:${cell.replace(/^[A-Z]+/, '')} (${cell})`);
  const whole = sheet === null ? file : `${file} ${sheet}`;
  return (cell) => (cell === null || sheet === null ? whole : `${whole}!${cell}`);
}
