// The plain grid every sheet becomes: what a person sees in each cell, and where it stands. No library type leaks out.

/** What Excel holds in a cell. A formula's cell has the kind of its cached value. */
export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';

/** One cell. Cells are shared between places with the same content, so they are never changed. */
export interface GridCell {
  /** As shown on screen, in NFC (composed tone marks). */
  readonly text: string;
  /** The stored value; a date is `YYYY-MM-DD` text, an error is its code as text. */
  readonly value: string | number | boolean | null;
  readonly kind: CellKind;
  /** The value was computed by Excel and kept; the formula itself is never read on. */
  readonly formula?: true;
  /** Background colour as `RRGGBB`, when it is not white or none. */
  readonly fill?: string;
  /** Part or all of the text is struck through. */
  readonly struck?: true;
  /** The comment attached to the cell. */
  readonly note?: string;
}

/** A merged block, zero-based and inclusive; its content is in the top left cell, the others are empty. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet. `rows[0]` is the sheet's line 1; rows may be shorter than the widest, and empty ones are `[]`. */
export interface Grid {
  readonly sheet: string;
  /** The sheet itself is hidden in the workbook. */
  readonly hidden: boolean;
  readonly rows: readonly (readonly GridCell[])[];
  readonly merges: readonly Merge[];
  /** Zero-based positions of rows and columns that a person does not see. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** The cell of every place without content. */
export const emptyCell: GridCell = { text: '', value: null, kind: 'empty' };

/** `0` is `A`, `26` is `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** The A1 address of zero-based row and column. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}
