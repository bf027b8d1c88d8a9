// Open boards hear what moved: in their own places only, from where they left off, and no longer than they may.
import type { Principal } from '@vungbuoc/programme/principals';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveReadingsBinding } from '../../src/commands/readings.ts';
import { runCommand } from '../../src/commands/run.ts';
import { LIMITS } from '../../src/http/limits.ts';
import { connect } from '../../src/storage/connect.ts';
import { makeTestApp } from '../app.ts';
import type { TestHouse } from '../database.ts';
import { openTwoProvinces, PLACES, personWith } from '../rights/two-provinces.ts';

let house: TestHouse;
let coordination: Principal;
beforeAll(async () => {
  house = await openTwoProvinces();
  coordination = await personWith(house, { role: 'coordination', at: PLACES.district, office: 'so-y-te' });
});
afterAll(() => house.close());

interface Told {
  readonly id: string | null;
  readonly event: string;
  readonly data: unknown;
}

let turn = 0;
async function save(code: string, workshop = house.workshop): Promise<void> {
  turn += 1;
  const numerator = String(turn % 2);
  const entry = {
    figure: 'xa2021.3.2',
    numerator,
    denominator: null,
    applicable: true,
    note: null,
    bare: false,
  };
  const input = {
    unit: `${code}@2024-12-31`,
    round: '2024-nam',
    entries: [entry],
    official: true,
    knownOn: '2025-01-01',
    source: `thử ${turn}`,
    confirmed: null,
    base: null,
  };
  const given = { principal: house.principal, commandId: crypto.randomUUID(), input };
  await runCommand(workshop, saveReadingsBinding, given);
}

async function ask(query: string, principal: Principal = coordination, headers: Record<string, string> = {}) {
  const app = makeTestApp(house, { principal });
  return app.request(`http://localhost/api/changes?round=2024-nam&${query}`, {
    headers: { host: 'localhost', ...headers },
  });
}

/** An open line: each call waits for the next word that is not a heartbeat. */
async function listen(
  query: string,
  principal: Principal = coordination,
  headers: Record<string, string> = {},
) {
  const reply = await ask(query, principal, headers);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  const reader = reply.body?.getReader();
  if (!reader) throw new Error('no body');
  const decoder = new TextDecoder();
  return {
    async next(): Promise<Told | null> {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return null;
        const text = decoder.decode(value);
        if (!text.startsWith(':')) return toldOf(text);
      }
    },
    close: () => reader.cancel(),
  };
}

function toldOf(text: string): Told {
  const part = (name: string): string | null => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? null;
  return { id: part('id'), event: part('event') ?? '', data: JSON.parse(part('data') ?? 'null') };
}

describe('an officer has a board open', () => {
  test('a save in a commune of the board is told, with its code and nothing of what was written', async () => {
    const line = await listen(`under=${PLACES.district}`);
    expect(await line.next()).toMatchObject({ event: 'here', data: {} });
    const heard = line.next();
    await save(PLACES.commune);
    expect(await heard).toMatchObject({ event: 'changed', data: { units: [PLACES.commune] } });
    await line.close();
  });

  test('a save elsewhere is not heard: the next word is of the own commune alone', async () => {
    const line = await listen(`under=${PLACES.district}`);
    await line.next();
    const heard = line.next();
    await save(PLACES.foreignCommune);
    await save(PLACES.sisterCommune);
    await save(PLACES.neighbour);
    expect(await heard).toMatchObject({ event: 'changed', data: { units: [PLACES.neighbour] } });
    await line.close();
  });

  test('where every question of rights is answered yes, the reach of the database still hears no foreign unit', async () => {
    const open = { ...house, workshop: { ...house.workshop, may: () => true } };
    const reply = await makeTestApp(open, { principal: coordination }).request(
      'http://localhost/api/changes?round=2024-nam&under=00',
      { headers: { host: 'localhost' } },
    );
    const reader = reply.body?.getReader();
    await reader?.read();
    const heard = reader?.read();
    await save(PLACES.foreignCommune);
    await save(PLACES.commune);
    const text = new TextDecoder().decode((await heard)?.value);
    expect(toldOf(text)).toMatchObject({ event: 'changed', data: { units: [PLACES.commune] } });
    await reader?.cancel();
  });

  test('a line that broke goes on from the last word: silent where nothing moved, else it says so first', async () => {
    const first = await listen(`under=${PLACES.district}`);
    const here = await first.next();
    await first.close();
    const again = await listen(`under=${PLACES.district}`, coordination, { 'last-event-id': here?.id ?? '' });
    const heard = again.next();
    await save(PLACES.commune);
    expect(await heard).toMatchObject({ event: 'changed', data: { units: [PLACES.commune] } });
    await again.close();
    const later = await listen(`under=${PLACES.district}&since=${here?.id}`);
    expect(await later.next()).toMatchObject({ event: 'changed', data: { units: null } });
    await later.close();
  });

  test('what another process wrote is heard too', async () => {
    const line = await listen(`under=${PLACES.district}`);
    await line.next();
    const heard = line.next();
    const database = connect({ url: house.appUrl });
    await save(PLACES.commune, { ...house.workshop, database });
    expect(await heard).toMatchObject({ event: 'changed', data: { units: [PLACES.commune] } });
    await line.close();
    await database.close();
  });

  test('whoever lost the right while listening hears that it is over, and no unit', async () => {
    const own: Principal = { ...coordination, personId: 777, grants: [...coordination.grants] };
    const line = await listen(`under=${PLACES.district}`, own);
    await line.next();
    const heard = line.next();
    Object.assign(own, { grants: [] });
    await save(PLACES.commune);
    expect(await heard).toMatchObject({ event: 'ended', data: {} });
    expect(await line.next()).toBeNull();
  });

  test('the twenty-first line of one person is refused in words, and there is room again when one closes', async () => {
    const app = makeTestApp(house, { principal: coordination, limits: LIMITS });
    const open = () =>
      app.request(`http://localhost/api/changes?round=2024-nam&under=${PLACES.district}`, {
        headers: { host: 'localhost' },
      });
    const lines = await Promise.all(Array.from({ length: 20 }, open));
    expect(lines.map((line) => line.status)).toEqual(lines.map(() => 200));
    expect(await (await open()).json()).toMatchObject({ status: 429, code: 'changes.too-many' });
    await lines[0]?.body?.cancel();
    const again = await open();
    expect(again.status).toBe(200);
    await Promise.all([...lines.slice(1), again].map((line) => line.body?.cancel()));
  });

  test('a server that stops lets every line go', async () => {
    const leaving = new AbortController();
    const app = makeTestApp(house, { principal: coordination, leaving: leaving.signal });
    const reply = await app.request(`http://localhost/api/changes?round=2024-nam&under=${PLACES.district}`, {
      headers: { host: 'localhost' },
    });
    const reader = reply.body?.getReader();
    await reader?.read();
    const rest = reader?.read();
    leaving.abort();
    expect((await rest)?.done).toBe(true);
  });
});
