// CSV that Excel opens right in Vietnam: UTF-8 with its mark, quoted where needed, and no text that could run as a formula.
import type { CellValue } from './workbook-model.ts';

/** Text that a spreadsheet would run. Plain numbers and a lone sign are none. */
const wouldRun = /^[=@\t\r]|^[+-](?!$|\d+(?:[.,]\d+)*%?$)/;

/**
 * Writes rows parted by commas, lines by CRLF, beginning with the byte-order mark by which Excel knows UTF-8. Text that
 * Excel would run gets a `'` in front; `readSheets` takes it off again. Numbers are written with a decimal point.
 */
export function writeCsv(rows: Iterable<readonly CellValue[]>): string {
  let text = '\ufeff';
  for (const row of rows) text += csvLine(row);
  return text;
}

/** One line of it, for streams; the caller writes the byte-order mark first. */
export function csvLine(row: readonly CellValue[]): string {
  return `${row.map(csvField).join(',')}\r\n`;
}

function csvField(value: CellValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const inert = wouldRun.test(value) ? `'${value}` : value;
  return /[",\r\n;]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
