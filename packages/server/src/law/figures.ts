// The dictionary of figures as the engine wants it, from the rows that storage keeps.
import { checkOf, type FigureDictionary, parseFigures, type ReadingCheck } from '@vungbuoc/criteria';
import type { FigureRow } from '../storage/figures.ts';

/** @throws Error when a stored definition does not pass the engine's own check. */
export function makeDictionary(rows: readonly FigureRow[]): FigureDictionary {
  const parsed = parseFigures({ format: 1, figures: rows.map((row) => row.definition) }, 'figures');
  if (!parsed.figures)
    throw new Error(`the stored dictionary cannot be read: ${parsed.refused[0]?.en ?? ''}`);
  return parsed.figures;
}

/** A figure as commands need it: its id and what is wrong with a reading of it. */
export interface KnownFigure extends FigureRow {
  readonly check: ReadingCheck;
}

/** Figures by code, each with its check. @throws Error for a row that the dictionary does not have */
export function knownFigures(
  rows: readonly FigureRow[],
  dictionary: FigureDictionary,
): ReadonlyMap<string, KnownFigure> {
  return new Map(
    rows.map((row) => {
      const definition = dictionary.get(row.code);
      if (definition === undefined) throw new Error(`the dictionary has no figure ${row.code}`);
      return [row.code, { ...row, check: checkOf(definition) }];
    }),
  );
}
