// How a place in a file is written: `so-lieu.csv:7 (D7)` in a text file, `so-lieu.xlsx Số liệu!D7` in a workbook.
import { columnLetters } from '../../intake/grid.ts';

/** Zero-based rows and columns in, what a person looks for out. */
export interface Places {
  line(row: number): string;
  cell(row: number, column: number): string;
}

/** `sheet` is null for a text file, which has lines instead of sheets. */
export function placesIn(file: string, sheet: string | null): Places {
  if (sheet === null) {
    return {
      line: (row) => `${file}:${row + 1}`,
      cell: (row, column) => `${file}:${row + 1} (${columnLetters(column)}${row + 1})`,
    };
  }
  return {
    line: (row) => `${file} ${sheet}!${row + 1}:${row + 1}`,
    cell: (row, column) => `${file} ${sheet}!${columnLetters(column)}${row + 1}`,
  };
}
