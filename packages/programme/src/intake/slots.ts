// The places of the table where a result stands: one slot for each unit and criterion, with the marks found in it.
import { emptyCell, type IntakeCell } from './grid.ts';
import { isTick, type Mark, markOf, usualMeaning } from './marks.ts';
import type { CriterionColumn, Table, UnitRow } from './table.ts';

/** One result to be. */
export interface Slot {
  readonly row: UnitRow;
  readonly criterion: string;
  readonly columns: readonly CriterionColumn[];
  /** The cell that decides; of several sub-columns, the one with a tick. */
  readonly address: string;
  readonly addresses: readonly string[];
  readonly cell: IntakeCell;
  readonly reading: SlotReading;
}

/** What a slot says before marks are understood. */
export type SlotReading =
  | { readonly is: 'mark'; readonly mark: Mark }
  /** A tick under the heading "Đạt" or "Chưa đạt". */
  | { readonly is: 'sense'; readonly verdict: 'met' | 'notMet' | 'coBanDat' | 'notApplicable' | 'unknown' }
  /** Ticks under two headings, none under any, or something that is no tick. */
  | { readonly is: 'unclear'; readonly what: string }
  | { readonly is: 'error'; readonly text: string };

/** The key of an empty cell in a line that is empty altogether: a commune that may not have reported. */
export const emptyLineMark: Mark = { key: '(trống cả dòng)', text: '', fill: null, struck: false };

/** The key of an empty cell in a column that is empty altogether: a criterion that may not have been examined. */
export const emptyColumnMark: Mark = { key: '(trống cả cột)', text: '', fill: null, struck: false };

/** Makes all slots. `countColumns` hold totals: a line with a total is not empty. */
export function makeSlots(
  table: Table,
  rows: readonly UnitRow[],
  columns: readonly CriterionColumn[],
  countColumns: readonly number[],
): Slot[] {
  const byCriterion = new Map<string, CriterionColumn[]>();
  for (const column of columns) {
    byCriterion.set(column.criterion, [...(byCriterion.get(column.criterion) ?? []), column]);
  }
  const fills = findFills(table, rows, columns);
  const emptyColumns = findEmptyColumns(table, rows, byCriterion);
  return rows.flatMap((row) => {
    const { view } = table.layout;
    const places = [...columns.map(({ plan }) => plan.column), ...countColumns];
    const emptyLine = places.every((column) => isBare(view.shown(row.row, column)));
    return [...byCriterion].map(([criterion, own]) => {
      const emptyRun = emptyLine ? emptyLineMark : emptyColumns.has(criterion) ? emptyColumnMark : null;
      return makeSlot(table, row, criterion, own, fills, emptyRun);
    });
  });
}

/** Criteria without anything for any commune. A legend that explains the empty cell explains these too. */
function findEmptyColumns(
  table: Table,
  rows: readonly UnitRow[],
  byCriterion: ReadonlyMap<string, readonly CriterionColumn[]>,
): Set<string> {
  if (rows.length < 2 || table.legend.has('')) return new Set();
  const { view } = table.layout;
  const isEmpty = ({ plan }: CriterionColumn) =>
    rows.every(({ row }) => isBare(view.shown(row, plan.column)));
  return new Set([...byCriterion].filter(([, own]) => own.every(isEmpty)).map(([criterion]) => criterion));
}

function isBare(cell: IntakeCell): boolean {
  return cell.text === '' && cell.fill === undefined;
}

function makeSlot(
  table: Table,
  row: UnitRow,
  criterion: string,
  columns: readonly CriterionColumn[],
  fills: ReadonlySet<string>,
  emptyRun: Mark | null,
): Slot {
  const { view } = table.layout;
  const places = columns.map((column) => ({
    column,
    cell: cellOf(table, row, column.plan.column),
    address: view.address(row.row, column.plan.column),
  }));
  const base = { row, criterion, columns, addresses: places.map(({ address }) => address) };
  const first = places[0];
  if (first === undefined) throw new Error('a criterion without a column');
  const broken = places.find(({ cell }) => cell.kind === 'error');
  if (broken !== undefined) {
    return {
      ...base,
      address: broken.address,
      cell: broken.cell,
      reading: { is: 'error', text: broken.cell.text },
    };
  }
  if (columns.some(({ plan }) => plan.sense !== null)) {
    const filled = places.filter(({ cell }) => cell.text !== '');
    const only = filled.length === 1 ? filled[0] : undefined;
    const at = only ?? first;
    const reading = emptyRun === null ? senseOf(filled) : ({ is: 'mark', mark: emptyRun } as const);
    return { ...base, address: at.address, cell: at.cell, reading };
  }
  const useFill = fills.has(first.cell.text);
  const mark = emptyRun ?? markOf(first.cell, useFill);
  return { ...base, address: first.address, cell: first.cell, reading: { is: 'mark', mark } };
}

/** What stands in the place; a colour that runs over the whole line, or the whole column, is no mark. */
function cellOf(table: Table, row: UnitRow, column: number): IntakeCell {
  const { view, nameColumns, codeColumn, headerTop, bodyTop } = table.layout;
  const cell = view.shown(row.row, column);
  if (cell.fill === undefined) return cell;
  const name = view.cell(row.row, nameColumns[0] ?? codeColumn ?? 0);
  let runs = name.fill === cell.fill;
  for (let header = headerTop; header < bodyTop && !runs; header++)
    runs = view.shown(header, column).fill === cell.fill;
  if (!runs) return cell;
  const { fill: _, ...plain } = cell;
  return plain.text === '' ? emptyCell : plain;
}

/** Texts that stand on more than one colour: there, colour is part of the mark. */
function findFills(table: Table, rows: readonly UnitRow[], columns: readonly CriterionColumn[]): Set<string> {
  const fills = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const { plan } of columns) {
      const cell = cellOf(table, row, plan.column);
      const known = fills.get(cell.text) ?? new Set();
      fills.set(cell.text, known.add(cell.fill ?? ''));
    }
  }
  return new Set([...fills].filter(([, found]) => found.size > 1).map(([text]) => text));
}

function senseOf(filled: readonly { column: CriterionColumn; cell: IntakeCell }[]): SlotReading {
  const only = filled.length === 1 ? filled[0] : undefined;
  if (only === undefined) {
    return { is: 'unclear', what: filled.length === 0 ? 'không cột nào có dấu' : 'nhiều cột cùng có dấu' };
  }
  const { sense } = only.column.plan;
  const agrees = sense !== null && usualMeaning(only.cell.text)?.verdict === sense;
  if (sense === null || only.cell.struck === true || !(isTick(only.cell.text) || agrees)) {
    return { is: 'unclear', what: `ghi "${only.cell.text}"` };
  }
  return { is: 'sense', verdict: sense };
}
