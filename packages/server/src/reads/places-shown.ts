// The level below the one looked at: provinces of the nation, communes (or districts) of anything else.
import type { UnitVersion } from '@vungbuoc/programme/units';
import type { Scope } from './scope.ts';

export interface PlacesShown {
  readonly all: readonly UnitVersion[];
  /** The place that a unit counts for. */
  of(unit: UnitVersion): number;
}

export function placesShown(scope: Scope): PlacesShown {
  const geography = scope.reference.places.at(scope.round.geographyOn);
  const children = geography.childrenOf(scope.under.unitId);
  const shown = new Map(children.map((child) => [child.unitId, child]));
  const of = (unit: UnitVersion): number =>
    shown.has(unit.unitId)
      ? unit.unitId
      : (geography.ancestorsOf(unit.unitId).find((above) => shown.has(above.unitId))?.unitId ?? unit.unitId);
  const used = new Set(scope.unitsThen.map(of));
  return { all: children.filter((child) => used.has(child.unitId)), of };
}
