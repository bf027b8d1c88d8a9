// Walks an indicator's rule tree: which cell a year and a column lead to, and all cells with their places.
import type { ByDimension, Cell, RuleNode, Table } from './rule.ts';

/** A cell with the year and column that lead to it; null where all share it. */
export interface PlacedCell {
  readonly year: string | null;
  readonly column: string | null;
  readonly cell: Cell;
}

/** The table inside "nếu có". */
export function tableOf(rule: RuleNode): Table {
  return rule.kind === 'ifPresent' ? rule.of : rule;
}

/** All cells that can judge a unit, in the order of the file; the national column beside others is not one. */
export function cellsOf(rule: RuleNode): PlacedCell[] {
  const table = tableOf(rule);
  if (table.kind !== 'byYear') return columnCells(table, null);
  return Object.entries(table.years).flatMap(([year, columns]) => columnCells(columns, year));
}

function columnCells(table: Cell | ByDimension, year: string | null): PlacedCell[] {
  if (table.kind !== 'byDimension') return [{ year, column: null, cell: table }];
  return Object.entries(table.columns).map(([column, cell]) => ({ year, column, cell }));
}

/** The cell for a year and a column; `no-year` where the year has no standard of its own. */
export function cellAt(rule: RuleNode, column: string | null, year: number): Cell | 'no-year' | 'no-column' {
  const table = tableOf(rule);
  const columns = table.kind === 'byYear' ? ownValue(table.years, String(year)) : table;
  if (columns === undefined) return 'no-year';
  if (columns.kind !== 'byDimension') return columns;
  return (column === null ? undefined : ownValue(columns.columns, column)) ?? 'no-column';
}

function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Whether a cell may decide a verdict: it was read in a source or is remembered, or two people signed it. */
export function decides(cell: Cell): boolean {
  if (cell.kind !== 'standard' || cell.source === null) return false;
  return cell.confidence === 'source' || cell.confidence === 'memory' || cell.signatures.length >= 2;
}

/** Whether a deciding cell must carry "chưa đối chiếu bản gốc". */
export function isUnchecked(cell: Cell): boolean {
  return cell.kind === 'standard' && cell.confidence !== 'source' && cell.signatures.length < 2;
}
