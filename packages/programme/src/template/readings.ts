// Rows of figures from a sheet turned into readings, with everything that is wrong in them.
import {
  type CriteriaSet,
  type DecimalMark,
  decimalMarkOf,
  findFigure,
  type Reading,
  type ReadingField,
  readingFromText,
} from '@vungbuoc/criteria';
import { columnLetters, type IntakeCell, type IntakeGrid } from '../intake/index.ts';
import { figureText } from './cell-text.ts';
import { makeSheetFault, type SheetFault } from './faults.ts';

/** Fields of one reading, by where they stand. */
export type FieldCells = Readonly<Partial<Record<ReadingField | 'note', Place>>>;

/** A place in the grid, zero-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** One figure of one unit as a sheet holds it. */
export interface RawReading {
  readonly unit: string;
  /** As the set names it: `17.1`, `17.1/clean`, `12.1/female`. */
  readonly indicator: string;
  readonly fields: FieldCells;
  /** Where to point when the whole row is meant. */
  readonly at: Place;
  readonly note: string;
}

/** One figure read. */
export interface SheetReading {
  readonly unit: string;
  readonly indicator: string;
  /** Code of the figure in the dictionary. */
  readonly figure: string;
  readonly reading: Reading;
  /** A1 address of its first cell. */
  readonly cell: string;
}

/** What a sheet of figures holds. With any fault of grade `fault`, nothing of it should be taken. */
export interface ReadingsRead {
  readonly sheet: string;
  readonly readings: readonly SheetReading[];
  readonly faults: readonly SheetFault[];
}

/** What is known about the units that may stand in the sheet. */
export interface ReadingScope {
  readonly set: CriteriaSet;
  /** Whether a unit exists on the round's date; null when there is no list to ask (no database). */
  readonly isUnit: ((unit: string) => boolean) | null;
  /** Files may give a bare per cent. */
  readonly allowBare: boolean;
}

/** Reads all rows. Empty ones are passed over, a figure that stands twice is a fault. */
export function readRawReadings(
  grid: IntakeGrid,
  raw: readonly RawReading[],
  scope: ReadingScope,
): ReadingsRead {
  const decimal = markOfBlock(grid, raw);
  const faults: SheetFault[] = [];
  const readings: SheetReading[] = [];
  const first = new Map<string, string>();
  for (const row of raw) {
    const read = readOne(grid, row, scope, decimal, faults);
    if (read === null) continue;
    const key = `${row.unit} ${read.figure}`;
    const before = first.get(key);
    if (before !== undefined) {
      const facts = { indicator: row.indicator, unit: row.unit, first: before };
      faults.push(makeSheetFault('row.twice', grid.sheet, read.cell, facts));
      continue;
    }
    first.set(key, read.cell);
    readings.push(read);
  }
  return { sheet: grid.sheet, readings, faults };
}

/** The decimal mark that the texts of the whole block show; unknown where they show none, or both. */
function markOfBlock(grid: IntakeGrid, raw: readonly RawReading[]): DecimalMark | undefined {
  const texts: string[] = [];
  for (const { fields } of raw) {
    for (const field of ['value', 'numerator', 'denominator'] as const) {
      const cell = cellAt(grid, fields[field]);
      if (cell?.kind === 'text') texts.push(cell.text);
    }
  }
  const mark = decimalMarkOf(texts);
  return mark === null || mark === 'conflict' ? undefined : mark;
}

function readOne(
  grid: IntakeGrid,
  row: RawReading,
  scope: ReadingScope,
  decimal: DecimalMark | undefined,
  faults: SheetFault[],
): SheetReading | null {
  const named = findFigure(scope.set, row.indicator);
  const say = (code: Parameters<typeof makeSheetFault>[0], place: Place, facts: Record<string, string>) =>
    faults.push(makeSheetFault(code, grid.sheet, placeName(place), facts));
  if (named.kind !== 'figure') {
    const [indicator = '', part = ''] = row.indicator.split('/');
    if (named.kind === 'unknown-indicator') say('row.indicator-unknown', row.at, { indicator });
    else if (named.kind === 'by-sex') say('row.by-sex', row.at, { indicator });
    else
      say('row.part-unknown', row.at, {
        indicator,
        part,
        parts: named.parts.filter((name) => name !== '').join(', '),
      });
    return null;
  }
  const broken = (['value', 'numerator', 'denominator', 'applicable'] as const).filter((field) =>
    isBroken(grid, row.fields[field], faults),
  );
  if (broken.length > 0) return null;
  const { reading, problems } = readingFromText(named.figure, textsOf(grid, row, decimal), {
    expected: named.indicator.measure.expected,
    allowBare: scope.allowBare,
    decimal,
  });
  for (const { code, field, vi, en } of problems) {
    const place = row.fields[field] ?? row.fields.numerator ?? row.fields.value ?? row.at;
    faults.push(makeSheetFault('cell.reading', grid.sheet, placeName(place), { vi, en }, code));
  }
  if (reading === null) return null;
  const cell = placeName(row.fields.value ?? row.fields.numerator ?? row.at);
  return { unit: row.unit, indicator: row.indicator, figure: named.figure.code, reading, cell };
}

/** Texts of the fields. Numbers of Excel cannot be mistaken, whatever mark the texts of the block have. */
function textsOf(
  grid: IntakeGrid,
  row: RawReading,
  decimal: DecimalMark | undefined,
): Record<ReadingField | 'note', string> {
  const text = (field: ReadingField | 'note') => figureText(cellAt(grid, row.fields[field]), decimal);
  const note = [text('note'), row.note].filter((part) => part !== '').join('; ');
  return {
    value: text('value'),
    numerator: text('numerator'),
    denominator: text('denominator'),
    applicable: text('applicable'),
    note,
  };
}

function isBroken(grid: IntakeGrid, place: Place | undefined, faults: SheetFault[]): boolean {
  const cell = cellAt(grid, place);
  if (place === undefined || cell === undefined) return false;
  if (cell.kind !== 'date' && cell.kind !== 'error') return false;
  const code = cell.kind === 'date' ? 'cell.date' : 'cell.error';
  faults.push(makeSheetFault(code, grid.sheet, placeName(place), { text: cell.text }));
  return true;
}

/** The cell in a place. */
export function cellAt(grid: IntakeGrid, place: Place | undefined): IntakeCell | undefined {
  return place === undefined ? undefined : grid.rows[place.row]?.[place.column];
}

/** A place as A1. */
export function placeName({ row, column }: Place): string {
  return `${columnLetters(column)}${row + 1}`;
}
