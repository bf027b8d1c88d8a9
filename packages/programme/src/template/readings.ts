// Rows of figures from a sheet turned into readings, with everything that is wrong in them.
import {
  type CriteriaSet,
  type DecimalMark,
  decimalMarkOf,
  type FigureDef,
  type FigureName,
  findFigure,
  type Reading,
  type ReadingField,
  readingFromText,
} from '@vungbuoc/criteria';
import { columnLetters, type IntakeCell, type IntakeGrid } from '../intake/index.ts';
import { figureText, roundedRate } from './cell-text.ts';
import { makeSheetFault, type SheetFault, type SheetFaultCode } from './faults.ts';

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

/** A unit that the sheet speaks of, with or without figures. */
export interface SheetUnit {
  readonly unit: string;
  /** A1 address where it is named first. */
  readonly cell: string;
}

/** What a sheet of figures holds. With any fault of grade `fault`, nothing of it should be taken. */
export interface ReadingsRead {
  readonly sheet: string;
  /** In the order of the sheet. */
  readonly units: readonly SheetUnit[];
  readonly readings: readonly SheetReading[];
  readonly faults: readonly SheetFault[];
}

/** Why a text of a file names no unit of the round, with what its sentence names. */
export interface UnitFault {
  readonly code: Extract<SheetFaultCode, `row.unit-${string}`>;
  readonly facts: Readonly<Record<string, string>>;
}

/** What is known about the units that may stand in the sheet. */
export interface ReadingScope {
  readonly set: CriteriaSet;
  /**
   * Why a text names no unit of the round, or one of another name than the line says; null where it is right. Without
   * a list to ask (no database) all are.
   */
  readonly unitFault: ((unit: string, said?: string) => UnitFault | null) | null;
  /** Files may give a bare per cent. */
  readonly allowBare: boolean;
  /** The decimal mark of the whole sheet, where a person has said it. */
  readonly decimal?: DecimalMark | undefined;
}

/** Reads all rows. Empty ones are passed over, a figure that stands twice is a fault. */
export function readRawReadings(
  grid: IntakeGrid,
  raw: readonly RawReading[],
  scope: ReadingScope,
): ReadingsRead {
  const decimal = scope.decimal ?? markOfBlock(grid, raw);
  const block = { ...scope, decimal, nameOf: rememberNames(scope.set) };
  const faults: SheetFault[] = [];
  const readings: SheetReading[] = [];
  const units = new Map<string, string>();
  const first = new Map<string, Map<string, SheetReading>>();
  for (const row of raw) {
    if (!units.has(row.unit)) units.set(row.unit, placeName(row.at));
    const read = readOne(grid, row, block, faults);
    if (read === null) continue;
    const own = first.get(row.unit) ?? new Map<string, SheetReading>();
    const before = own.get(read.figure);
    if (before === undefined) {
      first.set(row.unit, own.set(read.figure, read));
      readings.push(read);
    } else if (!saysTheSame(before, read)) {
      const facts = { indicator: row.indicator, unit: row.unit, first: before.cell };
      faults.push(makeSheetFault('row.twice', grid.sheet, read.cell, facts));
    }
  }
  return { sheet: grid.sheet, units: [...units].map(([unit, cell]) => ({ unit, cell })), readings, faults };
}

/** Two indicators that share a figure may both carry it; the same line twice is a slip all the same. */
function saysTheSame(one: SheetReading, other: SheetReading): boolean {
  return (
    one.indicator !== other.indicator &&
    one.reading.numerator === other.reading.numerator &&
    one.reading.denominator === other.reading.denominator &&
    one.reading.applicable === other.reading.applicable
  );
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

/** The scope of one block: what a name means is looked up once, however many lines carry it. */
interface BlockScope extends ReadingScope {
  readonly nameOf: (name: string) => FigureName;
}

function rememberNames(set: CriteriaSet): (name: string) => FigureName {
  const known = new Map<string, FigureName>();
  return (name) => {
    const found = known.get(name) ?? findFigure(set, name);
    known.set(name, found);
    return found;
  };
}

const readFields = ['value', 'numerator', 'denominator', 'applicable'] as const;

function readOne(
  grid: IntakeGrid,
  row: RawReading,
  scope: BlockScope,
  faults: SheetFault[],
): SheetReading | null {
  const named = nameFigure(row, scope, (code, facts) =>
    faults.push(makeSheetFault(code, grid.sheet, placeName(row.at), facts)),
  );
  if (named === null) return null;
  let broken = false;
  for (const field of readFields) broken = isBroken(grid, row.fields[field], faults) || broken;
  if (broken) return null;
  const { figure, expected } = named;
  const { allowBare, decimal } = scope;
  const read = readingFromText(figure, textsOf(grid, row, decimal), { expected, allowBare, decimal });
  for (const { code, field, vi, en } of read.problems) {
    const place = row.fields[field] ?? row.fields.numerator ?? row.fields.value ?? row.at;
    faults.push(makeSheetFault('cell.reading', grid.sheet, placeName(place), { vi, en }, code));
  }
  if (read.reading === null || named.bySex) return null;
  const cell = placeName(placeOf(read.reading, row));
  return { unit: row.unit, indicator: row.indicator, figure: figure.code, reading: read.reading, cell };
}

/** The cell to look at: the total where it is nought, else the count or the value. */
function placeOf({ numerator, denominator }: Reading, { fields, at }: RawReading): Place {
  if (denominator !== null && Number(denominator) === 0) return fields.denominator ?? at;
  return (
    (numerator !== null && denominator !== null ? fields.numerator : fields.value) ?? fields.numerator ?? at
  );
}

/** `bySex`: the indicator takes men and women apart and was given as one: its cells are checked, and kept for neither. */
interface NamedFigure {
  readonly figure: FigureDef;
  readonly expected: boolean;
  readonly bySex: boolean;
}

function nameFigure(
  row: RawReading,
  { set, nameOf }: BlockScope,
  say: (code: SheetFaultCode, facts: Record<string, string>) => void,
): NamedFigure | null {
  const named = nameOf(row.indicator);
  if (named.kind === 'figure') {
    return { figure: named.figure, expected: named.indicator.measure.expected, bySex: false };
  }
  const [indicator = '', ...steps] = row.indicator.split('/');
  const part = steps.join('/');
  if (named.kind === 'unknown-indicator') {
    say(isUnlisted(set, indicator) ? 'row.indicator-unlisted' : 'row.indicator-unknown', { indicator });
    return null;
  }
  const { expected } = named.indicator.measure;
  if (named.kind === 'by-sex') {
    say('row.by-sex', { indicator });
    const [use] = Object.values(named.indicator.figures);
    const figure = use === undefined ? undefined : set.figures[use.code];
    return figure === undefined ? null : { figure, expected, bySex: true };
  }
  const parts = named.parts.map((name) => (name === '' ? indicator : `${indicator}/${name}`)).join(', ');
  say('row.part-unknown', { indicator, part, parts });
  return null;
}

/** The decree declares more indicators of this criterion than the set lists: it may well be one of them. */
function isUnlisted(set: CriteriaSet, indicator: string): boolean {
  const code = indicator.slice(0, indicator.lastIndexOf('.'));
  const criterion = set.criteria.find((candidate) => candidate.code === code);
  return criterion !== undefined && criterion.declaredIndicators !== criterion.indicators.length;
}

/** Texts of the fields. Numbers of Excel cannot be mistaken, whatever mark the texts of the block have. */
function textsOf(
  grid: IntakeGrid,
  row: RawReading,
  decimal: DecimalMark | undefined,
): Record<ReadingField | 'note', string> {
  const text = (field: ReadingField | 'note') => figureText(cellAt(grid, row.fields[field]), decimal);
  const note = [text('note'), row.note].filter((part) => part !== '').join('; ');
  const numerator = text('numerator');
  const denominator = text('denominator');
  const value = cellAt(grid, row.fields.value);
  // a formula's rate has endless decimals; beside its counts it only has to agree with them
  const rate = numerator !== '' && denominator !== '' ? roundedRate(value) : value;
  return {
    value: figureText(rate, decimal),
    numerator,
    denominator,
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

/** The code of a unit as a cell has it; one that Excel took for a number has lost its zero. */
export function unitText(cell: IntakeCell | undefined): string {
  const text = cell?.text.trim() ?? '';
  return cell?.kind === 'number' && /^\d{4}$/.test(text) ? text.padStart(5, '0') : text;
}
