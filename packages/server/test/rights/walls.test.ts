// Two walls, each tried with the other one down: the question of rights, and row-level security.
import type { Principal } from '@vungbuoc/programme/principals';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp } from '../app.ts';
import { openOwner, type TestHouse } from '../database.ts';
import { REQUESTS, send } from './requests.ts';
import { openTwoProvinces, PLACES, personWith, withoutQuestion } from './two-provinces.ts';

let house: TestHouse;
let official: Principal;
beforeAll(async () => {
  house = await openTwoProvinces();
  official = await personWith(house, { role: 'coordination', at: PLACES.district });
  for (const unit of [PLACES.commune, PLACES.foreignCommune])
    await saveAs(house, house.principal, unit, '73.771');
});
afterAll(() => house.close());

async function saveAs(where: TestHouse, principal: Principal, unit: string, numerator: string) {
  const app = makeTestApp(where, { principal });
  const reply = await app.request(`http://localhost/api/commands/readings.save/${crypto.randomUUID()}`, {
    method: 'POST',
    headers: { host: 'localhost' },
    body: JSON.stringify({
      unit,
      round: '2024-nam',
      entries: [{ figure: FIGURE, numerator, denominator: null, applicable: true, note: null, bare: false }],
      official: true,
      knownOn: '2025-01-01',
      source: null,
      confirmed: null,
      base: null,
    }),
  });
  return { status: reply.status, body: (await reply.json()) as { code?: string } };
}

/** Income a head, in millions of đồng: a count that stands alone. */
const FIGURE = 'xa2021.10.1';

/** All events and readings there are, as the superuser counts them. */
async function countAll(): Promise<unknown> {
  const owner = await openOwner(house);
  const { rows } = await owner.query(
    'select (select count(*) from events) as events, (select count(*) from reading_revisions) as revisions',
  );
  await owner.end();
  return rows[0];
}

describe('when the question of rights says yes to everything', () => {
  test('row-level security alone shows no figure beyond the grants', async () => {
    const open = withoutQuestion(house);
    const figures = async (unit: string) => {
      const app = makeTestApp(open, { principal: official });
      const path = `/api/units/${unit}/criteria/10?under=${unit}&round=2024-nam`;
      const reply = await app.request(`http://localhost${path}`, { headers: { host: 'localhost' } });
      return [reply.status, (await reply.text()).includes('73.771')];
    };
    expect(await figures(PLACES.commune)).toEqual([200, true]);
    expect(await figures(PLACES.foreignCommune)).toEqual([200, false]);
  });

  test('row-level security alone lets nothing be written beyond the grants', async () => {
    const open = withoutQuestion(house);
    const before = await countAll();
    for (const unit of [PLACES.sisterCommune, PLACES.foreignCommune]) {
      expect(await saveAs(open, official, unit, '80')).toMatchObject({
        status: 404,
        body: { code: 'right.missing' },
      });
    }
    expect(await countAll()).toEqual(before);
    expect(await saveAs(open, official, PLACES.commune, '80.5')).toMatchObject({ status: 200 });
  });

  test('who holds no grant in force reaches nothing at all', async () => {
    const open = withoutQuestion(house);
    const [grant] = official.grants;
    if (!grant) throw new Error('the official has a grant');
    const past = { ...official, grants: [{ ...grant, to: '2025-12-31' }] };
    expect((await saveAs(open, past, PLACES.commune, '81')).status).toBe(404);
  });
});

describe('when row-level security is off', () => {
  const TABLES = `select relname from pg_class where relrowsecurity and relkind in ('r', 'p')`;
  const turn = async (how: 'disable' | 'enable', tables: readonly string[]): Promise<void> => {
    const owner = await openOwner(house);
    for (const table of tables) await owner.query(`alter table ${table} ${how} row level security`);
    await owner.end();
  };
  let tables: string[] = [];
  beforeAll(async () => {
    const owner = await openOwner(house);
    tables = (await owner.query<{ relname: string }>(TABLES)).rows.map((row) => row.relname);
    await owner.end();
    await turn('disable', tables);
  });
  afterAll(() => turn('enable', tables));

  test.each(Object.keys(REQUESTS))('the question alone refuses %s in another province', async (name) => {
    const before = await countAll();
    const aim = { under: PLACES.foreignDistrict, unit: PLACES.foreignCommune };
    const reply = await send(makeTestApp(house, { principal: official }), name, aim);
    expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([404, 'unit.not-found']);
    expect(await countAll()).toEqual(before);
  });
});
