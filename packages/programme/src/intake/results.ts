// The declared results of a sheet, each with the cell it was read from, and the cells that still wait for an answer.
import { checkTotals, type TotalsCheck, verdictOf } from './check-totals.ts';
import { type Fault, makeFault } from './ledger.ts';
import type { Verdict } from './marks.ts';
import type { CellSettled } from './settle-cells.ts';
import type { Meanings } from './settle-marks.ts';
import type { RowCount } from './settle-totals.ts';
import { sheetOf, type Table, type TotalColumn } from './table.ts';

/** One result as the office declared it. Of a criterion it has a verdict; for the whole (`criterion` null) a count. */
export interface DeclaredResult {
  readonly unitId: number;
  readonly unitCode: string;
  readonly criterion: string | null;
  readonly verdict: Exclude<Verdict, 'unknown'> | null;
  readonly metCount: number | null;
  /** Of how many, as the sheet says; null where it does not. */
  readonly ofCount: number | null;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  /** The text of the cell, as it stands there. */
  readonly raw: string;
}

/** A cell that is not taken yet, and the questions it waits for. */
export interface OpenCell {
  readonly cell: string;
  readonly unitCode: string | null;
  /** The unit itself is only the likeliest one: one of the questions is whose line it is. */
  readonly unitOpen: boolean;
  readonly criterion: string | null;
  readonly questions: readonly string[];
}

/** Everything read from a table. */
export interface ResultsRead {
  readonly results: readonly DeclaredResult[];
  readonly open: readonly OpenCell[];
  readonly faults: readonly Fault[];
  readonly check: TotalsCheck;
}

/** Makes the results. `tableOpen` are questions that concern all of them. */
export function makeResults(
  table: Table,
  cells: readonly CellSettled[],
  counts: readonly RowCount[],
  meanings: Meanings,
  total: TotalColumn | null,
  trusted: boolean,
  tableOpen: readonly string[],
): ResultsRead {
  const check = checkTotals(table, cells, counts, meanings, total);
  const differing = new Set(check.differ.map(({ line }) => line));
  const results: DeclaredResult[] = [];
  const open: OpenCell[] = [];
  const faults: Fault[] = [];
  for (const cell of cells) {
    const differs = differing.has(cell.slot.row.line);
    takeCell(
      table,
      cell,
      meanings,
      [...tableOpen, ...(differs && check.open !== null ? [check.open] : [])],
      differs && check.taken === 'leaveOut',
      { results, open, faults },
    );
  }
  for (const count of counts) {
    const differs = differing.has(count.row.line);
    const doubt = trusted || check.compared.has(count.row.line) ? [] : waitsOfRow(cells, count, meanings);
    const waits = [
      ...tableOpen,
      ...count.open,
      ...doubt,
      ...(differs && check.open !== null ? [check.open] : []),
    ];
    takeCount(table, count, waits, differs && check.taken !== 'both', { results, open, faults });
  }
  return { results, open, faults, check };
}

/** A total whose heading does not say what it counts waits until the marks of its line can be counted. */
function waitsOfRow(cells: readonly CellSettled[], count: RowCount, meanings: Meanings): string[] {
  const own = cells.filter(({ slot }) => slot.row === count.row);
  return own.flatMap(({ slot, open }) => {
    const mark = slot.reading.is === 'mark' ? meanings.get(slot.reading.mark.key)?.open : null;
    return [...open, ...slot.columns.flatMap((column) => column.open), ...(mark ? [mark] : [])];
  });
}

interface Sink {
  readonly results: DeclaredResult[];
  readonly open: OpenCell[];
  readonly faults: Fault[];
}

function takeCell(
  table: Table,
  settled: CellSettled,
  meanings: Meanings,
  outer: readonly string[],
  left: boolean,
  sink: Sink,
): void {
  const { slot } = settled;
  if (slot.reading.is === 'error') {
    sink.faults.push(
      makeFault('intake.error-cell', sheetOf(table), slot.address, { text: slot.reading.text }),
    );
    return;
  }
  const meaning = slot.reading.is === 'mark' ? meanings.get(slot.reading.mark.key) : undefined;
  const markOpen = settled.verdict === null && meaning?.open ? [meaning.open] : [];
  const columnOpen = slot.columns.flatMap((column) => column.open);
  const questions = [...new Set([...outer, ...slot.row.open, ...columnOpen, ...settled.open, ...markOpen])];
  const unitCode = slot.row.unit?.code ?? null;
  if (questions.length > 0) {
    const unitOpen = slot.row.open.length > 0;
    for (const cell of slot.addresses)
      sink.open.push({ cell, unitCode, unitOpen, criterion: slot.criterion, questions });
    return;
  }
  const verdict = verdictOf(settled, meanings);
  if (left || slot.row.unit === null || verdict === null || verdict === 'unknown') return;
  sink.results.push({
    unitId: slot.row.unit.id,
    unitCode: slot.row.unit.code,
    criterion: slot.criterion,
    verdict,
    metCount: null,
    ofCount: null,
    sheet: sheetOf(table),
    cell: slot.address,
    raw: slot.cell.text,
  });
}

function takeCount(table: Table, read: RowCount, waits: readonly string[], left: boolean, sink: Sink): void {
  const unit = read.row.unit;
  if (read.raw === '' && read.count === null) return;
  const questions = [...new Set(waits)];
  if (questions.length > 0) {
    const unitOpen = read.row.open.length > 0;
    sink.open.push({
      cell: read.address,
      unitCode: unit?.code ?? null,
      unitOpen,
      criterion: null,
      questions,
    });
    return;
  }
  if (left || unit === null || read.count === null) return;
  const most = read.count.of ?? table.context.criteria.length;
  if (read.count.met > most) {
    const facts = { met: read.count.met, of: most };
    sink.faults.push(makeFault('intake.count-too-high', sheetOf(table), read.address, facts));
    return;
  }
  sink.results.push({
    unitId: unit.id,
    unitCode: unit.code,
    criterion: null,
    verdict: null,
    metCount: read.count.met,
    ofCount: read.count.of,
    sheet: sheetOf(table),
    cell: read.address,
    raw: read.raw,
  });
}
