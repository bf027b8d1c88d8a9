// Walks the conditions of one cell.
import type { Condition } from './rule.ts';

/** Names of the parts that a condition compares, in its order. */
export function partsOf(condition: Condition): string[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(partsOf);
  return [condition.part];
}

/** The first threshold asked of a part, as decimal text; null where it is not compared with a number. */
export function thresholdOf(condition: Condition, part: string): string | null {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return condition.of.map((child) => thresholdOf(child, part)).find((value) => value !== null) ?? null;
  }
  const numeric = condition.kind === 'atLeast' || condition.kind === 'atMost';
  return numeric && condition.part === part ? condition.value : null;
}
