// Addresses of the API. A value that is absent is not named, so that the server's own default decides.
import type { BoardQuery, BoardRow } from '@vungbuoc/programme/board';

type Values = Readonly<Record<string, string | undefined>>;

export function withQuery(path: string, values: Values): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The part of an address that names which board: place, round, set, boundaries, date. */
export function boardAsked(query: BoardQuery): Values {
  const { under, round, set, geography, asOf } = query;
  return { under, round, set, geography, asOf };
}

export function boardAddress(query: BoardQuery): string {
  return withQuery('/api/board', boardAsked(query));
}

/** An address holds about this many codes; a longer board is written whole, in the order of the list. */
const CODES_AT_MOST = 1500;

/** The workbook of what is on screen: these rows in this order, in this language. */
export function boardWorkbookAddress(query: BoardQuery, rows: readonly BoardRow[], language: string): string {
  return withQuery('/api/board.xlsx', {
    ...boardAsked(query),
    units: rows.length <= CODES_AT_MOST ? rows.map((row) => row.unit).join(',') : undefined,
    lang: language === 'en' ? 'en' : 'vi',
  });
}

export function cellAddress(unit: string, criterion: string, query: BoardQuery): string {
  const { round, set, geography, asOf } = query;
  return withQuery(`/api/units/${encodeURIComponent(unit)}/criteria/${encodeURIComponent(criterion)}`, {
    round,
    set,
    geography,
    asOf,
  });
}

export function communeAddress(unit: string, query: BoardQuery): string {
  const { round, set, geography, asOf } = query;
  return withQuery(`/api/units/${encodeURIComponent(unit)}`, { round, set, geography, asOf });
}

export function criterionAddress(criterion: string, query: BoardQuery): string {
  return withQuery(`/api/criteria/${encodeURIComponent(criterion)}`, boardAsked(query));
}
