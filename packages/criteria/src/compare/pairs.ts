// Which indicator of one set is which of another: by code within one set, by shared figures across sets.
import { type Confidence, weaker } from '../law/confidence.ts';
import type { CriteriaSet, Indicator } from '../law/set.ts';

export interface IndicatorPair {
  readonly before: Indicator | null;
  readonly after: Indicator | null;
}

/** Every indicator of `b` with its counterpart in `a`, then those of `a` that have none. */
export function pairIndicators(a: CriteriaSet, b: CriteriaSet): IndicatorPair[] {
  return pairItems(indicatorsOf(a), indicatorsOf(b), a.id === b.id);
}

/** The same for the level's further conditions. */
export function pairConditions(a: CriteriaSet, b: CriteriaSet): IndicatorPair[] {
  return pairItems(a.conditions, b.conditions, a.id === b.id);
}

function pairItems(old: readonly Indicator[], now: readonly Indicator[], same: boolean): IndicatorPair[] {
  const byCode = new Map(old.map((indicator) => [indicator.code, indicator]));
  const byFigure = new Map(old.flatMap((item) => figureCodes(item).map((code) => [code, item] as const)));
  const taken = new Set<Indicator>();
  const pairs = now.map((after) => {
    const shared = figureCodes(after).map((code) => byFigure.get(code));
    const before =
      (same ? byCode.get(after.code) : undefined) ?? shared.find((item) => item !== undefined) ?? null;
    if (before === null || taken.has(before)) return { before: null, after };
    taken.add(before);
    return { before, after };
  });
  return [...pairs, ...old.filter((item) => !taken.has(item)).map((before) => ({ before, after: null }))];
}

function indicatorsOf(set: CriteriaSet): Indicator[] {
  return set.criteria.flatMap((criterion) => criterion.indicators);
}

function figureCodes(indicator: Indicator): string[] {
  return Object.values(indicator.figures).map((use) => use.code);
}

/**
 * How sure it is that a figure means the same in both sets: the weaker of the two wordings. Null where `from` does
 * not use it. One version of one set is itself, whatever is remembered of its words.
 */
export function linkOf(figure: string, from: CriteriaSet, to: CriteriaSet): Confidence | null {
  const [a, b] = [useOf(figure, from), useOf(figure, to)];
  if (a === null || b === null) return null;
  return from.id === to.id && from.version === to.version ? 'source' : weaker(a, b);
}

function useOf(figure: string, set: CriteriaSet): Confidence | null {
  for (const indicator of [...indicatorsOf(set), ...set.conditions]) {
    for (const use of Object.values(indicator.figures)) if (use.code === figure) return use.confidence;
  }
  return null;
}
