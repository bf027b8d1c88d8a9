// Compares the marks counted on each line with the sheet's own total, and asks about the lines that differ.

import { emptyMark, type Verdict } from './marks.ts';
import { candidate, makeQuestion } from './question.ts';
import type { CellSettled } from './settle-cells.ts';
import { countingOf, type Meanings } from './settle-marks.ts';
import type { RowCount } from './settle-totals.ts';
import type { Equation } from './solve.ts';
import { askedOf, type Table, type TotalColumn, type UnitRow } from './table.ts';

/** How the lines with a total compare. */
export interface TotalsCheck {
  readonly agree: number;
  /** Lines whose total could be compared. */
  readonly compared: ReadonlySet<string>;
  readonly differ: readonly {
    readonly line: string;
    readonly cell: string;
    readonly counted: number;
    readonly written: number;
  }[];
  /** What is taken on a line that differs. */
  readonly taken: 'marks' | 'both' | 'leaveOut' | null;
  readonly open: string | null;
}

/** The equations of lines whose marks all can be counted. A set with columns missing in the sheet gives none. */
export function equationsOf(
  table: Table,
  cells: readonly CellSettled[],
  counts: readonly RowCount[],
  notMet: ReadonlyMap<UnitRow, number>,
): Equation[] {
  const byRow = groupByRow(cells);
  return [...byRow].flatMap(([row, own]) => {
    if (own.length !== table.context.criteria.length || own.some(isBeyondMarks)) return [];
    const count = counts.find(
      (one) => one.row === row && one.count !== null && one.open.length === row.open.length,
    );
    const marks = new Map<string, number>();
    for (const cell of own) {
      const key = keyOf(cell);
      marks.set(key, (marks.get(key) ?? 0) + 1);
    }
    return [{ marks, met: count?.count?.met ?? null, notMet: notMet.get(row) ?? null }];
  });
}

/** Marks by their key; ticks under a heading by what they say. */
function keyOf({ slot }: CellSettled): string {
  // An empty cell counts the same wherever it stands.
  if (slot.reading.is === 'mark')
    return slot.reading.mark.text === '' && slot.reading.mark.fill === null
      ? emptyMark
      : slot.reading.mark.key;
  return slot.reading.is === 'sense' ? ` ${countingOf(slot.reading.verdict)}` : ' other';
}

function isBeyondMarks({ slot, open, verdict }: CellSettled): boolean {
  if (slot.columns.some((column) => column.open.length > 0)) return true;
  return open.length > 0 || verdict !== null || slot.reading.is === 'error' || slot.reading.is === 'unclear';
}

function groupByRow(cells: readonly CellSettled[]): Map<UnitRow, CellSettled[]> {
  const byRow = new Map<UnitRow, CellSettled[]>();
  for (const cell of cells) {
    const known = byRow.get(cell.slot.row);
    if (known === undefined) byRow.set(cell.slot.row, [cell]);
    else known.push(cell);
  }
  return byRow;
}

/** The verdict of a cell as settled so far, or null while a question about it is open. */
export function verdictOf(cell: CellSettled, meanings: Meanings): Verdict | null {
  if (cell.open.length > 0) return null;
  if (cell.verdict !== null) return cell.verdict;
  const { reading } = cell.slot;
  if (reading.is === 'sense') return reading.verdict;
  if (reading.is !== 'mark') return null;
  const meaning = meanings.get(reading.mark.key);
  return meaning === undefined || meaning.open !== null ? null : meaning.verdict;
}

/** Compares line by line. Lines with anything open are not compared. */
export function checkTotals(
  table: Table,
  cells: readonly CellSettled[],
  counts: readonly RowCount[],
  meanings: Meanings,
  total: TotalColumn | null,
): TotalsCheck {
  if (total === null) return { agree: 0, compared: new Set(), differ: [], taken: null, open: null };
  const lines = countLines(table, cells, counts, meanings);
  // Offices count "cơ bản đạt" among the met, or not; one sheet does it one way.
  const strict = lines.filter(({ met, written }) => met === written).length;
  const generous = lines.filter(({ met, nearly, written }) => met + nearly === written).length;
  const counted = (line: CountedLine) => (generous > strict ? line.met + line.nearly : line.met);
  const differ = lines
    .filter((line) => counted(line) !== line.written)
    .map((line) => ({ line: line.line, cell: line.cell, counted: counted(line), written: line.written }));
  const agree = lines.length - differ.length;
  const compared = new Set(lines.map(({ line }) => line));
  if (differ.length === 0) return { agree, compared, differ, taken: null, open: null };
  return { agree, compared, differ, ...askTotals(table, total, differ) };
}

/** What is counted on a line with a total, and what is written. */
interface CountedLine {
  readonly line: string;
  readonly cell: string;
  readonly met: number;
  readonly nearly: number;
  readonly written: number;
}

function countLines(
  table: Table,
  cells: readonly CellSettled[],
  counts: readonly RowCount[],
  meanings: Meanings,
): CountedLine[] {
  const byRow = groupByRow(cells);
  return counts.flatMap(({ row, address, count, open }) => {
    const own = byRow.get(row) ?? [];
    if (count === null || open.length > 0 || own.length !== table.context.criteria.length) return [];
    const found = own.map((cell) => verdictOf(cell, meanings));
    if (found.includes(null)) return [];
    const met = found.filter((verdict) => verdict === 'met').length;
    const nearly = found.filter((verdict) => verdict === 'coBanDat').length;
    return [{ line: row.line, cell: address, met, nearly, written: count.met }];
  });
}

function askTotals(
  table: Table,
  total: TotalColumn,
  differ: TotalsCheck['differ'],
): Pick<TotalsCheck, 'taken' | 'open'> {
  const id = `totals:${total.plan.name}`;
  const each = differ.map(({ cell, counted, written }) => `${cell}: ${written} ≠ ${counted}`);
  const examples = each.slice(0, 3).join('; ');
  const facts = { column: total.plan.name, heading: total.plan.heading, count: differ.length, examples };
  // An answer for one line says nothing of another that differs only once later answers are in.
  const inference = { value: 'leaveOut', sure: false, by: 'totals', onlyAsAsked: true } as const;
  const settled = table.ledger.settle(id, inference, each.join('; '), () =>
    makeQuestion(
      id,
      'totals',
      askedOf(table),
      facts,
      [candidate('marks'), candidate('both'), candidate('leaveOut')],
      {
        cells: differ.map(({ cell }) => cell),
      },
    ),
  );
  const taken = settled.value === 'marks' || settled.value === 'both' ? settled.value : 'leaveOut';
  return { taken, open: settled.open };
}
