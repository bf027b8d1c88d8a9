// Signals of photos among communes: told to those who review, with other units only as far as they may read them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../app.ts';
import type { TestHouse } from '../database.ts';
import { openTwoProvinces, PLACES, personWith } from '../rights/two-provinces.ts';
import { addFile, ask, command, photo } from './sender.ts';

const ROUND = '2024-nam';
const { commune, neighbour, foreignCommune } = PLACES;

let house: TestHouse;
let app: TestApp;
beforeAll(async () => {
  house = await openTwoProvinces();
  app = makeTestApp(house);
});
afterAll(() => house.close());

const appOf = async (role: Parameters<typeof personWith>[1]['role'], at: string, office?: string) =>
  makeTestApp(house, { principal: await personWith(house, { role, at, ...(office ? { office } : {}) }) });

interface Signal {
  readonly signal: string;
  readonly kind: string;
  readonly code: string;
  readonly why: { vi: string; en: string };
  readonly elsewhere: { unit: string; name: string } | null;
  readonly dismissed: { reason: string; on: string } | null;
}

async function signalsOf(unit: string, by: TestApp = app): Promise<Signal[]> {
  const { body } = await ask(by, 'GET', `/api/units/${unit}/signals?round=${ROUND}`);
  return body.signals as Signal[];
}

const add = (unit: string, bytes: Uint8Array, more: object = {}) =>
  addFile(app, bytes, { unit, round: ROUND, codes: '17.1' }, more);

describe('one photo of two communes', () => {
  test('is told to the reviewer of both, cut and saved anew as well, with the place where the other is', async () => {
    const bytes = await photo(61);
    await add(neighbour, bytes);
    await add(commune, bytes);
    await add(commune, await photo(61, (picture) => picture.resize(200, 150).modulate({ brightness: 1.05 })));
    const mine = await signalsOf(commune, await appOf('reviewer', PLACES.district));
    const told = mine.map(({ kind, elsewhere }) => [kind, elsewhere?.name ?? null]);
    expect(told).toContainEqual(['same-file', 'Xã Bên']);
    expect(told).toContainEqual(['alike-photo', 'Xã Bên']);
    expect(told).toContainEqual(['alike-photo', null]);
    expect(mine.find(({ kind, elsewhere }) => kind === 'same-file' && elsewhere)?.why).toEqual({
      vi: 'Cùng một file với minh chứng của Xã Bên.',
      en: 'The same file as evidence of Xã Bên.',
    });
  });

  test('is not told to whoever reviews only one of them', async () => {
    const bytes = await photo(62);
    await add(foreignCommune, bytes);
    await add(PLACES.sisterCommune, bytes);
    const nation = await appOf('auditor', '00');
    expect((await signalsOf(PLACES.sisterCommune, nation)).map(({ kind }) => kind)).toContain('same-file');
    const sister = await appOf('reviewer', PLACES.sisterDistrict);
    expect(
      (await signalsOf(PLACES.sisterCommune, sister)).filter(({ kind }) => kind === 'same-file'),
    ).toEqual([]);
    // the commune that sent it is told nothing at all
    const official = await appOf('communeOfficial', PLACES.sisterCommune);
    const refused = await ask(official, 'GET', `/api/units/${PLACES.sisterCommune}/signals?round=${ROUND}`);
    expect([refused.status, refused.body.code]).toEqual([404, 'right.missing']);
  });

  test('is not told any more when one takes its photo back', async () => {
    const bytes = await photo(63);
    const theirs = await add(neighbour, bytes);
    const mine = await add(commune, bytes);
    const about = async () =>
      (await signalsOf(commune)).filter(
        (one) => one.kind === 'same-file' && 'evidence' in one && one.evidence === mine,
      );
    expect(await about()).toHaveLength(1);
    await command(app, 'evidence.remove', { unit: neighbour, evidence: theirs, reason: 'gửi nhầm' });
    expect(await about()).toEqual([]);
  });
});

describe('a photo of another year', () => {
  test('is told with its day and the days of the round, and set aside with a reason that stays', async () => {
    const mine = await add(PLACES.sisterCommune, await photo(64), { takenOn: '2022-05-01' });
    const find = async () =>
      (await signalsOf(PLACES.sisterCommune)).find((one) => one.kind === 'taken-other-time');
    const raised = await find();
    expect(raised).toMatchObject({
      code: '17.1',
      evidence: mine,
      dismissed: null,
      why: { vi: 'Ảnh chụp ngày 01/05/2022, ngoài thời gian của kỳ (01/01/2024 đến 31/12/2024).' },
    });
    const dismiss = (reason: string) =>
      command(app, 'signals.dismiss', {
        unit: PLACES.sisterCommune,
        round: ROUND,
        signal: raised?.signal,
        code: '17.1',
        reason,
      });
    expect((await dismiss('')).status).toBe(400);
    expect((await dismiss('Công trình làm xong từ 2022, ảnh nghiệm thu')).status).toBe(200);
    expect((await dismiss('Lý do khác')).status).toBe(200);
    expect((await find())?.dismissed).toEqual({
      reason: 'Công trình làm xong từ 2022, ảnh nghiệm thu',
      on: '2026-03-02',
    });
  });
});

describe('a figure', () => {
  test('that jumps in the last week is told, with how much', async () => {
    const save = (numerator: string, knownOn: string) =>
      command(app, 'readings.save', {
        unit: foreignCommune,
        round: ROUND,
        entries: [
          { figure: 'xa2021.10.1', numerator, denominator: null, applicable: true, note: null, bare: false },
        ],
        official: true,
        knownOn,
        source: null,
        confirmed: null,
        base: null,
      });
    await save('30', '2024-06-30');
    await save('48.5', '2024-12-28');
    expect(await signalsOf(foreignCommune)).toContainEqual(
      expect.objectContaining({
        kind: 'late-jump',
        code: 'xa2021.10.1',
        why: {
          vi: 'Số liệu đổi 62% khi còn 3 ngày đến hạn.',
          en: 'The figure changed by 62% with 3 days left before the deadline.',
        },
      }),
    );
  });
});
