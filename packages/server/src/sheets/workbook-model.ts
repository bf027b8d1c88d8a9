// A workbook as plain data, written by `writeWorkbook` and `streamWorkbook`. Papers, the board and templates make these.

/** A value to write. Text is always written as text: what begins with `=` is shown, never run. Dates are YYYY-MM-DD. */
export type CellValue = string | number | boolean | null;

/** How a cell looks. Colours are `RRGGBB`. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly font?: string;
  readonly colour?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  /** Degrees that the text is turned, for upright headings. */
  readonly turn?: number;
  /** Thin lines around. */
  readonly border?: boolean;
  /** A strong line above, for totals. */
  readonly ruleAbove?: boolean;
  /** A number format such as `#,##0.0`. */
  readonly format?: string;
  /** May be typed into although the sheet is locked. */
  readonly unlocked?: boolean;
}

/** One cell. `style` names one of the workbook's styles. */
export interface CellModel {
  readonly value: CellValue;
  readonly style?: string;
  /** A comment shown when the cell is pointed at. */
  readonly note?: string;
}

/** One row; a bare value is a cell in the row's style. */
export interface RowModel {
  readonly cells: readonly (CellValue | CellModel)[];
  readonly style?: string;
  /** In points. */
  readonly height?: number;
  readonly hidden?: boolean;
}

/** One column; `width` in characters of the usual font. */
export interface ColumnModel {
  readonly width?: number;
  readonly hidden?: boolean;
}

/** One sheet. Rows may be made on the way, so that a national table never stands in memory. */
export interface SheetModel {
  /** At most 31 letters; signs that Excel forbids are replaced. */
  readonly name: string;
  readonly columns?: readonly ColumnModel[];
  readonly rows: Iterable<RowModel> | AsyncIterable<RowModel>;
  /** A1 ranges, such as `A1:F1`. */
  readonly merges?: readonly string[];
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Only cells of an unlocked style may be typed into. There is no password: it guards against slips, not people. */
  readonly locked?: boolean;
  readonly hidden?: boolean;
  readonly print?: {
    readonly paper: 'A3' | 'A4';
    readonly landscape?: boolean;
    /** First and last line repeated on each page, counted from 1. */
    readonly repeatRows?: readonly [number, number];
  };
}

/** A whole workbook. */
export interface WorkbookModel {
  readonly title?: string;
  readonly styles?: Readonly<Record<string, CellStyle>>;
  readonly sheets: readonly SheetModel[];
}
