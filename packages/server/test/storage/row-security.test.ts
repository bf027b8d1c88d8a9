// Row-level security by raw SQL as the application's role, on every fact table that the catalogue names:
// context own, foreign, empty and unset, for SELECT, INSERT, UPDATE and DELETE.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let app: pg.Client;
let owner: pg.Client;
let tables: string[];
let own: number;
let foreign: number;

beforeAll(async () => {
  house = await openTestHouse('sample');
  owner = await openOwner(house);
  app = new pg.Client({ connectionString: house.appUrl });
  await app.connect();
  const found = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by 1",
  );
  tables = found.rows.map((row) => row.name);
  const places = (await house.workshop.reference.current()).places.at('2020-12-31');
  own = places.findByCode('03472')?.unitId ?? 0;
  foreign = places.findByCode('03481')?.unitId ?? 0;
  for (const table of tables) await plant(table, own, foreign);
});
afterAll(async () => {
  await app.end();
  await owner.end();
  await house.close();
});

/** One row of each unit in every table, so that "sees nothing" cannot mean "there is nothing". */
async function plant(table: string, ...units: number[]): Promise<void> {
  for (const unit of units) {
    const { rows } = await owner.query(`select 1 from ${table} where unit_id = ${unit}`);
    if (rows.length === 0)
      await owner.query(`insert into ${table} select * from (${await anyRow(table, unit)}) made`);
  }
}

async function anyRow(table: string, unit: number): Promise<string> {
  const { rows } = await owner.query<{ name: string; type: string; nullable: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, case when attnotnull then 'NO' else 'YES' end as nullable
     from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  return `select ${rows.map((row) => `${sampleValue(table, row, unit)}::${row.type} as ${row.name}`).join(', ')}`;
}

const VALUES: Readonly<Record<string, string>> = {
  hash: "decode(repeat('00', 32), 'hex')",
  prev_hash: "decode(repeat('00', 32), 'hex')",
  payload_digest: "decode(repeat('00', 32), 'hex')",
  input_digest: "decode(repeat('00', 32), 'hex')",
  level: "'ntm'",
  verdict: "'met'",
  criterion_code: "'1'",
  applicable: 'true',
  stage: "'entering'",
  state: "'judged'",
  words: "'nói'",
  version: '1',
  kind: "'document'",
  issuer: "'UBND'",
  document_number: "'1'",
  scan: "'none'",
  reason: "'đã xem'",
};

function sampleValue(
  table: string,
  column: { name: string; type: string; nullable: string },
  unit: number,
): string {
  if (column.name === 'unit_id') return String(unit);
  if (table === 'verdicts' && column.name === 'applicable') return '1';
  if (table === 'set_drafts' && column.name === 'state') return "'draft'";
  const known = VALUES[column.name];
  if (known) return known;
  if (column.nullable === 'YES') return 'null';
  if (column.type.endsWith('[]')) return "'{}'";
  if (/int|numeric/.test(column.type)) return column.name === 'seq' ? '999' : '0';
  if (column.type === 'boolean') return 'false';
  if (column.type === 'bytea') return "'\\x00'";
  if (column.type === 'uuid') return 'gen_random_uuid()';
  if (column.type === 'jsonb') return "'{}'";
  if (/time|date/.test(column.type)) return "'2020-12-31'";
  return "'x'";
}

/** Runs as the application with a context; `undefined` leaves it unset. Always rolled back. */
async function inContext<T>(units: string | undefined, work: () => Promise<T>): Promise<T> {
  await app.query('begin');
  try {
    if (units !== undefined) await app.query(`set local app.units = '${units}'`);
    return await work();
  } finally {
    await app.query('rollback');
  }
}

async function refused(sql: string): Promise<string> {
  try {
    const result = await app.query(sql);
    return `touched ${result.rowCount}`;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? 'no code') : String(error);
  }
}

const NOT_ALLOWED = '42501';

describe('the application role meets the policies on every fact table', () => {
  test('the catalogue names fact tables', () => {
    expect(tables.length).toBeGreaterThanOrEqual(12);
    expect(own).not.toBe(foreign);
  });

  test('with its own unit it sees that unit only', async () => {
    for (const table of tables) {
      const seen = await inContext(String(own), () => app.query(`select distinct unit_id from ${table}`));
      expect([table, seen.rows]).toEqual([table, [{ unit_id: own }]]);
    }
  });

  test.each([
    ['a foreign unit', () => String(foreign)],
    ['an empty context', () => ''],
    ['no context', () => undefined],
  ])('with %s it does not see, change or remove the rows', async (_name, context) => {
    for (const table of tables) {
      const seen = await inContext(context(), () =>
        app.query(`select 1 from ${table} where unit_id = ${own}`),
      );
      expect([table, seen.rowCount]).toEqual([table, 0]);
      const update = await inContext(context(), () =>
        refused(`update ${table} set unit_id = unit_id where unit_id = ${own}`),
      );
      expect([table, ['touched 0', NOT_ALLOWED].includes(update)]).toEqual([table, true]);
      const remove = await inContext(context(), () => refused(`delete from ${table} where unit_id = ${own}`));
      expect([table, remove]).toEqual([table, NOT_ALLOWED]);
    }
  });

  test.each([
    ['a foreign unit', () => String(foreign)],
    ['an empty context', () => ''],
    ['no context', () => undefined],
  ])('with %s it cannot write a row of that unit', async (_name, context) => {
    for (const table of tables) {
      const row = await anyRow(table, own);
      const insert = await inContext(context(), () => refused(`insert into ${table} ${row}`));
      expect([table, insert]).toEqual([table, NOT_ALLOWED]);
    }
  });

  test('with its own unit it cannot move a row to another unit', async () => {
    for (const table of tables) {
      const moved = await inContext(String(own), () =>
        refused(`update ${table} set unit_id = ${foreign} where unit_id = ${own}`),
      );
      expect([table, moved]).toEqual([table, NOT_ALLOWED]);
    }
  });

  test('a context that is not a list of integers is an error, not a way in', async () => {
    const found = await inContext('1); select 1; --', () => refused('select 1 from readings'));
    expect(found).toBe('22P02');
  });
});
