// The rules of the tables, read from the catalogue itself: a new table that breaks one fails here before it ships.
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let owner: pg.Client;

/** Reference data: small, read by everybody, no row-level security. Everything else is a fact table. */
const REFERENCE = [
  'criteria_sets',
  'figures',
  'head_signatures',
  'migrations',
  'office_duties',
  'offices',
  'overlay_units',
  'programme_units',
  'programmes',
  'round_sets',
  'rounds',
  'unit_change_links',
  'unit_changes',
  'unit_versions',
  'units',
];
/** Tables that only grow: no update, no delete for the application. */
const TRAIL = [
  'declared_result_revisions',
  'events',
  'reading_revisions',
  'receipts',
  'recognitions',
  'messages',
  'review_revisions',
  'set_draft_changes',
  'set_draft_signatures',
];
const POLICY =
  "(unit_id = ANY ((string_to_array(current_setting('app.units'::text, true), ','::text))::integer[]))";

beforeAll(async () => {
  house = await openTestHouse('sample');
  owner = await openOwner(house);
});
afterAll(async () => {
  await owner.end();
  await house.close();
});

async function rows<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await owner.query<T>(sql, values)).rows;
}

async function factTables(): Promise<string[]> {
  const found = await rows<{ name: string }>(
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1",
  );
  return found.map((row) => row.name).filter((name) => !REFERENCE.includes(name));
}

describe('the catalogue of tables', () => {
  test('every table is either listed reference data or a fact table with a unit', async () => {
    const withUnit = await rows<{ name: string }>(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'unit_id' and is_nullable = 'NO'",
    );
    const names = new Set(withUnit.map((row) => row.name));
    expect((await factTables()).filter((name) => !names.has(name))).toEqual([]);
  });

  test('every primary key and unique constraint of a fact table begins with the unit', async () => {
    const keys = await rows<{ name: string; first: string }>(
      `select c.relname as name, a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indisunique and c.relnamespace = 'public'::regnamespace`,
    );
    const facts = await factTables();
    const wrong = keys.filter((key) => facts.includes(key.name) && key.first !== 'unit_id');
    expect(wrong).toEqual([]);
    const keyed = new Set(keys.map((key) => key.name));
    expect(facts.filter((name) => !keyed.has(name))).toEqual([]);
  });

  test('fact tables have no triggers and no foreign keys to reference data', async () => {
    const triggers = await rows<{ name: string }>(
      'select relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal',
    );
    expect(triggers).toEqual([]);
    const references = await rows<{ from: string; to: string }>(
      "select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f'",
    );
    const facts = await factTables();
    const wrong = references.filter(
      (link) => facts.includes(link.from) && !(link.from === 'unit_heads' && link.to === 'units'),
    );
    expect(wrong).toEqual([]);
  });

  test('every fact table has row-level security with the one policy, and reference tables have none', async () => {
    const policies = await rows<{ name: string; qual: string; check: string | null; cmd: string }>(
      'select tablename as name, qual, with_check as check, cmd from pg_policies',
    );
    const secured = await rows<{ name: string }>(
      "select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by 1",
    );
    expect(secured.map((row) => row.name)).toEqual(await factTables());
    expect(policies.map((row) => row.name).sort()).toEqual(await factTables());
    expect(new Set(policies.map((row) => row.qual))).toEqual(new Set([POLICY]));
    expect(new Set(policies.map((row) => row.cmd))).toEqual(new Set(['ALL']));
    // absent, PostgreSQL checks what is written by the same expression; a looser one would let rows out of sight
    expect(policies.filter(({ check, qual }) => check !== null && check !== qual)).toEqual([]);
  });

  test('the application owns nothing, deletes nothing, and the trail cannot be changed', async () => {
    const owned = await rows("select 1 from pg_class where relowner = 'vb_app'::regrole");
    expect(owned).toEqual([]);
    const rights = await rows<{ name: string; right: string }>(
      "select table_name as name, privilege_type as right from information_schema.role_table_grants where grantee = 'vb_app' and table_schema = 'public'",
    );
    const allowed = new Set(['SELECT', 'INSERT', 'UPDATE']);
    expect(rights.filter((row) => !allowed.has(row.right))).toEqual([]);
    expect(rights.filter((row) => TRAIL.includes(row.name) && row.right === 'UPDATE')).toEqual([]);
  });

  test('of people the application deletes what ends, never who they are or what they were given', async () => {
    const rights = await rows<{ name: string }>(
      `select table_name as name from information_schema.role_table_grants
       where grantee = 'vb_app' and table_schema = 'accounts' and privilege_type = 'DELETE' order by 1`,
    );
    expect(rights.map((row) => row.name)).toEqual([
      'credentials',
      'sessions',
      'sign_in_failures',
      'two_factors',
      'verifications',
    ]);
    const kept = await rows<{ right: string }>(
      `select distinct privilege_type as right from information_schema.role_table_grants
       where grantee = 'vb_app' and table_schema = 'accounts' and table_name in ('people', 'grants', 'links') order by 1`,
    );
    expect(kept.map((row) => row.right)).toEqual(['INSERT', 'SELECT', 'UPDATE']);
  });

  test('readings have the index of their key and no other: each is written with every figure', async () => {
    const found = await rows<{ name: string }>(
      `select indexrelid::regclass::text as name from pg_index where indrelid = 'readings'::regclass`,
    );
    expect(found).toEqual([{ name: 'readings_pkey' }]);
  });

  test('whoever meets a rule that refuses data finds its name and, in one line, its reason', async () => {
    const rules = await rows<{ name: string; on: string; reason: string | null }>(
      `select conname as name, conrelid::regclass::text as on, obj_description(oid, 'pg_constraint') as reason
       from pg_constraint where contype in ('c', 'u', 'x') and connamespace = 'public'::regnamespace and conrelid <> 0`,
    );
    expect(rules.length).toBeGreaterThan(50);
    // the names that PostgreSQL makes up end so; ours begin with their table and say what holds
    expect(rules.filter(({ name }) => /_(check|key|excl)\d*$/.test(name))).toEqual([]);
    expect(rules.filter(({ name, on }) => !name.startsWith(`${on}_`))).toEqual([]);
    expect(rules.filter(({ reason }) => reason === null || !/^[A-Z"].{20,}\.$/.test(reason))).toEqual([]);
  });
});
