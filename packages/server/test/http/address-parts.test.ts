// What is sent and cannot be used is refused in words: a misspelt part of an address, and what no column can hold.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let app: TestApp;
const faults: unknown[] = [];
beforeAll(async () => {
  house = await openTestHouse('sample');
  app = makeTestApp(house, { onFault: (fault) => faults.push(fault) });
});
afterAll(() => house.close());

const get = (path: string) => app.request(`http://localhost${path}`, { headers: { host: 'localhost' } });

interface Refusal {
  readonly errors: readonly { code: string; path: string; vi: string; en: string }[];
}

const ENTRY = {
  figure: 'xa2016.9.2',
  numerator: '1',
  denominator: '486',
  applicable: true,
  note: null,
  bare: false,
};
const SAVED = {
  unit: '03474@2020-12-31',
  round: '2020-nam',
  entries: [ENTRY],
  official: true,
  knownOn: '2021-02-01',
  source: 'báo cáo',
  confirmed: null,
  base: null,
};

const save = (body: object) =>
  app.request('http://localhost/api/commands/readings.save/00000000-0000-4000-8000-000000000009', {
    method: 'POST',
    headers: { host: 'localhost' },
    body: JSON.stringify(body),
  });

describe('an official misspells a part of an address', () => {
  test.each([
    ['/api/board?as-of=2020-12-31', 'query/as-of', 'under, round, set, geography, asOf'],
    ['/api/board?round=2020-nam&foo=1', 'query/foo', 'under, round, set, geography, asOf'],
    ['/api/me?who=1', 'query/who', '–'],
    ['/api/rounds?place=112', 'query/place', 'under'],
    ['/api/board.xlsx?ngay=1', 'query/ngay', 'under, round, set, geography, asOf, lang, units'],
    ['/api/readings/template.xlsx?year=2020', 'query/year', 'under, round, set'],
  ])('%s is refused with the parts that are known', async (path, place, known) => {
    const reply = await get(path);
    expect(reply.status).toBe(400);
    const { errors } = (await reply.json()) as Refusal;
    expect(errors.map((error) => [error.code, error.path])).toEqual([['input.unknown', place]]);
    expect(errors[0]?.vi).toContain(known);
    expect(errors[0]?.en).toContain(known);
  });

  test('it comes together with all other faults, and a part given twice is one', async () => {
    const { errors } = (await (await get('/api/board?asOf=x&as-of=y&round=a-b&round=c-d')).json()) as Refusal;
    const told = errors.map((error) => `${error.code} ${error.path}`).sort();
    expect(told).toEqual(['input.twice query/round', 'input.unknown query/as-of', 'input.wrong query/asOf']);
  });
});

describe('a misspelt part of what is sent is refused with its place, however deep, and nothing is written', () => {
  test.each([
    ['on top', { offical: false }, ['body/offical']],
    ['in a figure', { entries: [{ ...ENTRY, aplicable: false }] }, ['body/entries/0/aplicable']],
    [
      'in several places',
      { who: 1, entries: [ENTRY, { ...ENTRY, x: null, ['__proto__']: 1 }] },
      ['body/entries/1/__proto__', 'body/entries/1/x', 'body/who'],
    ],
  ])('%s', async (_name, wrong, places) => {
    const reply = await save({ ...SAVED, ...wrong });
    expect(reply.status).toBe(400);
    const { errors } = (await reply.json()) as Refusal;
    expect(errors.map((error) => `${error.code} ${error.path}`).sort()).toEqual(
      places.map((place) => `input.unread ${place}`),
    );
    expect(errors[0]?.vi).toContain('có thể viết sai tên');
  });

  test('a thousand of them are not all told', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`la-${at}`, at]));
    const { errors } = (await (await save({ ...SAVED, ...many })).json()) as Refusal;
    expect(errors).toHaveLength(50);
  });
});

test('a text that the database cannot hold is refused as such, and nothing is written', async () => {
  const reply = await save({ ...SAVED, source: 'báo cáo\u0000' });
  expect(reply.status).toBe(422);
  expect(await reply.json()).toMatchObject({ code: 'storage.unfit' });
  expect(faults).toEqual([]);
});
