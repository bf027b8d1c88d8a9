// Reads back the sheet of figures, by its hidden codes: lines and columns may have been moved, hidden or left out.
import type { ReadingField } from '@vungbuoc/criteria';
import { columnLetters, type IntakeCell, type IntakeGrid } from '../intake/index.ts';
import { foldText } from '../names/index.ts';
import { type TemplateColumn, templateColumns } from './columns.ts';
import { makeSheetFault, type SheetFault } from './faults.ts';
import {
  cellAt,
  type FieldCells,
  placeName,
  type RawReading,
  type ReadingScope,
  type ReadingsRead,
  readRawReadings,
  unitText,
} from './readings.ts';
import { notApplicableWord, templateMark } from './workbook.ts';

/** Which set and round a sheet must be of; null takes any. */
export interface TemplateScope extends ReadingScope {
  readonly round: string | null;
}

/** The sheet of ours in a workbook, or null. */
export function findTemplate(grids: readonly IntakeGrid[]): IntakeGrid | null {
  return grids.find((grid) => markRow(grid) !== null) ?? null;
}

function markRow(grid: IntakeGrid): number | null {
  const row = grid.rows
    .slice(0, 10)
    .findIndex((cells) => cells[0]?.text.startsWith(`${templateMark}|`) === true);
  return row < 0 ? null : row;
}

/** Reads the sheet. Every fault is in `faults`, all at once, with its cell. */
export function readTemplate(grids: readonly IntakeGrid[], scope: TemplateScope): ReadingsRead {
  const grid = findTemplate(grids);
  const head = grid === null ? null : markRow(grid);
  if (grid === null || head === null) {
    const sheet = grids[0]?.sheet ?? '';
    return { sheet, units: [], readings: [], faults: [makeSheetFault('template.not-ours', sheet, null)] };
  }
  const faults = checkOrigin(grid, head, scope);
  const columns = byName(findColumns(grid, head, scope, faults));
  const raw: RawReading[] = [];
  const headRows = countHeadRows(grid, head);
  for (let row = head + headRows; row < grid.rows.length; row++) {
    raw.push(...readUnitLine(grid, row, columns, scope, faults));
  }
  const read = readRawReadings(withoutWords(grid, raw), raw, scope);
  return { ...read, faults: [...faults, ...read.faults] };
}

function checkOrigin(grid: IntakeGrid, head: number, scope: TemplateScope): SheetFault[] {
  const [, set = '', version = '', round = ''] = grid.rows[head]?.[0]?.text.split('|') ?? [];
  const faults: SheetFault[] = [];
  if (set !== scope.set.id || version !== String(scope.set.version)) {
    const facts = { found: `${set} (${version})`, set: `${scope.set.id} (${scope.set.version})` };
    faults.push(makeSheetFault('template.other-set', grid.sheet, placeName({ row: head, column: 0 }), facts));
  }
  if (scope.round !== null && round !== scope.round) {
    const facts = { found: round, round: scope.round };
    faults.push(
      makeSheetFault('template.other-round', grid.sheet, placeName({ row: head, column: 0 }), facts),
    );
  }
  return faults;
}

type PlacedColumn = TemplateColumn & { readonly at: number };

function findColumns(
  grid: IntakeGrid,
  head: number,
  scope: ReadingScope,
  faults: SheetFault[],
): PlacedColumn[] {
  const known = new Map(templateColumns(scope.set).map((column) => [column.code, column]));
  const found = new Map<string, PlacedColumn>();
  for (const [at, cell] of (grid.rows[head] ?? []).entries()) {
    if (at === 0 || cell.text === '') continue;
    const column = known.get(cell.text);
    const before = found.get(cell.text);
    const place = placeName({ row: head, column: at });
    if (column === undefined)
      faults.push(makeSheetFault('template.unknown-column', grid.sheet, place, { code: cell.text }));
    else if (before !== undefined) {
      const facts = { code: cell.text, first: columnLetters(before.at) };
      faults.push(makeSheetFault('template.column-twice', grid.sheet, place, facts));
    } else found.set(cell.text, { ...column, at });
  }
  return [...found.values()];
}

/** The headings end with the line that begins "Mã". */
function countHeadRows(grid: IntakeGrid, head: number): number {
  for (let row = head + 1; row < head + 8; row++)
    if (foldText(grid.rows[row]?.[0]?.text ?? '') === 'ma') return row - head + 1;
  return 1;
}

function readUnitLine(
  grid: IntakeGrid,
  row: number,
  columns: ReadonlyMap<string, readonly PlacedColumn[]>,
  scope: ReadingScope,
  faults: SheetFault[],
): RawReading[] {
  const isFilled = ({ at }: PlacedColumn): boolean => (grid.rows[row]?.[at]?.text ?? '') !== '';
  const filled = [...columns].filter(([, own]) => own.some(isFilled));
  if (filled.length === 0) return [];
  const unit = unitText(grid.rows[row]?.[0]);
  const place = placeName({ row, column: 0 });
  if (unit === '') {
    faults.push(makeSheetFault('row.unit-absent', grid.sheet, place));
    return [];
  }
  const strange = scope.unitFault?.(unit, grid.rows[row]?.[1]?.text) ?? null;
  if (strange !== null)
    faults.push(makeSheetFault(strange.code, grid.sheet, place, { unit, ...strange.facts }));
  return filled.map(([name, own]) => rawOf(grid, row, unit, name, own));
}

/** The columns of each figure, in the order of the sheet's columns. */
function byName(columns: readonly PlacedColumn[]): Map<string, readonly PlacedColumn[]> {
  const names = new Map<string, PlacedColumn[]>();
  for (const column of columns) {
    const own = names.get(column.name) ?? [];
    own.push(column);
    names.set(column.name, own);
  }
  return names;
}

function rawOf(
  grid: IntakeGrid,
  row: number,
  unit: string,
  indicator: string,
  columns: readonly PlacedColumn[],
): RawReading {
  const fields: { -readonly [Name in keyof FieldCells]: FieldCells[Name] } = {};
  const notes: string[] = [];
  let first = columns[0]?.at ?? 0;
  for (const { at, field } of columns) {
    const place = { row, column: at };
    const cell = cellAt(grid, place);
    if (cell?.note !== undefined) notes.push(cell.note);
    if (saysNotApplicable(cell)) {
      first = at;
      fields.applicable = place;
    } else if (field === 'numerator' && cell?.text.endsWith('%')) fields.value = place;
    else fields[field satisfies ReadingField] = place;
  }
  return { unit, indicator, fields, at: { row, column: first }, note: notes.join('; ') };
}

function saysNotApplicable(cell: IntakeCell | undefined): boolean {
  if (cell === undefined || cell.kind !== 'text') return false;
  const folded = foldText(cell.text);
  return (
    folded === notApplicableWord.toLowerCase() || folded === 'khong ap dung' || folded === 'not applicable'
  );
}

/** The engine's word for "not applicable" is a no in the column "applicable". */
function withoutWords(grid: IntakeGrid, raw: readonly RawReading[]): IntakeGrid {
  const places = raw.map(({ fields }) => fields.applicable).filter((place) => place !== undefined);
  if (places.length === 0) return grid;
  const rows = grid.rows.map((row) => [...row]);
  for (const { row, column } of places) {
    const line = rows[row];
    if (line !== undefined) line[column] = { text: 'không', value: 'không', kind: 'text' };
  }
  return { ...grid, rows };
}
