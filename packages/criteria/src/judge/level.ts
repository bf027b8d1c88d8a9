// The level: all criteria (or enough points) and the further conditions, which stay unknown until given.
import { MET, NOT_APPLICABLE, NOT_MET, UNKNOWN, type Verdict, verdictOf } from '../verdict.ts';
import type { CompiledSet } from './compile.ts';

/** Points of a points set: sure ones, those still open, and the mark. */
export interface PointsResult {
  readonly earned: number;
  readonly open: number;
  readonly passMark: number;
}

/** `criteria`: what the criteria alone say. `verdict`: with the further conditions. */
export interface LevelResult {
  readonly verdict: Verdict;
  readonly criteria: Verdict;
  readonly points: PointsResult | null;
}

export function judgeLevel(
  compiled: CompiledSet,
  indicators: Uint8Array,
  criteria: Uint8Array,
  conditions: Uint8Array,
): LevelResult {
  const { set } = compiled;
  const missing =
    set.criteria.length < set.declaredCounts.criteria ||
    compiled.criteria.some((criterion) => !criterion.complete);
  const points =
    set.scoring.type === 'points' ? countPoints(compiled, indicators, set.scoring.passMark) : null;
  const byCriteria = points === null ? allHold(criteria, missing) : enoughPoints(points, missing);
  const further = allHold(conditions, false);
  return { verdict: verdictOf(both(byCriteria, further)), criteria: verdictOf(byCriteria), points };
}

/** Not applicable is satisfied; an empty list asks nothing; a missing criterion leaves it open. */
function allHold(bytes: Uint8Array, missing: boolean): number {
  if (bytes.includes(NOT_MET)) return NOT_MET;
  return missing || bytes.includes(UNKNOWN) ? UNKNOWN : MET;
}

function both(a: number, b: number): number {
  if (a === NOT_MET || b === NOT_MET) return NOT_MET;
  return a === UNKNOWN || b === UNKNOWN ? UNKNOWN : MET;
}

/** An indicator that does not apply is satisfied and gives its points. */
function countPoints(compiled: CompiledSet, indicators: Uint8Array, passMark: number): PointsResult {
  let earned = 0;
  let open = 0;
  compiled.indicators.forEach(({ indicator }, index) => {
    const status = indicators[index];
    if (status === MET || status === NOT_APPLICABLE) earned += indicator.points ?? 0;
    else if (status === UNKNOWN) open += indicator.points ?? 0;
  });
  return { earned, open, passMark };
}

/** Points that are not listed yet could still be earned, so a missing criterion never fails the level. */
function enoughPoints(points: PointsResult, missing: boolean): number {
  if (points.earned >= points.passMark) return MET;
  return missing || points.earned + points.open >= points.passMark ? UNKNOWN : NOT_MET;
}
