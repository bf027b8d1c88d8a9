// Refused attempts to sign in, by the name tried and by the address: each further one makes the next wait longer.
import { sql } from 'kysely';
import type { Database } from './connect.ts';

/** Until when one of the keys is locked; null: none is. */
export async function lockedUntil(
  database: Database,
  keys: readonly string[],
  now: Date,
): Promise<Date | null> {
  const { rows } = await sql<{
    until: Date | null;
  }>`select max(locked_until) as until from accounts.sign_in_failures
    where key = any(${[...keys]}::text[]) and locked_until > ${now}`.execute(database.kysely);
  return rows[0]?.until ?? null;
}

/** Counts one more failure; what is older than a day no longer counts. @returns how many there are now */
export async function countFailure(database: Database, key: string, now: Date): Promise<number> {
  const { rows } = await sql<{
    failures: number;
  }>`insert into accounts.sign_in_failures (key, failures, last_at)
    values (${key}, 1, ${now})
    on conflict (key) do update set last_at = excluded.last_at,
      failures = case when accounts.sign_in_failures.last_at < excluded.last_at - interval '1 day' then 1
        else accounts.sign_in_failures.failures + 1 end
    returning failures`.execute(database.kysely);
  return rows[0]?.failures ?? 1;
}

export async function lockUntil(database: Database, key: string, until: Date): Promise<void> {
  await sql`update accounts.sign_in_failures set locked_until = ${until} where key = ${key}`.execute(
    database.kysely,
  );
}

export async function forgetFailures(database: Database, key: string): Promise<void> {
  await sql`delete from accounts.sign_in_failures where key = ${key}`.execute(database.kysely);
}
