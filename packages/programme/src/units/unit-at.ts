// Who a unit was on a day: its name then, what it belonged to, what belonged to it, and how it was called over time.

import * as z from 'zod/mini';
import { read } from '../declarations/index.ts';
import { CalendarDay } from './calendar-day.ts';
import { fullName, levelOf } from './full-name.ts';
import type { Places } from './places.ts';
import { UnitKind, UnitName, type UnitVersion } from './schema.ts';

/** A unit as it is named to a person; `name` is the full name, "Xã Lê Lợi". */
export const NamedUnit = z.object({ code: z.string(), name: z.string(), kind: UnitKind });
export type NamedUnit = z.infer<typeof NamedUnit>;

const NamedVersion = z.extend(NamedUnit, {
  validFrom: z.nullable(CalendarDay),
  validTo: z.nullable(CalendarDay),
});

/** `unit` says who, by a code and a day on which it had it; `on` says when it is looked at. */
export const UnitAtQuery = z.object({ unit: UnitName, on: z.optional(CalendarDay) });
export type UnitAtQuery = z.infer<typeof UnitAtQuery>;

export const UnitAtReply = z.object({
  on: CalendarDay,
  level: z.enum(['nation', 'province', 'district', 'commune']),
  /** The version of that day; null when the unit was not there then. */
  unit: z.nullable(NamedVersion),
  /** From the nearest up to the nation. */
  parents: z.array(NamedUnit),
  children: z.array(NamedUnit),
  /** Every name, code and kind it had, in the order of time; `validFrom` null is unknown. */
  versions: z.array(NamedVersion),
});
export type UnitAtReply = z.infer<typeof UnitAtReply>;

export const readUnitAt = read({
  name: 'units.at',
  query: UnitAtQuery,
  reply: UnitAtReply,
  may: { act: 'read', noun: 'units' },
});

export function describeUnit(places: Places, unitId: number, on: string): UnitAtReply {
  const geography = places.at(on);
  const unit = geography.find(unitId);
  const versions = places.versionsOf(unitId);
  return {
    on,
    level: levelOf(unit?.code ?? versions[0]?.code ?? ''),
    unit: unit ? namedVersion(unit) : null,
    parents: geography.ancestorsOf(unitId).map(namedUnit),
    children: geography.childrenOf(unitId).map(namedUnit),
    versions: versions.map(namedVersion),
  };
}

export function namedUnit(version: UnitVersion): NamedUnit {
  return { code: version.code, name: fullName(version), kind: version.kind };
}

function namedVersion(version: UnitVersion) {
  return { ...namedUnit(version), validFrom: version.validFrom, validTo: version.validTo };
}
