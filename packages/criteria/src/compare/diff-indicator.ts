// What changed in one indicator or further condition, apart from its standards: words, measure, points, office.
import type { CriteriaSet, Criterion, Indicator } from '../law/set.ts';
import { engineText, type Lang } from '../text/catalogue.ts';
import { wordOf } from '../text/words.ts';
import {
  plainWorth,
  type SetDifference,
  tell,
  type Worth,
  whereChanged,
  worthOf,
  worthOfKey,
  worthOrNone,
} from './difference.ts';

/** How a kind of item is called in its sentences. */
export type ItemWord = 'diff.item-indicator' | 'diff.item-condition';

export function diffCriteria(a: CriteriaSet, b: CriteriaSet): SetDifference[] {
  const old = new Map(a.criteria.map((criterion) => [criterion.code, criterion]));
  const nameOf = ({ nameVi, nameEn }: Criterion): Worth => worthOf(nameVi, nameEn);
  const changed = b.criteria.flatMap((criterion) => {
    const before = old.get(criterion.code);
    if (before !== undefined) return diffCriterion(before, criterion);
    return [tell('diff.criterion-added', criterion.code, { name: nameOf(criterion) })];
  });
  const now = new Set(b.criteria.map((criterion) => criterion.code));
  const gone = a.criteria.filter((criterion) => !now.has(criterion.code));
  return [
    ...changed,
    ...gone.map((item) => tell('diff.criterion-removed', item.code, { name: nameOf(item) })),
  ];
}

function diffCriterion(before: Criterion, after: Criterion): SetDifference[] {
  const { code } = after;
  const size = ({ declaredIndicators: count }: Criterion): Worth =>
    count === null ? { ...worthOfKey('diff.no-standard'), raw: null } : plainWorth(String(count));
  const weight = ({ key }: Criterion): Worth => worthOfKey(key ? 'diff.key-yes' : 'diff.key-no');
  return [
    ...whereChanged('diff.criterion-renamed', code, [
      worthOf(before.nameVi, before.nameEn),
      worthOf(after.nameVi, after.nameEn),
    ]),
    ...whereChanged('diff.criterion-declared', code, [size(before), size(after)]),
    ...whereChanged('diff.criterion-regrouped', code, [worthOrNone(before.group), worthOrNone(after.group)]),
    ...whereChanged('diff.criterion-key', code, [weight(before), weight(after)]),
  ];
}

/** All that differs in an item besides its table. */
export function diffItem(before: Indicator, after: Indicator, item: ItemWord): SetDifference[] {
  const { code } = after;
  const told = { item };
  const points = (one: Indicator): Worth => worthOrNone(one.points === null ? null : String(one.points));
  return [
    ...(before.code === code
      ? []
      : [
          tell('diff.indicator-moved', code, {
            item,
            before: plainWorth(before.code),
            after: plainWorth(code),
          }),
        ]),
    ...whereChanged('diff.indicator-reworded', code, [textOf(before), textOf(after)], told),
    ...whereChanged('diff.measure-changed', code, [measureOf(before), measureOf(after)], told),
    ...whereChanged(
      'diff.unit-changed',
      code,
      [worthOrNone(before.measure.unit), worthOrNone(after.measure.unit)],
      told,
    ),
    ...(figureNames(before) === figureNames(after) ? [] : [tell('diff.figures-changed', code, told)]),
    ...whereChanged('diff.points-changed', code, [points(before), points(after)], told),
    ...whereChanged('diff.office-changed', code, [officeOf(before), officeOf(after)], told),
    ...whereChanged(
      'diff.citation-changed',
      code,
      [worthOrNone(before.citation?.decree ?? null), worthOrNone(after.citation?.decree ?? null)],
      told,
    ),
  ];
}

function textOf({ textVi, textEn }: Indicator): Worth {
  return worthOf(textVi, textEn);
}

/** The office that confirms it; the same office under a new name is told too. */
function officeOf({ office }: Indicator): Worth {
  return office === null ? { ...worthOfKey('diff.none'), raw: null } : worthOf(office.nameVi, office.nameEn);
}

function measureOf({ measure, rule }: Indicator): Worth {
  const words = [
    measure.type,
    ...(measure.bySex ? ['bySex'] : []),
    ...(measure.delegated ? ['delegated'] : []),
    ...(rule.kind === 'ifPresent' ? ['ifPresent'] : []),
  ];
  const said = (lang: Lang): string =>
    words.map((word) => wordOf('measure', word, engineText[lang])).join(', ');
  return { raw: words.join('+'), vi: said('vi'), en: said('en') };
}

function figureNames(indicator: Indicator): string {
  return Object.entries(indicator.figures)
    .map(([part, use]) => `${part}=${use.code}`)
    .sort()
    .join(' ');
}
