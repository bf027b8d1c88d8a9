// The dictionary of figures as the engine wants it, from the rows that storage keeps.
import { type FigureDictionary, parseFigures } from '@vungbuoc/criteria';
import type { FigureRow } from '../storage/figures.ts';

/** @throws Error when a stored definition does not pass the engine's own check. */
export function makeDictionary(rows: readonly FigureRow[]): FigureDictionary {
  const parsed = parseFigures({ format: 1, figures: rows.map((row) => row.definition) }, 'figures');
  if (!parsed.figures)
    throw new Error(`the stored dictionary cannot be read: ${parsed.refused[0]?.en ?? ''}`);
  return parsed.figures;
}
