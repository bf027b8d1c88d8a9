// The question every read begins with: which unit, which round, which law, which rows, in which geography.

import type { Geography as Look } from '@vungbuoc/programme/board';
import { isInForce, type Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import { COMMUNE_LEVEL, dayOf, type UnitVersion } from '@vungbuoc/programme/units';
import { type RightQuestion, requireRight } from '../reference/rights.ts';
import { findRound, getRound, getUnit, programmeUnitsBelow, roundsFor } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';
import type { ProgrammeRow, RoundRow } from '../storage/rounds.ts';

/** Query members that say where one looks; all reads share them. */
export interface ScopeQuery {
  readonly under?: string | undefined;
  readonly round?: string | undefined;
  readonly set?: string | undefined;
  readonly geography?: Look | undefined;
  readonly asOf?: string | undefined;
}

export interface Scope {
  readonly reference: Reference;
  readonly under: UnitVersion;
  readonly round: RoundRow;
  readonly rounds: readonly RoundRow[];
  readonly programme: ProgrammeRow;
  /** null: the round has only a list of criterion codes. */
  readonly setId: number | null;
  readonly look: Look;
  readonly today: string;
  /** The day asked for: only what was known by its end counts. null: everything. */
  readonly knownOn: string | null;
  /** Units of the round's own day. */
  readonly unitsThen: readonly UnitVersion[];
}

/**
 * @param right what the asker is about to do there; by default to look
 * @throws programme.none, unit.not-found, round.not-found, set.not-found, right.missing
 */
export async function findScope(
  workshop: Workshop,
  principal: Principal,
  query: ScopeQuery,
  right: Pick<RightQuestion, 'act' | 'noun'> = { act: 'read', noun: 'board' },
): Promise<Scope> {
  const reference = await workshop.reference.current();
  const today = dayInVietnam(workshop.clock());
  const under = findUnder(reference, principal, query, today);
  requireRight(workshop, reference, principal, {
    ...right,
    unit: under,
    named: query.under,
    round: findRound(reference, under, query.round),
  });
  const round = getRound(reference, under, query.round);
  const programme = reference.programmes.find((candidate) => candidate.id === round.programmeId);
  if (!programme) throw new Error(`round ${round.code} has no programme`);
  const geography = reference.places.at(round.geographyOn);
  return {
    reference,
    under,
    round,
    rounds: roundsFor(reference, under),
    programme,
    setId: findSetId(reference, round, query.set),
    look: query.geography ?? 'then',
    today,
    knownOn: query.asOf ?? null,
    unitsThen: programmeUnitsBelow(reference, geography, under.unitId, programme.id),
  };
}

/**
 * A plain code means the unit of the round's own day: codes are reused, and 112 was abolished in 2025. Without a code,
 * the place that the asker was given, or the home of the newest programme that has a round.
 */
function findUnder(
  reference: Reference,
  principal: Principal,
  query: ScopeQuery,
  today: string,
): UnitVersion {
  if (query.under === undefined) return ownPlace(reference, principal, today) ?? homeOf(reference, today);
  if (query.under.includes('@')) return getUnit(reference, query.under, today);
  const rounds = reference.rounds.toReversed();
  const asked = rounds.filter((round) => query.round === undefined || round.code === query.round);
  // where there is no such round, the days of the others find the unit: then the round is what is told
  for (const { geographyOn: day } of [...asked, ...rounds]) {
    const unit = reference.places.at(day).findByCode(query.under);
    if (unit && roundsFor(reference, unit).some((round) => round.geographyOn === day)) return unit;
  }
  return getUnit(reference, query.under, today);
}

/** The widest place with rounds that somebody was given; null for whoever runs the program, and who was given none. */
function ownPlace(reference: Reference, principal: Principal, today: string): UnitVersion | null {
  const given = principal.grants
    .filter((grant) => isInForce(grant, today))
    .flatMap((grant) => reference.places.nameOf(grant.unitId, today) ?? [])
    .filter((unit) => roundsFor(reference, unit).length > 0);
  const home = given.length === 0 ? null : homeOf(reference, today);
  const depth = (unit: UnitVersion): number =>
    reference.places.at(dayOf(unit, today)).ancestorsOf(unit.unitId).length;
  // whoever sees more than the programme's home begins at that home
  const wide = home && given.some((unit) => isAbove(reference, unit, home, today));
  return wide ? home : (given.sort((a, b) => depth(a) - depth(b))[0] ?? null);
}

function isAbove(reference: Reference, unit: UnitVersion, home: UnitVersion, today: string): boolean {
  const days = [today, dayOf(home, today)];
  return days.some((day) =>
    reference.places
      .at(day)
      .ancestorsOf(home.unitId)
      .some((one) => one.unitId === unit.unitId),
  );
}

/** @throws programme.none */
function homeOf({ programmes, rounds, places }: Reference, today: string): UnitVersion {
  const begun = programmes.findLast(({ id }) => rounds.some((round) => round.programmeId === id));
  const programme = begun ?? programmes.at(-1);
  const unit = programme && places.nameOf(programme.homeUnitId, today);
  return unit ?? refuse('programme.none');
}

function findSetId(reference: Reference, round: RoundRow, wanted: string | undefined): number | null {
  if (wanted === undefined) return round.setIds[0] ?? null;
  const found = round.setIds.find((id) => reference.shelf.find(id, null)?.id === wanted);
  return found ?? refuse('set.not-found', { set: wanted });
}

/** The unit above a row that the board groups by: the province in the nation's board, else nothing. */
export function parentShown(
  scope: Scope,
  unit: UnitVersion,
  on: string,
): { code: string; name: string } | null {
  if (scope.under.kind !== 'nation') return null;
  const above = scope.reference.places.at(on).ancestorsOf(unit.unitId);
  const province = above.find((ancestor) => ancestor.kind === 'province' || ancestor.kind === 'city');
  return province && !COMMUNE_LEVEL.has(province.kind) ? { code: province.code, name: province.name } : null;
}
