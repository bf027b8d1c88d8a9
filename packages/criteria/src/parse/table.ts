// An indicator's table of standards: one for all columns, by column, and by year.

import { visibleCode } from '../law/code.ts';
import type { ByDimension, Cell, Table } from '../law/rule.ts';
import type { Dimension } from '../law/set.ts';
import { type CellMeasure, parseCell } from './cell.ts';
import type { DocumentNode } from './node.ts';

/** What a table is read against; `unread` and null where that has a fault of its own, and nothing is compared with it. */
export interface TableScope {
  readonly dimension: Dimension | null | 'unread';
  readonly measure: CellMeasure;
  readonly years: { readonly from: number; readonly to: number } | null;
  /** A set may cite the decree's general column beside its columns; in a province's table it would be lost. */
  readonly generalColumn: boolean;
}

/** Reads `standards`: `{default}`, `{by}`, or `{byYear: {"2020": {default, by}}}`. */
export function parseTable(node: DocumentNode, scope: TableScope): Table {
  if (!node.has('byYear')) return parseColumns(node, scope);
  node.allowOnly('byYear');
  const byYear = node.under('byYear');
  const years: Record<string, Cell | ByDimension> = {};
  for (const year of Object.keys(byYear.fields)) {
    if (!isYearOf(year, scope.years))
      byYear.refuse('set.year-unreachable', { year: visibleCode(year) }, year);
    years[year] = parseColumns(byYear.at(year, visibleCode(year)), scope);
  }
  if (Object.keys(years).length === 0) byYear.refuse('set.no-year');
  return { kind: 'byYear', years };
}

function isYearOf(year: string, years: TableScope['years']): boolean {
  if (!/^\d{4}$/.test(year)) return false;
  return years === null || (Number(year) >= years.from && Number(year) <= years.to);
}

function parseColumns(node: DocumentNode, scope: TableScope): Cell | ByDimension {
  node.allowOnly('default', 'by');
  if (!node.has('by')) return parseCell(node, 'default', '', scope.measure);
  if (node.has('default') && !scope.generalColumn) node.refuse('overlay.default-beside-columns');
  const by = node.under('by');
  // Without columns to name, an empty list would say nothing where a standard has to stand.
  if (scope.dimension === null && Object.keys(by.fields).length === 0)
    node.refuse('set.key-absent', { key: 'default' });
  const columns: Record<string, Cell> = {};
  for (const key of Object.keys(by.fields)) {
    const code = key.normalize('NFC');
    if (!isColumn(code, scope)) by.refuse('set.column-unreachable', { column: visibleCode(code) }, code);
    if (Object.hasOwn(columns, code)) by.refuse('set.code-twice', { code: visibleCode(code) }, code);
    columns[code] = parseCell(by, key, visibleCode(code), scope.measure);
  }
  const national = node.has('default') ? parseCell(node, 'default', '', scope.measure) : null;
  return { kind: 'byDimension', columns, national };
}

function isColumn(code: string, { dimension }: TableScope): boolean {
  if (dimension === 'unread') return true;
  return dimension?.values.some((value) => value.code === code) ?? false;
}
