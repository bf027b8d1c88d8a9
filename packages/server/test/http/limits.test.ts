// Whoever asks too often, too deep or too long is told so in words, and nobody else waits for it.
import type { Principal } from '@vungbuoc/programme/principals';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asProblem } from '../../src/commands/run.ts';
import { readConfig } from '../../src/config.ts';
import { makeTestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let now = new Date('2026-03-02T03:00:00Z');
beforeAll(async () => {
  house = await openTestHouse('sample');
});
afterAll(() => house.close());

const GENEROUS = { most: 1000, perSecond: 1000 };
const personOf = (personId: number): Principal => ({
  kind: 'person',
  personId,
  name: 'Người thử',
  office: 'UBND xã',
  grants: [],
});

function openDoor(principal: Principal, most: { person?: number; address?: number }) {
  const rate = (bucket: number | undefined) =>
    bucket === undefined ? GENEROUS : { most: bucket, perSecond: 0.5 };
  const limits = { person: rate(most.person), address: rate(most.address), lines: 1 };
  const workshop = { ...house.workshop, clock: () => now };
  const door = { principal, workshop, limits, behindProxy: true };
  return (address: string, path = '/api/me') => {
    const app = doors.get(most) ?? makeTestApp(house, door);
    doors.set(most, app);
    return app.request(`http://localhost${path}`, {
      headers: { host: 'localhost', 'x-forwarded-for': address },
    });
  };
}
const doors = new WeakMap<object, ReturnType<typeof makeTestApp>>();

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  makeTestApp(house).request(`http://localhost${path}`, {
    method: 'POST',
    body,
    headers: { host: 'localhost', ...headers },
  });
const SAVE = '/api/commands/readings.save/00000000-0000-4000-8000-000000000001';

describe('somebody asks too often', () => {
  test('a person is told how long to wait, in words and by Retry-After, and is heard afterwards', async () => {
    const ask = openDoor(personOf(71), { person: 3 });
    const statuses: number[] = [];
    for (let time = 0; time < 3; time++) statuses.push((await ask('203.0.113.1')).status);
    expect(statuses).not.toContain(429);
    const refused = await ask('203.0.113.2');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({
      code: 'request.too-many',
      title: 'Gửi quá nhiều yêu cầu trong thời gian ngắn. Chờ 2 giây rồi làm tiếp; những gì đã lưu vẫn còn.',
    });
    now = new Date(now.getTime() + 2_000);
    expect((await ask('203.0.113.1')).status).not.toBe(429);
  });

  test('an address is told before anybody looks who asks; another address and the machine itself are heard', async () => {
    const ask = openDoor(personOf(72), { address: 2 });
    await ask('203.0.113.7', '/api/nothing');
    await ask('203.0.113.7', '/api/nothing');
    expect((await ask('203.0.113.7', '/api/nothing')).status).toBe(429);
    expect((await ask('203.0.113.8', '/api/nothing')).status).toBe(404);
    for (let time = 0; time < 5; time++) expect((await ask('127.0.0.1', '/api/nothing')).status).toBe(404);
  });

  test('a clock that is set back fills no bucket', async () => {
    const ask = openDoor(personOf(73), { person: 1 });
    await ask('203.0.113.1');
    now = new Date(now.getTime() - 3_600_000);
    expect((await ask('203.0.113.1')).status).toBe(429);
  });

  test('limits hold where others can come, and not on a machine of its own', () => {
    expect(readConfig({}).limited).toBe(false);
    expect(readConfig({ VB_URL: 'https://ntm.example.gov.vn' }).limited).toBe(true);
    expect(readConfig({ VB_URL: 'https://ntm.example.gov.vn', VB_LIMITS: 'no' }).limited).toBe(false);
  });
});

describe('somebody sends too much', () => {
  test.each(['[', '{"a":'])('a body nested a hundred thousand deep is refused in words: %s', async (open) => {
    const close = open === '[' ? ']' : '}';
    const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
    const reply = await post(SAVE, deep);
    expect([reply.status, await reply.json()]).toMatchObject([400, { code: 'input.too-deep' }]);
  });

  test('a body that does not say its length is not read', async () => {
    const reply = await post(SAVE, '{}', { 'transfer-encoding': 'chunked' });
    expect([reply.status, await reply.json()]).toMatchObject([411, { code: 'input.no-length' }]);
  });

  test('a statement that works too long is stopped, and the words say that nothing changed', async () => {
    const { rows } = await sql<{ setting: string }>`select setting from pg_settings where name in
      ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`.execute(
      house.workshop.database.kysely,
    );
    expect(rows.map(({ setting }) => setting)).toEqual(['120000', '30000', '60000']);
    const stopped = house.workshop.database.pool
      .query("set statement_timeout = 20; select pg_sleep(30); set statement_timeout = '60s'")
      .catch(asProblem);
    expect(await stopped).toMatchObject({ problems: [{ code: 'storage.too-long' }] });
  });
});

describe('people reach the pages over TLS', () => {
  test('a browser is told to come over TLS only, and on a machine without TLS it is not', async () => {
    const ask = (isOverTls: boolean) =>
      makeTestApp(house, { isOverTls }).request('http://localhost/api/me', {
        headers: { host: 'localhost' },
      });
    expect((await ask(true)).headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await ask(false)).headers.has('strict-transport-security')).toBe(false);
  });
});
