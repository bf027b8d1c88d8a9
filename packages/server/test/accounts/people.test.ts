// Who is given what: by whom, for how long, and who may touch whom.
import type { Principal } from '@vungbuoc/programme/principals';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp } from '../app.ts';
import type { TestHouse } from '../database.ts';
import { openTwoProvinces, PLACES, personWith } from '../rights/two-provinces.ts';
import { openBrowser } from './browser.ts';

let house: TestHouse;
let district: Principal;
let province: Principal;
beforeAll(async () => {
  house = await openTwoProvinces();
  district = await personWith(house, { role: 'administrator', at: PLACES.district });
  province = await personWith(house, { role: 'administrator', at: PLACES.province });
});
afterAll(() => house.close());

const as = (principal: Principal) => openBrowser(makeTestApp(house, { principal }));
const command = (principal: Principal, name: string, input: object) =>
  as(principal).post(`/api/commands/${name}/${crypto.randomUUID()}`, input);

const grantAt = (unit: string, more: object = {}) => ({
  role: 'communeOfficial',
  programme: null,
  unit,
  office: null,
  from: '2026-01-01',
  to: null,
  document: null,
  ...more,
});

let count = 0;
async function invite(principal: Principal, unit: string, more: object = {}) {
  const username = `nguoi-${++count}`;
  const reply = await command(principal, 'people.invite', {
    person: { name: `Lò Văn ${count}`, username, email: null, phone: null, office: 'UBND xã' },
    grant: grantAt(unit, more),
    link: null,
  });
  return { ...reply, username, person: reply.body.person as number };
}

interface Listed {
  readonly username: string;
  readonly state: string;
  readonly grants: readonly { readonly grant: number; readonly role: string; readonly to: string | null }[];
}

async function find(principal: Principal, username: string): Promise<Listed | undefined> {
  const { body } = await as(principal).get(`/api/people?search=${username}`);
  return (body.people as Listed[]).find((one) => one.username === username);
}

describe('the administrator of a district', () => {
  test('invites for a commune of the district, and for no other', async () => {
    expect((await invite(district, PLACES.commune)).status).toBe(200);
    expect(await invite(district, PLACES.sisterCommune)).toMatchObject({ status: 404 });
    expect(await invite(district, PLACES.province)).toMatchObject({ status: 404 });
  });

  test('sees the people of the district, found without tone marks, and nobody beside', async () => {
    const own = await invite(district, PLACES.commune);
    const other = await invite(province, PLACES.sisterCommune);
    expect(await find(district, own.username)).toMatchObject({ state: 'invited' });
    expect(await find(district, other.username)).toBeUndefined();
    const { body } = await as(district).get('/api/people?search=lo%20van');
    expect((body.people as Listed[]).length).toBeGreaterThan(1);
  });

  test('cannot make a link for, or shut out, who also works for the province', async () => {
    const { person, username } = await invite(district, PLACES.commune);
    await command(province, 'grants.give', {
      person,
      grant: grantAt(PLACES.province, { role: 'coordination' }),
    });
    const asked = { unit: PLACES.commune, person };
    for (const [name, input] of [
      ['people.link', { ...asked, digest: 'a'.repeat(64) }],
      ['people.shut', { ...asked, out: true }],
    ] as const) {
      expect((await command(district, name, input)).body).toMatchObject({ code: 'person.beyond' });
      expect((await command(province, name, input)).status).toBe(200);
    }
    expect(await find(province, username)).toMatchObject({ state: 'out' });
  });

  test('is not told who else there is', async () => {
    const { person } = await invite(province, PLACES.sisterCommune);
    const known = await command(district, 'people.shut', { unit: PLACES.commune, person, out: true });
    const unknown = await command(district, 'people.shut', {
      unit: PLACES.commune,
      person: 999_999,
      out: true,
    });
    expect(known.body).toEqual(unknown.body);
  });

  test('cannot shut out themselves', async () => {
    const self = await command(district, 'people.shut', {
      unit: PLACES.commune,
      person: district.personId,
      out: true,
    });
    expect(self.body).toMatchObject({ code: 'person.self' });
  });
});

describe('a grant', () => {
  test('ends on a day, and stays on record with who it was for', async () => {
    const { person, username } = await invite(district, PLACES.commune);
    const before = await find(district, username);
    const grant = before?.grants[0]?.grant;
    const end = (lastDay: string) =>
      command(district, 'grants.end', { unit: PLACES.commune, grant, lastDay });
    expect((await end('2026-02-01')).body).toEqual({ person });
    expect((await find(district, username))?.grants).toMatchObject([{ grant, to: '2026-02-01' }]);
    // a later day does not bring it back
    await end('2027-01-01');
    expect((await find(district, username))?.grants).toMatchObject([{ grant, to: '2026-02-01' }]);
  });

  test('cannot be ended through another unit', async () => {
    const { username } = await invite(district, PLACES.commune);
    const grant = (await find(district, username))?.grants[0]?.grant;
    const wrong = await command(district, 'grants.end', {
      unit: PLACES.neighbour,
      grant,
      lastDay: '2026-02-01',
    });
    expect(wrong.body).toMatchObject({ code: 'grant.not-found' });
  });

  test.each([
    ['a last day before the first', { to: '2025-12-31' }, 'grant.ends-before'],
    ['a department without its office', { role: 'reviewer' }, 'grant.needs-office'],
    ['a programme that does not exist', { programme: 'khong-co' }, 'programme.not-found'],
  ])('with %s is refused in words', async (_name, more, code) => {
    expect((await invite(district, PLACES.commune, more)).body).toMatchObject({ code });
  });

  test('and its person: a name to sign in by belongs to one', async () => {
    const { username } = await invite(district, PLACES.commune);
    const again = await command(district, 'people.invite', {
      person: { name: 'Lò Văn Khác', username, email: null, phone: null, office: 'UBND xã' },
      grant: grantAt(PLACES.commune),
      link: null,
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'person.username-taken' } });
  });
});
