// The board as organised today: each successor inherits its predecessors' readings by the rules of the change.
import type { LoadedRow } from '@vungbuoc/programme/board';
import type { StoredReading } from '@vungbuoc/programme/readings';
import { COMMUNE_LEVEL, inheritanceInto, inheritReadings, type UnitVersion } from '@vungbuoc/programme/units';
import { judge } from '@vungbuoc/programme/verdicts';
import { lawsFor, programmeUnitsBelow } from '../reference/rounds-of.ts';
import { byUnit, columnsByUnit } from '../reference/unit-readings.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { loadRowFacts, rowOf } from './board-rows.ts';
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

export async function loadRowsNow(workshop: Workshop, scope: Scope): Promise<LoadedRow[]> {
  const { reference, round, setId } = scope;
  const units = unitsNow(scope);
  const before = new Map(
    units.map((unit) => [unit.unitId, reference.places.predecessorsAt(unit.unitId, round.geographyOn)]),
  );
  const ids = [
    ...new Set(
      [...before.values()]
        .flatMap((list) => list.map((one) => one.unitId))
        .concat(units.map((u) => u.unitId)),
    ),
  ];
  return readUnits(workshop.database, ids, async (transaction) => {
    const readings = byUnit(reference, await listReadingsAsked(transaction, scope, ids));
    const columns = await columnsByUnit(transaction, ids, round.id);
    const facts = await loadRowFacts(transaction, scope, ids);
    return units.map((unit) => {
      const predecessors = before.get(unit.unitId) ?? [];
      const inherited = inheritFrom(scope, unit.unitId, predecessors, readings);
      const column = commonColumn(predecessors, columns);
      const law = lawsFor(reference, round, predecessors[0]?.unitId ?? unit.unitId, column).find(
        (candidate) => candidate.setId === setId,
      );
      const judged = inherited && law ? judge(law, inherited.readings, null) : null;
      return rowOf(scope, unit, scope.today, judged, law?.column ?? null, facts, inherited?.notes ?? []);
    });
  });
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
