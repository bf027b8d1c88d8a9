// Grants as they stand, and the people of a place.
import type { StandingGrant } from '@vungbuoc/programme/people';
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';
import { idList } from './id-list.ts';

export interface NewGrant {
  readonly personId: number;
  readonly role: string;
  readonly programmeId: number | null;
  readonly unitId: number;
  readonly office: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly document: string | null;
  readonly givenBy: number;
  readonly givenAt: string;
}

export async function saveGrant(database: Kysely<DB>, grant: NewGrant): Promise<void> {
  await sql`insert into accounts.grants (person_id, role, programme_id, unit_id, office, from_on, to_on, document,
      given_by, given_at)
    values (${grant.personId}, ${grant.role}, ${grant.programmeId}, ${grant.unitId}, ${grant.office}, ${grant.from},
      ${grant.to}, ${grant.document}, ${grant.givenBy}, ${grant.givenAt})`.execute(database);
}

export async function saveGrantEnd(database: Kysely<DB>, grant: number, to: string): Promise<void> {
  await sql`update accounts.grants set to_on = ${to} where id = ${grant}`.execute(database);
}

const STANDING = sql.raw(
  'id, person_id as "personId", unit_id as "unitId", from_on as "from", to_on as "to"',
);

export async function findGrant(database: Kysely<DB>, grant: number): Promise<StandingGrant | null> {
  const { rows } =
    await sql<StandingGrant>`select ${STANDING} from accounts.grants where id = ${grant}`.execute(database);
  return rows[0] ?? null;
}

export async function listGrantsOf(database: Kysely<DB>, personId: number): Promise<StandingGrant[]> {
  const { rows } = await sql<StandingGrant>`select ${STANDING} from accounts.grants
    where person_id = ${personId} order by id`.execute(database);
  return rows;
}

export interface GrantShownRow {
  readonly id: number;
  readonly role: string;
  readonly unitId: number;
  readonly office: string | null;
  readonly from: string;
  readonly to: string | null;
}

export interface PersonListedRow {
  readonly id: number;
  readonly name: string;
  readonly username: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly office: string;
  readonly isSample: boolean;
  readonly disabled: boolean;
  readonly hasPassword: boolean;
  readonly seenAt: Date | null;
  readonly grants: readonly GrantShownRow[];
}

/** People with a grant at one of the units, with those grants; after an id, at most `most`. */
export async function listPeople(
  database: Kysely<DB>,
  // `search` without tone marks; empty finds everybody
  {
    unitIds,
    search,
    after,
    most,
  }: { unitIds: readonly number[]; search: string; after: number; most: number },
): Promise<PersonListedRow[]> {
  const { rows } = await sql<PersonListedRow>`
    select p.id, p.name, p.username, nullif(p.email, p.username || '@khong-co-thu.invalid') as email, p.phone, p.office,
      p.is_sample as "isSample", p.disabled_at is not null as disabled,
      exists (select from accounts.credentials c where c.person_id = p.id) as "hasPassword",
      (select max(s.updated_at) from accounts.sessions s where s.person_id = p.id) as "seenAt",
      g.grants
    from accounts.people p join (
      select person_id, json_agg(json_build_object('id', id, 'role', role, 'unitId', unit_id, 'office', office,
        'from', from_on, 'to', to_on) order by id) as grants
      from accounts.grants where unit_id = any(${idList(unitIds)}::int[]) group by person_id) g on g.person_id = p.id
    where p.id > ${after} and p.username is not null
      and strpos(p.search_text, ${search}) > 0
    order by p.id limit ${most}`.execute(database);
  return rows;
}
