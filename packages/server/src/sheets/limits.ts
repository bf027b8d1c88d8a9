// How much a sheet may hold. A file over a limit is refused with a sentence, never read halfway.

/** Limits on one file; every one has a default. */
export interface SheetLimits {
  /** Size of the file as sent. */
  readonly fileBytes: number;
  /** Size of a zipped workbook once unpacked. */
  readonly unpackedBytes: number;
  /** Files inside a zipped workbook. */
  readonly zipEntries: number;
  /** Cells, styled empty ones included, of a whole workbook. */
  readonly workbookCells: number;
  /** Lines of a text file; the heading counts. */
  readonly textRows: number;
  readonly textCells: number;
  /** Columns with content. */
  readonly columns: number;
  /** Letters in one cell: Excel's own limit. */
  readonly cellLetters: number;
}

/** A national table is 3,321 x 60 = 199,260 cells; a national CSV of readings has 189,297 lines. */
export const defaultLimits: SheetLimits = {
  fileBytes: 64 * 1024 * 1024,
  unpackedBytes: 128 * 1024 * 1024,
  zipEntries: 2_000,
  workbookCells: 600_000,
  textRows: 250_000,
  textCells: 4_000_000,
  columns: 1_000,
  cellLetters: 32_767,
};
