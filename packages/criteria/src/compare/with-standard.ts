// A set with one threshold changed, to see who would fall before anybody decides it. Never published, never stored.
import { thousandthsOf } from '../decimal.ts';
import { deepFreeze } from '../json.ts';
import type { ByDimension, Cell, Condition, RuleNode, Table } from '../law/rule.ts';
import type { CriteriaSet, Indicator } from '../law/set.ts';
import { findIndicator } from '../overlay/overlay.ts';

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
  if (!isThreshold(findIndicator(set, change.indicator), change.value)) return null;
  const place: Place = {
    column: change.column,
    known: set.dimension?.values.map((value) => value.code) ?? [],
  };
  let changed = false;
  const onCell = (cell: Cell): Cell => {
    if (cell.kind !== 'standard') return cell;
    const of = onCondition(cell.of, change.value);
    if (of === cell.of) return cell;
    changed = true;
    return { ...cell, of };
  };
  const onIndicator = (indicator: Indicator): Indicator =>
    indicator.code === change.indicator
      ? { ...indicator, rule: onRule(indicator.rule, place, onCell) }
      : indicator;
  const criteria = set.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map(onIndicator),
  }));
  const conditions = set.conditions.map(onIndicator);
  return changed ? deepFreeze({ ...set, criteria, conditions }) : null;
}

/** Whether a text could stand in the set as this indicator's threshold. */
function isThreshold(indicator: Indicator | undefined, value: string): boolean {
  const thousandths = thousandthsOf(value);
  if (indicator === undefined || thousandths === null || thousandths < 0) return false;
  return indicator.measure.type !== 'percent' || thousandths <= 100_000;
}

/** The column to change, null for all, and the columns there are. */
interface Place {
  readonly column: string | null;
  readonly known: readonly string[];
}

type OnCell = (cell: Cell) => Cell;

function onRule(rule: RuleNode, place: Place, onCell: OnCell): RuleNode {
  if (rule.kind === 'ifPresent') return { ...rule, of: onTable(rule.of, place, onCell) };
  return onTable(rule, place, onCell);
}

function onTable(table: Table, place: Place, onCell: OnCell): Table {
  if (table.kind !== 'byYear') return onColumns(table, place, onCell);
  const years = Object.entries(table.years).map(([year, own]) => [year, onColumns(own, place, onCell)]);
  return { ...table, years: Object.fromEntries(years) };
}

/** A standard that served all columns is told apart once one of them is changed. */
function onColumns(table: Cell | ByDimension, { column, known }: Place, onCell: OnCell): Cell | ByDimension {
  if (table.kind !== 'byDimension' && column === null) return onCell(table);
  const own =
    table.kind === 'byDimension'
      ? Object.entries(table.columns)
      : known.map((code) => [code, table] as const);
  const columns = own.map(
    ([code, cell]) => [code, column === null || code === column ? onCell(cell) : cell] as const,
  );
  const national = table.kind === 'byDimension' ? table.national : null;
  return { kind: 'byDimension', columns: Object.fromEntries(columns), national };
}

/** The first threshold of the main figure takes the new value; everything else stays. */
function onCondition(condition: Condition, value: string): Condition {
  if (condition.kind === 'all' || condition.kind === 'any') {
    let changed = false;
    const of = condition.of.map((child) => {
      const own = changed ? child : onCondition(child, value);
      changed ||= own !== child;
      return own;
    });
    return changed ? { ...condition, of } : condition;
  }
  const threshold = condition.kind === 'atLeast' || condition.kind === 'atMost';
  return threshold && condition.part === '' ? { ...condition, value } : condition;
}
