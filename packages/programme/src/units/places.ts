// Places through time: who existed on a day, who is above and below whom, what became of whom. Pure lookups.
import { dayBefore } from './day-before.ts';
import type { UnitLink, UnitVersion } from './schema.ts';

/** The tree of units on one day. */
export interface Geography {
  readonly on: string;
  find(unitId: number): UnitVersion | undefined;
  findByCode(code: string): UnitVersion | undefined;
  childrenOf(unitId: number): readonly UnitVersion[];
  /** From the unit's parent up to the nation. */
  ancestorsOf(unitId: number): readonly UnitVersion[];
  /** Everything below a unit, parents before children, by code. */
  below(unitId: number): readonly UnitVersion[];
  all(): Iterable<UnitVersion>;
}

/** All versions and changes of an installation, with one tree per day kept once made. */
export interface Places {
  /** The tree on a day, YYYY-MM-DD. */
  at(date: string): Geography;
  /** Every version of every unit. */
  versions(): readonly UnitVersion[];
  /** All versions of a unit, in the order of time. */
  versionsOf(unitId: number): readonly UnitVersion[];
  /** Every version that ever had a code, in the order of time: codes are reused. */
  holdersOf(code: string): readonly UnitVersion[];
  /** The version of a unit on a day, else its last one. */
  nameOf(unitId: number, date: string): UnitVersion | undefined;
  changesFrom(unitId: number): readonly UnitLink[];
  changesInto(unitId: number): readonly UnitLink[];
  /** The units of `date` into which `unitId` went; itself while it lives. */
  successorsAt(unitId: number, date: string): readonly number[];
  /** The units of an earlier `date` out of which `unitId` was made; itself if it lived then. */
  predecessorsAt(unitId: number, date: string): readonly Predecessor[];
}

export interface Predecessor {
  readonly unitId: number;
  /** True where any step on the way divided it. */
  readonly divided: boolean;
}

export function makePlaces(versions: readonly UnitVersion[], links: readonly UnitLink[]): Places {
  const inTime = [...versions].sort(byBeginning);
  const byUnit = groupBy(inTime, (version) => version.unitId);
  const byCode = groupBy(inTime, (version) => version.code);
  const from = groupBy(links, (link) => link.predecessorId);
  const into = groupBy(links, (link) => link.successorId);
  const trees = new Map<string, Geography>();
  const at = (date: string): Geography => {
    const known = trees.get(date);
    if (known) return known;
    const tree = makeGeography(
      date,
      versions.filter((version) => holdsOn(version, date)),
    );
    if (trees.size > 24) trees.clear();
    trees.set(date, tree);
    return tree;
  };
  const places: Places = {
    at,
    versions: () => versions,
    versionsOf: (unitId) => byUnit.get(unitId) ?? [],
    holdersOf: (code) => byCode.get(code) ?? [],
    nameOf: (unitId, date) => at(date).find(unitId) ?? byUnit.get(unitId)?.at(-1),
    changesFrom: (unitId) => from.get(unitId) ?? [],
    changesInto: (unitId) => into.get(unitId) ?? [],
    successorsAt: (unitId, date) => successorsAt(places, unitId, date, new Set()),
    predecessorsAt: (unitId, date) => predecessorsAt(places, unitId, date, new Set()),
  };
  return places;
}

/** Order of time, not of numbering: a list of earlier days may come in later. */
function byBeginning(a: UnitVersion, b: UnitVersion): number {
  return (a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : (a.validFrom ?? '') > (b.validFrom ?? '') ? 1 : 0;
}

/** A day on which a version holds: the one asked for, else its last. */
export function dayOf(version: UnitVersion, date: string): string {
  if (holdsOn(version, date) || version.validTo === null) return date;
  return version.validTo <= date ? dayBefore(version.validTo) : (version.validFrom ?? date);
}

/** A version holds from its first day up to, not including, its last. */
export function holdsOn(version: UnitVersion, date: string): boolean {
  return (
    (version.validFrom === null || version.validFrom <= date) &&
    (version.validTo === null || date < version.validTo)
  );
}

function successorsAt(places: Places, unitId: number, date: string, seen: Set<number>): number[] {
  if (seen.has(unitId)) return [];
  seen.add(unitId);
  if (places.at(date).find(unitId)) return [unitId];
  const steps = places.changesFrom(unitId).filter((link) => link.effectiveOn <= date);
  return [...new Set(steps.flatMap((link) => successorsAt(places, link.successorId, date, seen)))];
}

function predecessorsAt(places: Places, unitId: number, date: string, seen: Set<number>): Predecessor[] {
  if (seen.has(unitId)) return [];
  seen.add(unitId);
  // a later merger into this unit does not make it new: the part that was itself stays one of its predecessors
  const found: Predecessor[] = places.at(date).find(unitId) ? [{ unitId, divided: false }] : [];
  for (const link of places.changesInto(unitId)) {
    if (link.effectiveOn <= date || link.predecessorId === unitId) continue;
    for (const before of predecessorsAt(places, link.predecessorId, date, seen)) {
      found.push({ unitId: before.unitId, divided: before.divided || link.divided });
    }
  }
  return found;
}

function makeGeography(on: string, versions: readonly UnitVersion[]): Geography {
  const byId = new Map(versions.map((version) => [version.unitId, version]));
  const byCode = new Map(versions.map((version) => [version.code, version]));
  const sorted = [...versions].sort((a, b) => (a.code < b.code ? -1 : 1));
  const children = groupBy(sorted, (version) => version.parentId ?? 0);
  const childrenOf = (unitId: number): readonly UnitVersion[] => children.get(unitId) ?? [];
  const below = (unitId: number): UnitVersion[] =>
    childrenOf(unitId).flatMap((child) => [child, ...below(child.unitId)]);
  const ancestorsOf = (unitId: number): UnitVersion[] => {
    const path: UnitVersion[] = [];
    let parent = byId.get(byId.get(unitId)?.parentId ?? 0);
    while (parent && path.length < 10) {
      path.push(parent);
      parent = byId.get(parent.parentId ?? 0);
    }
    return path;
  };
  return {
    on,
    find: (unitId) => byId.get(unitId),
    findByCode: (code) => byCode.get(code),
    childrenOf,
    ancestorsOf,
    below,
    all: () => byId.values(),
  };
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
