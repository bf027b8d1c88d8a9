// Writes .xlsx row by row, so that the national table costs no more memory than one sheet page.
import { PassThrough, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Border, stream as excelStream, Style, Worksheet, WorksheetView } from 'exceljs';
import type {
  CellModel,
  CellStyle,
  CellValue,
  RowModel,
  SheetModel,
  WorkbookModel,
} from './workbook-model.ts';

type BookWriter = InstanceType<typeof excelStream.xlsx.WorkbookWriter>;

/** Rows written before the zip is given a turn. */
const rowsAtATime = 200;

/** Excel's numbers for paper. */
const paperSizes = { A3: 8, A4: 9 } as const;

/** Writes a workbook into memory. Use `streamWorkbook` for anything of national size. */
export async function writeWorkbook(model: WorkbookModel): Promise<Uint8Array> {
  const pipe = new PassThrough();
  const [bytes] = await Promise.all([buffer(pipe), streamWorkbook(model, pipe)]);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Writes a workbook to a stream and ends it. Rejects when the stream fails. */
export async function streamWorkbook(model: WorkbookModel, target: Writable): Promise<void> {
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({
    stream: target,
    useStyles: true,
    useSharedStrings: false,
    zip: { zlib: { level: 1 } },
  });
  if (model.title !== undefined) book.title = model.title;
  const styles = new Map(
    Object.entries(model.styles ?? {}).map(([name, style]) => [name, excelStyle(style)]),
  );
  for (const sheet of model.sheets) await writeSheet(book, sheet, styles, target);
  await book.commit();
}

async function writeSheet(
  book: BookWriter,
  model: SheetModel,
  styles: ReadonlyMap<string, Partial<Style>>,
  target: Writable,
): Promise<void> {
  const sheet = book.addWorksheet(safeName(model.name), {
    state: model.hidden === true ? 'hidden' : 'visible',
    views: [viewOf(model)],
    pageSetup: pageOf(model),
  });
  if (model.columns !== undefined) {
    sheet.columns = model.columns.map(({ width, hidden }) => ({
      width: width ?? 9,
      hidden: hidden ?? false,
    }));
  }
  if (model.locked === true) await sheet.protect('', { selectLockedCells: true, formatColumns: true });
  const merges = (model.merges ?? []).map((range) => ({ range, ...linesOf(range) }));
  let line = 0;
  for await (const row of model.rows) {
    line++;
    writeRow(sheet, row, styles);
    for (const merge of merges) if (merge.bottom === line) sheet.mergeCells(merge.range);
    // A row can be sent off only when no merged block reaches below it.
    if (!merges.some(({ top, bottom }) => top <= line && line < bottom)) sheet.getRow(line).commit();
    if (line % rowsAtATime === 0) await giveTurn(target);
  }
  for (const { range, bottom } of merges) if (bottom > line) sheet.mergeCells(range);
  sheet.commit();
}

/** First and last line of an A1 range. */
function linesOf(range: string): { top: number; bottom: number } {
  const [top = 1, bottom = top] = Array.from(range.matchAll(/\d+/g), ([digits]) => Number(digits));
  return { top, bottom };
}

/** The zip works between turns; a reader that does not keep up is waited for. */
async function giveTurn(target: Writable): Promise<void> {
  if (target.writableNeedDrain)
    await new Promise<void>((done) => target.once('drain', done).once('close', done));
  else await new Promise<void>((done) => setImmediate(done));
}

function writeRow(sheet: Worksheet, model: RowModel, styles: ReadonlyMap<string, Partial<Style>>): void {
  const row = sheet.addRow(model.cells.map((cell) => excelValue(isCellModel(cell) ? cell.value : cell)));
  if (model.height !== undefined) row.height = model.height;
  if (model.hidden === true) row.hidden = true;
  model.cells.forEach((source, at) => {
    const cell = isCellModel(source) ? source : null;
    const name = cell?.style ?? model.style;
    const style = name === undefined ? undefined : styles.get(name);
    if (style === undefined && cell?.note === undefined) return;
    const target = row.getCell(at + 1);
    if (style !== undefined) target.style = style;
    if (cell?.note !== undefined) target.note = { texts: [{ text: cell.note }] };
  });
}

function isCellModel(cell: CellValue | CellModel): cell is CellModel {
  return typeof cell === 'object' && cell !== null;
}

/** Control characters cannot stand in XML; `_x000D_` and its like are Excel's own escapes and must not be read as one. */
function excelValue(value: CellValue): CellValue {
  if (typeof value !== 'string') return value;
  return value
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Sheet names: at most 31 letters, none of `: \ / ? * [ ]`, no quote at the ends. */
function safeName(name: string): string {
  const safe = name
    .replace(/[:\\/?*[\]]/g, '-')
    .replace(/^'|'$/g, '')
    .slice(0, 31)
    .trim();
  return safe === '' ? 'Sheet' : safe;
}

function viewOf(model: SheetModel): Partial<WorksheetView> {
  if (model.frozen === undefined) return { state: 'normal' };
  return { state: 'frozen', xSplit: model.frozen.columns, ySplit: model.frozen.rows };
}

function pageOf(model: SheetModel): Partial<Worksheet['pageSetup']> {
  const print = model.print;
  if (print === undefined) return {};
  const [first, last] = print.repeatRows ?? [];
  return {
    // exceljs declares only some papers; 8 is A3 in the file format (ECMA-376, ST_PaperSize)
    paperSize: paperSizes[print.paper] as number,
    orientation: print.landscape === true ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    ...(first === undefined ? {} : { printTitlesRow: `${first}:${last}` }),
  };
}

function excelStyle(style: CellStyle): Partial<Style> {
  const thin: Partial<Border> = { style: 'thin', color: { argb: 'FFDAD2C2' } };
  const font = {
    name: style.font ?? 'Times New Roman',
    size: style.size ?? 11,
    ...(style.bold === true ? { bold: true } : {}),
    ...(style.italic === true ? { italic: true } : {}),
    ...(style.colour === undefined ? {} : { color: { argb: `FF${style.colour}` } }),
  };
  return {
    font,
    alignment: {
      vertical: style.vertical ?? 'middle',
      ...(style.align === undefined ? {} : { horizontal: style.align }),
      ...(style.wrap === true ? { wrapText: true } : {}),
      ...(style.turn === undefined ? {} : { textRotation: style.turn }),
    },
    ...(style.fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${style.fill}` } } }),
    ...(style.border === true ? { border: { top: thin, left: thin, bottom: thin, right: thin } } : {}),
    ...(style.ruleAbove === true ? { border: { top: { style: 'medium' } } } : {}),
    ...(style.format === undefined ? {} : { numFmt: style.format }),
    ...(style.unlocked === true ? { protection: { locked: false } } : {}),
  };
}
