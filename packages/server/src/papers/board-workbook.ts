// The board as an Excel workbook: what is on screen, one sheet, ready for A3.
import { averageText, type BoardReply, type BoardRow } from '@vungbuoc/programme/board';
import { type DomainKey, type Lang, say, spokenDay, type Texts } from '@vungbuoc/programme/text';
import type { CellModel, RowModel, WorkbookModel } from '../sheets/index.ts';

/** What the sheet is made of. `units`: the rows on screen in their order; null: all as they come. */
export interface BoardPaper {
  readonly board: BoardReply;
  readonly units: readonly string[] | null;
  readonly lang: Lang;
  readonly texts: Texts;
}

/** Columns beside the criteria: code and name before, met, of and basis behind. */
const OTHER_COLUMNS = 5;

export function boardWorkbook(paper: BoardPaper): WorkbookModel {
  const { board } = paper;
  const rows = rowsOf(paper);
  const last = lastColumn(board.criteria.length + OTHER_COLUMNS);
  const head = headRows(paper);
  const criteria = board.criteria.map(() => ({ width: 6 }));
  return {
    title: words(paper, 'paper.title', { place: board.under.name }),
    styles: STYLES,
    sheets: [
      {
        name: words(paper, 'paper.sheet'),
        columns: [{ width: 10 }, { width: 26 }, ...criteria, { width: 9 }, { width: 9 }, { width: 18 }],
        rows: allRows(paper, head, rows),
        merges: [`A1:${last}1`, `A2:${last}2`, `A3:${last}3`],
        frozen: { rows: head.length, columns: 2 },
        print: { paper: 'A3', landscape: true, repeatRows: [head.length, head.length] },
      },
    ],
  };
}

const STYLES = {
  title: { bold: true, size: 14 },
  note: { italic: true, wrap: true },
  head: { bold: true, wrap: true, turn: 90, border: true, align: 'center', vertical: 'bottom' },
  text: { border: true },
  mark: { border: true, align: 'center' },
  notMet: { border: true, align: 'center', fill: 'F8E5DD', colour: 'A33720', bold: true },
  number: { border: true, align: 'right', format: '0' },
  total: { bold: true, border: true, ruleAbove: true, align: 'center' },
  average: { bold: true, border: true, ruleAbove: true, align: 'right', format: '0.0' },
} as const;

function words(
  paper: BoardPaper,
  key: DomainKey,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return say(paper.texts, paper.lang, key, facts);
}

function rowsOf({ board, units }: BoardPaper): readonly BoardRow[] {
  if (units === null) return board.rows;
  const byCode = new Map(board.rows.map((row) => [row.unit, row]));
  return units.flatMap((unit) => byCode.get(unit) ?? []);
}

function headRows(paper: BoardPaper): RowModel[] {
  const { board, lang } = paper;
  const law = board.set ? words(paper, 'paper.law', { decree: board.set.decree }) : '';
  const sample = board.sample ? [words(paper, 'paper.sample')] : [];
  const round = { round: board.round.name[lang], day: spokenDay(board.asOf), law };
  const names = board.criteria.map((criterion) => `${criterion.code}. ${criterion.name[lang]}`);
  return [
    { cells: [words(paper, 'paper.title', { place: board.under.name })], style: 'title', height: 22 },
    { cells: [words(paper, 'paper.round', round)] },
    { cells: [[...sample, words(paper, 'paper.legend')].join(' ')], style: 'note', height: 32 },
    { cells: [] },
    {
      style: 'head',
      height: 150,
      cells: [
        words(paper, 'paper.code'),
        words(paper, 'paper.unit'),
        ...names,
        words(paper, 'paper.met'),
        words(paper, 'paper.of'),
        words(paper, 'paper.basis'),
      ],
    },
  ];
}

function* allRows(
  paper: BoardPaper,
  head: readonly RowModel[],
  rows: readonly BoardRow[],
): Generator<RowModel> {
  yield* head;
  for (const row of rows) yield unitRow(paper, row);
  yield totalRow(paper, rows);
  yield averageRow(paper, rows);
}

function unitRow(paper: BoardPaper, row: BoardRow): RowModel {
  const marks = [...row.marks].map((letter): CellModel => {
    const failing = letter === 'N' || letter === 'P';
    return { value: markWord(paper, letter), style: failing ? 'notMet' : 'mark' };
  });
  const basis = row.basis === null ? 'paper.no-result' : (`paper.${row.basis}` as const);
  return {
    style: 'text',
    cells: [
      row.unit,
      row.name,
      ...marks,
      { value: row.met, style: 'number' },
      { value: row.of, style: 'number' },
      words(paper, basis),
    ],
  };
}

const LETTERS = ['M', 'R', 'C', 'B', 'N', 'P', 'U', 'A'] as const;

function markWord(paper: BoardPaper, letter: string): string {
  const known = LETTERS.find((one) => one === letter);
  return known ? words(paper, `mark.${known}`) : letter;
}

/** Sums of the rows that are on the sheet, so that what is filtered away is in no sum. */
function totalRow(paper: BoardPaper, rows: readonly BoardRow[]): RowModel {
  const counts = paper.board.criteria.map((_, index): CellModel => {
    const met = rows.filter((row) => row.marks[index] === 'M' || row.marks[index] === 'R').length;
    return { value: met, style: 'total' };
  });
  const met = rows.reduce((sum, row) => sum + (row.met ?? 0), 0);
  const of = rows.reduce((sum, row) => sum + (row.met === null ? 0 : row.of), 0);
  return { style: 'total', cells: ['', words(paper, 'paper.units-met'), ...counts, met, of, ''] };
}

function averageRow(paper: BoardPaper, rows: readonly BoardRow[]): RowModel {
  const { board, lang, texts } = paper;
  const withResult = rows.filter((row) => row.met !== null);
  const met = withResult.reduce((sum, row) => sum + (row.met ?? 0), 0);
  const { planAverage } = board.sums;
  const average = averageText(met, withResult.length, planAverage);
  const spoken = planAverage?.replace('.', texts.engine[lang]['number.decimal']) ?? null;
  // a plan is for all units: beside a selection it would be held against the wrong base
  const plan =
    spoken === null || rows.length !== board.rows.length
      ? ''
      : words(paper, 'paper.plan', { average: spoken });
  const label = words(paper, 'paper.average', { withResult: withResult.length, units: rows.length });
  const empty = board.criteria.map(() => null);
  return {
    style: 'average',
    cells: ['', label, ...empty, average === null ? null : Number(average), null, plan],
  };
}

/** Letters of a column counted from 1, for the merged title rows. */
function lastColumn(width: number): string {
  let letters = '';
  for (let rest = width; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
