// A text file (CSV, or a block copied from Excel) as a grid, read row by row within limits.
import { createCellMaker } from './cell-maker.ts';
import { type CsvParser, createCsvParser, findDelimiter } from './csv-parser.ts';
import type { Grid, GridCell } from './grid.ts';
import type { SheetLimits } from './limits.ts';
import { type SheetProblem, SheetRefused, sheetProblem } from './problems.ts';
import { decodeText, findEncoding } from './text-decoding.ts';

/** Faults of one kind that are listed before the rest is only counted. */
const listedRows = 100;

/** Reads a text file. Throws `SheetRefused` over a limit, for an open quotation mark, or when it is not text. */
export function readCsv(
  bytes: Uint8Array,
  file: string,
  limits: SheetLimits,
): { grid: Grid; problems: SheetProblem[] } {
  const encoding = findEncoding(bytes);
  if (encoding === null) throw new SheetRefused(sheetProblem('csv.not-text', { file }));
  const sheet = file.replace(/\.[^.]*$/, '') || file;
  const read = gridFromPieces(decodeText(bytes, encoding), sheet, file, limits);
  if (encoding === 'windows-1258') read.problems.push(sheetProblem('csv.encoding-guessed', { file }));
  return read;
}

/** Reads text that comes in pieces; the first piece decides the delimiter. */
export function gridFromPieces(
  pieces: Iterable<string>,
  sheet: string,
  file: string,
  limits: SheetLimits,
): { grid: Grid; problems: SheetProblem[] } {
  const rows: GridCell[][] = [];
  const problems: SheetProblem[] = [];
  const makeCell = createCellMaker();
  let cellCount = 0;
  let parser: CsvParser | null = null;
  let delimiter = ',';
  let skipFirst = false;

  function takeRow(texts: string[], row: number): void {
    cellCount += texts.length;
    if (row >= limits.textRows) refuse('sheet.too-many-rows', { file, limit: limits.textRows });
    if (cellCount > limits.textCells) refuse('sheet.too-many-cells', { file, limit: limits.textCells });
    rows.push(skipFirst && row === 0 ? [] : cutTail(texts.map(makeCell)));
  }
  for (const piece of pieces) {
    if (parser === null) {
      skipFirst = /^sep=.\r?\n/i.test(piece);
      delimiter = findDelimiter(piece);
      parser = createCsvParser(delimiter, takeRow);
    }
    parser.push(piece);
    const { row, column, letters } = parser.place();
    if (letters > limits.cellLetters) {
      refuse('sheet.text-too-long', { limit: limits.cellLetters }, { sheet, row, column });
    }
  }
  const open = parser?.end() ?? null;
  if (open !== null) refuse('csv.quote-open', {}, { sheet, ...open });
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width > limits.columns) refuse('sheet.too-many-columns', { sheet, limit: limits.columns });
  if (delimiter === ',') problems.push(...findWideRows(rows, sheet));
  return { grid: { sheet, hidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] }, problems };
}

function refuse(...problem: Parameters<typeof sheetProblem>): never {
  throw new SheetRefused(sheetProblem(...problem));
}

/** Rows end at their last cell with text. */
function cutTail(cells: GridCell[]): GridCell[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.kind === 'empty') length--;
  cells.length = length;
  return cells;
}

/**
 * A row wider than its heading is what an unquoted decimal comma looks like. Only a file that begins with its heading
 * (three cells or more, none empty) can tell; a title above the table cannot.
 */
function findWideRows(rows: readonly GridCell[][], sheet: string): SheetProblem[] {
  const heading = rows.find((row) => row.length > 0) ?? [];
  const columns = heading.length;
  if (columns < 3 || heading.some((cell) => cell.kind === 'empty')) return [];
  const problems: SheetProblem[] = [];
  for (let row = 0; row < rows.length && problems.length < listedRows; row++) {
    const cells = rows[row]?.length ?? 0;
    if (cells <= columns) continue;
    problems.push(
      sheetProblem('csv.row-too-wide', { row: row + 1, cells, columns }, { sheet, row, column: columns }),
    );
  }
  return problems;
}
