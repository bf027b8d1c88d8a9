// An application role with rights that would make row-level security a decoration is refused at start.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppRoleTooStrong, checkAppRole } from '../../src/storage/roles.ts';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse('empty');
});
afterAll(() => house.close());

async function tryRole(options: string, after = ''): Promise<unknown> {
  const owner = await openOwner(house);
  const role = `strong_${Math.floor(performance.now() * 1000)}`;
  await owner.query(`create role ${role} login password 'x' ${options}`);
  if (after) await owner.query(after.replaceAll('ROLE', role));
  const url = new URL(house.ownerUrl);
  url.username = role;
  url.password = 'x';
  const pool = new pg.Pool({ connectionString: url.toString() });
  try {
    return await checkAppRole(pool).catch((error: unknown) => error);
  } finally {
    await pool.end();
    await owner.query(`drop owned by ${role}; drop role ${role}`);
    await owner.end();
  }
}

describe('an administrator gives the application a role', () => {
  test('a plain one is accepted', async () => {
    expect(await tryRole('')).toBeUndefined();
  });

  test.each([
    ['a superuser', 'superuser', '', 'superuser'],
    ['one that bypasses row-level security', 'bypassrls', '', 'bypasses-row-security'],
    [
      'one that owns a table',
      '',
      'grant create on schema public to ROLE; set role ROLE; create table mine (id int); reset role',
      'owns-tables',
    ],
  ])('%s is refused with the reason', async (_name, options, after, why) => {
    const error = await tryRole(options, after);
    expect(error).toBeInstanceOf(AppRoleTooStrong);
    expect((error as AppRoleTooStrong).why).toBe(why);
  });
});
