// Every route and command x every role x every place, against answers typed by hand in answers.txt. A new route without
// a row fails here.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Principal, ROLES } from '@vungbuoc/programme/principals';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints, fileRoutes } from '../../src/http/endpoints.ts';
import { makeTestApp } from '../app.ts';
import type { TestHouse } from '../database.ts';
import { REQUESTS, send } from './requests.ts';
import { openTwoProvinces, PLACES, personWith } from './two-provinces.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTwoProvinces();
});
afterAll(() => house.close());

/** Open to whoever asks: the ways in, and out. */
const OPEN = [
  'GET /api/account/ways',
  'POST /api/account/accept',
  'POST /api/account/sample',
  'POST /api/account/second-step',
  'POST /api/account/sign-in',
  'POST /api/account/sign-out',
];
/** About whoever asks and nobody else. */
const OF_ONESELF = [
  'GET /api/account/sessions',
  'GET /api/me',
  'POST /api/account/password',
  'POST /api/account/second-step/confirm',
  'POST /api/account/second-step/end',
  'POST /api/account/second-step/offer',
  'POST /api/account/sessions/end',
  // an upload is its sender's: whoever else asks is told what an absent one tells (evidence/upload.test.ts)
  'HEAD /api/evidence/uploads/:id',
  'PATCH /api/evidence/uploads/:id',
  'DELETE /api/evidence/uploads/:id',
  'GET /api/evidence/uploads/:id/found',
];

/** The places of a row, in the order of its letters: where the grant is, and where the request goes. */
const AIMS: readonly (readonly [granted: string, under: string, unit: string])[] = [
  // a grant over a district: itself, a commune below, the sister district, another province, a commune merged away below
  [PLACES.district, PLACES.district, PLACES.commune],
  [PLACES.district, PLACES.commune, PLACES.commune],
  [PLACES.district, PLACES.sisterDistrict, PLACES.sisterCommune],
  [PLACES.district, PLACES.foreignDistrict, PLACES.foreignCommune],
  [PLACES.district, PLACES.merged, PLACES.merged],
  // a grant on a commune: itself, the commune beside it, the district above, a commune that was merged into it
  [PLACES.commune, PLACES.commune, PLACES.commune],
  [PLACES.commune, PLACES.neighbour, PLACES.neighbour],
  [PLACES.commune, PLACES.district, PLACES.neighbour],
  [PLACES.commune, PLACES.merged, PLACES.merged],
  // a grant on the commune that was merged away: itself, and what it became
  [PLACES.merged, PLACES.merged, PLACES.merged],
  [PLACES.merged, PLACES.commune, PLACES.commune],
  // a grant on the whole nation
  ['00', PLACES.district, PLACES.commune],
];

const answers = new Map<string, Map<string, string>>();
const text = await readFile(join(import.meta.dirname, 'answers.txt'), 'utf8');
let route = '';
for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
  if (!line.startsWith(' ')) {
    route = line;
    answers.set(route, new Map());
    continue;
  }
  const [roles = '', ...letters] = line.trim().split(/\s+/);
  for (const role of roles.split(',')) answers.get(route)?.set(role, letters.join(' '));
}

const declared = [...endpoints, ...fileRoutes].map((one) => `${one.method.toUpperCase()} ${one.route}`);

describe('every route and command', () => {
  test('has a request and a row for every role, and nothing else has', () => {
    const asked = declared.filter((one) => ![...OPEN, ...OF_ONESELF].includes(one)).sort();
    expect(Object.keys(REQUESTS).sort()).toEqual(asked);
    expect([...answers.keys()].sort()).toEqual(asked);
    for (const [one, rows] of answers)
      expect([one, [...rows.keys()].sort()]).toEqual([one, [...ROLES].sort()]);
  });

  test.each(declared)('%s is open to nobody who has not signed in, but for the ways in', async (name) => {
    const app = makeTestApp(house, { principal: null, onFault: () => undefined });
    const [method = '', path = ''] = name.split(' ');
    const address = `http://localhost${path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000001')}`;
    const reply = await app.request(address, { method, headers: { host: 'localhost' } });
    // the answer to a HEAD has no words
    if (method === 'HEAD') return expect(reply.status).toBe(401);
    const { code } = reply.status < 400 ? { code: 'none' } : ((await reply.json()) as { code: string });
    return expect(code === 'sign-in.needed').toBe(!OPEN.includes(name));
  });

  test.each(Object.keys(REQUESTS))('%s', async (name) => {
    const found: Record<string, string> = {};
    for (const role of ROLES) {
      const letters: string[] = [];
      for (const aim of AIMS) letters.push(await letterOf(name, await principalOf(role, aim[0]), aim));
      found[role] = [letters.slice(0, 5), letters.slice(5, 9), letters.slice(9, 11), letters.slice(11)]
        .map((group) => group.join(''))
        .join(' ');
    }
    expect(found).toEqual(Object.fromEntries(answers.get(name) ?? []));
  });
});

const principals = new Map<string, Principal>();

async function principalOf(role: (typeof ROLES)[number], at: string): Promise<Principal> {
  const known = principals.get(`${role} ${at}`) ?? (await personWith(house, { role, at, office: 'so-y-te' }));
  principals.set(`${role} ${at}`, known);
  return known;
}

/** y: let in, whatever comes of it. x: told that it may not. -: word for word what an absent unit would get. */
async function letterOf(name: string, principal: Principal, [, under, unit]: (typeof AIMS)[number]) {
  const app = makeTestApp(house, { principal, onFault: () => undefined });
  const reply = await send(app, name, { under, unit });
  if (reply.status === 500) throw new Error(`${name} at ${under}: ${await reply.text()}`);
  if (reply.status !== 404) return 'y';
  const said = await reply.text();
  const { code } = JSON.parse(said) as { code: string };
  if (code === 'right.missing') return 'x';
  if (code !== 'unit.not-found') return 'y';
  // commands of the nation name no unit: what they say of it is the same whoever asks
  if (said.includes('mã 00 ')) return '-';
  const absent = await send(app, name, { under: elsewhere(under), unit: elsewhere(unit) });
  const code404 = codeOf(isOfUnit(name) ? unit : under);
  expect(said).toBe((await absent.text()).replaceAll(PLACES.nowhere, code404));
  return '-';
}

/** Whether a request is aimed at the commune and not at the place above it. */
function isOfUnit(name: string): boolean {
  const aimed = (unit: string) => JSON.stringify(REQUESTS[name]?.({ under: 'U', unit }));
  return aimed('X') !== aimed('Y');
}

function codeOf(unit: string): string {
  return unit.split('@')[0] ?? unit;
}

/** The same name with a code that nobody has. */
function elsewhere(unit: string): string {
  return unit.replace(/^\d+/, PLACES.nowhere);
}
