// Sheets of the years before Unicode are typed in .VnTime: the file holds "X· M­êng M«" where a person sees "Xã Mường Mô".
// Table: TCVN 5712:1993, VN3.
import type { GridCell } from './grid.ts';
import { type SheetProblem, sheetProblem } from './problems.ts';

const codes: readonly (readonly [from: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờở'],
  [0xec, 'ỡớợùủũúụừửữứựỳỷỹýỵ'],
];

const letterOf = new Map<string, string>();
for (const [from, letters] of codes) {
  [...letters].forEach((letter, at) => {
    letterOf.set(String.fromCharCode(from + at), letter);
  });
}

/** Signs that stand inside words only in this table, never in Unicode text. */
const sign = '[\\u00a7\\u00a8\\u00a9\\u00ac\\u00ad\\u00ae\\u00b5-\\u00b9\\u00bb-\\u00be]';
const signInWord = new RegExp(`[a-z]${sign}|${sign}[a-z]`, 'i');
/** Letters that only Unicode Vietnamese has. */
const unicodeVietnamese =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;

/** Whether a text can only have been typed in such a font. */
export function looksLikeOldFont(text: string): boolean {
  return signInWord.test(text) && !unicodeVietnamese.test(text);
}

/** Whether a text holds Vietnamese letters in Unicode. */
export function isUnicodeVietnamese(text: string): boolean {
  return unicodeVietnamese.test(text);
}

/** The same text in Unicode. */
export function fromOldFont(text: string): string {
  return [...text].map((char) => letterOf.get(char) ?? char).join('');
}

/** Rewrites a sheet typed in .VnTime in place, and says so. A sheet with Unicode Vietnamese in it is left alone. */
export function readOldFont(rows: GridCell[][], sheet: string): SheetProblem[] {
  let first: { row: number; column: number } | null = null;
  let count = 0;
  for (const [row, line] of rows.entries()) {
    for (const [column, cell] of line.entries()) {
      if (isUnicodeVietnamese(cell.text)) return [];
      if (!looksLikeOldFont(cell.text)) continue;
      first ??= { row, column };
      count++;
    }
  }
  if (first === null || count < 3) return [];
  for (const line of rows) {
    for (const [column, cell] of line.entries()) {
      if (cell.kind === 'text') line[column] = asUnicode(cell);
    }
  }
  return [sheetProblem('sheet.old-font', {}, { sheet, ...first })];
}

function asUnicode(cell: GridCell): GridCell {
  const text = fromOldFont(cell.text);
  return { ...cell, text, value: text };
}
