// Which round, which units, which law: the questions that every command and read asks of the reference data.

import { refuse } from '@vungbuoc/programme/problems';
import { COMMUNE_LEVEL, type Geography, splitUnitName, type UnitVersion } from '@vungbuoc/programme/units';
import type { Law } from '@vungbuoc/programme/verdicts';
import type { RoundRow } from '../storage/rounds.ts';
import type { Reference } from './snapshot.ts';

/** Finds a unit by `code` or `code@date`; a plain code is looked for on `day`. @throws unit.not-found */
export function getUnit(reference: Reference, name: string, day: string): UnitVersion {
  const { code, date } = splitUnitName(name);
  const on = date ?? day;
  const unit = reference.places.at(on).findByCode(code);
  return unit ?? refuse('unit.not-found', { unit: code, date: on });
}

/**
 * The rounds that concern a unit: hosted by it or by a unit above it; where there are none, those of the one host below
 * it, so that a province sees the district that is in the programme.
 */
export function roundsFor(reference: Reference, unit: UnitVersion): RoundRow[] {
  const own = roundsAtOrAbove(reference, unit);
  if (own.length > 0) return own;
  const below = reference.rounds.filter((round) => {
    const above = reference.places.at(round.geographyOn).ancestorsOf(round.hostUnitId);
    return above.some((ancestor) => ancestor.unitId === unit.unitId);
  });
  return new Set(below.map((round) => round.hostUnitId)).size === 1 ? below : [];
}

function roundsAtOrAbove(reference: Reference, unit: UnitVersion): RoundRow[] {
  return reference.rounds.filter((round) => {
    if (round.hostUnitId === unit.unitId) return true;
    const above = reference.places.at(round.geographyOn).ancestorsOf(unit.unitId);
    return above.some((ancestor) => ancestor.unitId === round.hostUnitId);
  });
}

/** As `getRound`, where its absence is not yet to be told. */
export function findRound(
  reference: Reference,
  unit: UnitVersion,
  code: string | undefined,
): RoundRow | null {
  const named = roundsFor(reference, unit).filter((round) => code === undefined || round.code === code);
  const newest = Math.max(...named.map((round) => round.programmeId));
  return named.findLast((round) => round.programmeId === newest) ?? null;
}

/**
 * The round of a code for a unit, by default the latest. Where several programmes have it, the newest programme's: an
 * office that founds its own looks at its own, no longer at the sample. @throws round.not-found, round.none
 */
export function getRound(reference: Reference, unit: UnitVersion, code: string | undefined): RoundRow {
  const found = findRound(reference, unit, code);
  if (found) return found;
  return code === undefined
    ? refuse('round.none', { unit: unit.name })
    : refuse('round.not-found', { round: code, unit: unit.name });
}

/** Communes (and such) below a unit that were in the programme on the tree's day, by code. Kept as long as the snapshot. */
export function programmeUnitsBelow(
  reference: Reference,
  geography: Geography,
  unitId: number,
  programmeId: number,
): readonly UnitVersion[] {
  const known = keptMembers.get(reference) ?? new Map<string, readonly UnitVersion[]>();
  keptMembers.set(reference, known);
  const key = `${geography.on} ${unitId} ${programmeId}`;
  const found = known.get(key) ?? findMembers(reference, geography, unitId, programmeId);
  known.set(key, found);
  return found;
}

const keptMembers = new WeakMap<Reference, Map<string, readonly UnitVersion[]>>();

function findMembers(
  reference: Reference,
  geography: Geography,
  unitId: number,
  programmeId: number,
): UnitVersion[] {
  const members = membersOn(reference, geography.on, programmeId);
  return communesBelow(geography, unitId).filter((unit) => members.has(unit.unitId));
}

/** Units that are in a programme on a day: those named at its founding, and what became of them since. */
function membersOn(reference: Reference, day: string, programmeId: number): ReadonlySet<number> {
  const known = keptMemberIds.get(reference) ?? new Map<string, ReadonlySet<number>>();
  keptMemberIds.set(reference, known);
  const key = `${day} ${programmeId}`;
  const found =
    known.get(key) ??
    new Set(
      reference.memberships
        .filter((row) => row.programmeId === programmeId && row.validFrom <= day)
        .filter((row) => row.validTo === null || day < row.validTo)
        .flatMap((row) => reference.places.successorsAt(row.unitId, day)),
    );
  known.set(key, found);
  return found;
}

const keptMemberIds = new WeakMap<Reference, Map<string, ReadonlySet<number>>>();

/** Communes, wards, townships and special zones below a unit, or the unit itself where it is one. */
export function communesBelow(geography: Geography, unitId: number): UnitVersion[] {
  const own = geography.find(unitId);
  const candidates = own && COMMUNE_LEVEL.has(own.kind) ? [own] : geography.below(unitId);
  return candidates.filter((unit) => COMMUNE_LEVEL.has(unit.kind));
}

/** The overlay in force for a unit: of the nearest place above it that has one for this set. */
export function overlayFor(
  reference: Reference,
  geography: Geography,
  unitId: number,
  setId: number,
): number | null {
  const path = [unitId, ...geography.ancestorsOf(unitId).map((ancestor) => ancestor.unitId)];
  for (const id of path) {
    const own = reference.overlayPlaces.filter(
      (place) => place.unitId === id && reference.shelf.overlays(setId).includes(place.overlayId),
    );
    // the newest version of a place's own overlay: ids grow as versions are published
    if (own.length > 0) return Math.max(...own.map((place) => place.overlayId));
  }
  return null;
}

/** The laws that judge a unit in a round: one for each set of the round. `column` null: not signed yet. */
export function lawsFor(
  reference: Reference,
  round: RoundRow,
  unitId: number,
  columns: ReadonlyMap<string, string>,
): Law[] {
  const geography = reference.places.at(round.geographyOn);
  return round.setIds.map((setId) => {
    const dimension = reference.shelf.find(setId, null)?.dimension?.code;
    return reference.shelf.lawFor({
      setId,
      overlayId: overlayFor(reference, geography, unitId, setId),
      column: (dimension === undefined ? undefined : columns.get(dimension)) ?? null,
      year: round.year,
    });
  });
}

/** The closing round before this one: the last yearly round of an earlier year with the same host. */
export function previousRound(reference: Reference, round: RoundRow): RoundRow | null {
  const earlier = reference.rounds.filter(
    (candidate) =>
      candidate.programmeId === round.programmeId &&
      candidate.hostUnitId === round.hostUnitId &&
      candidate.kind === 'year' &&
      candidate.year < round.year,
  );
  return earlier.at(-1) ?? null;
}
