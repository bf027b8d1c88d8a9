// Somebody opens criterion 15: the sentence counts as the board does, and a claimed figure is never shown as verified.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runImportReadings } from '../../src/commands/import-readings.ts';
import { loadBoard } from '../../src/reads/board.ts';
import { loadCriterion } from '../../src/reads/criterion.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse('sample');
});
afterAll(() => house.close());

const scope = { under: '112', round: '2020-nam' };
const criterion = (code: string) => loadCriterion(house.workshop, house.principal, code, scope);

async function claim(unit: string, numerator: string, denominator: string): Promise<void> {
  const figure = 'xa2016.15.1';
  const entry = { figure, numerator, denominator, applicable: true, note: null, bare: false };
  await runImportReadings(house.workshop, {
    principal: house.principal,
    commandId: '00000000-0000-4000-8000-000000000015',
    input: {
      under: '112@2020-12-31',
      round: '2020-nam',
      official: true,
      knownOn: '2021-01-20',
      source: 'thử',
      confirmed: null,
      fileDigest: '00',
      units: [{ unit, entries: [entry], places: ['A1'] }],
      dryRun: false,
    },
  });
}

test("the sentence of each criterion has the board's own count", async () => {
  const board = await loadBoard(house.workshop, house.principal, scope);
  for (const { code, met } of board.criteria)
    expect((await criterion(code)).sentence.vi).toBe(`${met} trên 10 xã có số liệu đạt tiêu chí ${code}.`);
});

test('a commune that claims 1,930 of 2,262 is shown as claimed, and not counted', async () => {
  await claim('03474', '1930', '2262');
  const page = await criterion('15');
  expect(page.sentence.vi).toBe('5 trên 10 xã có số liệu đạt tiêu chí 15.');
  const rows = page.indicators[0]?.rows ?? [];
  expect(rows.find((row) => row.unit === '03474')).toMatchObject({ verdict: 'met', confirmed: false });
  expect(rows.find((row) => row.unit === '03472')).toMatchObject({ verdict: 'met', confirmed: true });
});

test('of two conditions in a cell each has its value, and the gap says of which it is', async () => {
  const rows = (await criterion('17')).indicators.find(({ code }) => code === '17.1')?.rows ?? [];
  const clean = rows.filter((row) => row.gap?.vi.includes('nước sạch'));
  expect(clean.length).toBeGreaterThan(0);
  for (const row of clean) {
    expect(row.valuesText?.vi).toMatch(/^[\d,]+%; nước sạch: [\d,]+%$/);
    expect(row.gap?.vi).toMatch(/^(Còn thiếu \d+ hộ; nước|Nước) sạch: còn thiếu \d+ hộ$/);
  }
});
