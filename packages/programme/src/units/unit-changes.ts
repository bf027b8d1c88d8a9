// What a unit was made of and what became of it: its changes, each with day, decision and everybody who took part.
import * as z from 'zod/mini';
import { read } from '../declarations/index.ts';
import { dayBefore } from './day-before.ts';
import type { Places } from './places.ts';
import { type UnitLink, UnitName } from './schema.ts';
import { NamedUnit, namedUnit } from './unit-at.ts';

export const UnitChangesQuery = z.object({ unit: UnitName });
export type UnitChangesQuery = z.infer<typeof UnitChangesQuery>;

const ChangeStep = z.object({
  kind: z.string(),
  effectiveOn: z.string(),
  document: z.nullable(z.string()),
  documentOn: z.nullable(z.string()),
  from: z.array(z.extend(NamedUnit, { divided: z.boolean() })),
  to: z.array(NamedUnit),
});
export type ChangeStep = z.infer<typeof ChangeStep>;

export const UnitChangesReply = z.object({
  unit: NamedUnit,
  /** In the order of time. A change of one unit alone (rename, found, abolish) has it on both sides. */
  changes: z.array(ChangeStep),
  today: z.string(),
  /** The units of today that have its ground; itself while it lives; empty when nobody followed. */
  now: z.array(NamedUnit),
});
export type UnitChangesReply = z.infer<typeof UnitChangesReply>;

export const readUnitChanges = read({
  name: 'units.changes',
  query: UnitChangesQuery,
  reply: UnitChangesReply,
  may: { act: 'read', noun: 'units' },
});

/** `on` is the day by whose name the unit is called, `today` the day of `now`. */
export function describeChanges(places: Places, unitId: number, on: string, today: string): UnitChangesReply {
  const links = [...places.changesInto(unitId), ...places.changesFrom(unitId)];
  const ids = [...new Set(links.map((link) => link.changeId))];
  const changes = ids.flatMap((id) => stepOf(places, unitId, id));
  return {
    unit: nameOn(places, unitId, on),
    changes: changes.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)),
    today,
    now: places.successorsAt(unitId, today).map((id) => nameOn(places, id, today)),
  };
}

function byCode(a: NamedUnit, b: NamedUnit): number {
  return a.code < b.code ? -1 : 1;
}

/** One change with all who took part in the successors that this unit is or went into. */
function stepOf(places: Places, unitId: number, changeId: number): ChangeStep[] {
  const ofChange = (links: readonly UnitLink[]): UnitLink[] =>
    links.filter((link) => link.changeId === changeId);
  const into = ofChange(places.changesInto(unitId));
  const successors =
    into.length > 0 ? [unitId] : ofChange(places.changesFrom(unitId)).map((link) => link.successorId);
  const links = successors.flatMap((successor) => ofChange(places.changesInto(successor)));
  const [first] = links;
  if (!first) return [];
  const lastDay = dayBefore(first.effectiveOn);
  const predecessors = new Map(links.map((link) => [link.predecessorId, link]));
  return [
    {
      kind: first.kind,
      effectiveOn: first.effectiveOn,
      document: first.document,
      documentOn: first.documentOn,
      from: [...predecessors]
        .map(([id, { divided }]) => ({ ...nameOn(places, id, lastDay), divided }))
        .sort(byCode),
      to: successors.map((id) => nameOn(places, id, first.effectiveOn)),
    },
  ];
}

function nameOn(places: Places, unitId: number, on: string): NamedUnit {
  const version = places.nameOf(unitId, on);
  if (!version) throw new Error(`unit ${unitId} has no version: the storage keeps one for each`);
  return namedUnit(version);
}
