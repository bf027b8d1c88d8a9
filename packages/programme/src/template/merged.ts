// Merged blocks of a list: the places that one covers in some columns, whatever the number and size of the blocks.
import type { IntakeGrid, IntakeMerge } from '../intake/grid.ts';

/** A place under a merged block of more than one line. */
export interface MergedPlace {
  readonly row: number;
  readonly column: number;
  readonly merge: IntakeMerge;
}

/** Places under blocks that begin in one of the columns, each noted once, so overlapping blocks cost nothing. */
export function mergesOver(grid: IntakeGrid, columns: readonly number[]): ReadonlyMap<string, MergedPlace> {
  const places = new Map<string, MergedPlace>();
  for (const merge of grid.merges) {
    const column = merge.left;
    if (!columns.includes(column) || merge.top === merge.bottom) continue;
    const last = Math.min(merge.bottom, grid.rows.length - 1);
    for (let row = merge.top; row <= last && !places.has(`${row} ${column}`); row++) {
      places.set(`${row} ${column}`, { row, column, merge });
    }
  }
  return places;
}
