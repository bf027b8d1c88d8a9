// What the address of the board holds, so that a link, a printed address and the back button show the same view.
import type { BoardQuery, Geography } from '@vungbuoc/programme/board';
import { SHOWS, type Show, SORTS, type Sort, type View } from '../../data/board-view.ts';

/** Which board: place, round, set, boundaries, date. Kept when going to a commune or a criterion and back. */
export type PlaceSearch = {
  under?: string | undefined;
  round?: string | undefined;
  set?: string | undefined;
  geography?: Geography | undefined;
  asOf?: string | undefined;
  lang?: string | undefined;
};

export type BoardSearch = PlaceSearch & {
  sort?: Sort | undefined;
  show?: Show | undefined;
  q?: string | undefined;
  /** The open cell: `unit:criterion`. */
  cell?: string | undefined;
};

type Raw = Record<string, unknown>;

export function readPlaceSearch(raw: Raw): PlaceSearch {
  const geography = word(raw, 'geography', /^(then|now)$/);
  return {
    under: word(raw, 'under', /^\d{2,5}(@\d{4}-\d{2}-\d{2})?$/),
    round: word(raw, 'round', /^[a-z0-9-]{3,40}$/),
    set: word(raw, 'set', /^[a-z0-9.-]{3,80}$/),
    geography: geography === 'then' || geography === 'now' ? geography : undefined,
    asOf: word(raw, 'asOf', /^\d{4}-\d{2}-\d{2}$/),
    lang: word(raw, 'lang', /^(vi|en|pseudo)$/),
  };
}

export function readBoardSearch(raw: Raw): BoardSearch {
  return {
    ...readPlaceSearch(raw),
    sort: SORTS.find((sort) => sort === raw.sort),
    show: SHOWS.find((show) => show === raw.show),
    q: word(raw, 'q', /^.{1,80}$/),
    cell: word(raw, 'cell', /^[^:]+:[^:]+$/),
  };
}

function word(raw: Raw, name: string, shape: RegExp): string | undefined {
  const value = raw[name];
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && shape.test(text) ? text : undefined;
}

export function placeOf(search: BoardSearch): PlaceSearch {
  const { under, round, set, geography, asOf, lang } = search;
  return { under, round, set, geography, asOf, lang };
}

/** What the API is asked; only values that are there. */
export function queryOf(search: PlaceSearch): BoardQuery {
  const { under, round, set, geography, asOf } = search;
  return {
    ...(under ? { under } : {}),
    ...(round ? { round } : {}),
    ...(set ? { set } : {}),
    ...(geography ? { geography } : {}),
    ...(asOf ? { asOf } : {}),
  };
}

export function viewOf(search: BoardSearch): View {
  return { show: search.show ?? 'all', sort: search.sort ?? 'most', find: search.q ?? '' };
}

/** `unit:criterion` as its two codes. */
export function readCell(cell: string | undefined): { unit: string; criterion: string } | null {
  const [unit, criterion] = cell?.split(':') ?? [];
  return unit !== undefined && criterion !== undefined ? { unit, criterion } : null;
}
