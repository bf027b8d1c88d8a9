// One reading of one sheet, step by step: columns, lines, totals, marks, results. The same steps propose and apply.

import { foldText } from '../names/index.ts';
import { equationsOf } from './check-totals.ts';
import type { IntakeContext } from './context.ts';
import { whatIsCounted } from './headings.ts';
import type { Layout } from './layout.ts';
import type { Ledger } from './ledger.ts';
import { readLegend } from './legend.ts';
import { askPlace } from './place.ts';
import { candidate, makeQuestion, namedCandidate } from './question.ts';
import { makeResults, type OpenCell, type ResultsRead } from './results.ts';
import { type RowPlan, readRows } from './rows.ts';
import { askPurpose, settleBlocks } from './settle-blocks.ts';
import { settleCells } from './settle-cells.ts';
import { type ColumnsSettled, settleColumns } from './settle-columns.ts';
import { settleMarks } from './settle-marks.ts';
import { settleRows } from './settle-rows.ts';
import { type RowCount, readCounts, settleTotals } from './settle-totals.ts';
import { makeSlots } from './slots.ts';
import { askedOf, type Table, type UnitRow } from './table.ts';
import { linesOf, readTitle, type Title } from './title.ts';
import type { UnitFinder } from './unit-finder.ts';
import type { View } from './view.ts';

/** A table read as far as its questions allow. */
export interface TableRead extends ResultsRead {
  readonly title: Title;
  readonly columns: ColumnsSettled;
  readonly rowPlans: readonly RowPlan[];
  readonly unitRows: readonly UnitRow[];
  /** Criteria of the set that have a column. */
  readonly criteria: readonly string[];
}

/** Reads one table. Questions and decisions go into the ledger. */
export function readTable(
  layout: Layout,
  context: IntakeContext,
  finder: UnitFinder,
  ledger: Ledger,
  outerOpen: readonly string[],
): TableRead {
  const title = readTitle(textsAbove(layout));
  const legend = readLegend(textsAround(layout, finder));
  const aboutNotMet = title.aboutNotMet || headedNotMet(layout);
  const table: Table = { context, finder, ledger, layout, title, legend, aboutNotMet };
  const sample = sampleRows(layout, finder);
  const columns = settleColumns(table, sample);
  const blocks = settleBlocks(table, columns.criteria, sample);
  const rowPlans = readRows(layout, finder, {
    resultColumns: [...blocks.columns, ...columns.totals].map(({ plan }) => plan.column),
    serialColumn: columnOf(columns, 'serial'),
    districtColumn: columnOf(columns, 'district') ?? districtColumn(layout, finder, sample),
  });
  const unitRows = settleRows(table, rowPlans);
  const criteria = [...new Set(blocks.columns.map(({ criterion }) => criterion))];
  const totals = settleTotals(table, columns, unitRows, criteria.length);
  const counts = totals.met === null ? [] : readCounts(table, totals.met, unitRows);
  const countColumns = [totals.met?.plan.column, totals.notMet?.column].filter(
    (column) => column !== undefined,
  );
  const cells = settleCells(table, makeSlots(table, unitRows, blocks.columns, countColumns));
  const trusted = totals.trusted ? counts : [];
  const equations = equationsOf(
    table,
    cells,
    trusted,
    notMetCounts(layout, totals.notMet?.column ?? null, unitRows),
  );
  const markCells = cells
    .filter(({ open, verdict, slot }) => open.length === 0 && verdict === null && !slot.row.doubtful)
    .map(({ slot }) => slot);
  const meanings = settleMarks(table, markCells, equations);
  const tableOpen = [
    ...outerOpen,
    ...columns.open,
    ...blocks.open,
    ...askCountOf(table, counts),
    ...askUnitColumn(table, columns, rowPlans),
    ...askPlannedRows(table, columns, unitRows),
    ...askLevel(table),
    ...askPlace(table),
  ];
  const results = makeResults(table, cells, counts, meanings, totals.met, totals.trusted, tableOpen);
  const open = [...results.open, ...puzzleCells(layout, columns, unitRows)];
  return { ...results, open, title, columns, rowPlans, unitRows, criteria };
}

/** A heading over several columns says that the table lists what is not met. */
function headedNotMet({ view, headerTop, bodyTop }: Layout): boolean {
  for (let row = headerTop; row < bodyTop; row++) {
    for (let column = 0; column < view.width; column++) {
      const merge = view.merge(row, column);
      if (merge === null || merge.right - merge.left < 4) continue;
      if (whatIsCounted(foldText(view.shown(row, column).text)) === 'notMet') return true;
    }
  }
  return false;
}

/** "13/19" in a round of ten criteria is a count of another set. */
function askCountOf(table: Table, counts: readonly RowCount[]): string[] {
  const many = table.context.criteria.length;
  const other = counts.find(
    ({ count, open }) =>
      open.length === 0 && count?.of !== null && count?.of !== undefined && count.of !== many,
  );
  if (other === undefined) return [];
  const facts = { found: other.raw, count: many };
  const settled = table.ledger.settle(
    'setOfCounts',
    { value: 'yes', sure: false, by: 'sheet' },
    other.raw,
    () =>
      makeQuestion('setOfCounts', 'set', askedOf(table), facts, [candidate('yes'), candidate('no')], {
        proposed: 'no',
        cells: [other.address],
      }),
  );
  return settled.open !== null || settled.value === 'no' ? ['setOfCounts'] : [];
}

/** Cells of columns that are not understood yet. */
function puzzleCells({ view }: Layout, { puzzles }: ColumnsSettled, rows: readonly UnitRow[]): OpenCell[] {
  return puzzles.flatMap(({ plan, open }) =>
    rows
      .filter(({ row }) => view.shown(row, plan.column).text !== '')
      .map(({ row, unit, open: whose }) => ({
        cell: view.address(row, plan.column),
        unitCode: unit?.code ?? null,
        unitOpen: whose.length > 0,
        criterion: null,
        questions: open,
      })),
  );
}

/** Lines that call themselves a plan, in a column beside the name. */
function askPlannedRows(table: Table, columns: ColumnsSettled, rows: readonly UnitRow[]): string[] {
  const { view } = table.layout;
  const beside = columns.plans.filter(({ use }) => use === 'aside' || use === 'unresolved');
  for (const { row } of rows) {
    for (const { column } of beside) {
      const text = view.shown(row, column).text;
      if (/^(?:kế hoạch|mục tiêu|đăng ký|phấn đấu|dự kiến|KH)(?:\s|$)/iu.test(text))
        return askPurpose(table, text);
    }
  }
  return [];
}

/** In a sheet with communes across, what stands above the table are the columns before the names. */
function textsAbove({ view, headerTop, nameColumns, codeColumn }: Layout): string[] {
  if (view.orientation === 'down') return linesOf(view, 0, headerTop);
  const lines: string[] = [];
  for (let column = 0; column < (nameColumns[0] ?? codeColumn ?? 0); column++) {
    for (let row = 0; row < view.height; row++) {
      const text = view.cell(row, column).text;
      if (text !== '') lines.push(text);
    }
  }
  return lines;
}

/** All texts long enough to be a legend that are not names of units. */
function textsAround({ view }: Layout, finder: UnitFinder): string[] {
  return linesOf(view, 0, view.height).filter((text) => text.length >= 4 && !finder.seems(text));
}

function sampleRows({ view, bodyTop, nameColumns, codeColumn }: Layout, finder: UnitFinder): number[] {
  const rows: number[] = [];
  for (let row = bodyTop; row < view.height; row++) {
    if (finder.seems(view.cell(row, nameColumns[0] ?? codeColumn ?? 0).text)) rows.push(row);
  }
  return rows;
}

function columnOf({ plans }: ColumnsSettled, use: 'serial' | 'district'): number | null {
  return plans.find((plan) => plan.use === use)?.column ?? null;
}

/** A column without a heading that holds names of parents, often merged over their communes. */
function districtColumn(
  { view, nameColumns, bodyTop }: Layout,
  finder: UnitFinder,
  sample: readonly number[],
): number | null {
  for (let column = 0; column < (nameColumns[0] ?? 0); column++) {
    const named = sample.filter((row) => finder.isParent(view.shown(row, column).text)).length;
    if (named * 2 > sample.length && view.height > bodyTop) return column;
  }
  return null;
}

function notMetCounts(
  { view }: Layout,
  column: number | null,
  rows: readonly UnitRow[],
): Map<UnitRow, number> {
  const counts = new Map<UnitRow, number>();
  if (column === null) return counts;
  for (const row of rows) {
    const text = view.shown(row.row, column).text;
    if (/^\d{1,2}$/.test(text)) counts.set(row, Number(text));
  }
  return counts;
}

/** Two columns of names that disagree, or call themselves old and new: "xã cũ", "xã mới". */
function askUnitColumn(
  table: Table,
  { plans: columnPlans }: ColumnsSettled,
  plans: readonly RowPlan[],
): string[] {
  const { layout, finder } = table;
  const [first, ...others] = layout.nameColumns;
  if (first === undefined) return [];
  const dated = columnPlans
    .filter(
      ({ use, heading }) =>
        use !== 'criterion' && heading.split(' | ').some((text) => datedName.test(foldText(text))),
    )
    .map(({ column }) => column);
  const rivals =
    dated.length > 1 ? [...new Set([...others, ...dated])].filter((column) => column !== first) : others;
  const differs = rivals.filter(
    (column) =>
      dated.length > 1 || plans.some((plan) => disagree(layout.view, finder, plan.row, first, column)),
  );
  if (differs.length === 0) return [];
  const columns = [first, ...differs].map((column) => layout.view.columnName(column));
  const settled = table.ledger.settle(
    'unitColumn',
    { value: columns[0] ?? null, sure: false, by: 'sheet' },
    columns.join(', '),
    () =>
      makeQuestion(
        'unitColumn',
        'unitColumn',
        askedOf(table),
        {},
        columns.map((name) => namedCandidate(name, name)),
      ),
  );
  return settled.open === null ? [] : [settled.open];
}

/** Headings of names before and after a merger. */
const datedName = /^(?:ten )?(?:xa|don vi)(?: \w+){0,3} (?:cu|moi|truoc|sau)\b/;

function disagree(view: View, finder: UnitFinder, row: number, one: number, other: number): boolean {
  const setting = { toneless: false, under: null };
  const first = view.shown(row, one).text;
  const second = view.shown(row, other).text;
  if (!finder.seems(first) || !finder.seems(second)) return false;
  const a = finder.byName(first, setting).candidates;
  const b = finder.byName(second, setting).candidates;
  return a.length > 0 && b.length > 0 && !a.some((unit) => b.includes(unit));
}

/** A table of "nâng cao" in a round of the basic level has the same numbers and other criteria. */
function askLevel(table: Table): string[] {
  const words = table.title.levelWords;
  const { level } = table.context;
  const said = words === null ? 'ntm' : words.includes('nâng cao') ? 'nangCao' : 'kieuMau';
  if (said === level || (words === null && level !== 'ntm')) return [];
  const settled = table.ledger.settle('level', { value: 'yes', sure: false, by: 'sheet' }, words ?? '', () =>
    makeQuestion('level', 'level', askedOf(table), { text: words ?? '' }, [
      candidate('yes'),
      candidate('no'),
    ]),
  );
  return settled.open !== null || settled.value === 'no' ? ['level'] : [];
}
