// The ministry, with the whole nation on one board: the official lists, a programme of all 3,321 units, results of all of them.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './accessibility.ts';
import { type House, openHouse, soon } from './harness.ts';

const LISTS =
  process.env.VB_UNITS_DIR ?? fileURLToPath(new URL('../../shared/domain/units', import.meta.url));
const DAY = '2026-06-30';
const ROUND = '2026-nam';

type Board = { rows: { unit: string; marks: string }[]; criteria: { code: string }[] };

let house: House;

/** Founds the nation's programme, opens its year, and takes in what the provinces' sheets declare. */
async function foundNation(): Promise<void> {
  await house.vb('units', 'import', '--dir', LISTS);
  const programme = ['--programme', 'ca-nuoc'];
  const named = ['--code', 'ca-nuoc', '--name', 'Nông thôn mới cả nước', '--home', '00'];
  await house.vb('programmes', 'found', ...named, '--from', '2026-01-01', '--with-towns');
  const days = ['--as-of', DAY, '--geography-on', DAY];
  await house.vb('rounds', 'open', ...programme, '--host', '00', '--year', '2026', ...days);
  const board = (await (await house.fetch(`/api/board?under=00&round=${ROUND}`)).json()) as Board;
  const units = board.rows.map(({ unit }, at) => ({
    unit: `${unit}@${DAY}`,
    entries: board.criteria.map(({ code }, column) => ({
      criterion: code,
      verdict: (at + column) % 4 === 0 ? 'notMet' : 'met',
      met: null,
      of: null,
      cell: `A${at + 1}`,
      raw: 'x',
    })),
  }));
  const reply = await house.fetch(`/api/commands/declared.import/${crypto.randomUUID()}`, {
    method: 'POST',
    body: JSON.stringify({
      ...{ under: '00', round: ROUND, document: null, documentOn: null, sheet: 'Cả nước' },
      ...{ knownOn: DAY, fileDigest: 'nation', units, dryRun: false },
    }),
  });
  expect(await reply.json()).toMatchObject({ units: 3321, changedUnits: 3321 });
}

describe.skipIf(!existsSync(LISTS))('the ministry, with the whole nation on one board', () => {
  beforeAll(async () => {
    house = await openHouse({ VB_SAMPLE: 'no' });
    await foundNation();
  }, 300_000);
  afterAll(() => house?.close());

  test('is told how all 3,321 stand by 10 criteria, without a word of samples', async () => {
    const { page } = await house.open('/desk/board');
    await page.locator('.group-row').first().waitFor();
    expect(await page.locator('.criterion-head[scope="col"]').count()).toBe(10);
    expect(await page.locator('main').innerText()).toContain('3.321');
    expect(await page.locator('.sample-badge').count()).toBe(0);
    expect(await findings(page)).toEqual([]);
  }, 60_000);

  test('opens it province by province, and only the rows in sight are drawn', async () => {
    const { page } = await house.open('/desk/board');
    await soon(() => page.locator('.group-row').count()).toBe(34);
    await page.locator('.group-row button').first().click();
    await page.locator('.unit-row').first().waitFor();
    await page.keyboard.press('Control+End');
    await soon(() => page.locator(':focus').getAttribute('data-line')).toContain('group ');
    expect(await page.locator('.unit-row').count()).toBeLessThan(100);
  }, 60_000);

  test('prints every row', async () => {
    const { page } = await house.open('/desk/board');
    await page.locator('.group-row').first().waitFor();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.unit-row').count()).toBe(3321);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await soon(() => page.locator('.unit-row').count()).toBe(0);
  }, 60_000);
});
