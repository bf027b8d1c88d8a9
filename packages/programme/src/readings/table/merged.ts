// Merged blocks of a table: which block covers a place, whatever the number and size of the blocks.
import type { IntakeGrid, IntakeMerge } from '../../intake/grid.ts';

export type FindMerge = (row: number, column: number) => IntakeMerge | null;

/** Blocks of more than one line that begin in one of the columns. Each place is noted once, so overlaps cost nothing. */
export function mergesOver(grid: IntakeGrid, columns: readonly number[]): FindMerge {
  const covered = new Map(columns.map((column) => [column, new Map<number, IntakeMerge>()]));
  for (const merge of grid.merges) {
    const rows = covered.get(merge.left);
    if (rows === undefined || merge.top === merge.bottom) continue;
    const last = Math.min(merge.bottom, grid.rows.length - 1);
    for (let row = merge.top; row <= last && !rows.has(row); row++) rows.set(row, merge);
  }
  return (row, column) => covered.get(column)?.get(row) ?? null;
}
