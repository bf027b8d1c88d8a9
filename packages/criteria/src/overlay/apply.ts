// Lays a province's standards over the nation's: fills what was left open, takes what is stricter, refuses what is weaker.
import { checkSet } from '../check/set.ts';
import { standardInBoth } from '../explain/spoken-standard.ts';
import { standardText } from '../explain/standard-text.ts';
import { deepFreeze } from '../json.ts';
import { cellAt, decides, tableOf } from '../law/cells.ts';
import type {
  ByDimension,
  Cell,
  Condition,
  Delegated,
  OverlayMark,
  RuleNode,
  Standard,
  Table,
} from '../law/rule.ts';
import type { CriteriaSet, Indicator } from '../law/set.ts';
import { type SetProblem, type SpokenValues, setProblem } from '../problem.ts';
import { type OverlayEntry, type OverlaySet, stacksOn } from './overlay.ts';
import { implies } from './strictness.ts';

export interface OverlayResult {
  readonly set: CriteriaSet | null;
  readonly refused: readonly SetProblem[];
}

/**
 * The set with the overlay's standards in place, each marked; null when the overlay is for another set, is applied
 * twice, or any of its standards is weaker than one that decides nationally (each listed with both standards).
 */
export function applyOverlay(base: CriteriaSet, overlay: OverlaySet): OverlayResult {
  const refused: SetProblem[] = [];
  const say: Scope['say'] = (code, path, values, spoken) =>
    void refused.push(setProblem(code, overlay.file, path, values, spoken));
  if (!stacksOn(overlay.of, base)) say('overlay.other-base', '', { of: overlay.of, base: base.id });
  if (base.overlays.some((applied) => applied.id === overlay.id))
    say('overlay.twice', '', { id: overlay.id });
  // what it cannot be laid on says nothing of its standards
  if (refused.length > 0) return { set: null, refused };
  const entries = new Map(overlay.entries.map((entry) => [entry.indicator, entry]));
  const merge = (indicator: Indicator): Indicator => {
    const entry = entries.get(indicator.code);
    return entry === undefined ? indicator : mergeIndicator(indicator, entry, { base, overlay, say });
  };
  const set: CriteriaSet = {
    ...base,
    period: extendPeriod(base, overlay),
    criteria: base.criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.map(merge),
    })),
    conditions: base.conditions.map(merge),
    overlays: [...base.overlays, markOf(overlay, 'delegated')],
  };
  // weaker and impossible ones are told together
  refused.push(...checkSet(set, () => overlay.file).refused);
  return refused.length > 0 ? { set: null, refused } : { set: deepFreeze(set), refused };
}

/**
 * Applies overlays, each on the set or on the overlay it names, in whatever order they are handed in. A chain that
 * leads back to itself, or to nothing, is refused.
 */
export function applyOverlays(base: CriteriaSet, overlays: readonly OverlaySet[]): OverlayResult {
  const reached = new Set([base.id]);
  let set = base;
  let waiting = [...overlays];
  while (waiting.length > 0) {
    const at = waiting.findIndex((overlay) => reached.has(overlay.of));
    const next = waiting[at];
    if (next === undefined)
      return { set: null, refused: waiting.map((overlay) => strayed(overlay, waiting, base)) };
    const result = applyOverlay(set, next);
    if (result.set === null) return result;
    set = result.set;
    reached.add(next.id);
    waiting = waiting.toSpliced(at, 1);
  }
  return { set, refused: [] };
}

/** An overlay that nothing leads to: it waits for one that waits for it, or for one that is not there. */
function strayed(overlay: OverlaySet, waiting: readonly OverlaySet[], base: CriteriaSet): SetProblem {
  const seen = [overlay.id];
  for (let at = overlay; ; ) {
    const next = waiting.find((candidate) => candidate.id === at.of);
    if (next === undefined)
      return setProblem('overlay.other-base', overlay.file, '', { of: at.of, base: base.id });
    if (seen.includes(next.id))
      return setProblem('overlay.loop', overlay.file, '', { ids: [...seen, next.id].join(' > ') });
    seen.push(next.id);
    at = next;
  }
}

interface Scope {
  readonly base: CriteriaSet;
  readonly overlay: OverlaySet;
  readonly say: (
    code: SetProblem['code'],
    path: string,
    values: Readonly<Record<string, string>>,
    spoken?: SpokenValues,
  ) => void;
}

/** What the cells of one indicator are merged with. */
interface CellScope extends Scope {
  readonly indicator: Indicator;
}

export function markOf(overlay: OverlaySet, basis: OverlayMark['basis']): OverlayMark {
  const [decision] = overlay.legalBasis;
  return {
    id: overlay.id,
    version: overlay.version,
    titleVi: overlay.titleVi,
    titleEn: overlay.titleEn,
    illustrative: overlay.illustrative,
    number: decision?.number ?? null,
    date: decision?.date ?? null,
    basis,
  };
}

function extendPeriod(base: CriteriaSet, overlay: OverlaySet): CriteriaSet['period'] {
  if (overlay.extend === null) return base.period;
  return { ...base.period, extended: { ...overlay.extend, overlay: markOf(overlay, 'delegated') } };
}

function mergeIndicator(indicator: Indicator, entry: OverlayEntry, scope: Scope): Indicator {
  const table = mergeTables(indicator, entry, { ...scope, indicator });
  const rule: RuleNode = indicator.rule.kind === 'ifPresent' ? { kind: 'ifPresent', of: table } : table;
  return { ...indicator, rule };
}

/** Cell by cell over the years and columns that either of the two tells apart. */
function mergeTables(indicator: Indicator, entry: OverlayEntry, scope: CellScope): Table {
  const national = tableOf(indicator.rule);
  if (national.kind !== 'byYear' && entry.table.kind !== 'byYear') {
    return mergeColumns(national, entry.table, scope, [entry.indicator]);
  }
  const years: Record<string, Cell | ByDimension> = {};
  for (let year = scope.base.period.from; year <= scope.base.period.to; year++) {
    const own = ofYear(national, year);
    const provincial = ofYear(entry.table, year);
    if (provincial === undefined && own !== undefined) years[year] = own;
    else if (provincial !== undefined) {
      years[year] = mergeColumns(own ?? { kind: 'missing' }, provincial, scope, [
        entry.indicator,
        String(year),
      ]);
    }
  }
  return { kind: 'byYear', years };
}

function ofYear(table: Table, year: number): Cell | ByDimension | undefined {
  return table.kind === 'byYear' ? table.years[String(year)] : table;
}

function mergeColumns(
  national: Cell | ByDimension,
  provincial: Cell | ByDimension,
  scope: CellScope,
  path: readonly string[],
): Cell | ByDimension {
  if (national.kind !== 'byDimension' && provincial.kind !== 'byDimension') {
    return mergeCell(national, provincial, scope, path);
  }
  const columns: Record<string, Cell> = {};
  for (const { code } of scope.base.dimension?.values ?? []) {
    const own = cellAt(national, code, 0);
    const given = cellAt(provincial, code, 0);
    const base: Cell = typeof own === 'string' ? { kind: 'missing' } : own;
    columns[code] = typeof given === 'string' ? base : mergeCell(base, given, scope, [...path, code]);
  }
  return {
    kind: 'byDimension',
    columns,
    national: national.kind === 'byDimension' ? national.national : null,
  };
}

function mergeCell(national: Cell, provincial: Cell, scope: CellScope, path: readonly string[]): Cell {
  if (provincial.kind !== 'standard') return national;
  const mark = (basis: OverlayMark['basis']): Standard => ({
    ...provincial,
    overlay: markOf(scope.overlay, basis),
  });
  if (national.kind === 'delegated') return mark(isSureOf(national) ? 'delegated' : 'incomparable');
  const bar = barOf(national);
  if (bar === null) return mark('incomparable');
  if (!implies(provincial.of, bar)) sayWeaker(bar, provincial.of, scope, path);
  return decides(provincial) ? mark('stricter') : { ...mark('stricter'), bar };
}

/** Both standards side by side: as signs for programs, in words in the sentences. */
function sayWeaker(bar: Condition, given: Condition, scope: CellScope, path: readonly string[]): void {
  const about = { set: scope.base, indicator: scope.indicator };
  const [national, provincial] = [standardInBoth(bar, about), standardInBoth(given, about)];
  const values = { national: standardText(bar), provincial: standardText(given) };
  scope.say('overlay.weaker', path.join(' > '), values, {
    vi: { national: national.vi, provincial: provincial.vi },
    en: { national: national.en, provincial: provincial.en },
  });
}

/**
 * What a further overlay must reach: the standard that decides here, or the last one that did before an overlay put
 * an unsure one in its place. Without it two overlays could reach in two steps what neither may alone.
 */
function barOf(cell: Cell): Condition | null {
  if (cell.kind !== 'standard') return null;
  return decides(cell) ? cell.of : (cell.bar ?? null);
}

/** Whether it is certain that the nation leaves the standard to the province. */
function isSureOf(cell: Delegated): boolean {
  return cell.confidence === 'source' || cell.confidence === 'memory';
}
