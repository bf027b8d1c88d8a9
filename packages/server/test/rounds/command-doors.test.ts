// The door of every command: it hears no foreign page and no half a request, and does nothing for whoever has no right.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandEndpoints } from '../../src/http/command-endpoints.ts';
import { makeTestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import { REQUESTS } from '../rights/requests.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse('sample');
});
afterAll(() => house.close());

const PATH_ID = '00000000-0000-4000-8000-000000000001';

/** Posts to a command as this principal; answers with the reply. */
function post(name: string, body: object, kind: 'office' | 'public', origin: Record<string, string> = {}) {
  const principal = kind === 'office' ? house.principal : { ...house.principal, kind };
  const app = makeTestApp(house, { principal, onFault: () => undefined });
  return app.request(`http://localhost/api/commands/${name}/${PATH_ID}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { host: 'localhost', ...origin },
  });
}

const PREFIX = 'POST /api/commands/';
const AIM = { under: '112@2020-12-31', unit: '03472@2020-12-31' };

/** What each command takes, whole: only the right is missing. */
const WHOLE: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(REQUESTS)
    .filter(([route]) => route.startsWith(PREFIX))
    .map(([route, asked]) => [route.slice(PREFIX.length).replace('/:id', ''), asked(AIM).body ?? {}]),
);

describe('the door of every command', () => {
  const names = commandEndpoints.map(({ route }) => route.split('/').at(3) ?? '');

  test('is listed here with all that it takes', () => {
    expect(Object.keys(WHOLE).sort()).toEqual([...names].sort());
  });

  test.each(names)('%s hears no foreign page and no half a request', async (name) => {
    const foreign = await post(name, WHOLE[name] ?? {}, 'office', { origin: 'http://evil.example' });
    expect(foreign.status).toBe(403);
    const half = await post(name, {}, 'office');
    expect(half.status).toBe(400);
    expect(half.headers.get('content-type')).toContain('application/problem+json');
  });

  test.each(names)('%s does nothing for the public', async (name) => {
    const reply = await post(name, WHOLE[name] ?? {}, 'public');
    expect([reply.status, await reply.json()]).toMatchObject([404, { code: 'unit.not-found' }]);
  });
});
