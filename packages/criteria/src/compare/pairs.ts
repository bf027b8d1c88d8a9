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

/** Within one set the code decides; only what is left over is found again by its figures. */
function pairItems(old: readonly Indicator[], now: readonly Indicator[], same: boolean): IndicatorPair[] {
  const byCode = new Map(same ? old.map((indicator) => [indicator.code, indicator]) : []);
  const byFigure = new Map(old.flatMap((item) => figureCodes(item).map((code) => [code, item] as const)));
  const found = new Map<Indicator, Indicator>();
  const taken = new Set<Indicator>();
  const take = (after: Indicator, before: Indicator | undefined): void => {
    if (before === undefined || taken.has(before)) return;
    found.set(after, before);
    taken.add(before);
  };
  for (const after of now) take(after, byCode.get(after.code));
  for (const after of now) {
    if (found.has(after)) continue;
    const shared = figureCodes(after).map((code) => byFigure.get(code));
    take(
      after,
      shared.find((item) => item !== undefined),
    );
  }
  const pairs = now.map((after) => ({ before: found.get(after) ?? null, after }));
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
