// Places as a person asks for them: who a unit was on a day, what became of it and what it was made of.
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import {
  describeChanges,
  describeUnit,
  readUnitAt,
  readUnitChanges,
  splitUnitName,
  type UnitAtQuery,
  type UnitAtReply,
  type UnitChangesQuery,
  type UnitChangesReply,
  type UnitVersion,
} from '@vungbuoc/programme/units';
import { requireRight } from '../reference/rights.ts';
import type { Reference } from '../reference/snapshot.ts';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';

/** @throws ProblemError unit.not-found, right.missing */
export async function loadUnitAt(
  workshop: Workshop,
  principal: Principal,
  query: UnitAtQuery,
): Promise<UnitAtReply> {
  const reference = await workshop.reference.current();
  const today = dayInVietnam(workshop.clock());
  const unit = whoIs(reference, query.unit, query.on ?? today);
  requireRight(workshop, reference, principal, { ...readUnitAt.may, unit, named: query.unit });
  const on = query.on ?? splitUnitName(query.unit).date ?? today;
  return readUnitAt.reply.parse(describeUnit(reference.places, unit.unitId, on));
}

/** @throws ProblemError unit.not-found, right.missing */
export async function loadUnitChanges(
  workshop: Workshop,
  principal: Principal,
  query: UnitChangesQuery,
): Promise<UnitChangesReply> {
  const reference = await workshop.reference.current();
  const today = dayInVietnam(workshop.clock());
  const unit = whoIs(reference, query.unit, today);
  requireRight(workshop, reference, principal, { ...readUnitChanges.may, unit, named: query.unit });
  const on = splitUnitName(query.unit).date ?? today;
  return readUnitChanges.reply.parse(describeChanges(reference.places, unit.unitId, on, today));
}

/**
 * The unit that has the code on the day of its name, else on `day`. A code that nobody has on that day but only one
 * unit ever had is clear all the same ("112" is the district Nậm Nhùn). @throws unit.not-found
 */
function whoIs(reference: Reference, name: string, day: string): UnitVersion {
  const { code, date } = splitUnitName(name);
  const on = date ?? day;
  const found = reference.places.at(on).findByCode(code);
  if (found) return found;
  const holders = date === null ? reference.places.holdersOf(code) : [];
  const last = holders.at(-1);
  const onlyOne = new Set(holders.map((holder) => holder.unitId)).size === 1;
  return last && onlyOne ? last : refuse('unit.not-found', { unit: code, date: on });
}
