// Sessions: who a cookie's token stands for, with what they were granted, in one prepared statement.
import type { Grant } from '@vungbuoc/programme/principals';
import { sql } from 'kysely';
import type { Database } from './connect.ts';

export interface SessionRow {
  readonly sessionId: number;
  readonly personId: number;
  readonly name: string;
  readonly office: string;
  readonly isSample: boolean;
  /** A machine that several people use. */
  readonly shared: boolean;
  /** The last request that was noted. */
  readonly seenAt: Date;
  /** Grants in force on the day. */
  readonly grants: readonly Grant[];
}

/** Without a request for so long, a session is over. */
const IDLE = { own: '3 days', shared: '15 minutes' } as const;

const FIND = {
  name: 'session',
  text: `select s.id as "sessionId", p.id as "personId", p.name, p.office, p.is_sample as "isSample", s.shared,
      s.updated_at as "seenAt",
      coalesce((select json_agg(json_build_object('role', g.role, 'programmeId', g.programme_id, 'unitId', g.unit_id,
          'office', g.office, 'from', g.from_on, 'to', g.to_on) order by g.id)
        from accounts.grants g where g.person_id = p.id and g.from_on <= $3 and (g.to_on is null or g.to_on >= $3)),
        '[]') as grants
    from accounts.sessions s join accounts.people p on p.id = s.person_id
    where s.token = $1 and s.expires_at > $2 and p.disabled_at is null
      and s.updated_at > $2 - case when s.shared then interval '${IDLE.shared}' else interval '${IDLE.own}' end`,
} as const;

/** Null: no such session, or over, or of somebody who was shut out. */
export async function findSession(
  database: Database,
  token: string,
  now: Date,
  today: string,
): Promise<SessionRow | null> {
  const { rows } = await database.pool.query<SessionRow>({ ...FIND, values: [token, now, today] });
  return rows[0] ?? null;
}

/** Notes that a session was used. */
export async function touchSession(database: Database, sessionId: number, now: Date): Promise<void> {
  await sql`update accounts.sessions set updated_at = ${now} where id = ${sessionId} and updated_at < ${now}`.execute(
    database.kysely,
  );
}

/** The ceremonies go by the machine's clock; a session lives by the server's own. */
export async function beginSession(
  database: Database,
  { token, shared, now, until }: { token: string; shared: boolean; now: Date; until: Date },
): Promise<void> {
  await sql`update accounts.sessions set shared = ${shared}, created_at = ${now}, updated_at = ${now},
    expires_at = ${until} where token = ${token}`.execute(database.kysely);
}

export interface OpenSession {
  readonly id: number;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly address: string | null;
  readonly agent: string | null;
  readonly shared: boolean;
}

/** Newest first. */
export async function listSessions(database: Database, personId: number, now: Date): Promise<OpenSession[]> {
  const { rows } = await sql<OpenSession>`select id, created_at as "createdAt", updated_at as "seenAt",
      ip_address as address, user_agent as agent, shared
    from accounts.sessions where person_id = ${personId} and expires_at > ${now}
    order by updated_at desc, id desc limit 100`.execute(database.kysely);
  return rows;
}

/** @returns how many ended. `sessionId` null: all of the person but `except`. */
export async function endSessions(
  database: Database,
  { personId, sessionId, except }: { personId: number; sessionId: number | null; except: number | null },
): Promise<number> {
  const result = await sql`delete from accounts.sessions where person_id = ${personId}
    and (${sessionId}::int is null or id = ${sessionId}) and id is distinct from ${except}`.execute(
    database.kysely,
  );
  return Number(result.numAffectedRows ?? 0n);
}

export async function makeSession(
  database: Database,
  session: { readonly token: string; readonly personId: number; readonly now: Date; readonly until: Date },
): Promise<void> {
  const { token, personId, now, until } = session;
  await sql`insert into accounts.sessions (token, person_id, created_at, updated_at, expires_at)
    values (${token}, ${personId}, ${now}, ${now}, ${until})`.execute(database.kysely);
}
