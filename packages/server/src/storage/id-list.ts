// Lists of units as PostgreSQL reads arrays. The driver would quote and join each number: for the nation that costs more
// than the statement.

/** `{1,2,3}` for `::int[]`. */
export function idList(ids: readonly number[]): string {
  return `{${ids.join(',')}}`;
}

/** The same for decimals, dates and facts: nothing that would need quotes. null is NULL. */
export function plainList(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

/** The same for words: each in quotes, for `::text[]`. */
export function textList(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : quoted(value))).join(',')}}`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
