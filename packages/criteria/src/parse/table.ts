// An indicator's table of standards: one for all columns, by column, and by year.
import type { ByDimension, Cell, Table } from '../law/rule.ts';
import type { Dimension, Measure } from '../law/set.ts';
import { parseCell } from './cell.ts';
import type { DocumentNode } from './node.ts';

/** What a table is read against. */
export interface TableScope {
  readonly dimension: Dimension | null;
  readonly measure: Measure;
  readonly years: { readonly from: number; readonly to: number };
}

/** Reads `standards`: `{default}`, `{by}`, or `{byYear: {"2020": {default, by}}}`. */
export function parseTable(node: DocumentNode, scope: TableScope): Table {
  if (!node.has('byYear')) return parseColumns(node, scope);
  node.allowOnly('byYear');
  const byYear = node.child('byYear');
  const years: Record<string, Cell | ByDimension> = {};
  for (const year of Object.keys(byYear.fields)) {
    if (!isYearOf(year, scope)) byYear.refuse('set.year-unreachable', { year }, year);
    years[year] = parseColumns(byYear.child(year), scope);
  }
  if (Object.keys(years).length === 0) byYear.refuse('set.key-absent', { key: String(scope.years.from) });
  return { kind: 'byYear', years };
}

function isYearOf(year: string, scope: TableScope): boolean {
  return /^\d{4}$/.test(year) && Number(year) >= scope.years.from && Number(year) <= scope.years.to;
}

function parseColumns(node: DocumentNode, scope: TableScope): Cell | ByDimension {
  node.allowOnly('default', 'by');
  if (!node.has('by')) {
    if (!node.has('default')) node.refuse('set.key-absent', { key: 'default' });
    return parseCell(node, 'default', scope.measure);
  }
  const by = node.child('by');
  const known = scope.dimension?.values.map((value) => value.code) ?? [];
  const columns: Record<string, Cell> = {};
  for (const code of Object.keys(by.fields)) {
    if (!known.includes(code)) by.refuse('set.column-unreachable', { column: code }, code);
    columns[code] = parseCell(by, code, scope.measure);
  }
  const national = node.has('default') ? parseCell(node, 'default', scope.measure) : null;
  return { kind: 'byDimension', columns, national };
}
