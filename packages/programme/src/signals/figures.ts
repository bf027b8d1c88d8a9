// Signals of figures: many just over their standards, the same for years, a jump in the last days.
import { daysBetween } from '../units/days.ts';
import type { RaisedSignal } from './raised.ts';

/** An indicator with a number and one bound. */
export interface MeasuredIndicator {
  readonly code: string;
  readonly value: number;
  readonly bound: number;
  readonly direction: 'at-least' | 'at-most';
}

/** Share of the bound by which a figure may pass it and still be "just over". */
const NEAR = 0.01;
/** Fewer may be chance. */
const LEAST_NEAR = 3;

/** Raised for each figure just over its standard, where three of them, and a third of all that pass, are so close. */
export function raiseJustOver(indicators: readonly MeasuredIndicator[]): RaisedSignal[] {
  const passing = indicators.filter((one) => canBePassed(one) && over(one) >= 0);
  const near = passing.filter((one) => over(one) <= Math.abs(one.bound) * NEAR);
  if (near.length < LEAST_NEAR || near.length * 3 < passing.length) return [];
  return near.map(({ code, value, bound }) => ({
    kind: 'just-over',
    code,
    evidence: null,
    subject: `${code} ${value} ${bound}`,
    facts: { near: near.length, passing: passing.length },
    other: null,
  }));
}

/** Where all are asked for, or a handful, whoever passes stands exactly on the bound. */
function canBePassed({ bound, direction }: MeasuredIndicator): boolean {
  return direction === 'at-most' || (bound >= 10 && bound !== 100);
}

function over({ value, bound, direction }: MeasuredIndicator): number {
  return direction === 'at-least' ? value - bound : bound - value;
}

/** A figure as it was reported in one round; decimal texts. */
export interface ReportedFigure {
  readonly round: string;
  readonly numerator: string;
  readonly denominator: string | null;
}

/** People and households change from year to year; three schools may well stay three. */
const LEAST_COUNT = 50;
const LEAST_YEARS = 3;

/** @param rounds the figure in this round and in the yearly rounds before it, the newest first, without gaps */
export function raiseCopied(code: string, rounds: readonly ReportedFigure[]): RaisedSignal[] {
  const [now] = rounds;
  if (now === undefined || Number(now.denominator ?? now.numerator) < LEAST_COUNT) return [];
  const end = rounds.findIndex(
    (one) => one.numerator !== now.numerator || one.denominator !== now.denominator,
  );
  const same = end < 0 ? rounds : rounds.slice(0, end);
  if (same.length < LEAST_YEARS) return [];
  const facts = { years: same.length, since: same.at(-1)?.round ?? '' };
  const subject = `${code} ${now.round} ${now.numerator} ${now.denominator ?? ''} ${same.length}`;
  return [{ kind: 'copied', code, evidence: null, subject, facts, other: null }];
}

/** A state of a figure, as it became known. */
export interface KnownState {
  readonly numerator: string;
  readonly denominator: string | null;
  /** YYYY-MM-DD */
  readonly knownOn: string;
}

const LAST_DAYS = 7;
const JUMP = 0.2;

/**
 * @param states of one figure in this round, the oldest first; before them, where there is one, the last of the round
 *   before
 */
export function raiseLateJump(code: string, states: readonly KnownState[], deadline: string): RaisedSignal[] {
  const now = states.at(-1);
  const before = states.at(-2);
  if (now === undefined || before === undefined) return [];
  const days = daysBetween(now.knownOn, deadline);
  if (days < 0 || days > LAST_DAYS) return [];
  const [old, fresh] = [worth(before), worth(now)];
  if (old === 0 || Math.abs(fresh - old) / Math.abs(old) < JUMP) return [];
  const facts = { percent: Math.round(((fresh - old) / old) * 100), days };
  const subject = `${code} ${now.knownOn} ${now.numerator} ${now.denominator ?? ''}`;
  return [{ kind: 'late-jump', code, evidence: null, subject, facts, other: null }];
}

/** Only compared with itself, so a float does. */
function worth({ numerator, denominator }: KnownState): number {
  return Number(numerator) / (denominator === null ? 1 : Number(denominator));
}
