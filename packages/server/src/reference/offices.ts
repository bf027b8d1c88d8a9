// Which offices the indicators of some figures belong to: what a department's grant is held against.
import type { RoundRow } from '../storage/rounds.ts';
import type { Reference } from './snapshot.ts';

/** Offices of every indicator of the round's sets that is made of one of the figures; `''` for one that no office has. */
export function officesOf(reference: Reference, round: RoundRow, figures: readonly string[]): string[] {
  const asked = new Set(figures);
  const indicators = round.setIds
    .flatMap((id) => reference.shelf.find(id, null)?.criteria ?? [])
    .flatMap((criterion) => criterion.indicators)
    .filter((one) => Object.values(one.figures).some((figure) => figure && asked.has(figure.code)));
  return [...new Set(indicators.map((one) => one.office?.code ?? ''))];
}
