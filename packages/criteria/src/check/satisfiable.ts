// Whether any figures at all satisfy some wishes: standards that must hold, and standards that must not.
import { thousandthsOf } from '../decimal.ts';
import type { Comparison, Condition } from '../law/rule.ts';

/** One condition that must hold (`holds`), or must not. */
export interface Wish {
  readonly condition: Condition;
  readonly holds: boolean;
}

/** Largest value a figure can have, in thousandths: 100,000 for a per cent. None is under zero. */
export type Most = number;

/** Values of one part in thousandths (yes is 1, no is 0); an open end does not belong to it. */
interface Range {
  readonly from: number;
  readonly fromOpen: boolean;
  readonly to: number;
  readonly toOpen: boolean;
}

type Ranges = ReadonlyMap<string, Range>;

/** Whether figures exist that fulfil all wishes. Walks every way through alternatives; a cell has twenty conditions at most. */
export function isPossible(wishes: readonly Wish[], most: Most): boolean {
  return fits(wishes, new Map(), most);
}

/** Whether a wish leaves a choice: those that do not come first, so that few ways are left to walk. */
function isChoice({ condition, holds }: Wish): boolean {
  return condition.kind === (holds ? 'any' : 'all');
}

function fits(wishes: readonly Wish[], ranges: Ranges, most: Most): boolean {
  const sure = wishes.findIndex((wish) => !isChoice(wish));
  const wish = wishes[Math.max(sure, 0)];
  if (wish === undefined) return true;
  const rest = wishes.toSpliced(Math.max(sure, 0), 1);
  const { condition, holds } = wish;
  if (condition.kind !== 'all' && condition.kind !== 'any') {
    const narrowed = narrow(ranges.get(condition.part) ?? whole(condition, most), rangeOf(condition, holds));
    return narrowed !== null && fits(rest, new Map(ranges).set(condition.part, narrowed), most);
  }
  const children = condition.of.map((child) => ({ condition: child, holds }));
  // an "all" that must hold, and an "any" that must not, ask something of every child
  if ((condition.kind === 'all') === holds) return fits([...children, ...rest], ranges, most);
  return children.some((child) => fits([child, ...rest], ranges, most));
}

/** What a part may be at all: a fact is yes or no, a number is not negative. */
function whole(condition: Comparison, most: Most): Range {
  const fact = condition.kind === 'equals' || condition.kind === 'judged';
  return { from: 0, fromOpen: false, to: fact ? 1 : most, toOpen: false };
}

/** The range in which a comparison holds, or does not. */
function rangeOf(leaf: Comparison, holds: boolean): Range {
  if (leaf.kind === 'equals' || leaf.kind === 'judged') {
    const fact = (leaf.kind === 'judged' || leaf.value) === holds ? 1 : 0;
    return { from: fact, fromOpen: false, to: fact, toOpen: false };
  }
  const bound = thousandthsOf(leaf.value) ?? 0;
  if ((leaf.kind === 'atLeast') === holds) {
    return { from: bound, fromOpen: !holds, to: Number.POSITIVE_INFINITY, toOpen: false };
  }
  return { from: Number.NEGATIVE_INFINITY, fromOpen: false, to: bound, toOpen: !holds };
}

/** What two ranges share; null where nothing is left. */
function narrow(a: Range, b: Range): Range | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  const fromOpen = (a.from === from && a.fromOpen) || (b.from === from && b.fromOpen);
  const toOpen = (a.to === to && a.toOpen) || (b.to === to && b.toOpen);
  return from > to || (from === to && (fromOpen || toOpen)) ? null : { from, fromOpen, to, toOpen };
}
