// A list of figures, one a line: the CSV of `vb evaluate` and `vb readings import`. Columns are found by their names.
import { type CriteriaSet, findFigure } from '@vungbuoc/criteria';
import { emptyCell, type IntakeCell, type IntakeGrid } from '../intake/grid.ts';
import { foldText } from '../names/index.ts';
import { makeSheetFault, type SheetFault, type SheetFaultCode } from './faults.ts';
import { mergesOver } from './merged.ts';
import {
  cellAt,
  type FieldCells,
  type Place,
  placeName,
  type RawReading,
  type ReadingScope,
  type ReadingsRead,
  readRawReadings,
  unitText,
} from './readings.ts';

/** The columns of a list. */
type ListColumn = 'unit' | 'indicator' | 'value' | 'numerator' | 'denominator' | 'applicable' | 'note';

/** Headings, folded: English as documented, Vietnamese as people write them. */
const headings: Readonly<Record<ListColumn, readonly string[]>> = {
  unit: ['unit', 'don vi', 'ma don vi', 'ma xa', 'xa', 'unit code', 'ma dvhc'],
  indicator: ['indicator', 'chi tieu', 'ma chi tieu', 'so chi tieu'],
  value: ['value', 'gia tri', 'so lieu', 'ket qua', 'ty le', 'tri so'],
  numerator: ['numerator', 'tu so', 'so dat'],
  denominator: ['denominator', 'mau so', 'tong so'],
  applicable: ['applicable', 'ap dung', 'co ap dung'],
  note: ['note', 'ghi chu'],
};

/** Lines above the heading that may hold a title. */
const titleLines = 20;

/** Reads a list. Every fault of the file is in `faults`, all at once, with its cell. */
export function readReadingList(grid: IntakeGrid, scope: ReadingScope): ReadingsRead {
  const head = headingOf(grid);
  const { columns, faults } = findColumns(grid, head);
  if (faults.length > 0) return { sheet: grid.sheet, units: [], readings: [], faults };
  const whole = spreadNames(grid, columns);
  faults.push(...mergedFigures(whole, columns));
  const raw: RawReading[] = [];
  for (let row = head + 1; row < whole.rows.length; row++) {
    if (!whole.rows[row]?.some((cell) => cell.text !== '')) continue;
    const line = readLine(whole, row, columns, scope, faults);
    if (line !== null) raw.push(line);
  }
  if (raw.length === 0 && faults.length === 0) {
    faults.push(makeSheetFault('list.nothing-in-it', grid.sheet, null));
  }
  const read = readRawReadings(whole, raw, scope);
  return { ...read, faults: [...faults, ...read.faults] };
}

/** Whether a sheet has the heading of a list. */
export function isReadingList(grid: IntakeGrid): boolean {
  return namesBoth(grid.rows[headingOf(grid)] ?? []);
}

/** The first of the upper lines that names both needed columns, else the first with any text. */
function headingOf(grid: IntakeGrid): number {
  const upper = grid.rows.slice(0, titleLines);
  const named = upper.findIndex(namesBoth);
  if (named >= 0) return named;
  return Math.max(
    0,
    upper.findIndex((row) => row.some((cell) => cell.text !== '')),
  );
}

function namesBoth(cells: readonly IntakeCell[]): boolean {
  const names = cells.map((cell) => nameOf(cell.text));
  return names.includes('unit') && names.includes('indicator');
}

/** A name merged over several lines holds for each of them. */
function spreadNames(grid: IntakeGrid, columns: Columns): IntakeGrid {
  const names = (['unit', 'indicator'] as const).flatMap((name) => columns.get(name) ?? []);
  const merges = mergesOver(grid, names);
  if (merges.size === 0) return grid;
  const rows = grid.rows.map((row) => [...row]);
  for (const { row, column, merge } of merges.values()) {
    const line = rows[row];
    const content = grid.rows[merge.top]?.[merge.left];
    if (line === undefined || content === undefined) continue;
    while (line.length < column) line.push(emptyCell);
    line[column] = content;
  }
  return { ...grid, rows };
}

/** A figure merged over several lines is whose? */
function mergedFigures(grid: IntakeGrid, columns: Columns): SheetFault[] {
  const figures = (['value', 'numerator', 'denominator'] as const).flatMap((name) => columns.get(name) ?? []);
  return [...mergesOver(grid, figures).values()].flatMap(({ row, column, merge }) => {
    const text = grid.rows[row]?.[column]?.text ?? '';
    if (row !== merge.top || text === '') return [];
    return [makeSheetFault('cell.merged', grid.sheet, placeName({ row, column }), { text })];
  });
}

type Columns = ReadonlyMap<ListColumn, number>;

function findColumns(grid: IntakeGrid, head: number): { columns: Columns; faults: SheetFault[] } {
  const columns = new Map<ListColumn, number>();
  const faults: SheetFault[] = [];
  const say = (code: 'list.column-twice' | 'list.column-absent', at: number, column: string) =>
    faults.push(makeSheetFault(code, grid.sheet, placeName({ row: head, column: at }), { column }));
  for (const [at, cell] of (grid.rows[head] ?? []).entries()) {
    const name = nameOf(cell.text);
    if (name === null) continue;
    if (columns.has(name)) say('list.column-twice', at, cell.text);
    else columns.set(name, at);
  }
  for (const column of ['unit', 'indicator'] as const) {
    if (!columns.has(column)) say('list.column-absent', 0, column);
  }
  return { columns, faults };
}

function nameOf(text: string): ListColumn | null {
  const folded = foldText(text);
  for (const name of Object.keys(headings) as ListColumn[]) if (headings[name].includes(folded)) return name;
  return null;
}

function readLine(
  grid: IntakeGrid,
  row: number,
  columns: Columns,
  scope: ReadingScope,
  faults: SheetFault[],
): RawReading | null {
  const place = (name: ListColumn): Place => ({ row, column: columns.get(name) ?? 0 });
  const say = (code: SheetFaultCode, name: ListColumn, facts: Record<string, string> = {}) =>
    faults.push(makeSheetFault(code, grid.sheet, placeName(place(name)), facts));
  const unit = unitText(cellAt(grid, place('unit')));
  const indicator = indicatorText(cellAt(grid, place('indicator')));
  if (unit === '') say('row.unit-absent', 'unit');
  else if (/^[=+@-]/.test(unit)) say('row.formula-for-name', 'unit', { text: unit });
  else {
    const strange = scope.unitFault?.(unit) ?? null;
    if (strange !== null) say(strange.code, 'unit', { unit, ...strange.facts });
  }
  if (indicator === '') say('row.indicator-absent', 'indicator');
  if (isCut(cellAt(grid, place('indicator')), indicator, scope.set)) {
    say('row.indicator-cut', 'indicator', { indicator });
    return null;
  }
  if (unit === '' || indicator === '') return null;
  const fields: { -readonly [Name in keyof FieldCells]: FieldCells[Name] } = {};
  for (const name of ['value', 'numerator', 'denominator', 'applicable', 'note'] as const) {
    const column = columns.get(name);
    if (column !== undefined) fields[name] = { row, column };
  }
  return { unit, indicator, fields, at: place('indicator'), note: '' };
}

/** Excel turns `5.1` into a number, or with a comma as decimal mark shows `5,1`. */
function indicatorText(cell: IntakeCell | undefined): string {
  if (cell?.kind === 'number') return String(cell.value);
  const text = cell?.text.replace(/\s+/g, '') ?? '';
  return text.replace(/^(\d{1,2}),(\d{1,2})(?=$|\/)/, '$1.$2');
}

/** As a number 17.1 and 17.10 are the same: where the set has both, the cell does not tell. */
function isCut(cell: IntakeCell | undefined, indicator: string, set: CriteriaSet): boolean {
  if (cell?.kind !== 'number' || !indicator.includes('.')) return false;
  return findFigure(set, `${indicator}0`).kind !== 'unknown-indicator';
}
