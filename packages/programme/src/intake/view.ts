// A sheet seen so that communes always go down and criteria across, whichever way the office drew it.
import { columnLetters, emptyCell, type IntakeCell, type IntakeGrid, type IntakeMerge } from './grid.ts';

/** `across`: in the sheet, communes go across and criteria down. */
export type Orientation = 'down' | 'across';

/** The sheet turned. Rows and columns are those of the view; addresses are those of the sheet. */
export interface View {
  readonly grid: IntakeGrid;
  readonly orientation: Orientation;
  readonly height: number;
  readonly width: number;
  /** What stands in the place itself. */
  cell(row: number, column: number): IntakeCell;
  /** What a person reads there: the content of the merged block that covers the place. */
  shown(row: number, column: number): IntakeCell;
  /** The merged block over the place, in rows and columns of the view. */
  merge(row: number, column: number): IntakeMerge | null;
  address(row: number, column: number): string;
  /** How the sheet names a row of the view: a line number, or a column's letters. */
  rowName(row: number): string;
  columnName(column: number): string;
  rowHidden(row: number): boolean;
  columnHidden(column: number): boolean;
}

/** Turns a sheet. */
export function makeView(grid: IntakeGrid, orientation: Orientation): View {
  const down = orientation === 'down';
  const lines = grid.rows.length;
  const widest = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const merges = new Map<number, IntakeMerge>();
  const key = (row: number, column: number) => row * 16_384 + column;
  for (const merge of grid.merges)
    noteMerge(down ? merge : turned(merge), down ? lines : widest, merges, key);
  const hiddenRows = new Set(down ? grid.hiddenRows : grid.hiddenColumns);
  const hiddenColumns = new Set(down ? grid.hiddenColumns : grid.hiddenRows);
  const cell = (row: number, column: number): IntakeCell =>
    (down ? grid.rows[row]?.[column] : grid.rows[column]?.[row]) ?? emptyCell;
  const merge = (row: number, column: number): IntakeMerge | null => merges.get(key(row, column)) ?? null;
  const placeOf = (row: number, column: number): string => {
    const line = grid.movedRows?.get(row);
    if (line !== undefined) return `${columnLetters(column + line.right)}${line.row + 1}`;
    const from = grid.moved?.get(column);
    return from === undefined
      ? `${columnLetters(column)}${row + 1}`
      : `${columnLetters(from.column)}${row + 1 + from.down}`;
  };
  const lineOf = (row: number): string => grid.movedRows?.get(row)?.name ?? String(row + 1);
  const lettersOf = (column: number): string => grid.moved?.get(column)?.name ?? columnLetters(column);
  return {
    grid,
    orientation,
    height: down ? lines : widest,
    width: down ? widest : lines,
    cell,
    merge,
    shown(row, column) {
      const over = merge(row, column);
      return over === null ? cell(row, column) : cell(over.top, over.left);
    },
    address: (row, column) => (down ? placeOf(row, column) : placeOf(column, row)),
    rowName: (row) => (down ? lineOf(row) : lettersOf(row)),
    columnName: (column) => (down ? lettersOf(column) : lineOf(column)),
    rowHidden: (row) => hiddenRows.has(row),
    columnHidden: (column) => hiddenColumns.has(column),
  };
}

function turned(merge: IntakeMerge): IntakeMerge {
  return { top: merge.left, left: merge.top, bottom: merge.right, right: merge.bottom };
}

/** Only places with rows are noted, so a merge over the whole sheet costs no more than the sheet. */
function noteMerge(
  merge: IntakeMerge,
  height: number,
  merges: Map<number, IntakeMerge>,
  key: (row: number, column: number) => number,
): void {
  const right = Math.min(merge.right, merge.left + 1000);
  for (let row = merge.top; row <= Math.min(merge.bottom, height - 1); row++) {
    for (let column = merge.left; column <= right; column++) merges.set(key(row, column), merge);
  }
}
