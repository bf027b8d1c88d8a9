// What changed between two sets or two versions of one, in an official's words.
import type { CriteriaSet, Indicator } from '../law/set.ts';
import { diffHead } from './diff-head.ts';
import { diffCriteria, diffItem, type ItemWord } from './diff-indicator.ts';
import { diffTables } from './diff-standards.ts';
import { type DifferenceCode, type SetDifference, tell, worthOf } from './difference.ts';
import { type IndicatorPair, pairConditions, pairIndicators } from './pairs.ts';

export type { DifferenceCode, SetDifference } from './difference.ts';

/** All differences from `a` to `b`: the head, criteria, indicators, level conditions; in the order of `b`, what is gone last. */
export function diffSets(a: CriteriaSet, b: CriteriaSet): SetDifference[] {
  return [
    ...diffHead(a, b),
    ...diffCriteria(a, b),
    ...pairIndicators(a, b).flatMap((pair) => diffPair(pair, a, b, INDICATOR)),
    ...pairConditions(a, b).flatMap((pair) => diffPair(pair, a, b, CONDITION)),
  ];
}

/** How items that come, go and stay are told. */
interface Kind {
  readonly item: ItemWord;
  readonly added: DifferenceCode;
  readonly removed: DifferenceCode;
}

const INDICATOR: Kind = {
  item: 'diff.item-indicator',
  added: 'diff.indicator-added',
  removed: 'diff.indicator-removed',
};
const CONDITION: Kind = {
  item: 'diff.item-condition',
  added: 'diff.condition-added',
  removed: 'diff.condition-removed',
};

function diffPair(
  { before, after }: IndicatorPair,
  a: CriteriaSet,
  b: CriteriaSet,
  kind: Kind,
): SetDifference[] {
  const { item } = kind;
  if (before !== null && after !== null)
    return [...diffItem(before, after, item), ...diffTables({ before, after, a, b, item })];
  if (after !== null) return [named(kind.added, after)];
  return before === null ? [] : [named(kind.removed, before)];
}

function named(code: DifferenceCode, { code: subject, textVi, textEn }: Indicator): SetDifference {
  return tell(code, subject, { name: worthOf(textVi, textEn) });
}
