// Somebody asks "what if the health insurance standard were 90 %": who would fall, place by place, and nothing is stored.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadIndicatorTable } from '../../src/reads/indicator-table.ts';
import { loadPreview } from '../../src/reads/preview.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse('sample');
});
afterAll(() => house.close());

const scope = { under: '112', round: '2020-nam' };
const preview = (indicator: string, value: string, column?: string) =>
  loadPreview(house.workshop, house.principal, { ...scope, indicator, value, ...(column ? { column } : {}) });

describe('the office tries another standard', () => {
  test('the same standard changes nobody', async () => {
    const reply = await preview('15.1', '85');
    expect([reply.gainedCount, reply.lostCount]).toEqual([0, 0]);
    for (const place of reply.places) expect(place.after).toEqual(place.before);
  });

  test('a lower one lets Nậm Manh gain criterion 15 (82.7 % of 2,262 people)', async () => {
    const reply = await preview('15.1', '82');
    expect(reply.gained).toContain('03474');
    expect(reply.lostCount).toBe(0);
  });

  test('an impossible one takes it from every commune that had it', async () => {
    const before = await preview('15.1', '85');
    const reply = await preview('15.1', '100', 'TDMNPB');
    const had = before.places.reduce((sum, place) => sum + place.before.indicatorMet, 0);
    expect(had).toBeGreaterThan(0);
    expect(reply.places.reduce((sum, place) => sum + place.after.indicatorMet, 0)).toBe(0);
    expect(reply.lost).toContain('03472');
  });

  test("another region's column changes nothing here", async () => {
    const reply = await preview('15.1', '100', 'DBSH');
    expect([reply.gainedCount, reply.lostCount]).toEqual([0, 0]);
  });

  test('a yes/no indicator has no number to try', async () => {
    await expect(preview('1.1', '5')).rejects.toMatchObject({ problems: [{ code: 'preview.no-threshold' }] });
  });
});

describe('the office reads place by indicator', () => {
  test("counts and sums agree with the communes' own figures", async () => {
    const table = await loadIndicatorTable(house.workshop, house.principal, scope);
    expect(table.places).toHaveLength(10);
    expect(table.indicators).toHaveLength(49);
    const at = table.indicators.findIndex((indicator) => indicator.code === '15.1');
    const manh = table.places.find((place) => place.code === '03474')?.cells[at];
    expect(manh).toEqual({
      met: 0,
      notMet: 1,
      unknown: 0,
      notApplicable: 0,
      numerator: '1871',
      denominator: '2262',
    });
  });

  test('a province adds up its communes exactly', async () => {
    const district = await loadIndicatorTable(house.workshop, house.principal, scope);
    const at = district.indicators.findIndex((indicator) => indicator.code === '4.2');
    const sum = district.places.reduce((total, place) => total + Number(place.cells[at]?.numerator), 0);
    const met = district.places.reduce((total, place) => total + (place.cells[at]?.met ?? 0), 0);
    expect([sum > 4000, met]).toEqual([true, 9]);
  });
});
