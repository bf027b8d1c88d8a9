// The board as the person asked to see it: filtered, found, ordered and grouped. Pure, so that print and tests agree.
import type { BoardReply, BoardRow } from '@vungbuoc/programme/board';
import { matchesSearch } from '@vungbuoc/programme/names';
import { compareNames } from './name-order.ts';

export const SHOWS = ['all', 'notMet', 'waiting', 'atRisk', 'unknown'] as const;
export type Show = (typeof SHOWS)[number];
export const SORTS = ['most', 'least', 'behind', 'name', 'list'] as const;
export type Sort = (typeof SORTS)[number];
export type View = { show: Show; sort: Sort; find: string };

/** Mark letters that each filter looks for (letters: MARKS of the board). */
const LETTERS: Readonly<Record<Exclude<Show, 'all'>, string>> = {
  notMet: 'N',
  waiting: 'CP',
  atRisk: 'R',
  unknown: 'U',
};

/** Whether a cell is one of those asked for. */
export function wanted(letter: string, show: Show): boolean {
  return show === 'all' || LETTERS[show].includes(letter);
}

/** How many cells each filter would show. */
export function countCells(rows: readonly BoardRow[]): Record<Show, number> {
  const counts: Record<Show, number> = { all: 0, notMet: 0, waiting: 0, atRisk: 0, unknown: 0 };
  for (const row of rows) {
    for (const letter of row.marks) for (const show of SHOWS) if (wanted(letter, show)) counts[show] += 1;
  }
  return counts;
}

/** Rows that fit the filter and the search, in the order asked for. */
export function arrangeRows(board: BoardReply, view: View): BoardRow[] {
  const fits = board.rows.filter((row) => {
    if (view.show !== 'all' && ![...row.marks].some((letter) => wanted(letter, view.show))) return false;
    return matchesSearch(row.name, view.find) || row.unit === view.find.trim();
  });
  return view.sort === 'list' ? fits : fits.sort(ORDERS[view.sort]);
}

type Order = (a: BoardRow, b: BoardRow) => number;
const byName: Order = (a, b) => compareNames(a.name, b.name);
/** Units without a result stand last, whatever the order. */
const met = (row: BoardRow, absent: number): number => row.met ?? absent;
const behind = (row: BoardRow): number =>
  row.met === null || row.planned === null ? Number.POSITIVE_INFINITY : row.met - row.planned;

const ORDERS: Readonly<Record<Exclude<Sort, 'list'>, Order>> = {
  most: (a, b) => met(b, -1) - met(a, -1) || byName(a, b),
  least: (a, b) => met(a, 999) - met(b, 999) || byName(a, b),
  behind: (a, b) => (behind(a) === behind(b) ? byName(a, b) : behind(a) - behind(b)),
  name: byName,
};

/** Where the floor line is drawn: the first of the rows below it, when the order is by criteria met; else null. */
export function firstUnderFloor(rows: readonly BoardRow[], sort: Sort): string | null {
  if (sort !== 'most') return null;
  return rows.find((row) => row.underFloor)?.unit ?? null;
}

/** What may be said of the floor: "nobody is below" only when every commune has a result. */
export function floorSaid(board: Pick<BoardReply, 'floor' | 'underFloor' | 'sums'>) {
  const { floor, underFloor, sums } = board;
  if (floor === null || sums.withResult === 0) return null;
  if (underFloor.length > 0) return 'sentence.under';
  return sums.withResult === sums.units ? 'sentence.noneUnder' : 'sentence.noneUnderPart';
}

/** Each changed mark between two replies to the same question; a row that came or went counts all its cells. */
export function changedCells(before: BoardReply, after: BoardReply): number {
  const earlier = new Map(before.rows.map((row) => [row.unit, row.marks]));
  let changed = 0;
  for (const row of after.rows) {
    const marks = earlier.get(row.unit) ?? '';
    earlier.delete(row.unit);
    for (let at = 0; at < row.marks.length; at += 1) if (row.marks[at] !== marks[at]) changed += 1;
  }
  for (const marks of earlier.values()) changed += marks.length;
  return changed;
}
