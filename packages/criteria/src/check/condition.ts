// Finds conditions inside one cell that no figure can satisfy, that every figure satisfies, or that never matter.
import type { Condition } from '../law/rule.ts';
import type { MeasureType } from '../law/set.ts';
import { isPossible, type Most, type Wish } from './satisfiable.ts';

type Fault = 'set.conditions-contradict' | 'set.standard-always-met' | 'set.condition-unreachable' | null;

/** The worst fault in a cell's conditions, or null. A per cent ends at 100, other numbers nowhere. */
export function conditionFault(condition: Condition, measure: MeasureType = 'number'): Fault {
  const most = measure === 'percent' ? 100_000 : Number.POSITIVE_INFINITY;
  if (contradicts(condition, most)) return 'set.conditions-contradict';
  if (!isPossible([{ condition, holds: false }], most)) return 'set.standard-always-met';
  return hasIdleChild(condition, [], most) ? 'set.condition-unreachable' : null;
}

/** Whether the conditions, or any list of them deeper down, can never hold. */
function contradicts(condition: Condition, most: Most): boolean {
  if (!isPossible([{ condition, holds: true }], most)) return true;
  const nested = condition.kind === 'all' || condition.kind === 'any';
  return nested && condition.of.some((child) => contradicts(child, most));
}

/**
 * Whether a condition somewhere inside never changes the result. `given` is what must be so for this list to be
 * asked at all: under "all" the sisters hold, under "any" they do not. In that light an idle child is always or never met.
 */
function hasIdleChild(condition: Condition, given: readonly Wish[], most: Most): boolean {
  if (condition.kind !== 'all' && condition.kind !== 'any') return false;
  const holds = condition.kind === 'all';
  return condition.of.some((child, index) => {
    const sisters = condition.of.filter((_, other) => other !== index);
    const light = [...given, ...sisters.map((sister) => ({ condition: sister, holds }))];
    const matters = [true, false].every((wanted) =>
      isPossible([...light, { condition: child, holds: wanted }], most),
    );
    return !matters || hasIdleChild(child, light, most);
  });
}
