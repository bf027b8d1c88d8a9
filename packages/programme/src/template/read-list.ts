// A list of figures, one a line: the CSV of `vb evaluate` and `vb readings import`. Columns are found by their names.
import type { IntakeGrid } from '../intake/index.ts';
import { foldText } from '../names/index.ts';
import { makeSheetFault, type SheetFault } from './faults.ts';
import {
  cellAt,
  type FieldCells,
  type Place,
  placeName,
  type RawReading,
  type ReadingScope,
  type ReadingsRead,
  readRawReadings,
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

/** Reads a list. Every fault of the file is in `faults`, all at once, with its cell. */
export function readReadingList(grid: IntakeGrid, scope: ReadingScope): ReadingsRead {
  const head = grid.rows.findIndex((row) => row.some((cell) => cell.text !== ''));
  const { columns, faults } = findColumns(grid, Math.max(0, head));
  if (faults.length > 0) return { sheet: grid.sheet, readings: [], faults };
  const raw: RawReading[] = [];
  for (let row = head + 1; row < grid.rows.length; row++) {
    if (!grid.rows[row]?.some((cell) => cell.text !== '')) continue;
    const line = readLine(grid, row, columns, scope, faults);
    if (line !== null) raw.push(line);
  }
  if (raw.length === 0 && faults.length === 0) {
    faults.push(makeSheetFault('list.nothing-in-it', grid.sheet, null));
  }
  const read = readRawReadings(grid, raw, scope);
  return { ...read, faults: [...faults, ...read.faults] };
}

function findColumns(
  grid: IntakeGrid,
  head: number,
): { columns: Map<ListColumn, number>; faults: SheetFault[] } {
  const columns = new Map<ListColumn, number>();
  const faults: SheetFault[] = [];
  for (const [at, cell] of (grid.rows[head] ?? []).entries()) {
    const name = nameOf(cell.text);
    if (name === null) continue;
    if (columns.has(name)) {
      faults.push(
        makeSheetFault('list.column-twice', grid.sheet, placeName({ row: head, column: at }), {
          column: cell.text,
        }),
      );
    } else columns.set(name, at);
  }
  for (const column of ['unit', 'indicator'] as const) {
    if (!columns.has(column))
      faults.push(
        makeSheetFault('list.column-absent', grid.sheet, placeName({ row: head, column: 0 }), { column }),
      );
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
  columns: ReadonlyMap<ListColumn, number>,
  scope: ReadingScope,
  faults: SheetFault[],
): RawReading | null {
  const place = (name: ListColumn): Place => ({ row, column: columns.get(name) ?? 0 });
  const unit = cellAt(grid, place('unit'))?.text.trim() ?? '';
  const indicator = indicatorText(grid, place('indicator'));
  if (unit === '') faults.push(makeSheetFault('row.unit-absent', grid.sheet, placeName(place('unit'))));
  else if (scope.isUnit !== null && !scope.isUnit(unit)) {
    faults.push(makeSheetFault('row.unit-unknown', grid.sheet, placeName(place('unit')), { unit }));
  }
  if (indicator === '')
    faults.push(makeSheetFault('row.indicator-absent', grid.sheet, placeName(place('indicator'))));
  if (unit === '' || indicator === '') return null;
  const fields: { -readonly [Name in keyof FieldCells]: FieldCells[Name] } = {};
  for (const name of ['value', 'numerator', 'denominator', 'applicable', 'note'] as const) {
    const column = columns.get(name);
    if (column !== undefined) fields[name] = { row, column };
  }
  return { unit, indicator, fields, at: place('indicator'), note: '' };
}

/** Excel turns `5.1` into a number, or with a comma as decimal mark shows `5,1`. */
function indicatorText(grid: IntakeGrid, place: Place): string {
  const text = cellAt(grid, place)?.text.trim() ?? '';
  return text.replace(/^(\d{1,2}),(\d{1,2})(?=$|\/)/, '$1.$2');
}
