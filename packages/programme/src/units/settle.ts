// What of a plan of places is still to be done: units that are here already go on, nothing is made twice.
import { dayBefore } from './day-before.ts';
import { fullName, sameSpelling } from './full-name.ts';
import type { Places } from './places.ts';
import type { PlannedChange, PlannedUnit, PlannedVersion, UnitPlan } from './plan.ts';
import type { PlanNote } from './plan-notes.ts';
import { splitUnitName, type UnitVersion } from './schema.ts';

export interface SettledPlan {
  /** Only what is missing; empty when everything is here. Its links and parents may name units that exist. */
  readonly plan: UnitPlan;
  readonly notes: readonly PlanNote[];
  /** Planned units that were here already, whole or in part. */
  readonly known: number;
}

/** How a planned unit is called from now on; `here` is its identity if it has one already. */
interface Settled {
  readonly name: string;
  readonly here: number | undefined;
}

/**
 * Compares a plan with the places of the installation, by code and day, never by name. A version that is here stays as
 * it is; a missing one is added to its unit; a change is written only for the links that are missing. A unit that would
 * take a code still held by another is left out with all its links, and noted.
 */
export function settlePlan(plan: UnitPlan, places: Places): SettledPlan {
  const notes: PlanNote[] = [];
  const settled = new Map<string, Settled | null>();
  const units: PlannedUnit[] = [];
  for (const unit of plan.units) {
    const found = settleUnit(unit, places, notes);
    settled.set(unit.key, found && { name: found.name, here: found.here });
    if (found && found.missing.length > 0) units.push(found.unit);
  }
  const nameOf = (key: string): string => settled.get(key)?.name ?? key;
  const named = units.map((unit) => ({
    ...unit,
    versions: unit.versions.map((version) => ({
      ...version,
      parent: version.parent === null ? null : nameOf(version.parent),
    })),
  }));
  const changes = plan.changes.flatMap((change) => settleChange(change, settled, places));
  const known = [...settled.values()].filter((unit) => unit?.here !== undefined).length;
  return { plan: { title: plan.title, units: named, changes }, notes, known };
}

interface SettledUnit extends Settled {
  readonly unit: PlannedUnit;
  readonly missing: readonly PlannedVersion[];
}

/** Null when the unit cannot be brought in without breaking another. */
function settleUnit(unit: PlannedUnit, places: Places, notes: PlanNote[]): SettledUnit | null {
  if (unit.existing !== null) {
    const { code, date } = splitUnitName(unit.existing);
    const here = date === null ? undefined : places.at(date).findByCode(code)?.unitId;
    return { name: unit.key, here, unit, missing: unit.versions };
  }
  const holders = unit.versions.map((version) => holderOf(version, places));
  const present = unit.versions.map((version, index) => isPresent(version, holders[index]));
  const ids = new Set(holders.flatMap((holder, index) => (holder && present[index] ? [holder.unitId] : [])));
  const [here, ...others] = ids;
  const first = unit.versions[0];
  if (here !== undefined && others.length > 0 && first) {
    notes.push({ code: 'two-here', facts: { code: first.code, unit: fullName(first) } });
    return { name: nameHere(unit, here, places), here, unit, missing: [] };
  }
  const missing = unit.versions.filter((_, index) => !present[index]);
  for (const [index, version] of unit.versions.entries()) {
    const holder = holders[index];
    if (!holder) continue;
    if (present[index]) noteName(version, holder, notes);
    else if (holder.unitId !== here) {
      notes.push({ code: 'code-still-held', facts: heldFacts(version, holder) });
      return null;
    }
  }
  noteOpenEnd(unit, holders.at(-1), missing.length === 0, notes);
  if (here === undefined) return { name: unit.key, here, unit, missing };
  const name = nameHere(unit, here, places);
  return { name, here, unit: { key: name, existing: name, versions: [...missing] }, missing };
}

function noteName(version: PlannedVersion, holder: UnitVersion, notes: PlanNote[]): void {
  const there = fullName(version);
  const here = fullName(holder);
  if (sameSpelling(there, here)) return;
  notes.push({ code: 'named-otherwise-here', facts: { code: version.code, here, there } });
}

/** The plan ends a unit that stays open here: ending a unit without a new version is a person's decision. */
function noteOpenEnd(
  unit: PlannedUnit,
  holder: UnitVersion | undefined,
  complete: boolean,
  notes: PlanNote[],
): void {
  const last = unit.versions.at(-1);
  if (!complete || !last?.validTo || !holder || holder.validTo !== null) return;
  notes.push({ code: 'not-ended-here', facts: { ...heldFacts(last, holder), date: last.validTo } });
}

function heldFacts(version: PlannedVersion, holder: UnitVersion): PlanNote['facts'] {
  return { code: version.code, date: dayOf(version), holder: fullName(holder), unit: fullName(version) };
}

/** A day on which the version holds. */
function dayOf({ validFrom, validTo }: PlannedVersion): string {
  return validFrom ?? (validTo === null ? '9999-12-30' : dayBefore(validTo));
}

function holderOf(version: PlannedVersion, places: Places): UnitVersion | undefined {
  return places.at(dayOf(version)).findByCode(version.code);
}

/** The same beginning says it is the same version; where the plan knows no beginning, any holder of that day is it. */
function isPresent(version: PlannedVersion, holder: UnitVersion | undefined): boolean {
  if (!holder) return false;
  return version.validFrom === null || holder.validFrom === version.validFrom;
}

/** `code@date` of a day on which the unit that is here holds a version of the plan; the plan's own key if it fits. */
function nameHere(unit: PlannedUnit, here: number, places: Places): string {
  const { code, date } = splitUnitName(unit.key);
  if (date !== null && places.at(date).findByCode(code)?.unitId === here) return unit.key;
  const version = unit.versions.find((planned) => holderOf(planned, places)?.unitId === here);
  return version ? `${version.code}@${dayOf(version)}` : unit.key;
}

function settleChange(
  change: PlannedChange,
  settled: ReadonlyMap<string, Settled | null>,
  places: Places,
): PlannedChange[] {
  const links = change.links.flatMap((link) => {
    const from = settledEnd(link.from, settled, places);
    const to = settledEnd(link.to, settled, places);
    if (!from || !to || isLinked(from, to, change.effectiveOn, places)) return [];
    return [{ ...link, from: from.name, to: to.name }];
  });
  const nothingLeft = links.length === 0 && change.links.length > 0;
  return nothingLeft ? [] : [{ ...change, links }];
}

/** An end of a link: a unit of the plan, or one that exists by its name `code@date`; null where it was left out. */
function settledEnd(
  key: string,
  settled: ReadonlyMap<string, Settled | null>,
  places: Places,
): Settled | null {
  const planned = settled.get(key);
  if (planned !== undefined) return planned;
  const { code, date } = splitUnitName(key);
  return { name: key, here: date === null ? undefined : places.at(date).findByCode(code)?.unitId };
}

function isLinked(from: Settled, to: Settled, on: string, places: Places): boolean {
  if (from.here === undefined || to.here === undefined) return false;
  return places
    .changesFrom(from.here)
    .some((link) => link.successorId === to.here && link.effectiveOn === on);
}
