// The sheet of figures that offices fill in: its layout, and readers for it and for plain lists, with every fault at once.
export { type ColumnField, type TemplateColumn, templateColumns } from './columns.ts';
export type { FaultGrade, SheetFault, SheetFaultCode } from './faults.ts';
export {
  type FiguresOfFile,
  type FileFault,
  type FileScope,
  type FileUnit,
  readFiguresFile,
  type SheetsOfFile,
} from './file.ts';
export { readReadingList } from './read-list.ts';
export { findTemplate, readTemplate, type TemplateScope } from './read-template.ts';
export type { ReadingScope, ReadingsRead, SheetReading, SheetUnit, UnitFault } from './readings.ts';
export {
  notApplicableWord,
  type TemplateInput,
  type TemplateUnit,
  type TemplateWorkbook,
  templateMark,
  templateWorkbook,
} from './workbook.ts';
