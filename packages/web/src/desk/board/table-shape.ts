// How big the table is drawn: a district's sheet, a province's, a nation's, or on a phone.
import type { BoardReply, BoardRow } from '@vungbuoc/programme/board';
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
  /** Width of the bars in a sheet of full width, px. */
  bar: number;
  /** Width of the last column: words in a district, "−1" in a longer board. */
  against: number;
  /** Width of the column of sums, px: 13.808 is wider than 133. */
  sum: number;
};

/** A phone; a desktop too small for head and ways out in one line. */
const NARROW = watch('(max-width: 640px)');
const TIGHT = watch('(min-width: 641px) and (max-width: 1279px)');

function watch(media: string) {
  return {
    follow(changed: () => void): () => void {
      const query = matchMedia(media);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    matches: () => matchMedia(media).matches,
  };
}

export function useNarrow(): boolean {
  return useSyncExternalStore(NARROW.follow, NARROW.matches);
}

export function useTight(): boolean {
  return useSyncExternalStore(TIGHT.follow, TIGHT.matches);
}

/** Width of the sheet on a desktop and the least that a bar needs, px. */
const SHEET = 948;
const BAR = 100;

/** How wide a name is drawn at 14 px, without "Xã", which the head of the column says already. */
function namesWidth(board: BoardReply, note: number): number {
  const longest = board.rows.reduce((most, row) => Math.max(most, shownName(row.name).length), 8);
  const widest = Math.max(112, Math.min(250, longest * 7.6 + 26));
  return Math.max(widest, Math.min(NOTE_WIDTH, note + NAME_PADDING));
}

/** Up to here the column grows with the note under a name; what is longer goes on in the next line. */
const NOTE_WIDTH = 148;
const NAME_PADDING = 14;

/** How wide a note is drawn at 12 px. */
function noteWidth(note: string | null): number {
  return (note?.length ?? 0) * 6.2;
}

/** The name without the word that heads the column. */
export function shownName(name: string): string {
  return name.replace(/^xã /i, '');
}

/** `noteOf` says what stands under the name of a row; only a district's board shows it. */
export function shapeOf(board: BoardReply, narrow: boolean, noteOf: (row: BoardRow) => string | null): Shape {
  const criteria = board.criteria.length;
  const few = criteria <= 12;
  if (narrow) {
    return {
      density: 'phone',
      row: 46,
      cell: 46,
      mark: 20,
      upright: true,
      names: 132,
      bar: 160,
      against: 74,
      sum: 44,
    };
  }
  const rows = board.rows.length;
  const density = rows <= 20 ? 'district' : rows <= 60 ? 'province' : 'nation';
  const notes = density === 'district' ? board.rows.map((row) => noteWidth(noteOf(row))) : [];
  const note = Math.max(0, ...notes);
  const names = namesWidth(board, note);
  const sum = density === 'nation' ? 62 : 44;
  const against = againstWidth(board, density);
  const roomy = Math.floor((SHEET - names - sum - BAR - against) / Math.max(1, criteria));
  const cell = few ? Math.max(48, Math.min(67, roomy)) : criteria > 25 ? 24 : 31;
  const bar = Math.max(BAR, SHEET - names - sum - against - cell * criteria);
  const mark = density === 'district' ? 18 : 12;
  return { density, row: ROWS[density], cell, mark, upright: !few, names, bar, against, sum };
}

const ROWS = { district: 42, province: 17, nation: 24 } as const;

/** Without a plan per commune there is nothing to compare. */
function againstWidth(board: BoardReply, density: Shape['density']): number {
  if (board.rows.every((row) => row.planned === null)) return 12;
  return density === 'district' ? 66 : 34;
}
