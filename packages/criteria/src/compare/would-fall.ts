// Who would fall: a unit's readings judged under another set, as far as the two count the same things.
import type { CompiledSet } from '../judge/compile.ts';
import { type Evaluation, evaluate } from '../judge/evaluate.ts';
import type { UnitReadings } from '../reading/reading.ts';
import { type Verdict, verdictOf } from '../verdict.ts';
import { linkOf } from './pairs.ts';

/** `falls`: it holds now and surely would not. `unknown`: it holds now and what follows cannot be told. */
export type Outlook = 'keeps' | 'falls' | 'unknown' | 'not-holding';

/** One criterion or indicator of the other set, and what the readings say under it. */
export interface ThenVerdict {
  readonly code: string;
  readonly verdict: Verdict;
}

export interface WouldFall<K> {
  readonly unit: K;
  readonly outlook: Outlook;
  readonly now: Evaluation;
  readonly then: Evaluation;
  /** Criteria of the other set that would not be met, and those that cannot be told. */
  readonly lost: readonly string[];
  readonly open: readonly string[];
  readonly indicators: readonly ThenVerdict[];
  /** Figures of the other set that no link of confidence `source` reaches: "chưa xác định". */
  readonly unlinked: readonly string[];
}

/** Judges every unit now under `from` and then under `to`; only figures linked at `source` are carried over. */
export function whoWouldFall<K>(
  from: CompiledSet,
  to: CompiledSet,
  units: Iterable<readonly [K, UnitReadings]>,
): WouldFall<K>[] {
  const linked = new Set(
    to.figures.map((figure) => figure.code).filter((code) => linkOf(code, from.set, to.set) === 'source'),
  );
  const unlinked = to.figures.map((figure) => figure.code).filter((code) => !linked.has(code));
  return Array.from(units, ([unit, readings]) => {
    const carried = new Map([...readings].filter(([code]) => linked.has(code)));
    const now = evaluate(from, readings);
    const then = evaluate(to, carried);
    return { unit, outlook: outlookOf(now, then), now, then, ...listsOf(to, then), unlinked };
  });
}

function outlookOf(now: Evaluation, then: Evaluation): Outlook {
  if (now.level.criteria !== 'met') return 'not-holding';
  if (then.level.criteria === 'notMet') return 'falls';
  return then.level.criteria === 'met' ? 'keeps' : 'unknown';
}

function listsOf(
  to: CompiledSet,
  then: Evaluation,
): Pick<WouldFall<unknown>, 'lost' | 'open' | 'indicators'> {
  const codes = (verdict: Verdict): string[] =>
    to.criteria
      .filter((_, index) => verdictOf(then.criteria[index]) === verdict)
      .map((criterion) => criterion.code);
  return {
    lost: codes('notMet'),
    open: codes('unknown'),
    indicators: to.indicators.map(({ indicator }, index) => ({
      code: indicator.code,
      verdict: verdictOf(then.indicators[index]),
    })),
  };
}
