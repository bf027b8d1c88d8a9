// Set + column + year to judges: every choice that does not depend on a unit's figures is made here, once.
import { cellAt, decides } from '../law/cells.ts';
import { thresholdsOf } from '../law/conditions.ts';
import type { FigureDef } from '../law/figures.ts';
import type { Standard } from '../law/rule.ts';
import type { CriteriaSet, Indicator } from '../law/set.ts';
import { ENGINE, type EngineNumber, NOT_APPLICABLE, UNKNOWN } from '../verdict.ts';
import { type Column, columnOf } from './column.ts';
import type { Judge, Operand } from './compare.ts';
import { judgeOf } from './rule-judge.ts';

/** Why no figure could decide an indicator here. */
export type OpenReason =
  | 'outside-period'
  | 'no-column'
  | 'no-year'
  | 'standard-null'
  | 'standard-unsure'
  | 'standard-without-source'
  | 'delegated';

export interface CompiledIndicator {
  readonly indicator: Indicator;
  /** The cell's standard, deciding or not; null where there is none. */
  readonly standard: Standard | null;
  /** Null where a figure decides. */
  readonly open: OpenReason | null;
  readonly ifPresent: boolean;
  /** What each part compares in a table. */
  readonly operands: ReadonlyMap<string, Operand>;
  /** Thresholds (decimal texts) that the value shown may not be rounded across. */
  readonly bounds: readonly string[];
  readonly judge: Judge;
  /** Column and year that led to the cell, as a path: `byYear/2020/byDimension/TDMNPB`. */
  readonly path: string;
}

/** A criterion's indicators are `indicators[first]` up to before `indicators[end]`. */
export interface CompiledCriterion {
  readonly code: string;
  readonly first: number;
  readonly end: number;
  /** All indicators that the decree declares are listed. */
  readonly complete: boolean;
}

export interface CompiledSet {
  /** Which engine's canonical explanations it gives. */
  readonly engine: EngineNumber;
  readonly set: CriteriaSet;
  readonly dimension: string | null;
  readonly column: Column | null;
  readonly year: number;
  /** Year whose standards apply: another one only by an overlay's extension; null outside the period. */
  readonly standardsYear: number | null;
  /** Figures in the order of a table's columns; the same for every column and year of one set. */
  readonly figures: readonly FigureDef[];
  readonly indicators: readonly CompiledIndicator[];
  readonly criteria: readonly CompiledCriterion[];
  readonly conditions: readonly CompiledIndicator[];
}

/**
 * Compiles a set for one column and year, to be explained as an older engine did where one is named. Throws
 * UnknownColumnError for a column that the set does not have.
 */
export function compile(
  set: CriteriaSet,
  dimension: string | null,
  year: number,
  engine: EngineNumber = ENGINE,
): CompiledSet {
  const column = columnOf(set, dimension);
  const figures = Object.values(set.figures);
  const places = new Map(figures.map((figure, index) => [figure.code, index]));
  const standardsYear = standardsYearOf(set, year);
  const scope: Scope = { engine, set, column, standardsYear, places };
  const indicators: CompiledIndicator[] = [];
  const criteria = set.criteria.map((criterion) => {
    const first = indicators.length;
    for (const indicator of criterion.indicators) indicators.push(compileIndicator(indicator, scope));
    const complete =
      criterion.declaredIndicators === criterion.indicators.length && indicators.length > first;
    return { code: criterion.code, first, end: indicators.length, complete };
  });
  const conditions = set.conditions.map((condition) => compileIndicator(condition, scope));
  const head = { engine, set, dimension, column, year, standardsYear, figures };
  return { ...head, indicators, criteria, conditions };
}

/** The year itself inside the period, the overlay's year in its extension, else null. */
export function standardsYearOf(set: CriteriaSet, year: number): number | null {
  const { from, to, extended } = set.period;
  if (year >= from && year <= to) return year;
  return extended !== null && year > to && year <= extended.to ? extended.standardsOf : null;
}

interface Scope {
  readonly engine: EngineNumber;
  readonly set: CriteriaSet;
  readonly column: Column | null;
  readonly standardsYear: number | null;
  readonly places: ReadonlyMap<string, number>;
}

function compileIndicator(indicator: Indicator, scope: Scope): CompiledIndicator {
  const { open, standard } = findStandard(indicator, scope);
  const allowed = indicator.rule.kind === 'ifPresent';
  const operands = findOperands(indicator, scope);
  const judge =
    open === null && standard !== null
      ? judgeOf(standard.of, operands, allowed ? NOT_APPLICABLE : UNKNOWN)
      : () => UNKNOWN;
  const bounds = standard === null ? [] : boundsOf(standard, operands, scope.engine);
  const path = pathOf(indicator, scope);
  return { indicator, standard, open, ifPresent: allowed, operands, bounds, judge, path };
}

/** The main part; the only one where there is no main; null where men and women stand side by side. */
export function shownPart(operands: ReadonlyMap<string, Operand>): string | null {
  const [only] = operands.keys();
  if (operands.has('')) return '';
  return operands.size === 1 && only !== undefined ? only : null;
}

function boundsOf({ of }: Standard, operands: ReadonlyMap<string, Operand>, engine: EngineNumber): string[] {
  if (engine === 1) return thresholdsOf(of, '').slice(0, 1);
  const part = shownPart(operands);
  return part === null ? [] : [...new Set(thresholdsOf(of, part))];
}

function findStandard(
  indicator: Indicator,
  scope: Scope,
): { open: OpenReason | null; standard: Standard | null } {
  if (scope.standardsYear === null) return { open: 'outside-period', standard: null };
  if (scope.set.dimension !== null && scope.column === null) return { open: 'no-column', standard: null };
  const cell = cellAt(indicator.rule, scope.column?.value.code ?? null, scope.standardsYear);
  if (cell === 'no-year' || cell === 'no-column') return { open: cell, standard: null };
  if (cell.kind === 'delegated') return { open: 'delegated', standard: null };
  if (cell.kind === 'missing') return { open: 'standard-null', standard: null };
  if (decides(cell)) return { open: null, standard: cell };
  return { open: cell.source === null ? 'standard-without-source' : 'standard-unsure', standard: cell };
}

function findOperands(indicator: Indicator, scope: Scope): Map<string, Operand> {
  const operands = new Map<string, Operand>();
  for (const [part, { code }] of Object.entries(indicator.figures)) {
    const definition = scope.set.figures[code];
    const figure = scope.places.get(code);
    if (definition === undefined || figure === undefined) continue;
    operands.set(part, { figure, kind: definition.kind, decimals: definition.decimals });
  }
  return operands;
}

function pathOf(indicator: Indicator, scope: Scope): string {
  const steps: string[] = [];
  let rule = indicator.rule;
  if (rule.kind === 'ifPresent') {
    steps.push('ifPresent');
    rule = rule.of;
  }
  const columns = rule.kind === 'byYear' ? rule.years[String(scope.standardsYear)] : rule;
  if (rule.kind === 'byYear') steps.push('byYear', String(scope.standardsYear ?? scope.set.period.to));
  if (columns?.kind === 'byDimension') steps.push('byDimension', scope.column?.value.code ?? '?');
  return steps.join('/');
}
