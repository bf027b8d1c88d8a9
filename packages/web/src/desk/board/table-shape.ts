// How big the table is drawn: a district's sheet, a province's, a nation's, or on a phone.
import type { BoardReply } from '@vungbuoc/programme/board';
import { useSyncExternalStore } from 'react';

export type Shape = {
  density: 'district' | 'province' | 'nation' | 'phone';
  /** Height of a row and width of a cell, px. */
  row: number;
  cell: number;
  mark: number;
  /** Names of criteria stand upright over narrow cells, lie over wide ones. */
  upright: boolean;
  /** Width of the first column, px: names are never cut. */
  names: number;
  /** Width of the last column: words in a district, "−1" in a longer board. */
  against: number;
};

const NARROW = '(max-width: 640px)';

function watchNarrow(changed: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(watchNarrow, () => matchMedia(NARROW).matches);
}

/** Width of the sheet on a desktop, of the column of sums, and the least that a bar needs, px. */
const SHEET = 948;
const SUM = 44;
const BAR = 100;

/** How wide a name is drawn at 14 px, without "Xã", which the head of the column says already. */
function namesWidth(board: BoardReply): number {
  const longest = board.rows.reduce((most, row) => Math.max(most, shownName(row.name).length), 8);
  return Math.max(112, Math.min(250, longest * 7.6 + 26));
}

/** The name without the word that heads the column. */
export function shownName(name: string): string {
  return name.replace(/^xã /i, '');
}

export function shapeOf(board: BoardReply, narrow: boolean): Shape {
  const criteria = board.criteria.length;
  const few = criteria <= 12;
  const upright = !few || narrow;
  const names = namesWidth(board);
  if (narrow) return { density: 'phone', row: 46, cell: 44, mark: 20, upright, names: 132, against: 74 };
  const rows = board.rows.length;
  const against = rows <= 20 ? 66 : 34;
  const roomy = Math.floor((SHEET - names - SUM - BAR - against) / Math.max(1, criteria));
  const cell = few ? Math.max(48, Math.min(67, roomy)) : criteria > 25 ? 24 : 31;
  if (rows <= 20) return { density: 'district', row: 42, cell, mark: 18, upright, names, against };
  const density = rows <= 60 ? 'province' : 'nation';
  return { density, row: density === 'province' ? 17 : 24, cell, mark: 12, upright, names, against };
}
