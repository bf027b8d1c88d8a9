// Facts are read by their unit's index, however small a table is or what the planner believes of it.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readUnits } from '../../src/storage/context.ts';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse('sample');
  // Now the planner knows that these tables are small, and would rather read them whole.
  const owner = await openOwner(house);
  await owner.query('analyze');
  await owner.end();
});
afterAll(() => house.close());

// In a filter the policy reads its list of units anew for every row: a second for the nation's verdicts.
test.each(['readings', 'verdicts', 'declared_results', 'unit_columns'])('%s', async (table) => {
  const plan = await readUnits(house.workshop.database, [1, 2, 3], async (transaction) => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select * from ${sql.table(table)}
      where unit_id = any('{1,2,3}'::int[]) and round_id = 1`.execute(transaction);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/Index Cond: .*app\.units/);
  expect(plan).not.toContain('Seq Scan');
});
