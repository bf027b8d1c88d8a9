// Checks one indicator: holes between columns, standards that cannot hold or never matter, cells not known yet.
import { cellsOf, decides, type PlacedCell, tableOf } from '../law/cells.ts';
import { partsOf } from '../law/conditions.ts';
import type { ByDimension } from '../law/rule.ts';
import type { CriteriaSet, Indicator } from '../law/set.ts';
import { conditionFault } from './condition.ts';
import type { Doubts } from './doubts.ts';
import type { Place } from './set.ts';

export function checkIndicator(indicator: Indicator, set: CriteriaSet, own: Place, doubts: Doubts): void {
  const table = tableOf(indicator.rule);
  const byYear = table.kind === 'byYear' ? Object.entries(table.years) : [['', table] as const];
  for (const [year, columns] of byYear) {
    if (columns.kind === 'byDimension' && !doubts.keys.has('dimension'))
      checkHoles(columns, set, year === '' ? own : own.at(year));
  }
  if (table.kind === 'byYear' && !doubts.keys.has('period')) {
    for (let year = set.period.from; year <= set.period.to; year++) {
      if (!Object.hasOwn(table.years, String(year)))
        own.leaveOpen('set.year-without-standard', { year: String(year) });
    }
  }
  if (doubts.parts.has(indicator)) return;
  const cells = cellsOf(indicator.rule);
  const read = cells.filter(({ cell }) => !doubts.parts.has(cell));
  for (const placed of read) checkCell(placed, indicator, own.at(...placeName(placed)));
  if (read.length === cells.length) checkUnusedParts(indicator, cells, own);
}

function placeName({ year, column }: PlacedCell): string[] {
  return [year, column].filter((step) => step !== null);
}

/** Every column of the set must have its cell, if only null. */
function checkHoles(columns: ByDimension, set: CriteriaSet, own: Place): void {
  for (const value of set.dimension?.values ?? []) {
    if (!Object.hasOwn(columns.columns, value.code)) {
      own.refuse('set.column-absent', { column: value.nameVi }, value.code);
    }
  }
}

function checkCell({ cell }: PlacedCell, indicator: Indicator, own: Place): void {
  if (cell.kind === 'missing') own.leaveOpen('set.standard-null', { indicator: indicator.code });
  if (cell.kind !== 'standard') return;
  for (const part of partsOf(cell.of)) {
    if (!Object.hasOwn(indicator.figures, part))
      own.refuse('set.part-without-figure', { part: part || '""' });
  }
  const fault = conditionFault(cell.of, indicator.measure.type);
  if (fault !== null) own.refuse(fault, { indicator: indicator.code });
  if (cell.source === null) own.leaveOpen('set.standard-without-source', { indicator: indicator.code });
  else if (!decides(cell))
    own.leaveOpen('set.standard-unsure', { indicator: indicator.code, confidence: cell.confidence });
}

/** A part whose figure no standard ever asks for cannot be reached; while a cell is open, it may yet be. */
function checkUnusedParts(indicator: Indicator, cells: readonly PlacedCell[], own: Place): void {
  const asked = new Set<string>();
  for (const { cell } of cells) {
    if (!decides(cell)) return;
    if (cell.kind === 'standard') for (const part of partsOf(cell.of)) asked.add(part);
  }
  for (const part of Object.keys(indicator.figures)) {
    if (!asked.has(part)) own.refuse('set.part-unreachable', { part: part || '""' });
  }
}
