// The columns of a table of readings, found by their names: the English ones of the contract and what officers write.
import type { IntakeCell } from '../../intake/grid.ts';
import { foldText } from '../../names/index.ts';
import type { Problem } from '../../problems/index.ts';
import type { Places } from './places.ts';

export type ColumnName = 'unit' | 'indicator' | 'value' | 'numerator' | 'denominator' | 'applicable' | 'note';

/** Where each column stands, zero-based; only `unit` and `indicator` must be there. */
export interface Heading {
  readonly row: number;
  readonly columns: Partial<Readonly<Record<ColumnName, number>>>;
  /** Columns with a heading that names nothing: shown to the person, never guessed. */
  readonly unread: readonly string[];
}

const NAMES: Readonly<Record<ColumnName, readonly string[]>> = {
  unit: ['unit', 'ma xa', 'ma don vi', 'don vi', 'xa'],
  indicator: ['indicator', 'chi tieu', 'ma chi tieu'],
  value: ['value', 'gia tri', 'ket qua'],
  numerator: ['numerator', 'tu so', 'so dat'],
  denominator: ['denominator', 'mau so', 'tong so'],
  applicable: ['applicable', 'ap dung'],
  note: ['note', 'ghi chu'],
};

/** Lines above the heading that may hold a title. */
const TITLE_LINES = 20;

const COLUMN_NAMES = Object.keys(NAMES) as ColumnName[]; // the keys of the object above

/** The first of the upper lines that names both needed columns; else what is missing from the first line with text. */
export function findHeading(
  rows: readonly (readonly IntakeCell[])[],
  places: Places,
): { heading: Heading | null; problems: Problem[] } {
  const upper = rows.slice(0, TITLE_LINES);
  const row = upper.findIndex((cells) => hasColumn(cells, 'unit') && hasColumn(cells, 'indicator'));
  if (row < 0) return { heading: null, problems: absentColumns(upper, places) };
  const cells = rows[row] ?? [];
  const problems: Problem[] = [];
  const unread: string[] = [];
  const columns: Partial<Record<ColumnName, number>> = {};
  for (const [at, cell] of cells.entries()) {
    const name = nameOf(cell);
    if (name === null) {
      if (cell.text !== '') unread.push(cell.text);
    } else if (columns[name] === undefined) columns[name] = at;
    else {
      const facts = { column: cell.text };
      problems.push({ code: 'import.column-twice', path: places.cell(row, at), facts });
    }
  }
  return { heading: { row, columns, unread }, problems };
}

function absentColumns(upper: readonly (readonly IntakeCell[])[], places: Places): Problem[] {
  const first = Math.max(
    0,
    upper.findIndex((cells) => cells.some((cell) => cell.text !== '')),
  );
  const cells = upper[first] ?? [];
  return (['unit', 'indicator'] as const)
    .filter((name) => !hasColumn(cells, name))
    .map((column) => ({ code: 'import.column-absent', path: places.line(first), facts: { column } }));
}

function hasColumn(cells: readonly IntakeCell[], name: ColumnName): boolean {
  return cells.some((cell) => nameOf(cell) === name);
}

function nameOf(cell: IntakeCell): ColumnName | null {
  const text = foldText(cell.text);
  return COLUMN_NAMES.find((name) => NAMES[name].includes(text)) ?? null;
}
