// Finds the figure that a person names by an indicator's code: `17.1`, `17.1/clean`, `12.1/female`.
import type { FigureDef } from './figures.ts';
import type { CriteriaSet, Indicator } from './set.ts';

/** `by-sex`: the indicator takes men and women apart, so its plain code names no figure. */
export type FigureName =
  | {
      readonly kind: 'figure';
      readonly indicator: Indicator;
      readonly part: string;
      readonly figure: FigureDef;
    }
  | { readonly kind: 'by-sex'; readonly indicator: Indicator }
  | { readonly kind: 'unknown-part'; readonly indicator: Indicator; readonly parts: readonly string[] }
  | { readonly kind: 'unknown-indicator' };

/**
 * What `name` means in a set; further conditions of the level are named the same way. All that follows the first
 * slash is the part: `12.1/male/x` and `17.1/` name no part of the indicator, not its first one.
 */
export function findFigure(set: CriteriaSet, name: string): FigureName {
  const [code = '', ...steps] = name.normalize('NFC').trim().split('/');
  const part = steps.join('/');
  const indicators = [...set.criteria.flatMap((criterion) => criterion.indicators), ...set.conditions];
  const indicator = indicators.find((candidate) => candidate.code === code);
  if (indicator === undefined) return { kind: 'unknown-indicator' };
  const given = steps.length === 0 || part !== '';
  const use = given && Object.hasOwn(indicator.figures, part) ? indicator.figures[part] : undefined;
  const figure = use === undefined ? undefined : set.figures[use.code];
  if (figure !== undefined) return { kind: 'figure', indicator, part, figure };
  if (steps.length === 0 && indicator.measure.bySex) return { kind: 'by-sex', indicator };
  return { kind: 'unknown-part', indicator, parts: Object.keys(indicator.figures) };
}
