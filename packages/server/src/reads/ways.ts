// Ways to sign in that are offered before anybody has: the sample's made-up people, only while nothing else is here.
import type { SamplePerson, WaysReply } from '@vungbuoc/programme/accounts';
import { ROLES } from '@vungbuoc/programme/principals';
import { fullName } from '@vungbuoc/programme/units';
import type { Reference } from '../reference/snapshot.ts';
import type { Workshop } from '../reference/workshop.ts';
import { listSamplePeople } from '../storage/people.ts';

/** Nothing but figures made up to show the program: no round of anybody's own. */
export function isOnlySample({ rounds, programmes }: Reference): boolean {
  const own = programmes.filter(
    ({ id }) => !rounds.some((round) => round.programmeId === id && round.isIllustrative),
  );
  return own.length === 0 && rounds.length > 0 && rounds.every((round) => round.isIllustrative);
}

export async function loadWays(workshop: Workshop): Promise<WaysReply> {
  const reference = await workshop.reference.current();
  const place = homeOf(reference);
  if (!isOnlySample(reference)) return { place, sample: [] };
  const rows = await listSamplePeople(workshop.database.kysely);
  const day = reference.rounds.at(-1)?.geographyOn ?? '';
  const sample = rows.flatMap(({ id: person, name, office, role, unitId }): SamplePerson[] => {
    const unit = reference.places.nameOf(unitId, day);
    const known = ROLES.find((one) => one === role);
    return unit && known ? [{ person, name, office, role: known, place: fullName(unit) }] : [];
  });
  return { place, sample };
}

/** The home of the newest programme, as it is or last was called. */
function homeOf({ programmes, places }: Reference): string | null {
  const home = programmes.at(-1)?.homeUnitId;
  const unit = home === undefined ? undefined : places.versionsOf(home).at(-1);
  return unit && unit.kind !== 'nation' ? fullName(unit) : null;
}
