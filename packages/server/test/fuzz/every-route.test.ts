// Generated requests over all routes: meant, bent and broken ones. Never a fault of ours, and no refusal that changes something.
//   VB_FUZZ=100000 vitest run packages/server/test/fuzz    (npm run soak); VB_FUZZ_SEED tries another row of requests
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/config.ts';
import { endpoints, fileRoutes } from '../../src/http/endpoints.ts';
import { verifyTrail } from '../../src/ops/verify.ts';
import { makeTestApp, type TestApp } from '../app.ts';
import { openOwner, type TestHouse } from '../database.ts';
import { type Aim, REQUESTS } from '../rights/requests.ts';
import { openTwoProvinces, PLACES } from '../rights/two-provinces.ts';
import { HOSTILE, type Schema, valuesOf } from './from-schema.ts';
import { MEANT } from './meant.ts';

const TIMES = Number(process.env.VB_FUZZ ?? 2_000);
const SEED = Number(process.env.VB_FUZZ_SEED ?? 20_261_124);

let house: TestHouse;
let owner: pg.Client;
let app: TestApp;
const faults: unknown[] = [];
beforeAll(async () => {
  house = await openTwoProvinces();
  owner = await openOwner(house);
  app = makeTestApp(house, { onFault: (fault) => faults.push(fault) });
});
afterAll(async () => {
  await owner.end();
  await house.close();
});

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Sent {
  readonly name: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

const { paths } = JSON.parse(await readFile(join(ROOT, 'docs', 'openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const names = [...endpoints, ...fileRoutes].map((one) => `${one.method.toUpperCase()} ${one.route}`);

function schemaOf(name: string): Schema | undefined {
  const [method = '', route = ''] = name.split(' ');
  const operation = paths[route.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  return operation?.requestBody?.content['application/json']?.schema;
}

const { commune, neighbour, district, merged, nowhere } = PLACES;
const communes = [`${commune}@2024-12-31`, `${neighbour}@2024-12-31`, merged];
const aims = fc.record<Aim>({
  under: fc.constantFrom(district, district, district, commune, '00', nowhere),
  unit: fc.constantFrom(...communes, ...communes, ...communes, nowhere),
});

/** Commands that can succeed come more often than those whose example is refused by its content. */
const ASKED_MORE = Array.from({ length: 3 }, () => Object.keys(MEANT)).flat();

/** Half of them as people mean them, the others bent in one place, made from the schema alone, or broken. */
const requests: fc.Arbitrary<Sent> = fc.constantFrom(...names, ...ASKED_MORE).chain((name) =>
  fc
    .record({
      aim: aims,
      n: fc.nat(1_000_000),
      id: fc.uuid(),
      form: fc.constantFrom('meant', 'meant', 'meant', 'meant', 'bent', 'bent', 'made', 'broken'),
      at: fc.nat(),
      hostile: HOSTILE,
      made: valuesOf(schemaOf(name)),
      segment: fc.webSegment(),
    })
    .map(({ aim, n, id, form, at, hostile, made, segment }) => {
      const asked = (MEANT[name] ?? REQUESTS[name])?.(aim, n);
      const own = asked?.path ?? `/api${name.split(' /api')[1]?.replaceAll(/:\w+/g, id)}`;
      const path = own.replace(/^(\/api\/commands\/[^/]+\/).*/, `$1${id}`);
      const meant = asked?.body ?? null;
      const body = { meant, bent: bend(meant, at, hostile), made, broken: hostile }[form];
      return {
        name,
        path: form === 'broken' ? `${path}${path.includes('?') ? '&' : '?'}${segment}=${n}` : path,
        headers: asked?.headers ?? {},
        body: /^(GET|HEAD)/.test(name) || body === null || body === undefined ? null : JSON.stringify(body),
      };
    }),
);

/** The same with one of its parts, however deep, replaced. */
function bend(value: unknown, at: number, by: unknown): unknown {
  const places = placesIn(value);
  const chosen = places[at % Math.max(1, places.length)];
  return chosen === undefined ? by : replaced(value, chosen, by);
}

function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => [
    [key],
    ...placesIn(own).map((rest) => [key, ...rest]),
  ]);
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return by;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  Reflect.set(copy, key, replaced(Reflect.get(value, key), rest, by));
  return copy;
}

/** For whoever runs it at length: what never succeeded, and what took longest. */
function tell({
  slowest,
  ...report
}: {
  tried: number;
  succeeded: number;
  never: string[];
  slowest: Map<string, number>;
}) {
  const slow = [...slowest].sort(([, a], [, b]) => b - a).slice(0, 10);
  process.stdout.write(`${JSON.stringify({ ...report, slowestMs: Object.fromEntries(slow) }, null, 1)}\n`);
}

async function heads(): Promise<number> {
  const { rows } = await owner.query<{ sum: number }>(
    'select (select sum(seq) from unit_heads)::int as sum where (select sum(seq) from unit_heads) = (select count(*) from events)',
  );
  return rows[0]?.sum ?? Number.NaN;
}

describe('whatever anybody sends', () => {
  test(`${TIMES} requests over all routes meet no fault of ours, and a refusal changes nothing (seed ${SEED})`, async () => {
    const succeeded = new Map<string, number>();
    const slowest = new Map<string, number>();
    let tried = 0;
    let before = await heads();
    const one = fc.asyncProperty(requests, async ({ name, path, headers, body }) => {
      tried += 1;
      const [method = ''] = name.split(' ');
      const begun = performance.now();
      const reply = await app.request(`http://localhost${path}`, {
        method,
        headers: { host: 'localhost', ...headers },
        ...(body === null ? {} : { body }),
      });
      slowest.set(name, Math.max(slowest.get(name) ?? 0, Math.round(performance.now() - begun)));
      await reply.body?.cancel();
      const after = await heads();
      expect([reply.status < 500, faults.splice(0)], `${name} answered ${reply.status}`).toEqual([true, []]);
      if (['GET', 'HEAD'].includes(method) || reply.status >= 400)
        expect(after, `${name} ${reply.status}`).toBe(before);
      before = after;
      if (reply.status < 400) succeeded.set(name, (succeeded.get(name) ?? 0) + 1);
    });
    await fc.assert(one, { numRuns: TIMES, seed: SEED, endOnFailure: TIMES > 10_000 });
    const all = [...succeeded.values()].reduce((sum, times) => sum + times, 0);
    if (TIMES > 2_000)
      tell({ tried, succeeded: all, never: names.filter((name) => !succeeded.has(name)), slowest });
    expect(all / tried).toBeGreaterThanOrEqual(0.3);
    expect(Object.keys(MEANT).filter((name) => !succeeded.has(name))).toEqual([]);
    expect(await verifyTrail(house.workshop.database)).toMatchObject({ faults: [], readingsOffTrail: 0 });
  }, 3_600_000);
});
