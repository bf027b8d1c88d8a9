// One line of a table of readings: its indicator, its texts, and the reading they make, or all that is wrong with it.
import {
  type CriteriaSet,
  type DecimalMark,
  type FigureDef,
  findFigure,
  type Indicator,
  type Reading,
  readingFromText,
} from '@vungbuoc/criteria';
import type { IntakeCell } from '../../intake/grid.ts';
import type { Problem } from '../../problems/index.ts';
import { plainNumber, roundedText, typedText } from './cell-text.ts';
import type { ColumnName, Heading } from './columns.ts';
import type { Places } from './places.ts';

/** What all lines of one table have in common. */
export interface RowScope {
  readonly set: CriteriaSet;
  readonly heading: Heading;
  readonly places: Places;
  readonly decimal: DecimalMark | undefined;
}

/** `figure` is null where the indicator takes men and women apart and was given as one: then it stays unknown. */
export interface RowRead {
  readonly figure: FigureDef | null;
  readonly reading: Reading | null;
  readonly problems: readonly Problem[];
}

/** Reads a line whose unit is known. `reading` is null for a line without any figure. */
export function readRow(cells: readonly IntakeCell[], row: number, scope: RowScope): RowRead {
  const cell = cells[scope.heading.columns.indicator ?? -1];
  const path = placeOf('indicator', row, scope);
  const named = nameFigure(cell, path, scope.set);
  if ('problem' in named) return { figure: null, reading: null, problems: [named.problem] };
  return 'unlisted' in named
    ? { figure: null, reading: null, problems: [] }
    : readFigure(named, cells, row, scope);
}

/** Reads the texts of one figure in the columns of `scope`. */
export function readFigure(
  named: NamedFigure,
  cells: readonly IntakeCell[],
  row: number,
  scope: RowScope,
): RowRead {
  const { figure, expected, bySex } = named;
  const dates = dateProblems(cells, row, scope);
  if (dates.length > 0) return { figure, reading: null, problems: dates };
  const { decimal } = scope;
  const read = readingFromText(figure, textsOf(cells, scope), { expected, allowBare: true, decimal });
  const problems = read.problems.map((fault): Problem => {
    const facts = { why: fault.vi, whyEn: fault.en };
    return { code: 'import.fault', path: placeOf(fault.field, row, scope), facts };
  });
  return bySex ? { figure: null, reading: null, problems } : { figure, reading: read.reading, problems };
}

/** The figure that a name stands for. `bySex`: men and women are taken apart, so it is read but kept for neither. */
export interface NamedFigure {
  readonly figure: FigureDef;
  readonly expected: boolean;
  readonly bySex: boolean;
}

/** `unlisted`: the decree declares more indicators of this criterion than the set lists, so it stays unknown. */
export type NameRead = NamedFigure | { readonly unlisted: true } | { readonly problem: Problem };

function nameFigure(cell: IntakeCell | undefined, path: string, set: CriteriaSet): NameRead {
  if (cell === undefined || cell.text === '') return { problem: { code: 'import.indicator-absent', path } };
  const name = indicatorText(cell);
  if (cell.kind === 'number' && standsForTwo(set, name)) {
    return { problem: { code: 'import.indicator-cut', path, facts: { indicator: name } } };
  }
  return lookUpFigure(set, name, path);
}

/** What `name` means in the set, or why it means nothing. */
export function lookUpFigure(set: CriteriaSet, name: string, path: string): NameRead {
  const found = findFigure(set, name);
  if (found.kind === 'unknown-indicator') {
    if (mayBeUnlisted(set, name)) return { unlisted: true };
    return { problem: { code: 'reading.unknown-indicator', path, facts: { indicator: name } } };
  }
  const { indicator } = found;
  const { expected } = indicator.measure;
  if (found.kind === 'figure') return { figure: found.figure, expected, bySex: false };
  const [use] = Object.values(indicator.figures);
  const figure = use === undefined ? undefined : set.figures[use.code];
  if (found.kind === 'by-sex' && figure !== undefined) return { figure, expected, bySex: true };
  const parts = Object.keys(indicator.figures).map((part) => fullName(indicator, part));
  const facts = { indicator: name, parts: parts.join(', ') };
  return { problem: { code: 'reading.unknown-part', path, facts } };
}

/** The code as typed; Excel keeps a code such as 17.1 as a number. */
function indicatorText(cell: IntakeCell): string {
  if (cell.kind === 'number' && typeof cell.value === 'number') return plainNumber(cell.value);
  return cell.text.replace(/\s+/g, '');
}

/** As a number 17.1 and 17.10 are the same: where the set has both, the cell does not tell. */
function standsForTwo(set: CriteriaSet, name: string): boolean {
  return /\./.test(name) && findFigure(set, `${name}0`).kind !== 'unknown-indicator';
}

function mayBeUnlisted(set: CriteriaSet, name: string): boolean {
  const code = /^(.+)\.\d+$/.exec(name.split('/')[0] ?? '')?.[1];
  const criterion = set.criteria.find((candidate) => candidate.code === code);
  return criterion !== undefined && criterion.declaredIndicators !== criterion.indicators.length;
}

function fullName(indicator: Indicator, part: string): string {
  return part === '' ? indicator.code : `${indicator.code}/${part}`;
}

const FIGURES = ['value', 'numerator', 'denominator'] as const;

/** Excel turns 3/4 into a day of April: what it was cannot be told any more. */
function dateProblems(cells: readonly IntakeCell[], row: number, scope: RowScope): Problem[] {
  return FIGURES.flatMap((column): Problem[] => {
    const cell = cells[scope.heading.columns[column] ?? -1];
    if (cell?.kind !== 'date') return [];
    const path = placeOf(column, row, scope);
    return [{ code: 'import.date-for-number', path, facts: { text: cell.text, date: String(cell.value) } }];
  });
}

function textsOf(cells: readonly IntakeCell[], scope: RowScope) {
  const at = (column: ColumnName): IntakeCell | undefined => cells[scope.heading.columns[column] ?? -1];
  const typed = (column: ColumnName): string => typedText(at(column), scope.decimal);
  const [numerator, denominator] = [typed('numerator'), typed('denominator')];
  // a formula's rate beside its counts has endless decimals; the counts decide
  const value =
    numerator !== '' && denominator !== '' ? roundedText(at('value'), scope.decimal) : typed('value');
  return { value, numerator, denominator, applicable: typed('applicable'), note: at('note')?.text ?? '' };
}

/** The cell of a column, or the line where the table has no such column. */
export function placeOf(
  column: ColumnName,
  row: number,
  scope: Pick<RowScope, 'heading' | 'places'>,
): string {
  const at = scope.heading.columns[column];
  return at === undefined ? scope.places.line(row) : scope.places.cell(row, at);
}
