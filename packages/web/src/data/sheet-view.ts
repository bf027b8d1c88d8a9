// An office's sheet as a table on screen: merged cells, and for each cell what becomes of it.
import type { DeclaredResult, Fault, IntakeCell, IntakeGrid, OpenCell } from '@vungbuoc/programme/intake';

/** `0` is `A`, `26` is `AA`. */
export function columnName(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return (before < 0 ? '' : columnName(before)) + String.fromCharCode(65 + (column % 26));
}

/** What becomes of a cell: kept with its result, waiting for answers, not readable, or left out. */
export type Fate =
  | { is: 'taken'; result: DeclaredResult }
  | { is: 'open'; questions: readonly string[] }
  | { is: 'fault' }
  | { is: 'left' };

/** Fates by address (`C7`). A cell that is not named is left out. */
export function fatesOf(
  sheet: string,
  results: readonly DeclaredResult[],
  open: readonly OpenCell[],
  faults: readonly Fault[],
): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const result of results) if (result.sheet === sheet) fates.set(result.cell, { is: 'taken', result });
  for (const { cell, questions } of open) fates.set(cell, { is: 'open', questions });
  for (const { cell, sheet: at } of faults)
    if (cell !== null && at === sheet) fates.set(cell, { is: 'fault' });
  return fates;
}

export type DrawnCell = { address: string; column: number; cell: IntakeCell; rows: number; columns: number };
export type DrawnRow = { index: number; hidden: boolean; cells: DrawnCell[] };

/** The rows to draw, at most `most`; a cell under a merge is drawn once, at its upper left. */
export function drawnRows(grid: IntakeGrid, most: number): DrawnRow[] {
  const width = widthOf(grid);
  const covered = new Set<string>();
  const hidden = new Set(grid.hiddenRows);
  return grid.rows.slice(0, most).map((row, index) => {
    const cells: DrawnCell[] = [];
    for (let column = 0; column < width; column += 1) {
      if (covered.has(`${index} ${column}`)) continue;
      const span = spanAt(grid, index, column, Math.min(most, grid.rows.length), width);
      cover(covered, index, column, span);
      cells.push({
        address: `${columnName(column)}${index + 1}`,
        column,
        cell: row[column] ?? EMPTY,
        ...span,
      });
    }
    return { index, hidden: hidden.has(index), cells };
  });
}

const EMPTY: IntakeCell = { text: '', value: null, kind: 'empty' };

export function widthOf(grid: IntakeGrid): number {
  return grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
}

function spanAt(
  grid: IntakeGrid,
  row: number,
  column: number,
  height: number,
  width: number,
): { rows: number; columns: number } {
  const merge = grid.merges.find((one) => one.top === row && one.left === column);
  if (merge === undefined) return { rows: 1, columns: 1 };
  return {
    rows: Math.min(merge.bottom, height - 1) - row + 1,
    columns: Math.min(merge.right, width - 1) - column + 1,
  };
}

function cover(
  covered: Set<string>,
  row: number,
  column: number,
  span: { rows: number; columns: number },
): void {
  for (let down = 0; down < span.rows; down += 1) {
    for (let across = 0; across < span.columns; across += 1) covered.add(`${row + down} ${column + across}`);
  }
}

/** A unit that a line was read for; `open` while it is only proposed. */
export type UnitOfLine = { code: string; open: boolean };

/**
 * Which units each line of the sheet is, by what was read from it: line name (`7`, or `C` in a sheet turned) to units.
 * Several where blocks of communes stand beside each other or one below the other.
 */
export function unitsOfLines(
  results: readonly DeclaredResult[],
  open: readonly OpenCell[],
  turned: boolean,
): Map<string, readonly UnitOfLine[]> {
  const units = new Map<string, readonly UnitOfLine[]>();
  const settled = results.map(({ cell, unitCode }) => ({ cell, unitCode, unitOpen: false }));
  for (const { cell, unitCode, unitOpen } of [...settled, ...open]) {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    const line = turned ? letters : digits;
    const known = units.get(line) ?? [];
    if (unitCode !== null && !known.some(({ code }) => code === unitCode))
      units.set(line, [...known, { code: unitCode, open: unitOpen }]);
  }
  return units;
}
