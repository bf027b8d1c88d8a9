// Addresses of the API. A value that is absent is not named, so that the server's own default decides.
import type { BoardQuery } from '@vungbuoc/programme/board';
import type { View } from './board-view.ts';

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

/** The workbook of what is on screen: same order, same filter, same search, same language. */
export function boardWorkbookAddress(query: BoardQuery, view: View, language: string): string {
  return withQuery('/api/board.xlsx', {
    ...boardAsked(query),
    sort: view.sort,
    filter: view.show,
    q: view.find,
    lang: language === 'en' ? 'en' : 'vi',
  });
}

export function cellAddress(unit: string, criterion: string, query: BoardQuery): string {
  const { round, set, geography, asOf } = query;
  return withQuery(`/api/units/${unit}/criteria/${criterion}`, { round, set, geography, asOf });
}

export function communeAddress(unit: string, query: BoardQuery): string {
  const { round, set, geography, asOf } = query;
  return withQuery(`/api/units/${unit}`, { round, set, geography, asOf });
}

export function criterionAddress(criterion: string, query: BoardQuery): string {
  return withQuery(`/api/criteria/${criterion}`, boardAsked(query));
}
