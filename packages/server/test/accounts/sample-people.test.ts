// The made-up people of the sample: one for each role, and gone as soon as there is a programme of anybody's own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoundBinding } from '../../src/commands/open-round.ts';
import { foundProgrammeBinding } from '../../src/commands/reference-data.ts';
import { runCommand } from '../../src/commands/run.ts';
import { makeTestApp, type TestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import { openBrowser } from './browser.ts';

let house: TestHouse;
let app: TestApp;
beforeAll(async () => {
  house = await openTestHouse('sample', new Date());
  app = makeTestApp(house, { principal: null });
});
afterAll(() => house.close());

async function people(): Promise<{ person: number; name: string; role: string }[]> {
  const { body } = await openBrowser(app).get('/api/account/ways');
  return body.sample as { person: number; name: string; role: string }[];
}

async function enter(role: string) {
  const browser = openBrowser(app);
  const found = (await people()).find((one) => one.role === role);
  const reply = await browser.post('/api/account/sample', { person: found?.person ?? 0 });
  return { browser, status: reply.status };
}

describe('somebody who only wants to look', () => {
  test('is offered one person of each role, each named as made up', async () => {
    const offered = await people();
    expect(offered.map(({ role }) => role)).toEqual([
      'communeOfficial',
      'villageHead',
      'communeLeader',
      'supplier',
      'coordination',
      'fatherlandFront',
      'councilMember',
      'chair',
      'clerk',
      'administrator',
      'auditor',
    ]);
    expect(offered.every(({ name }) => name.includes('người mẫu'))).toBe(true);
  });

  test('sees as the commune official the own commune, and no sister commune', async () => {
    const { browser, status } = await enter('communeOfficial');
    expect(status).toBe(200);
    const own = await browser.get('/api/board?round=2020-nam');
    expect(own.body).toMatchObject({ under: { name: 'Nậm Manh' } });
    expect((await browser.get('/api/board?round=2020-nam&under=03472')).body).toMatchObject({
      code: 'unit.not-found',
    });
    expect((await browser.get('/api/board?round=2020-nam&under=112')).status).toBe(404);
  });

  test('cannot become a real person, nor somebody who does not exist', async () => {
    for (const person of [1, 999_999]) {
      const reply = await openBrowser(app).post('/api/account/sample', { person });
      expect(reply.body).toMatchObject({ code: 'sign-in.no-sample' });
    }
  });

  test('finds nobody there once an office has its own round, and is signed out', async () => {
    const { browser } = await enter('coordination');
    expect((await browser.get('/api/me')).body).toMatchObject({ sample: true });
    const run = <I, S, C, R>(binding: Parameters<typeof runCommand<I, S, C, R>>[1], input: I) =>
      runCommand(house.workshop, binding, {
        principal: house.principal,
        commandId: crypto.randomUUID(),
        input,
      });
    await run(foundProgrammeBinding, {
      code: 'that',
      nameVi: 'Chương trình thật',
      nameEn: 'Real programme',
      home: '12@2026-01-01',
      members: { communesOn: '2026-01-01', withTowns: false },
    });
    await run(openRoundBinding, {
      programme: 'that',
      host: '12@2026-01-01',
      code: '2026-nam',
      kind: 'year',
      year: 2026,
      period: 1,
      asOf: '2026-12-31',
      geographyOn: '2026-01-01',
      sets: [],
      criterionCodes: ['1'],
      deadlines: {},
    });
    expect((await browser.get('/api/me')).status).toBe(401);
    expect(await people()).toEqual([]);
  });
});
