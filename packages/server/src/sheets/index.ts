// Sheets: files of offices to plain grids, and plain models to files. No database, no knowledge of the programme.
export { csvLine, writeCsv } from './csv-writer.ts';
export {
  addressOf,
  type CellKind,
  columnLetters,
  emptyCell,
  type Grid,
  type GridCell,
  type Merge,
} from './grid.ts';
export { defaultLimits, type SheetLimits } from './limits.ts';
export { parsePasted, pastedSheetName, readPasted } from './pasted.ts';
export type { ProblemGrade, SheetProblem, SheetProblemCode } from './problems.ts';
export { readSheets, readSheetValues, type SheetsRead } from './read-sheets.ts';
export type {
  CellModel,
  CellStyle,
  CellValue,
  ColumnModel,
  RowModel,
  SheetModel,
  WorkbookModel,
} from './workbook-model.ts';
export { streamWorkbook, writeWorkbook } from './workbook-writer.ts';
