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
  const named = nameFigure(cells, row, scope);
  if (named.problems.length > 0 || named.figure === null) {
    return { figure: null, reading: null, problems: named.problems };
  }
  const problems = dateProblems(cells, row, scope);
  if (problems.length > 0) return { figure: named.figure, reading: null, problems };
  const { figure, expected } = named;
  const read = readingFromText(figure, textsOf(cells, scope), {
    expected,
    allowBare: true,
    decimal: scope.decimal,
  });
  const faults = read.problems.map(
    (fault): Problem => ({
      code: 'import.fault',
      path: placeOf(fault.field, row, scope),
      facts: { why: fault.vi, whyEn: fault.en },
    }),
  );
  return {
    figure: named.bySex ? null : figure,
    reading: named.bySex ? null : read.reading,
    problems: faults,
  };
}

interface Named {
  readonly figure: FigureDef | null;
  readonly expected: boolean;
  readonly bySex: boolean;
  readonly problems: readonly Problem[];
}

function nameFigure(cells: readonly IntakeCell[], row: number, scope: RowScope): Named {
  const cell = cells[scope.heading.columns.indicator ?? -1];
  const path = placeOf('indicator', row, scope);
  const wrong = (problem: Problem): Named => ({
    figure: null,
    expected: true,
    bySex: false,
    problems: [problem],
  });
  if (cell === undefined || cell.text === '') return wrong({ code: 'import.indicator-absent', path });
  const name = indicatorText(cell);
  if (cell.kind === 'number' && standsForTwo(scope.set, name)) {
    return wrong({ code: 'import.indicator-cut', path, facts: { indicator: name } });
  }
  const found = findFigure(scope.set, name);
  if (found.kind === 'unknown-indicator') {
    return wrong({ code: 'reading.unknown-indicator', path, facts: { indicator: name } });
  }
  if (found.kind === 'unknown-part') {
    const parts = found.parts.map((part) => fullName(found.indicator, part)).join(', ');
    return wrong({ code: 'reading.unknown-part', path, facts: { indicator: name, parts } });
  }
  const { expected } = found.indicator.measure;
  if (found.kind === 'figure') return { figure: found.figure, expected, bySex: false, problems: [] };
  const [use] = Object.values(found.indicator.figures);
  // either sex's figure tells whether what was typed can be read; it is kept for neither
  const figure = use === undefined ? null : (scope.set.figures[use.code] ?? null);
  return { figure, expected, bySex: true, problems: [] };
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
