// The one question of every path: may this person do this here? An absent right looks like an absent thing.
import { may, type Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import type { UnitVersion } from '@vungbuoc/programme/units';
import type { Reference } from './snapshot.ts';

/** @throws right.missing */
export function requireRight(
  reference: Reference,
  principal: Principal,
  asked: { readonly act: 'read' | 'write' | 'publish' | 'administer'; readonly noun: string },
  unit: UnitVersion,
  day: string,
): void {
  const above = reference.places.at(day).ancestorsOf(unit.unitId);
  const ancestors = above.map((ancestor) => ancestor.unitId);
  if (!may(principal, { ...asked, unitId: unit.unitId, ancestors })) refuse('right.missing');
}
