// The board as an Excel workbook: what is on screen, one sheet, ready for A3.
import type { BoardReply, BoardRow } from '@vungbuoc/programme/board';
import { type BoardWords, boardWords, type Lang } from '@vungbuoc/programme/text';
import type { CellModel, RowModel, WorkbookModel } from '../sheets/index.ts';

/** Which rows, in which order: the screen's own choice. */
export interface BoardSelection {
  readonly units: readonly string[];
}

/** Builds the model; `selection` null: all rows as they come. */
export function boardWorkbook(
  board: BoardReply,
  lang: Lang,
  selection: BoardSelection | null,
): WorkbookModel {
  const words = boardWords(lang);
  const byCode = new Map(board.rows.map((row) => [row.unit, row]));
  const rows = selection ? selection.units.flatMap((unit) => byCode.get(unit) ?? []) : board.rows;
  const width = board.criteria.length + 5;
  const head = headRows(board, words, lang, width);
  return {
    title: words.title(board.under.name),
    styles: STYLES,
    sheets: [
      {
        name: words.sheet,
        columns: [
          { width: 10 },
          { width: 26 },
          ...board.criteria.map(() => ({ width: 6 })),
          { width: 9 },
          { width: 9 },
          { width: 14 },
        ],
        rows: allRows(head, board, rows, words, lang),
        merges: [`A1:${lastColumn(width)}1`, `A2:${lastColumn(width)}2`, `A3:${lastColumn(width)}3`],
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

function headRows(board: BoardReply, words: BoardWords, lang: Lang, width: number): RowModel[] {
  const law = board.set ? words.law(board.set.decree) : '';
  return [
    { cells: [words.title(board.under.name)], style: 'title', height: 22 },
    { cells: [`${board.round.name[lang]}, ${words.asOf(board.asOf)}. ${law}`] },
    {
      cells: [[board.sample ? words.sample : '', words.legend].filter(Boolean).join(' ')],
      style: 'note',
      height: 32,
    },
    { cells: Array.from({ length: width }, () => null) },
    {
      style: 'head',
      height: 150,
      cells: [
        words.code,
        words.unit,
        ...board.criteria.map((criterion) => `${criterion.code}. ${criterion.name[lang]}`),
        words.met,
        words.of,
        words.basis,
      ],
    },
  ];
}

function* allRows(
  head: readonly RowModel[],
  board: BoardReply,
  rows: readonly BoardRow[],
  words: BoardWords,
  lang: Lang,
): Generator<RowModel> {
  yield* head;
  for (const row of rows) yield unitRow(row, words);
  yield totalRow(board, words);
  yield averageRow(board, words, lang);
}

function unitRow(row: BoardRow, words: BoardWords): RowModel {
  const marks = [...row.marks].map((letter): CellModel => {
    const failing = letter === 'N' || letter === 'P';
    return { value: words.marks[letter] ?? '?', style: failing ? 'notMet' : 'mark' };
  });
  return {
    style: 'text',
    cells: [
      row.unit,
      row.name,
      ...marks,
      { value: row.met, style: 'number' },
      { value: row.of, style: 'number' },
      row.basis ? words.bases[row.basis] : words.noResult,
    ],
  };
}

function totalRow(board: BoardReply, words: BoardWords): RowModel {
  const counts = board.criteria.map((criterion): CellModel => ({ value: criterion.met, style: 'total' }));
  const { met, of } = board.sums;
  return { style: 'total', cells: ['', words.unitsMet, ...counts, met, of, ''] };
}

function averageRow(board: BoardReply, words: BoardWords, lang: Lang): RowModel {
  const { average, planAverage, withResult, units } = board.sums;
  const empty = board.criteria.map(() => null);
  const plan =
    planAverage === null ? '' : words.plan(lang === 'vi' ? planAverage.replace('.', ',') : planAverage);
  return {
    style: 'average',
    cells: [
      '',
      words.average(withResult, units),
      ...empty,
      average === null ? null : Number(average),
      null,
      plan,
    ],
  };
}

/** Letters of the last column used by the merged title rows. */
function lastColumn(width: number): string {
  let letters = '';
  for (let rest = width; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
