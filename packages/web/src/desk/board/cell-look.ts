// How a cell of the board looks, on screen and on paper alike.
import type { BoardReply, BoardRow } from '@vungbuoc/programme/board';
import type { Shape } from './table-shape.ts';

/** Class names of the cell of column `at`: its mark, and the line where a group of criteria begins. */
export function cellClass(row: BoardRow, board: BoardReply, at: number): string {
  const startsGroup =
    board.groups.length === 0 || board.criteria[at]?.group !== board.criteria[at - 1]?.group;
  return `cell cell-${row.marks[at] ?? 'U'}${startsGroup ? ' group-start' : ''}`;
}

/** Whether there is room beside a red square for how many indicators are lacking. */
export function showsLacking(row: BoardRow, shape: Shape, at: number): boolean {
  return !shape.upright && row.marks[at] === 'N' && (row.lacking[at] ?? 0) > 0;
}
