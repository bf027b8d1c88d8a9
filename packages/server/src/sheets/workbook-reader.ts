// A workbook (.xlsx, .xls, .ods) as grids. Formulas are never computed: the value that Excel stored is all that is read.
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { findLooks, type Looks, plainLooks, type WorkbookOrigin } from './cell-looks.ts';
import { tidyText } from './cell-maker.ts';
import { addressOf, emptyCell, type Grid, type GridCell } from './grid.ts';
import type { SheetLimits } from './limits.ts';
import { readOldFont } from './old-font.ts';
import { type SheetProblem, SheetRefused, sheetProblem } from './problems.ts';

type Library = typeof import('@e965/xlsx');

/** Loaded on first use: a server that reads no workbook does not carry it. */
let library: Promise<Library> | null = null;

async function loadLibrary(): Promise<Library> {
  const [xlsx, tables] = await Promise.all([
    import('@e965/xlsx'),
    import('@e965/xlsx/dist/cpexcel.full.mjs'),
  ]);
  xlsx.set_cptable(tables);
  return xlsx;
}

/** Excel's error values by their stored number. */
const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** Faults of one kind that are listed for one sheet. */
const listedCells = 200;

/** Reads every sheet. Throws `SheetRefused`. */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  origin: WorkbookOrigin,
  limits: SheetLimits,
): Promise<{ sheets: Grid[]; problems: SheetProblem[] }> {
  library ??= loadLibrary();
  const xlsx = await library;
  const book = openBook(xlsx, bytes, file, origin);
  const looks = findLooks(xlsx, bytes, origin, book);
  const problems: SheetProblem[] = looks === null ? [sheetProblem('sheet.struck-not-seen', { file })] : [];
  const sheets: Grid[] = [];
  let cells = 0;
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined || sheet['!type'] === 'chart') return;
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const own = { name: name.normalize('NFC'), hidden, looks: looks?.get(index) ?? plainLooks };
    const read = readOne(xlsx, sheet, own, limits);
    cells += read.grid.rows.reduce((sum, row) => sum + row.length, 0);
    if (cells > limits.workbookCells) {
      throw new SheetRefused(sheetProblem('sheet.too-many-cells', { file, limit: limits.workbookCells }));
    }
    sheets.push(read.grid);
    problems.push(...read.problems);
  });
  return { sheets, problems };
}

function openBook(xlsx: Library, bytes: Uint8Array, file: string, origin: WorkbookOrigin): WorkBook {
  const options: ParsingOptions = {
    type: 'array',
    dense: true,
    cellHTML: false,
    cellNF: true,
    cellStyles: true,
    // The files inside tell of struck fonts.
    bookFiles: origin === 'excel',
    // Empty cells matter only for their colour; in OpenDocument they would unfold to a million rows.
    sheetStubs: origin !== 'open-document',
    dateNF: 'dd/mm/yyyy',
  };
  try {
    return xlsx.read(bytes, options);
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    const code = /password|encrypt/i.test(text) ? 'sheet.encrypted' : 'sheet.broken';
    throw new SheetRefused(sheetProblem(code, { file }));
  }
}

function readOne(
  xlsx: Library,
  sheet: WorkSheet,
  { name, hidden, looks }: { name: string; hidden: boolean; looks: Looks },
  limits: SheetLimits,
): { grid: Grid; problems: SheetProblem[] } {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const widest = data.reduce((most, line) => Math.max(most, line?.length ?? 0), 0);
  const rows: GridCell[][] = [];
  const problems: SheetProblem[] = [];
  for (let row = 0; row < data.length; row++) {
    const length = Math.max(data[row]?.length ?? 0, looks.fills.size > 0 ? widest : 0);
    const line = Array.from({ length }, (_, column) => {
      const cell = data[row]?.[column];
      return withLooks(cell ? readCell(xlsx, cell) : emptyCell, looks, row, column);
    });
    for (let column = 0; column < line.length && problems.length < listedCells; column++) {
      const problem = problemOf(data[row]?.[column], line[column], { sheet: name, row, column });
      if (problem !== null) problems.push(problem);
    }
    rows.push(cutEmptyTail(line));
    if (line.length > limits.columns) {
      throw new SheetRefused(sheetProblem('sheet.too-many-columns', { sheet: name, limit: limits.columns }));
    }
  }
  while (rows.at(-1)?.length === 0) rows.pop();
  problems.push(...readOldFont(rows, name));
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  const hiddenRows = positions(sheet['!rows'], rows.length);
  const hiddenColumns = positions(sheet['!cols'], Math.max(0, ...rows.map((row) => row.length)));
  return { grid: { sheet: name, hidden, rows, merges, hiddenRows, hiddenColumns }, problems };
}

/** A strike is of what is written; a colour may be all that stands in a cell. */
function withLooks(cell: GridCell, { struck, fills }: Looks, row: number, column: number): GridCell {
  if (struck.size === 0 && fills.size === 0) return cell;
  const address = addressOf(row, column);
  const fill = fills.get(address);
  const crossed = cell.kind !== 'empty' && struck.has(address);
  if (fill === undefined && !crossed) return cell;
  return { ...cell, ...(fill === undefined ? {} : { fill }), ...(crossed ? { struck: true as const } : {}) };
}

/** Rows and columns that are hidden or have no height or width at all. */
function positions(
  infos: readonly ({ hidden?: boolean; wpx?: number; hpx?: number } | undefined)[] | undefined,
  length: number,
): number[] {
  const found: number[] = [];
  for (let at = 0; at < Math.min(length, infos?.length ?? 0); at++) {
    const info = infos?.[at];
    if (info?.hidden === true || info?.wpx === 0 || info?.hpx === 0) found.push(at);
  }
  return found;
}

function cutEmptyTail(line: GridCell[]): GridCell[] {
  let length = line.length;
  while (length > 0 && isBlank(line[length - 1])) length--;
  line.length = length;
  return line;
}

function isBlank(cell: GridCell | undefined): boolean {
  return cell === undefined || (cell.kind === 'empty' && cell.fill === undefined && cell.note === undefined);
}

function readCell(xlsx: Library, cell: CellObject): GridCell {
  const plain = readValue(xlsx, cell);
  const fill = fillOf(cell);
  const note = cell.c?.map((comment) => comment.t ?? '').join('\n');
  const struck = typeof cell.r === 'string' && /<strike(?!\s+val="(?:0|false)")/.test(cell.r);
  const formula = cell.f !== undefined;
  if (plain.kind === 'empty' && fill === undefined && !note) return emptyCell;
  return {
    ...plain,
    ...(formula ? { formula: true as const } : {}),
    ...(fill === undefined ? {} : { fill }),
    ...(struck ? { struck: true as const } : {}),
    ...(note ? { note: tidyText(note) } : {}),
  };
}

function readValue(xlsx: Library, cell: CellObject): Pick<GridCell, 'text' | 'value' | 'kind'> {
  const shown = tidyText(cell.w ?? '');
  switch (cell.t) {
    case 's': {
      const text = tidyText(typeof cell.v === 'string' ? cell.v : String(cell.v ?? ''));
      return text === '' ? emptyCell : { text, value: text, kind: 'text' };
    }
    case 'n':
      return readNumber(xlsx, cell, shown);
    case 'b':
      return { text: shown || String(cell.v), value: cell.v === true, kind: 'boolean' };
    case 'e': {
      const text = errorTexts[Number(cell.v)] ?? (shown || '#?');
      return { text, value: text, kind: 'error' };
    }
    default:
      return emptyCell;
  }
}

function readNumber(
  xlsx: Library,
  cell: CellObject,
  shown: string,
): Pick<GridCell, 'text' | 'value' | 'kind'> {
  if (typeof cell.v !== 'number') return emptyCell;
  if (typeof cell.z === 'string' && xlsx.SSF.is_date(cell.z)) {
    const day = xlsx.SSF.parse_date_code(cell.v) as { y: number; m: number; d: number } | null;
    if (day !== null && day.y > 1900) {
      const value = `${day.y}-${String(day.m).padStart(2, '0')}-${String(day.d).padStart(2, '0')}`;
      return { text: shown || value, value, kind: 'date' };
    }
  }
  return { text: shown || String(cell.v), value: cell.v, kind: 'number' };
}

/** The library types styles loosely: only a solid fill with a plain colour is of use. */
function fillOf(cell: CellObject): string | undefined {
  const style = cell.s as { patternType?: string; fgColor?: { rgb?: unknown } } | undefined;
  const rgb = style?.fgColor?.rgb;
  if (style?.patternType === undefined || style.patternType === 'none' || typeof rgb !== 'string')
    return undefined;
  const plain = rgb.slice(-6).toUpperCase();
  return plain === 'FFFFFF' ? undefined : plain;
}

function problemOf(
  source: CellObject | undefined,
  cell: GridCell | undefined,
  place: { sheet: string; row: number; column: number },
): SheetProblem | null {
  if (cell?.kind === 'error') return sheetProblem('sheet.error-value', { value: cell.text }, place);
  if (source?.f !== undefined && cell?.kind === 'empty' && source.t !== 's') {
    return sheetProblem('sheet.formula-without-value', {}, place);
  }
  return null;
}
