// Bringing places in: new identities, their dated versions, the changes between them.
import {
  type ImportUnitsReply,
  importUnits,
  type PlannedUnit,
  splitUnitName,
  type UnitPlan,
  type UnitPlanChange,
  type UnitPlanState,
  type UnitVersion,
} from '@vungbuoc/programme/units';
import { type Reference, ROOT_UNIT } from '../reference/snapshot.ts';
import type { UnitTransaction } from '../storage/context.ts';
import {
  endUnitVersions,
  type NewUnitVersion,
  newUnits,
  saveUnitChanges,
  saveUnitVersions,
} from '../storage/places.ts';
import type { CommandBinding } from './run.ts';

export const importUnitsBinding: CommandBinding<UnitPlan, UnitPlanState, UnitPlanChange, ImportUnitsReply> = {
  declaration: importUnits,
  changesReference: true,
  unitOf: (_input, reference, today) => rootOf(reference, today),
  load: async ({ reference, context }) => ({
    places: reference.places,
    resolve: resolverOf(reference, context.today),
  }),
  async save({ transaction, reference }, { plan, known }) {
    const ids = await identitiesOf(transaction, plan, known);
    await endOpenVersions(transaction, plan, ids);
    await saveUnitVersions(
      transaction,
      plan.units.flatMap((unit) => versionsOf(unit, ids, reference)),
    );
    await saveUnitChanges(
      transaction,
      plan.changes.map((change) => ({
        ...change,
        links: change.links.map((link) => ({
          predecessorId: idOf(ids, link.from),
          successorId: idOf(ids, link.to),
          divided: link.divided,
        })),
      })),
    );
  },
};

/** The nation, on whose chain changes of reference data are written. */
export function rootOf(reference: Reference, day: string): UnitVersion {
  const root = reference.places.at(day).find(ROOT_UNIT);
  if (!root) throw new Error('the root unit is missing: the first migration makes it');
  return root;
}

/** Names are `code@date`; a plain code is looked for on `day`. */
export function resolverOf(reference: Reference, day: string): (name: string) => number | undefined {
  return (name) => {
    const { code, date } = splitUnitName(name);
    return reference.places.at(date ?? day).findByCode(code)?.unitId;
  };
}

async function identitiesOf(
  transaction: UnitTransaction,
  plan: UnitPlan,
  known: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const fresh = plan.units.filter((unit) => unit.existing === null);
  const newIds = await newUnits(transaction, fresh.length);
  const ids = new Map(known);
  for (const [index, unit] of fresh.entries()) {
    const id = newIds[index];
    if (id !== undefined) ids.set(unit.key, id);
  }
  return ids;
}

/** A continued unit's open version ends on the day its new one begins. */
async function endOpenVersions(
  transaction: UnitTransaction,
  plan: UnitPlan,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const byDay = new Map<string, number[]>();
  for (const unit of plan.units) {
    const begins = unit.existing === null ? null : (unit.versions[0]?.validFrom ?? null);
    if (begins === null) continue;
    byDay.set(begins, [...(byDay.get(begins) ?? []), idOf(ids, unit.key)]);
  }
  for (const [day, unitIds] of byDay) await endUnitVersions(transaction, unitIds, day);
}

function versionsOf(
  unit: PlannedUnit,
  ids: ReadonlyMap<string, number>,
  reference: Reference,
): NewUnitVersion[] {
  const unitId = idOf(ids, unit.key);
  const before = unit.existing === null ? 0 : reference.places.versionsOf(unitId).length;
  return unit.versions.map((version, index) => ({
    ...version,
    unitId,
    version: before + index + 1,
    parentId: version.parent === null ? null : idOf(ids, version.parent),
  }));
}

function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the plan's key ${key} passed the decision but has no identity`);
  return id;
}
