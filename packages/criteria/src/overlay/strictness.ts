// Whether one standard asks at least as much as another: everything that meets it meets the other too.
import { thousandthsOf } from '../decimal.ts';
import type { Comparison, Condition } from '../law/rule.ts';

/** True when meeting `a` surely means meeting `b`. False where it does not, or cannot be shown. */
export function implies(a: Condition, b: Condition): boolean {
  if (b.kind === 'all') return b.of.every((part) => implies(a, part));
  if (a.kind === 'any') return a.of.every((alternative) => implies(alternative, b));
  if (b.kind === 'any') return b.of.some((alternative) => implies(a, alternative));
  if (a.kind === 'all') return a.of.some((part) => implies(part, b));
  return comparisonImplies(a, b);
}

function comparisonImplies(a: Comparison, b: Comparison): boolean {
  if (a.part !== b.part) return false;
  if (a.kind === 'atLeast' && b.kind === 'atLeast') return size(a.value) >= size(b.value);
  if (a.kind === 'atMost' && b.kind === 'atMost') return size(a.value) <= size(b.value);
  if (a.kind === 'equals' && b.kind === 'equals') return a.value === b.value;
  return a.kind === 'judged' && b.kind === 'judged';
}

function size(value: string): number {
  return thousandthsOf(value) ?? Number.NaN;
}
