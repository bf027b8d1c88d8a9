// Cells of an .xls whose font is struck through. The library reads values, not fonts, so the records of the file are walked:
// fonts, formats, and the format of each cell. [MS-XLS] 2.4. A strike through a part of a text only is not seen here.
import { addressOf } from './grid.ts';

const FONT = 0x0031;
const FORMAT_OF_CELLS = 0x00e0;
const SHEET = 0x0085;
const PASSWORD = 0x002f;
const BEGIN = 0x0809;
const END = 0x000a;
const SEVERAL_NUMBERS = 0x00bd;
/** Records of one cell: formula, label, number, boolean, rich text; all begin with row, column, format. */
const CELLS = new Set([0x0006, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e]);
const STRUCK = 0x0008;
/** The list of fonts has no number four. */
const FONT_LEFT_OUT = 4;

interface FileRecord {
  readonly type: number;
  readonly data: DataView;
}

/** A1 addresses of struck cells by the place of the sheet in the book; null where the file does not tell. */
export function findStruckInOldExcel(stream: Uint8Array): ReadonlyMap<number, ReadonlySet<string>> | null {
  const fonts: boolean[] = [];
  const formats: boolean[] = [];
  const sheets: number[] = [];
  for (const { type, data } of recordsFrom(stream, 0)) {
    if (type === PASSWORD) return null;
    if (type === FONT && data.byteLength >= 4) fonts.push((data.getUint16(2, true) & STRUCK) !== 0);
    if (type === SHEET && data.byteLength >= 4) sheets.push(data.getUint32(0, true));
    if (type !== FORMAT_OF_CELLS || data.byteLength < 2) continue;
    const font = data.getUint16(0, true);
    formats.push(fonts[font > FONT_LEFT_OUT ? font - 1 : font] ?? false);
  }
  if (!formats.includes(true)) return new Map();
  return new Map(sheets.map((from, index) => [index, struckFrom(stream, from, formats)]));
}

function struckFrom(stream: Uint8Array, from: number, formats: readonly boolean[]): Set<string> {
  const struck = new Set<string>();
  const note = (row: number, column: number, format: number) => {
    if (formats[format] === true) struck.add(addressOf(row, column));
  };
  for (const { type, data } of recordsFrom(stream, from)) {
    if (CELLS.has(type) && data.byteLength >= 6)
      note(data.getUint16(0, true), data.getUint16(2, true), data.getUint16(4, true));
    if (type !== SEVERAL_NUMBERS) continue;
    // row, first column, then a format and a number of four bytes for each column
    for (let at = 4, column = data.getUint16(2, true); at + 8 <= data.byteLength; at += 6, column++)
      note(data.getUint16(0, true), column, data.getUint16(at, true));
  }
  return struck;
}

/** The records of one part of the file, up to its end; a chart inside a sheet has an end of its own. */
function* recordsFrom(stream: Uint8Array, from: number): Generator<FileRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let depth = 0;
  for (let at = from; at + 4 <= view.byteLength; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > view.byteLength) return;
    if (type === BEGIN) depth++;
    if (type === END && --depth <= 0) return;
    if (depth === 1) yield { type, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length) };
    at += 4 + length;
  }
}
