// The cell before or after the open one, among the cells that the filter asks for, row by row as on screen.
import type { BoardReply, BoardRow } from '@vungbuoc/programme/board';
import { type Show, wanted } from '../../data/board-view.ts';

type Cell = { unit: string; criterion: string };

/** The neighbouring cell as `unit:criterion`, or null at either end. */
export function neighbour(
  board: BoardReply,
  rows: readonly BoardRow[],
  show: Show,
  from: Cell,
  step: 1 | -1,
): string | null {
  const width = board.criteria.length;
  const row = rows.findIndex((one) => one.unit === from.unit);
  const column = board.criteria.findIndex((one) => one.code === from.criterion);
  if (row < 0 || column < 0) return null;
  for (let at = row * width + column + step; at >= 0 && at < rows.length * width; at += step) {
    const there = rows[Math.floor(at / width)];
    const criterion = board.criteria[at % width];
    if (there && criterion && wanted(there.marks[at % width] ?? 'U', show))
      return `${there.unit}:${criterion.code}`;
  }
  return null;
}
