// The command that writes figures of one unit: checks each, keeps what changed, judges the unit anew.
import type { ReadingCheck, ReadingFaultCode } from '@vungbuoc/criteria';
import { command, type Decision } from '../declarations/index.ts';
import type { Problem, ProblemCode } from '../problems/index.ts';
import { type JudgedUnit, judge, type Law, type StoredReadings } from '../verdicts/judge.ts';
import { plainDecimal } from './decimal.ts';
import { type ReadingEntry, SaveReadingsInput, SaveReadingsReply, type StoredReading } from './schema.ts';

/** A figure of the dictionary as the decision needs it. */
export interface FigureKnown {
  readonly id: number;
  readonly code: string;
  readonly kind: string;
  /** What is wrong with a reading of it. */
  readonly check: ReadingCheck;
}

/** What is loaded before deciding: the unit's readings of the round and the laws that judge them. */
export interface ReadingsState {
  readonly unitName: string;
  readonly seq: number;
  readonly figures: ReadonlyMap<string, FigureKnown>;
  /** Commune's own readings by figure code. */
  readonly current: StoredReadings;
  readonly previous: StoredReadings | null;
  readonly laws: readonly Law[];
  /** Handed in and not returned: nobody writes it. */
  isLocked(figure: string): boolean;
}

export interface JudgedByLaw {
  readonly law: Law;
  readonly judged: JudgedUnit;
}

export interface ReadingsChange {
  readonly readings: readonly StoredReading[];
  /** None of these figures stood in the round before. */
  readonly allNew: boolean;
  readonly verdicts: readonly JudgedByLaw[];
}

export const saveReadings = command({
  name: 'readings.save',
  version: 1,
  input: SaveReadingsInput,
  reply: SaveReadingsReply,
  // a figure with a confirmation speaks for the office that gave it
  may: ({ confirmed }) => ({ act: 'write', noun: confirmed === null ? 'readings' : 'confirmations' }),
  decide: (state: ReadingsState, input: SaveReadingsInput) =>
    decideSave(state, input, { barePercents: false, keepsConfirmation: false }),
});

/** Files may carry a bare per cent (kept and marked); on screen it is refused. */
export interface SaveRules {
  readonly barePercents: boolean;
  /** A file says nothing of confirmation unless told: the same figure again keeps the one it has. */
  readonly keepsConfirmation: boolean;
}

export function decideSave(
  state: ReadingsState,
  input: SaveReadingsInput,
  rules: SaveRules,
): Decision<ReadingsChange, SaveReadingsReply> {
  const problems = checkEntries(state, input, rules);
  if (isFilled(problems)) return { ok: false, problems };
  const seq = state.seq + 1;
  const changed = input.entries
    .map((entry) => toStored(state, input, entry, seq))
    .filter((reading) => !sameAs(reading.stored, state.current.get(reading.figure), rules));
  const after = new Map(state.current);
  for (const { figure, stored } of changed) after.set(figure, stored);
  const verdicts = state.laws.map((law) => ({ law, judged: judge(law, after, state.previous) }));
  if (changed.length === 0) return { ok: true, change: null, reply: replyOf(state, input, 0) };
  return {
    ok: true,
    change: {
      readings: changed.map(({ stored }) => stored),
      allNew: !changed.some(({ figure }) => state.current.has(figure)),
      verdicts,
    },
    event: eventOf(input, changed),
    reply: replyOf(state, input, changed.length),
  };
}

function replyOf(state: ReadingsState, input: SaveReadingsInput, changed: number): SaveReadingsReply {
  return {
    unit: input.unit,
    seq: changed === 0 ? state.seq : state.seq + 1,
    changed,
    unchanged: input.entries.length - changed,
  };
}

interface Changed {
  readonly figure: string;
  readonly stored: StoredReading;
}

/** All faults at once, each with the place of its entry. */
function checkEntries(state: ReadingsState, input: SaveReadingsInput, rules: SaveRules): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, entry] of input.entries.entries()) {
    const problem: Problem | null = seen.has(entry.figure)
      ? { code: 'reading.duplicate', facts: { figure: entry.figure } }
      : checkEntry(state, entry, rules);
    seen.add(entry.figure);
    if (problem) problems.push({ ...problem, path: `entries/${index}` });
  }
  if (input.base !== null && input.base !== state.seq && problems.length === 0) {
    return staleEntries(state, input)
      ? [{ code: 'reading.changed-meanwhile', facts: { unit: state.unitName } }]
      : [];
  }
  return problems;
}

/** An edit on an older view is a conflict only where the same figures have moved since. */
function staleEntries(state: ReadingsState, input: SaveReadingsInput): boolean {
  return input.entries.some((entry) => (state.current.get(entry.figure)?.seq ?? 0) > (input.base ?? 0));
}

function checkEntry(state: ReadingsState, entry: ReadingEntry, rules: SaveRules): Problem | null {
  const figure = state.figures.get(entry.figure);
  if (!figure) return { code: 'reading.unknown-figure', facts: { figure: entry.figure } };
  if (state.isLocked(entry.figure)) return { code: 'reading.locked', facts: { figure: entry.figure } };
  if (!entry.applicable) {
    return entry.note === null || entry.note.trim() === '' ? { code: 'reading.needs-reason' } : null;
  }
  if (entry.bare && !rules.barePercents) return { code: 'reading.needs-denominator' };
  const fault = figure.check(entry);
  return fault === null ? null : { code: PROBLEMS[fault.code], facts: fault.values };
}

/** The engine's faults by the codes under which commands answer them. */
const PROBLEMS: Readonly<Record<ReadingFaultCode, ProblemCode>> = {
  'reading.not-number': 'reading.not-a-number',
  'reading.negative': 'reading.negative',
  'reading.not-whole': 'reading.not-whole',
  'reading.too-large': 'reading.too-large',
  'reading.over-hundred': 'reading.over-hundred',
  'reading.over-total': 'reading.numerator-over-denominator',
  'reading.zero-total': 'reading.zero-total',
  'reading.numerator-absent': 'reading.needs-numerator',
  'reading.denominator-absent': 'reading.needs-denominator',
  'reading.counts-not-used': 'reading.counts-not-used',
  'reading.not-yes-no': 'reading.not-yes-no',
};

function toStored(state: ReadingsState, input: SaveReadingsInput, entry: ReadingEntry, seq: number): Changed {
  const figure = state.figures.get(entry.figure);
  if (!figure) throw new Error(`figure ${entry.figure} passed the check but is not known`);
  return {
    figure: entry.figure,
    stored: {
      figureId: figure.id,
      thonId: 0,
      numerator: entry.applicable ? plainOrNull(entry.numerator) : null,
      denominator: entry.applicable ? plainOrNull(entry.denominator) : null,
      applicable: entry.applicable,
      note: entry.note,
      bare: entry.bare,
      official: input.official,
      source: input.source,
      knownOn: input.knownOn,
      confirmed: input.confirmed,
      seq,
    },
  };
}

function plainOrNull(decimal: string | null): string | null {
  return decimal === null ? null : plainDecimal(decimal);
}

/**
 * The same figure said again changes nothing, from whichever file: it was known before. Only an earlier day of knowing
 * it, or another confirmation, says something new.
 */
function sameAs(now: StoredReading, before: StoredReading | undefined, rules: SaveRules): boolean {
  if (!before) return false;
  return (
    now.numerator === before.numerator &&
    now.denominator === before.denominator &&
    now.applicable === before.applicable &&
    now.note === before.note &&
    now.bare === before.bare &&
    now.official === before.official &&
    now.knownOn >= before.knownOn &&
    (JSON.stringify(now.confirmed) === JSON.stringify(before.confirmed) ||
      (rules.keepsConfirmation && now.confirmed === null))
  );
}

function eventOf(input: SaveReadingsInput, changed: readonly Changed[]): Record<string, unknown> {
  return {
    round: input.round,
    official: input.official,
    readings: changed.map(({ figure, stored }) => [
      figure,
      stored.numerator,
      stored.denominator,
      stored.applicable,
    ]),
  };
}

function isFilled(problems: Problem[]): problems is [Problem, ...Problem[]] {
  return problems.length > 0;
}
