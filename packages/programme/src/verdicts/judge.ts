// From readings to the row a board reads: statuses by the law, what is confirmed, what is at risk. Pure.
import {
  type CompiledSet,
  ENGINE,
  evaluate,
  MET,
  NOT_APPLICABLE,
  NOT_MET,
  type Reading,
  type UnitReadings,
  VERDICTS,
} from '@vungbuoc/criteria';
import type { StoredReading } from '../readings/schema.ts';
import { repeatChange } from './trend.ts';

/** A compiled set for one unit's column and year, with the identity of what was compiled. */
export interface Law {
  readonly setId: number;
  readonly overlayId: number | null;
  /** sha-256 of the set and its overlay as published. */
  readonly setHash: Uint8Array;
  readonly column: string | null;
  readonly year: number;
  readonly compiled: CompiledSet;
  /** The next published version of the law for the same unit, if there is one: who would fall under it. */
  readonly next: CompiledSet | null;
}

/** Why a met criterion may be lost. */
export const RISK = { none: 0, nextLaw: 1, repeatedChange: 2 } as const;

export interface JudgedUnit {
  readonly engine: number;
  readonly indicators: Uint8Array;
  readonly criteria: Uint8Array;
  readonly confirmed: Uint8Array;
  readonly risk: Uint8Array;
  /** Status byte of the level: with its further conditions (survey, debt, security), `unknown` until they are given. */
  readonly levelVerdict: number;
  /** Confirmed criteria met. */
  readonly met: number;
  /** Criteria met only by figures nobody has confirmed. */
  readonly claimed: number;
  /** Criteria that count for this unit. */
  readonly applicable: number;
}

export type StoredReadings = ReadonlyMap<string, StoredReading>;

/** What judging asks of a reading: its counts, and whether somebody stands behind it. */
export interface ReadingToJudge extends Reading {
  /** null: only claimed. */
  readonly confirmed: object | null;
}

/** Readings of one unit by figure code. */
export type ReadingsToJudge = ReadonlyMap<string, ReadingToJudge>;

/** Judges one unit. `previous` holds the readings of the closing round before, null where there is none. */
export function judge(law: Law, readings: ReadingsToJudge, previous: ReadingsToJudge | null): JudgedUnit {
  const all = evaluate(law.compiled, readings);
  const confirmed = confirmedAlone(law.compiled, readings, all.criteria);
  const risk = riskOf(law, readings, previous, all.criteria);
  let met = 0;
  let claimed = 0;
  let applicable = 0;
  for (const [index, verdict] of all.criteria.entries()) {
    if (verdict !== NOT_APPLICABLE) applicable += 1;
    if (verdict !== MET) continue;
    if (confirmed[index] === 1) met += 1;
    else claimed += 1;
  }
  return {
    engine: ENGINE,
    indicators: all.indicators,
    criteria: all.criteria,
    confirmed,
    risk,
    levelVerdict: VERDICTS.indexOf(all.level.verdict),
    met,
    claimed,
    applicable,
  };
}

/** 1 for each criterion whose verdict stands on confirmed readings alone. */
function confirmedAlone(compiled: CompiledSet, readings: ReadingsToJudge, verdicts: Uint8Array): Uint8Array {
  const confirmed = new Uint8Array(verdicts.length).fill(1);
  if ([...readings.values()].every((reading) => reading.confirmed !== null)) return confirmed;
  const alone: UnitReadings = new Map([...readings].filter(([, reading]) => reading.confirmed !== null));
  const judged = evaluate(compiled, alone).criteria;
  for (const [index, verdict] of verdicts.entries()) confirmed[index] = judged[index] === verdict ? 1 : 0;
  return confirmed;
}

/** At risk = met, and not met under the next law or if the last change between rounds repeats. */
function riskOf(
  law: Law,
  readings: ReadingsToJudge,
  previous: ReadingsToJudge | null,
  verdicts: Uint8Array,
): Uint8Array {
  const risk = new Uint8Array(verdicts.length);
  const mark = (fallen: Uint8Array | undefined, why: number): void => {
    if (!fallen) return;
    for (const [index, verdict] of verdicts.entries()) {
      if (verdict === MET && fallen[index] === NOT_MET) risk[index] = (risk[index] ?? 0) | why;
    }
  };
  if (law.next) mark(byCode(law.compiled, law.next, evaluate(law.next, readings).criteria), RISK.nextLaw);
  if (previous) {
    const repeated = repeatChange(readings, previous);
    if (repeated) mark(evaluate(law.compiled, repeated).criteria, RISK.repeatedChange);
  }
  return risk;
}

/** Verdicts of another set, in the order of this set's criteria; one that it does not have counts as met. */
function byCode(mine: CompiledSet, other: CompiledSet, verdicts: Uint8Array): Uint8Array {
  return Uint8Array.from(placesIn(mine, other), (at) => (at < 0 ? MET : (verdicts[at] ?? MET)));
}

/** Where this set's criteria stand in another, matched by code: the same for every unit, so asked once. */
function placesIn(mine: CompiledSet, other: CompiledSet): readonly number[] {
  const known = places.get(mine)?.get(other);
  if (known) return known;
  const codes = other.criteria.map((criterion) => criterion.code);
  const found = mine.criteria.map((criterion) => codes.indexOf(criterion.code));
  const own = places.get(mine) ?? new WeakMap<CompiledSet, readonly number[]>();
  places.set(mine, own.set(other, found));
  return found;
}

const places = new WeakMap<CompiledSet, WeakMap<CompiledSet, readonly number[]>>();
