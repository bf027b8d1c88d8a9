// Walks the conditions of one cell.
import type { Condition } from './rule.ts';

/** Names of the parts that a condition compares, in its order. */
export function partsOf(condition: Condition): string[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(partsOf);
  return [condition.part];
}

/** Every threshold asked of a part, as decimal text, in its order; none where it is not compared with a number. */
export function thresholdsOf(condition: Condition, part: string): string[] {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return condition.of.flatMap((child) => thresholdsOf(child, part));
  }
  const numeric = condition.kind === 'atLeast' || condition.kind === 'atMost';
  return numeric && condition.part === part ? [condition.value] : [];
}
