// What changed between two sets or two versions of one, in an official's words.
import { standardText } from '../explain/standard-text.ts';
import { cellAt, cellsOf } from '../law/cells.ts';
import type { Cell } from '../law/rule.ts';
import type { CriteriaSet, Indicator } from '../law/set.ts';
import { implies } from '../overlay/strictness.ts';
import { type EngineText, engineText, fill, type TextKey } from '../text/catalogue.ts';
import { inLanguage } from '../text/language.ts';
import { pairIndicators } from './pairs.ts';

export type DifferenceCode = Extract<
  TextKey,
  `diff.${'criterion' | 'indicator' | 'measure' | 'figures' | 'standard' | 'confidence'}-${string}`
>;

/** One difference. `year` and `column` say where in the table; null where it is not about one place. */
export interface SetDifference {
  readonly code: DifferenceCode;
  readonly subject: string;
  readonly year: string | null;
  readonly column: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly vi: string;
  readonly en: string;
}

/** All differences from `a` to `b`, in the order of `b`, what is gone last. */
export function diffSets(a: CriteriaSet, b: CriteriaSet): SetDifference[] {
  const pairs = pairIndicators(a, b);
  return [
    ...diffCriteria(a, b),
    ...pairs.flatMap(({ before, after }) => {
      if (before !== null && after !== null) return diffIndicator(before, after, b);
      return before === null ? gained('added', after) : gained('removed', before);
    }),
  ];
}

function diffCriteria(a: CriteriaSet, b: CriteriaSet): SetDifference[] {
  const old = new Map(a.criteria.map((criterion) => [criterion.code, criterion]));
  const now = new Set(b.criteria.map((criterion) => criterion.code));
  const changed = b.criteria.flatMap((criterion) => {
    const before = old.get(criterion.code);
    if (before === undefined) return [criterionDifference('diff.criterion-added', criterion)];
    if (before.nameVi === criterion.nameVi) return [];
    return [
      difference('diff.criterion-renamed', criterion.code, {
        before: before.nameVi,
        after: criterion.nameVi,
      }),
    ];
  });
  const gone = a.criteria.filter((criterion) => !now.has(criterion.code));
  return [...changed, ...gone.map((criterion) => criterionDifference('diff.criterion-removed', criterion))];
}

function criterionDifference(
  code: DifferenceCode,
  criterion: { readonly code: string; readonly nameVi: string; readonly nameEn: string },
): SetDifference {
  return difference(code, criterion.code, {}, (lang) => inLanguage(criterion, 'name', lang));
}

function gained(change: 'added' | 'removed', indicator: Indicator | null): SetDifference[] {
  if (indicator === null) return [];
  return [
    difference(`diff.indicator-${change}`, indicator.code, {}, (lang) => inLanguage(indicator, 'text', lang)),
  ];
}

function diffIndicator(before: Indicator, after: Indicator, b: CriteriaSet): SetDifference[] {
  const found: SetDifference[] = [];
  const { code } = after;
  if (before.code !== code)
    found.push(difference('diff.indicator-moved', code, { before: before.code, after: code }));
  if (before.textVi !== after.textVi) {
    found.push(difference('diff.indicator-reworded', code, { before: before.textVi, after: after.textVi }));
  }
  const [was, is] = [measureName(before), measureName(after)];
  if (was !== is) found.push(difference('diff.measure-changed', code, { before: was, after: is }));
  if (figureNames(before) !== figureNames(after)) found.push(difference('diff.figures-changed', code));
  return [...found, ...diffTables(before, after, b)];
}

function measureName({ measure, rule }: Indicator): string {
  const extras = [
    measure.bySex ? 'bySex' : '',
    measure.delegated ? 'delegated' : '',
    rule.kind === 'ifPresent' ? 'ifPresent' : '',
  ];
  return [measure.type, ...extras].filter((word) => word !== '').join('+');
}

function figureNames(indicator: Indicator): string {
  return Object.entries(indicator.figures)
    .map(([part, use]) => `${part}=${use.code}`)
    .sort()
    .join(' ');
}

/** Compares the cells of every year and column that either table tells apart. */
function diffTables(before: Indicator, after: Indicator, b: CriteriaSet): SetDifference[] {
  const cells = [...cellsOf(before.rule), ...cellsOf(after.rule)];
  const years = distinct(cells.map((placed) => placed.year));
  const columns = distinct(cells.map((placed) => placed.column));
  const places = years.flatMap((year) => columns.map((column) => ({ year, column })));
  return places.flatMap(({ year, column }) => {
    const was = lookUp(before, year, column);
    const is = lookUp(after, year, column);
    return was === null && is === null ? [] : diffCells(after.code, was, is, { year, column, set: b });
  });
}

/** A table that is told apart only here and there is compared only where it is. */
function distinct(keys: readonly (string | null)[]): (string | null)[] {
  const named = [...new Set(keys.filter((key) => key !== null))];
  return named.length > 0 ? named : [null];
}

function lookUp(indicator: Indicator, year: string | null, column: string | null): Cell | null {
  const cell = cellAt(indicator.rule, column, Number(year ?? 0));
  return typeof cell === 'string' ? null : cell;
}

interface CellPlace {
  readonly year: string | null;
  readonly column: string | null;
  readonly set: CriteriaSet;
}

function diffCells(code: string, was: Cell | null, is: Cell | null, place: CellPlace): SetDifference[] {
  const [before, after] = [cellName(was), cellName(is)];
  if (before.vi !== after.vi) return [placed(standardChange(was, is), code, before, after, place)];
  const [old, now] = [confidenceOf(was), confidenceOf(is)];
  if (old === now) return [];
  return [placed('diff.confidence-changed', code, { vi: old, en: old }, { vi: now, en: now }, place)];
}

function confidenceOf(cell: Cell | null): string {
  return cell === null || cell.kind === 'missing' ? '' : cell.confidence;
}

function cellName(cell: Cell | null): { vi: string; en: string } {
  if (cell?.kind === 'standard') {
    const text = standardText(cell.of);
    return { vi: text, en: text };
  }
  const key = cell?.kind === 'delegated' ? 'diff.delegated' : 'diff.no-standard';
  return { vi: engineText.vi[key], en: engineText.en[key] };
}

function standardChange(was: Cell | null, is: Cell | null): DifferenceCode {
  if (was?.kind !== 'standard' || is?.kind !== 'standard') return 'diff.standard-changed';
  if (implies(is.of, was.of)) return 'diff.standard-stricter';
  return implies(was.of, is.of) ? 'diff.standard-weaker' : 'diff.standard-changed';
}

type Both = { readonly vi: string; readonly en: string };

function placed(
  code: DifferenceCode,
  subject: string,
  before: Both,
  after: Both,
  place: CellPlace,
): SetDifference {
  const value = place.set.dimension?.values.find((candidate) => candidate.code === place.column);
  const say = (lang: 'vi' | 'en'): string => {
    const text: EngineText = engineText[lang];
    const names = [place.year, value === undefined ? place.column : inLanguage(value, 'name', lang)];
    const where = names.filter((name) => name !== null).join(', ');
    const spoken = where === '' ? '' : fill(text['diff.place'], { place: where });
    return fill(text[code], { code: subject, place: spoken, before: before[lang], after: after[lang] });
  };
  const { year, column } = place;
  return { code, subject, year, column, before: before.vi, after: after.vi, vi: say('vi'), en: say('en') };
}

function difference(
  code: DifferenceCode,
  subject: string,
  values: { readonly before?: string; readonly after?: string } = {},
  name: (lang: 'vi' | 'en') => string = () => '',
): SetDifference {
  const say = (lang: 'vi' | 'en'): string =>
    fill(engineText[lang][code], { code: subject, name: name(lang), ...values });
  const { before = null, after = null } = values;
  return { code, subject, year: null, column: null, before, after, vi: say('vi'), en: say('en') };
}
