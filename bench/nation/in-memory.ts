// The nation as the engine wants it: one table, its rows in groups by column. No database.
import {
  type CompiledSet,
  type CriteriaSet,
  compile,
  dimensionsOf,
  FigureTable,
  type RowGroup,
} from '@vungbuoc/criteria';
import { randomFrom } from '../measure/random.ts';
import { type CommuneReadings, communeReadings } from './figures.ts';

/** Communes from 1 July 2025. */
export const COMMUNES = 3_321;

export interface MemoryNation {
  readonly set: CriteriaSet;
  readonly year: number;
  readonly readings: readonly CommuneReadings[];
  readonly groups: readonly RowGroup[];
}

/** `communes` units whose columns go round all regions. */
export function memoryNation(set: CriteriaSet, year: number, communes: number, seed = 42): MemoryNation {
  const random = randomFrom(seed);
  const readings = Array.from({ length: communes }, () => communeReadings(set, random));
  const columns = dimensionsOf(set).filter((column) => !column.includes('/'));
  const groups = columns.map((column, at): RowGroup => {
    const rows = Int32Array.from([...readings.keys()].filter((row) => row % columns.length === at));
    return { compiled: compile(set, column, year), rows };
  });
  return { set, year, readings, groups };
}

/** Readings as texts into the table: what every evaluation of stored readings begins with. */
export function fillTable({ groups, readings }: MemoryNation): FigureTable {
  const compiled: CompiledSet | undefined = groups[0]?.compiled;
  if (!compiled) throw new Error('a nation without columns');
  const { figures } = compiled;
  const table = new FigureTable(figures, readings.length);
  for (const [row, own] of readings.entries()) {
    for (const [index, figure] of figures.entries()) {
      const reading = own.get(figure.code);
      if (reading !== undefined) table.set(row, index, reading);
    }
  }
  return table;
}
