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

export function changesAddress(query: BoardQuery, since: string | undefined): string {
  return withQuery('/api/changes', { ...boardAsked(query), since });
}

/** The fields of the form that asks for the workbook of what is on screen: these rows in this order, in this language. */
export function boardWorkbookFields(
  query: BoardQuery,
  rows: readonly BoardRow[],
  language: string,
): [name: string, value: string][] {
  const units = rows.map((row) => row.unit).join(',');
  const values = { ...boardAsked(query), units, lang: language === 'en' ? 'en' : 'vi' };
  return Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []));
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
