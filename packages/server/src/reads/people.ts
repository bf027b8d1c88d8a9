// The people of a place: everybody with a grant there or below, and what they were given there.
import { foldText } from '@vungbuoc/programme/names';
import { type PeopleQuery, type PeopleReply, type PersonShown, readPeople } from '@vungbuoc/programme/people';
import { type Principal, ROLES } from '@vungbuoc/programme/principals';
import { dayOf, fullName } from '@vungbuoc/programme/units';
import { placesBelowEver } from '../reference/reach.ts';
import { requireRight } from '../reference/rights.ts';
import { getUnit } from '../reference/rounds-of.ts';
import { type Reference, ROOT_UNIT } from '../reference/snapshot.ts';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';
import { type GrantShownRow, listPeople, type PersonListedRow } from '../storage/grants.ts';

const PAGE = 100;

/** @throws unit.not-found, right.missing */
export async function loadPeople(
  workshop: Workshop,
  principal: Principal,
  query: PeopleQuery,
): Promise<PeopleReply> {
  const reference = await workshop.reference.current();
  const today = dayInVietnam(workshop.clock());
  const under =
    query.under === undefined ? placeOf(reference, principal, today) : getUnit(reference, query.under, today);
  requireRight(workshop, reference, principal, { ...readPeople.may, unit: under, named: query.under });
  const found = await listPeople(workshop.database.kysely, {
    unitIds: placesBelowEver(reference, under.unitId),
    search: foldText(query.search ?? ''),
    after: Number(query.after ?? 0),
    most: PAGE + 1,
  });
  const page = found.slice(0, PAGE);
  return {
    under: { unit: nameOn(reference, under.unitId, today), name: fullName(under) },
    people: page.map((row) => shown(reference, row, today)),
    next: found.length > PAGE ? String(page.at(-1)?.id) : null,
  };
}

/** Where nothing is asked for: the widest place whose people the asker may see. */
function placeOf(reference: Reference, principal: Principal, today: string) {
  const managed = principal.grants.filter(({ role }) => role === 'administrator' || role === 'auditor');
  const id =
    principal.kind === 'local' ? ROOT_UNIT : (managed[0]?.unitId ?? principal.grants[0]?.unitId ?? ROOT_UNIT);
  const unit = reference.places.nameOf(id, today);
  if (!unit) throw new Error(`unit ${id} has no name`);
  return unit;
}

function shown(reference: Reference, row: PersonListedRow, today: string): PersonShown {
  const { id: person, name, username, email, phone, office, isSample: sample, disabled, hasPassword } = row;
  return {
    person,
    name,
    username,
    email,
    phone,
    office,
    sample,
    state: disabled ? 'out' : hasPassword || sample ? 'active' : 'invited',
    seen: row.seenAt?.toISOString() ?? null,
    grants: row.grants.flatMap((grant) => grantShown(reference, grant, today)),
  };
}

function grantShown(reference: Reference, grant: GrantShownRow, today: string): PersonShown['grants'] {
  const unit = reference.places.nameOf(grant.unitId, today);
  const role = ROLES.find((one) => one === grant.role);
  if (!unit || !role) return [];
  const { id, office, from, to } = grant;
  return [
    {
      grant: id,
      role,
      unit: nameOn(reference, grant.unitId, today),
      place: fullName(unit),
      office,
      from,
      to,
    },
  ];
}

/** `code@date` on a day when the unit stands. */
function nameOn(reference: Reference, unitId: number, today: string): string {
  const unit = reference.places.nameOf(unitId, today);
  if (!unit) throw new Error(`unit ${unitId} has no name`);
  return `${unit.code}@${dayOf(unit, today)}`;
}
