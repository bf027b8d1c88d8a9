// The units of today that stand where a round's units stood, each with what it inherits of their readings.
import type { StoredReading } from '@vungbuoc/programme/readings';
import { COMMUNE_LEVEL, inheritanceInto, inheritReadings, type UnitVersion } from '@vungbuoc/programme/units';
import type { Law } from '@vungbuoc/programme/verdicts';
import { lawsFor, programmeUnitsBelow } from '../reference/rounds-of.ts';
import { byUnit, columnsByUnit } from '../reference/unit-readings.ts';
import type { UnitTransaction } from '../storage/context.ts';
import { listReadingsAsked } from './readings-asked.ts';
import type { Scope } from './scope.ts';

/** The units of today that stand where the scope's units stood: below a living unit, else the successors. */
export function unitsNow(scope: Scope): UnitVersion[] {
  const { reference, under, unitsThen, programme, today } = scope;
  const geography = reference.places.at(today);
  if (geography.find(under.unitId)) {
    const members = programmeUnitsBelow(reference, geography, under.unitId, programme.id);
    if (members.length > 0) return [...members];
  }
  const ids = new Set(unitsThen.flatMap((unit) => reference.places.successorsAt(unit.unitId, today)));
  return [...ids]
    .flatMap((id) => geography.find(id) ?? [])
    .filter((unit) => COMMUNE_LEVEL.has(unit.kind))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** A unit of today with what it inherits; `readings` null where no predecessor has any. */
export interface UnitNow {
  readonly unit: UnitVersion;
  readonly readings: ReadonlyMap<string, StoredReading> | null;
  readonly notes: readonly string[];
  readonly law: Law | null;
}

/** Units whose facts must be visible to load the units of today: they and their predecessors. */
export function unitIdsNow(scope: Scope): number[] {
  const units = unitsNow(scope).map((unit) => unit.unitId);
  return [...new Set(units.flatMap((id) => [id, ...predecessorsOf(scope, id).map((one) => one.unitId)]))];
}

/** The context of `transaction` must hold `unitIdsNow(scope)`. */
export async function loadUnitsNow(transaction: UnitTransaction, scope: Scope): Promise<UnitNow[]> {
  const { reference, round, setId } = scope;
  const ids = unitIdsNow(scope);
  const readings = byUnit(reference, await listReadingsAsked(transaction, scope, ids));
  const columns = await columnsByUnit(transaction, ids, round.id);
  return unitsNow(scope).map((unit) => {
    const predecessors = predecessorsOf(scope, unit.unitId);
    const inherited = inheritFrom(scope, unit.unitId, predecessors, readings);
    const lawUnit = predecessors[0]?.unitId ?? unit.unitId;
    const laws = lawsFor(reference, round, lawUnit, commonColumn(predecessors, columns));
    const law = laws.find((candidate) => candidate.setId === setId) ?? null;
    return { unit, law, readings: inherited?.readings ?? null, notes: inherited?.notes ?? [] };
  });
}

function predecessorsOf(scope: Scope, unitId: number): Predecessors {
  return scope.reference.places.predecessorsAt(unitId, scope.round.geographyOn);
}

type Predecessors = readonly { readonly unitId: number; readonly divided: boolean }[];

/** null where no predecessor has any reading: then the row is simply without a result. */
export function inheritFrom(
  scope: Scope,
  unitId: number,
  predecessors: Predecessors,
  readings: ReadonlyMap<number, ReadonlyMap<string, StoredReading>>,
): { readings: ReadonlyMap<string, StoredReading>; notes: readonly string[] } | null {
  if (!predecessors.some((one) => readings.has(one.unitId))) return null;
  const { reference, round } = scope;
  const given = predecessors.map((one) => ({
    unitId: one.unitId,
    name: reference.places.nameOf(one.unitId, round.geographyOn)?.name ?? '',
    divided: one.divided,
    readings: readings.get(one.unitId) ?? null,
  }));
  return inheritReadings(given, reference.dictionary, inheritanceInto(reference.places, unitId));
}

/** A successor keeps a column only where all its predecessors had the same. */
export function commonColumn(
  predecessors: Predecessors,
  columns: ReadonlyMap<number, ReadonlyMap<string, string>>,
): ReadonlyMap<string, string> {
  const [first, ...others] = predecessors.map((one) => columns.get(one.unitId) ?? new Map<string, string>());
  const common = [...(first ?? new Map<string, string>())].filter(([dimension, column]) =>
    others.every((other) => other.get(dimension) === column),
  );
  return new Map(common);
}
