// Two hundred clients at once over HTTP: officers on the same communes, and files that cross all of them in opposite orders.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyTrail } from '../../src/ops/verify.ts';
import { makeTestApp } from '../app.ts';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';

const UNITS = ['03460', '03472', '03473', '03474', '03475', '03481', '03484', '03488', '03502', '03503'];
const DAY = '2020-12-31';
let house: TestHouse;
let server: ReturnType<typeof serve>;
let url = '';

beforeAll(async () => {
  house = await openTestHouse('sample');
  server = serve({
    fetch: makeTestApp(house, { hosts: ['127.0.0.1'] }).fetch,
    hostname: '127.0.0.1',
    port: 0,
  });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the door has no port');
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  server.close();
  await house.close();
});

function save(unit: string, numerator: string): Promise<Response> {
  const entry = { figure: 'xa2016.10.1', numerator, denominator: null, applicable: true, note: null };
  const body = {
    unit: `${unit}@${DAY}`,
    round: '2020-nam',
    entries: [{ ...entry, bare: false }],
    official: true,
    knownOn: DAY,
    source: null,
    confirmed: null,
    base: null,
  };
  return fetch(`${url}/api/commands/readings.save/${randomUUID()}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
}

/** A list of one figure of every commune, its lines and its communes in the given order. */
function importList(units: readonly string[], value: number): Promise<Response> {
  const form = new FormData();
  const fields = { under: '112', round: '2020-nam', knownOn: DAY, official: 'true', dryRun: 'false' };
  for (const [name, text] of Object.entries(fields)) form.set(name, text);
  const lines = units.map((unit) => `${unit},10.1,${value}`);
  form.set('file', new File([['unit,indicator,value', ...lines].join('\n')], 'thu-nhap.csv'));
  return fetch(`${url}/api/readings/import`, { method: 'POST', body: form });
}

test('two hundred clients save at once, a fifth of them files over ten communes in opposite orders: all are answered', async () => {
  const owner = await openOwner(house);
  const count = async (): Promise<number> =>
    Number((await owner.query<{ n: string }>('select count(*) as n from events')).rows[0]?.n);
  const before = await count();
  const clients = Array.from({ length: 200 }, (_none, n) =>
    n % 5 === 0
      ? importList(n % 2 === 0 ? UNITS : UNITS.toReversed(), 100 + n)
      : save(UNITS[n % UNITS.length] ?? '', String(400 + n)),
  );
  const replies = await Promise.all(clients);
  const faults = await Promise.all(replies.filter(({ ok }) => !ok).map((reply) => reply.text()));
  expect(faults).toEqual([]);
  // every value is new to its commune: 160 saves of one event, 40 files of ten
  expect((await count()) - before).toBe(160 + 40 * UNITS.length);
  expect((await verifyTrail(house.workshop.database)).faults).toEqual([]);
  await owner.end();
});
