// What a successor inherits: a signed rule per figure or per kind of figure, kept with the change (jsonb `inheritance`).
import * as z from 'zod/mini';
import type { Places } from './places.ts';

const figure = z.string().check(z.minLength(1), z.maxLength(80));

/**
 * `sum`: exact sums of numerators and of denominators. `agree`: the common value, where all predecessors have the same.
 * `weightedMean`: of plain numbers, weighted by another figure (its denominator, or its numerator for a number).
 * `worstCase`: the lowest or the highest of the predecessors' numbers. `anew`: nothing is inherited.
 */
export const InheritRule = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('sum') }),
  z.object({ rule: z.literal('agree') }),
  z.object({ rule: z.literal('weightedMean'), by: figure }),
  z.object({ rule: z.literal('worstCase'), worst: z.enum(['lowest', 'highest']) }),
  z.object({ rule: z.literal('anew') }),
]);
export type InheritRule = z.infer<typeof InheritRule>;

/** Rules that differ from the dictionary's: by figure code first, then by kind of figure. Empty: the dictionary's. */
export const Inheritance = z.object({
  figures: z.optional(z.record(figure, InheritRule)),
  kinds: z.optional(
    z.partialRecord(z.enum(['share', 'ratio', 'number', 'boolean', 'document', 'judged']), InheritRule),
  ),
});
export type Inheritance = z.infer<typeof Inheritance>;

/** The dictionary's own rules hold. */
export const USUAL_INHERITANCE: Inheritance = {};

/** The signed rules of all changes that a unit was made by; where two speak of the same figure, the later one. */
export function inheritanceInto(places: Places, unitId: number): Inheritance {
  const inTime = [...places.changesInto(unitId)].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  const given = inTime.map((link) => link.inheritance);
  return {
    figures: Object.assign({}, ...given.map((one) => one.figures)),
    kinds: Object.assign({}, ...given.map((one) => one.kinds)),
  };
}
