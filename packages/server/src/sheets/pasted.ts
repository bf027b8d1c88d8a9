// A block copied from Excel or a web page, as the clipboard gives it: lines of cells parted by tabs.
import { gridFromPieces } from './csv-grid.ts';
import type { Grid } from './grid.ts';
import { defaultLimits, type SheetLimits } from './limits.ts';
import { type SheetProblem, SheetRefused } from './problems.ts';

/** The name a pasted block goes by in addresses. */
export const pastedSheetName = 'Dán';

/** Reads a pasted block. `grid` is null when it was refused; all problems are in `problems`. */
export function readPasted(
  text: string,
  limits: SheetLimits = defaultLimits,
): { grid: Grid | null; problems: SheetProblem[] } {
  try {
    return gridFromPieces([text], pastedSheetName, pastedSheetName, limits);
  } catch (error) {
    if (error instanceof SheetRefused) return { grid: null, problems: [error.problem] };
    throw error;
  }
}

/** Reads a pasted block; a block that cannot be read throws `SheetRefused`. */
export function parsePasted(text: string): Grid {
  return gridFromPieces([text], pastedSheetName, pastedSheetName, defaultLimits).grid;
}
