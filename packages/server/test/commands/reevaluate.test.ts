// Judging a round anew: from the lean list of figures it must come to the bytes that saving each figure came to.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReevaluate } from '../../src/commands/reevaluate.ts';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let owner: pg.Client;

beforeAll(async () => {
  house = await openTestHouse('sample');
  owner = await openOwner(house);
});

afterAll(async () => {
  await owner.end();
  await house.close();
});

const judgeAnew = () =>
  runReevaluate(house.workshop, {
    principal: house.principal,
    commandId: randomUUID(),
    input: { under: '112@2020-12-31', round: '2020-nam' },
  });

async function storedBytes(): Promise<unknown[]> {
  const { rows } = await owner.query(
    `select unit_id, engine, indicators, criteria, confirmed, risk, met, claimed, applicable from verdicts
     where round_id = (select id from rounds where code = '2020-nam') order by unit_id`,
  );
  return rows;
}

describe('a coordination office judges a round anew', () => {
  it('changes nothing while law, engine and figures are the same', async () => {
    expect(await judgeAnew()).toEqual({ units: 10, changed: 0 });
  });

  it('comes to the same bytes after another engine, with one event for each commune', async () => {
    const before = await storedBytes();
    await owner.query(
      'update verdicts set engine = 0, criteria = criteria || criteria, confirmed = confirmed || confirmed, risk = risk || risk',
    );
    const events = await owner.query<{ count: string }>('select count(*) from events');
    expect(await judgeAnew()).toEqual({ units: 10, changed: 10 });
    expect(await storedBytes()).toEqual(before);
    const after = await owner.query<{ count: string }>('select count(*) from events');
    expect(Number(after.rows[0]?.count) - Number(events.rows[0]?.count)).toBe(10);
  });
});
