// After a sheet is kept: what the board shows of each of its units, and why. Figures of the round go before any document.
import type { BoardRow } from '../board/index.ts';
import type { DeclaredResult } from './results.ts';

/** One unit of the sheet as the board shows it. */
export interface UnitShown {
  readonly unit: string;
  readonly name: string;
  /** `figures`: the round has readings of it, so the board is as before. `sheet`: the board shows what the sheet says. */
  readonly by: 'figures' | 'sheet';
  /** Criteria met by the round's figures; null where `by` is `sheet`, or nothing could be judged. */
  readonly met: number | null;
  /** Criteria met as the sheet says: its own count, else its marks; `of` how many. */
  readonly said: number;
  readonly of: number;
}

/** The units of `results` in the order of the board's `rows`. */
export function whatIsShown(
  results: readonly DeclaredResult[],
  rows: readonly Pick<BoardRow, 'unit' | 'name' | 'basis' | 'met' | 'of'>[],
): UnitShown[] {
  return rows.flatMap(({ unit, name, basis, met, of }) => {
    const own = results.filter(({ unitCode }) => unitCode === unit);
    if (own.length === 0) return [];
    const count = own.find(({ criterion }) => criterion === null);
    const said = count?.metCount ?? own.filter(({ verdict }) => verdict === 'met').length;
    const byFigures = basis === 'computed';
    return [
      {
        unit,
        name,
        by: byFigures ? 'figures' : 'sheet',
        met: byFigures ? met : null,
        said,
        of: count?.ofCount ?? of,
      },
    ];
  });
}
