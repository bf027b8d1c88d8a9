// People, their first password and their links. Names live here alone: facts and the trail hold ids.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';

export interface NewPerson {
  readonly id: number;
  readonly name: string;
  readonly username: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly office: string;
  readonly isSample: boolean;
  /** Names without tone marks, as people are searched. */
  readonly searchText: string;
}

/** The identity that the next person will have. */
export async function nextPersonId(database: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{
    id: number;
  }>`select nextval(pg_get_serial_sequence('accounts.people', 'id'))::int as id`.execute(database);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the sequence of people gave nothing');
  return id;
}

/** The ceremonies of signing in want an address of everybody; this one can never be reached (RFC 2606). */
function addressOf(person: NewPerson): string {
  return person.email?.toLowerCase() ?? `${person.username}@khong-co-thu.invalid`;
}

export async function savePerson(database: Kysely<DB>, person: NewPerson): Promise<void> {
  await sql`insert into accounts.people (id, name, username, display_username, email, phone, office, is_sample,
      search_text)
    overriding system value values (${person.id}, ${person.name}, ${person.username}, ${person.username},
      ${addressOf(person)}, ${person.phone}, ${person.office}, ${person.isSample},
      ${person.searchText})`.execute(database);
}

export async function findTaken(
  database: Kysely<DB>,
  username: string,
  email: string | null,
): Promise<{ username: boolean; email: boolean }> {
  const { rows } = await sql<{ username: boolean; email: boolean }>`select
      exists (select from accounts.people where username = ${username}) as username,
      exists (select from accounts.people where email = ${email?.toLowerCase() ?? null}) as email`.execute(
    database,
  );
  return rows[0] ?? { username: false, email: false };
}

export interface PersonRow {
  readonly id: number;
  readonly name: string;
  readonly username: string | null;
  readonly office: string;
  readonly isSample: boolean;
  readonly disabled: boolean;
  readonly secondStep: boolean;
}

export async function findPerson(database: Kysely<DB>, id: number): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`select id, name, username, office, is_sample as "isSample",
      disabled_at is not null as disabled, two_factor_enabled as "secondStep"
    from accounts.people where id = ${id}`.execute(database);
  return rows[0] ?? null;
}

/** Shuts out or lets in; whoever is shut out loses every session at once. */
export async function setDisabled(database: Kysely<DB>, id: number, at: string | null): Promise<void> {
  await sql`update accounts.people set disabled_at = ${at}, updated_at = now() where id = ${id}`.execute(
    database,
  );
  if (at !== null) await sql`delete from accounts.sessions where person_id = ${id}`.execute(database);
}

export interface NewLink {
  /** SHA-256 of the token, hex. */
  readonly digest: string;
  readonly personId: number;
  readonly purpose: 'invitation' | 'reset';
  readonly madeBy: number;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

/** A new link makes the ones before it useless. */
export async function saveLink(database: Kysely<DB>, link: NewLink): Promise<void> {
  await sql`update accounts.links set used_at = ${link.madeAt} where person_id = ${link.personId} and used_at is null`.execute(
    database,
  );
  await sql`insert into accounts.links (digest, person_id, purpose, made_by, made_at, expires_at)
    values (decode(${link.digest}, 'hex'), ${link.personId}, ${link.purpose}, ${link.madeBy}, ${link.madeAt},
      ${link.expiresAt})`.execute(database);
}

/** Whose link this is, if it may still be used. */
export async function findLink(database: Kysely<DB>, digest: Buffer, now: Date): Promise<PersonRow | null> {
  const { rows } = await sql<{ id: number }>`select person_id as id from accounts.links
    where digest = ${digest} and used_at is null and expires_at > ${now}`.execute(database);
  const person = rows[0] ? await findPerson(database, rows[0].id) : null;
  return person?.disabled ? null : person;
}

/** Uses a link up: the password is set, the second step is taken off, every session ends. False: another was quicker. */
export async function useLink(
  database: Kysely<DB>,
  used: {
    readonly digest: Buffer;
    readonly personId: number;
    readonly passwordHash: string;
    readonly now: Date;
  },
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const { digest, personId, passwordHash, now } = used;
    const taken =
      await sql`update accounts.links set used_at = ${now} where digest = ${digest} and used_at is null`.execute(
        transaction,
      );
    if (taken.numAffectedRows !== 1n) return false;
    await setPassword(transaction, personId, passwordHash);
    await sql`delete from accounts.two_factors where person_id = ${personId}`.execute(transaction);
    await sql`update accounts.people set two_factor_enabled = false where id = ${personId}`.execute(
      transaction,
    );
    await sql`delete from accounts.sessions where person_id = ${personId}`.execute(transaction);
    return true;
  });
}

/** The provider that the ceremonies call a password by. */
const PASSWORD = 'credential';

export async function setPassword(database: Kysely<DB>, personId: number, hash: string): Promise<void> {
  await sql`insert into accounts.credentials (person_id, provider_id, account_id, password)
    values (${personId}, ${PASSWORD}, ${String(personId)}, ${hash})
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`.execute(
    database,
  );
}

export async function findPasswordHash(database: Kysely<DB>, personId: number): Promise<string | null> {
  const { rows } = await sql<{ password: string | null }>`select password from accounts.credentials
    where provider_id = ${PASSWORD} and account_id = ${String(personId)}`.execute(database);
  return rows[0]?.password ?? null;
}

/** Whether anybody can sign in here at all. */
export async function hasPeople(database: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select from accounts.people p
    join accounts.credentials c on c.person_id = p.id where not p.is_sample) as any`.execute(database);
  return rows[0]?.any === true;
}

export interface SamplePersonRow {
  readonly id: number;
  readonly name: string;
  readonly office: string;
  readonly role: string;
  readonly unitId: number;
}

/** The made-up people of the sample with their first grant. */
export async function listSamplePeople(database: Kysely<DB>): Promise<SamplePersonRow[]> {
  const { rows } =
    await sql<SamplePersonRow>`select distinct on (p.id) p.id, p.name, p.office, g.role, g.unit_id as "unitId"
    from accounts.people p join accounts.grants g on g.person_id = p.id
    where p.is_sample and p.disabled_at is null order by p.id, g.id`.execute(database);
  return rows;
}
