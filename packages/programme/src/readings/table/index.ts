// Tables of readings: from the cells of a sheet to entries per unit, with the place of each.
export { type ReadingsFile, readReadingsFile, type SheetFault, type SheetsOfFile } from './file.ts';
export { type ReadingsTable, readReadingsTable, type TabledUnit, type TableOptions } from './table.ts';
