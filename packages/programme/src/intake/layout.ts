// Where in a sheet the table stands: which way round, which column names the units, where its headings end.
import type { IntakeContext } from './context.ts';
import { makeNameFinder, type NameFinder } from './criterion-names.ts';
import type { IntakeGrid } from './grid.ts';
import { bareNumber, readHeading } from './headings.ts';
import type { UnitFinder } from './unit-finder.ts';
import { makeView, type Orientation, type View } from './view.ts';

/** A possible reading of a sheet. Rows and columns are those of the view. */
export interface Layout {
  readonly view: View;
  /** The columns that hold names of units, the fullest first. */
  readonly nameColumns: readonly number[];
  /** The column with codes, or null. */
  readonly codeColumn: number | null;
  readonly headerTop: number;
  readonly bodyTop: number;
  /** How much speaks for this reading: units found, squared, times headings found. */
  readonly score: number;
}

/** Rows of a table are looked for no further down than this. */
const deepest = 20_000;
const deepestHeading = 60;
const highestHeading = 6;

/** The likeliest reading of one sheet, or null when it holds no table of units. */
export function findLayout(grid: IntakeGrid, context: IntakeContext, finder: UnitFinder): Layout | null {
  const names = makeNameFinder(context.criteria);
  const codes = new Set(context.criteria.map(({ code }) => code));
  const readings = (['down', 'across'] as const)
    .map((orientation) => readOriented(grid, orientation, finder, names, codes))
    .filter((layout) => layout !== null);
  return readings.sort((one, other) => other.score - one.score)[0] ?? null;
}

function readOriented(
  grid: IntakeGrid,
  orientation: Orientation,
  finder: UnitFinder,
  names: NameFinder,
  codes: ReadonlySet<string>,
): Layout | null {
  const view = makeView(grid, orientation);
  const { nameColumns, codeColumn, units } = findUnitColumns(view, finder);
  const unitColumn = nameColumns[0] ?? codeColumn;
  if (unitColumn === null) return null;
  const first = firstUnitRow(view, unitColumn, finder);
  if (first === null) return null;
  const isHeading = (text: string) => headingWeight(text, codes, names);
  let best = -1;
  let most = 0;
  for (let row = 0; row < Math.min(first, deepestHeading); row++) {
    let weight = 0;
    if (filledCells(view, row) < 2) continue;
    for (let column = 0; column < view.width; column++) weight += isHeading(view.cell(row, column).text);
    if (weight > most) [best, most] = [row, weight];
  }
  const header =
    best < 0
      ? { top: first, bodyTop: bodyWithoutHeading(view, first) }
      : findHeader(view, best, unitColumn, first);
  return {
    view,
    nameColumns,
    codeColumn,
    headerTop: header.top,
    bodyTop: header.bodyTop,
    score: units * units * (most + 1),
  };
}

function headingWeight(text: string, codes: ReadonlySet<string>, names: NameFinder): number {
  if (text === '' || text.length > 200) return 0;
  const heading = readHeading(text, codes, names);
  if (heading.is === 'criterion' || heading.is === 'clash' || heading.is === 'foreignNumber') return 1;
  if (heading.is === 'total') return 1;
  if (heading.is === 'unit' || heading.is === 'serial' || heading.is === 'group') return 0.5;
  return bareNumber(text) === null ? 0 : 0.9;
}

/** Counts, in each column, the distinct names and codes of units. */
function findUnitColumns(
  view: View,
  finder: UnitFinder,
): { nameColumns: number[]; codeColumn: number | null; units: number } {
  const found: { column: number; names: Set<string>; codes: Set<string> }[] = [];
  for (let column = 0; column < view.width; column++) {
    const entry = { column, names: new Set<string>(), codes: new Set<string>() };
    for (let row = 0; row < Math.min(view.height, deepest); row++) {
      const text = view.cell(row, column).text;
      if (text === '' || text.length > 80 || !finder.seems(text)) continue;
      (finder.byCode(text) === null ? entry.names : entry.codes).add(text);
    }
    found.push(entry);
  }
  const byNames = found
    .filter(({ names }) => names.size > 0)
    .sort((one, other) => weightOf(view, other) - weightOf(view, one));
  const byCodes = found
    .filter(({ codes }) => codes.size > 0)
    .sort((one, other) => other.codes.size - one.codes.size)[0];
  const most = byNames[0]?.names.size ?? 0;
  const nameColumns = byNames.filter(({ names }) => names.size * 2 >= most).map(({ column }) => column);
  const codeColumn = byCodes !== undefined && byCodes.codes.size * 2 >= most ? byCodes.column : null;
  const units = Math.max(most, byCodes?.codes.size ?? 0);
  if (codeColumn !== null && (byCodes?.codes.size ?? 0) > most * 2)
    return { nameColumns: [], codeColumn, units };
  return { nameColumns, codeColumn, units };
}

/** Names found in a column; a hidden column gives way to one that people see. */
function weightOf(view: View, { column, names }: { column: number; names: ReadonlySet<string> }): number {
  return view.columnHidden(column) ? names.size / 4 : names.size;
}

/** The first row whose unit is not alone in its line: a title may name a commune too. */
function firstUnitRow(view: View, column: number, finder: UnitFinder): number | null {
  let alone: number | null = null;
  for (let row = 0; row < view.height; row++) {
    if (!finder.seems(view.cell(row, column).text)) continue;
    if (filledCells(view, row) >= 2) return row;
    alone ??= row;
  }
  return alone;
}

function filledCells(view: View, row: number): number {
  let count = 0;
  for (let column = 0; column < view.width; column++) if (view.cell(row, column).text !== '') count++;
  return count;
}

/** Without any heading the table begins where lines of its width begin. */
function bodyWithoutHeading(view: View, first: number): number {
  let top = first;
  while (top > 0 && filledCells(view, top - 1) >= 3) top--;
  return top;
}

/** The headings around their fullest row: up over merged groups, down to the first row that begins with text of its own. */
function findHeader(
  view: View,
  best: number,
  unitColumn: number,
  first: number,
): { top: number; bodyTop: number } {
  let top = best;
  while (top > 0 && best - top < highestHeading && belongsToHeader(view, top - 1, top)) top--;
  let bodyTop = best + 1;
  while (bodyTop < first && !beginsBody(view, bodyTop, unitColumn, best)) bodyTop++;
  return { top, bodyTop };
}

/** A row above belongs to the headings when it has several texts, or a merge that reaches down into them. */
function belongsToHeader(view: View, row: number, below: number): boolean {
  let texts = 0;
  for (let column = 0; column < view.width; column++) {
    const merge = view.merge(row, column);
    if (merge !== null && merge.top <= row && merge.bottom >= below) return true;
    if (view.cell(row, column).text !== '') texts++;
  }
  return texts >= 2;
}

function beginsBody(view: View, row: number, unitColumn: number, header: number): boolean {
  for (let column = 0; column <= unitColumn; column++) {
    const merge = view.merge(row, column);
    if (merge !== null && merge.top <= header) continue;
    const text = view.shown(row, column).text;
    if (text !== '' && !isNumbering(text)) return true;
  }
  return false;
}

/** "(2)", "B", "3=1+2": how forms number their columns. */
export function isNumbering(text: string): boolean {
  return /^[([]?\s*(?:[A-Da-d]|\d{1,2}(?:\s*=\s*[\d+\-\s]+)?)\s*[)\]]?$/.test(text.trim());
}
