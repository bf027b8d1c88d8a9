// Who asks, with what they were granted, in the words of a screen.
import type { MeReply } from '@vungbuoc/programme/accounts';
import type { Principal } from '@vungbuoc/programme/principals';
import { fullName } from '@vungbuoc/programme/units';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';
import { findPerson } from '../storage/people.ts';

export async function loadMe(workshop: Workshop, principal: Principal): Promise<MeReply> {
  const { kind, name, office, grants, personId } = principal;
  const { places } = await workshop.reference.current();
  const today = dayInVietnam(workshop.clock());
  const person = kind === 'person' ? await findPerson(workshop.database.kysely, personId) : null;
  return {
    kind,
    name,
    office,
    sample: person?.isSample === true,
    secondStep: person?.secondStep === true,
    grants: grants.flatMap((grant) => {
      const unit = places.nameOf(grant.unitId, today);
      const { role, office: of, to } = grant;
      return unit ? [{ role, unit: unit.code, place: fullName(unit), office: of, to }] : [];
    }),
  };
}
