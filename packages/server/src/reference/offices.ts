// Which indicators are made of which figures, and which offices they belong to: what a department's grant is held against.
import type { RoundRow } from '../storage/rounds.ts';
import type { Reference } from './snapshot.ts';

/** The indicators of a round's sets, by code, with the figures they are made of. Kept as long as the snapshot. */
export function indicatorsOf(reference: Reference, round: RoundRow): ReadonlyMap<string, readonly string[]> {
  const known = kept.get(reference) ?? new Map<number, ReadonlyMap<string, readonly string[]>>();
  kept.set(reference, known);
  const found = known.get(round.id) ?? measure(reference, round);
  known.set(round.id, found);
  return found;
}

const kept = new WeakMap<Reference, Map<number, ReadonlyMap<string, readonly string[]>>>();

function measure(reference: Reference, round: RoundRow): ReadonlyMap<string, readonly string[]> {
  const figures = new Map<string, string[]>();
  for (const setId of round.setIds) {
    for (const criterion of reference.shelf.find(setId, null)?.criteria ?? []) {
      for (const { code, figures: own } of criterion.indicators) {
        const codes = Object.values(own).flatMap((figure) => figure?.code ?? []);
        figures.set(code, [...new Set([...(figures.get(code) ?? []), ...codes])]);
      }
    }
  }
  return figures;
}

/** The indicators of a round that are made of a figure. */
export function indicatorsMadeOf(reference: Reference, round: RoundRow, figure: string): readonly string[] {
  return byFigure(reference, round).get(figure) ?? [];
}

const keptByFigure = new WeakMap<
  ReadonlyMap<string, readonly string[]>,
  ReadonlyMap<string, readonly string[]>
>();

function byFigure(reference: Reference, round: RoundRow): ReadonlyMap<string, readonly string[]> {
  const indicators = indicatorsOf(reference, round);
  const known = keptByFigure.get(indicators);
  if (known) return known;
  const found = new Map<string, string[]>();
  for (const [code, figures] of indicators) {
    for (const figure of figures) found.set(figure, [...(found.get(figure) ?? []), code]);
  }
  keptByFigure.set(indicators, found);
  return found;
}

/** Offices with a duty for some indicators; `''` for one that no office has. */
export function officesWith(
  reference: Reference,
  { programmeId }: Pick<RoundRow, 'programmeId'>,
  duty: 'supply' | 'confirm',
  indicators: readonly string[],
): string[] {
  const own = reference.duties.filter((row) => row.programmeId === programmeId && row.duty === duty);
  const byIndicator = new Map(own.map((row) => [row.indicator, row.office]));
  return [...new Set(indicators.map((code) => byIndicator.get(code) ?? ''))];
}

/** Offices that supply some figures: of every indicator that is made of one of them. */
export function suppliersOf(reference: Reference, round: RoundRow, figures: readonly string[]): string[] {
  const indicators = figures.flatMap((figure) => indicatorsMadeOf(reference, round, figure));
  return officesWith(reference, round, 'supply', indicators);
}
