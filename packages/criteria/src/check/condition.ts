// Finds conditions inside one cell that no figure can satisfy, or that never matter.
import { thousandthsOf } from '../decimal.ts';
import type { Comparison, Condition } from '../law/rule.ts';

/** Values of one part that satisfy a comparison: a closed range of thousandths; yes is 1, no is 0. */
interface Range {
  readonly from: number;
  readonly to: number;
}

type Fault = 'set.conditions-contradict' | 'set.condition-unreachable' | null;

/** The first fault in a cell's conditions, or null. */
export function conditionFault(condition: Condition): Fault {
  if (condition.kind !== 'all' && condition.kind !== 'any') return null;
  for (const child of condition.of) {
    const fault = conditionFault(child);
    if (fault !== null) return fault;
  }
  const leaves = condition.of.filter(isComparison);
  for (const [index, leaf] of leaves.entries()) {
    for (const other of leaves.slice(index + 1)) {
      const fault =
        other.part === leaf.part ? pairFault(condition.kind, rangeOf(leaf), rangeOf(other)) : null;
      if (fault !== null) return fault;
    }
  }
  return null;
}

function isComparison(condition: Condition): condition is Comparison {
  return condition.kind !== 'all' && condition.kind !== 'any';
}

/** Two comparisons of one part: under `all` they must overlap; neither may make the other needless. */
function pairFault(kind: 'all' | 'any', a: Range, b: Range): Fault {
  if (kind === 'all' && (a.from > b.to || b.from > a.to)) return 'set.conditions-contradict';
  return includes(a, b) || includes(b, a) ? 'set.condition-unreachable' : null;
}

function includes(outer: Range, inner: Range): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}

function rangeOf(leaf: Comparison): Range {
  switch (leaf.kind) {
    case 'atLeast':
      return { from: thousandthsOf(leaf.value) ?? 0, to: Number.POSITIVE_INFINITY };
    case 'atMost':
      return { from: Number.NEGATIVE_INFINITY, to: thousandthsOf(leaf.value) ?? 0 };
    case 'equals':
      return leaf.value ? { from: 1, to: 1 } : { from: 0, to: 0 };
    case 'judged':
      return { from: 1, to: 1 };
  }
}
