// Why figures that a rule could have judged leave it open.
import type { CompiledIndicator } from '../judge/compile.ts';
import { type FigureTable, NONE, NOT_PRESENT } from '../judge/figure-table.ts';

export type ReadingReason = 'no-reading' | 'by-sex' | 'reading-fault' | 'applicable-not-allowed';

/** The reason for an unknown verdict under a known standard. */
export function openReading(
  item: CompiledIndicator,
  figures: readonly number[],
  table: FigureTable,
  row: number,
): ReadingReason {
  const states = figures.map((figure) => table.state[table.cell(figure, row)] ?? NONE);
  if (!item.ifPresent && states.includes(NOT_PRESENT)) return 'applicable-not-allowed';
  if (!states.includes(NONE)) return 'reading-fault';
  return item.indicator.measure.bySex ? 'by-sex' : 'no-reading';
}
