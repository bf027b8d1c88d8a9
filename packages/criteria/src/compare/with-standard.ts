// A set with one threshold changed, to see who would fall before anybody decides it. Never published, never stored.
import { deepFreeze } from '../json.ts';
import type { ByDimension, Cell, Condition, RuleNode, Table } from '../law/rule.ts';
import type { CriteriaSet } from '../law/set.ts';

/** Which threshold: of the main figure, in one column or in all, in every year that has one. */
export interface ThresholdChange {
  readonly indicator: string;
  /** null: every column. */
  readonly column: string | null;
  /** Decimal text. */
  readonly value: string;
}

/** The changed set; null when the set has no such threshold to change. */
export function withStandard(set: CriteriaSet, change: ThresholdChange): CriteriaSet | null {
  let changed = false;
  const onCell = (cell: Cell): Cell => {
    if (cell.kind !== 'standard') return cell;
    const of = onCondition(cell.of, change.value);
    if (of === cell.of) return cell;
    changed = true;
    return { ...cell, of };
  };
  const criteria = set.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((indicator) =>
      indicator.code === change.indicator
        ? { ...indicator, rule: onRule(indicator.rule, change.column, onCell) }
        : indicator,
    ),
  }));
  return changed ? deepFreeze({ ...set, criteria }) : null;
}

function onRule(rule: RuleNode, column: string | null, onCell: (cell: Cell) => Cell): RuleNode {
  if (rule.kind === 'ifPresent') return { ...rule, of: onTable(rule.of, column, onCell) };
  return onTable(rule, column, onCell);
}

function onTable(table: Table, column: string | null, onCell: (cell: Cell) => Cell): Table {
  if (table.kind !== 'byYear') return onColumns(table, column, onCell);
  const years = Object.entries(table.years).map(([year, own]) => [year, onColumns(own, column, onCell)]);
  return { ...table, years: Object.fromEntries(years) };
}

function onColumns(
  table: Cell | ByDimension,
  column: string | null,
  onCell: (cell: Cell) => Cell,
): Cell | ByDimension {
  if (table.kind !== 'byDimension') return onCell(table);
  const columns = Object.entries(table.columns).map(([code, cell]) => [
    code,
    column === null || code === column ? onCell(cell) : cell,
  ]);
  return { ...table, columns: Object.fromEntries(columns) };
}

/** The first threshold of the main figure takes the new value; everything else stays. */
function onCondition(condition: Condition, value: string): Condition {
  if (condition.kind === 'all' || condition.kind === 'any') {
    const of = condition.of.map((child) => onCondition(child, value));
    return of.some((child, index) => child !== condition.of[index]) ? { ...condition, of } : condition;
  }
  const threshold = condition.kind === 'atLeast' || condition.kind === 'atMost';
  return threshold && condition.part === '' ? { ...condition, value } : condition;
}
