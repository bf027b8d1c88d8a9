// The district's review of 16 March 2021: the engine arrives at the published facts, and each cell follows its figure.

import type { BoardReply } from '@vungbuoc/programme/board';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runImportReadings } from '../../src/commands/import-readings.ts';
import { makeTestApp, type TestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import { CROSSINGS } from './crossings.ts';

let house: TestHouse;
let app: TestApp;

beforeAll(async () => {
  house = await openTestHouse('sample');
  app = makeTestApp(house);
});
afterAll(() => house.close());

async function board(query = ''): Promise<BoardReply> {
  const reply = await app.request(`http://localhost/api/board${query}`, { headers: { host: 'localhost' } });
  expect(reply.status).toBe(200);
  return (await reply.json()) as BoardReply;
}

describe('the chair opens the board of Nậm Nhùn, end of 2020', () => {
  test('three communes met the standard, 13.3 criteria on average, 94 % of the plan', async () => {
    const { sums, recognised, rows } = await board('?under=112&round=2020-nam');
    expect(sums.full).toBe(3);
    expect(sums.average).toBe('13.3');
    expect(Math.round(Number(sums.shareOfPlan) * 100)).toBe(94);
    expect([sums.met, sums.of, sums.units]).toEqual([133, 190, 10]);
    const full = rows.filter((row) => row.met === 19).map((row) => row.name);
    expect(full.sort()).toEqual(['Lê Lợi', 'Mường Mô', 'Pú Đao']);
    expect(recognised.sort()).toEqual(['03472', '03481', '03484']);
  });

  test('at least one commune stands under ten, and the floor names the year of its plan', async () => {
    const { floor, underFloor, rows } = await board();
    expect(floor).toEqual({ value: 10, year: 2021 });
    expect(underFloor.length).toBeGreaterThanOrEqual(1);
    const under = rows.filter((row) => (row.met ?? 0) < 10).map((row) => row.unit);
    expect(underFloor).toEqual(under);
  });

  test('figures are called illustrative, and so is the plan average that was never published', async () => {
    const { sample, sums, set } = await board();
    expect([sample, sums.planIllustrative, sums.planAverage, sums.planYear]).toEqual([
      true,
      true,
      '14.1',
      2020,
    ]);
    expect(set?.overlays.map((overlay) => overlay.illustrative)).toEqual([true]);
  });

  test('the township outside the programme has no row', async () => {
    const { rows } = await board();
    expect(rows.map((row) => row.unit)).not.toContain('03434');
    expect(rows).toHaveLength(10);
  });
});

describe('one reading crosses its standard', () => {
  test.each(CROSSINGS)(
    'criterion $criterion: exactly one cell, the sum and the average move',
    async (crossing) => {
      const before = await board();
      await save(crossing.unit, crossing.figure, crossing.failing);
      const after = await board();
      expect(changedCells(before, after)).toEqual([[crossing.unit, crossing.criterion, 'M', 'N']]);
      expect(after.sums.met).toBe(before.sums.met - 1);
      expect(after.sums.average).toBe('13.2');
      await save(crossing.unit, crossing.figure, crossing.meeting);
      expect(changedCells(before, await board())).toEqual([]);
    },
  );

  test('all nineteen criteria are tried', () => {
    expect(new Set(CROSSINGS.map((crossing) => crossing.criterion)).size).toBe(19);
  });
});

let turn = 0;

async function save(unit: string, figure: string, value: readonly [string, string | null]): Promise<void> {
  turn += 1;
  const [numerator, denominator] = value;
  const entry = { figure, numerator, denominator, applicable: true, note: null, bare: false };
  await runImportReadings(house.workshop, {
    principal: house.principal,
    commandId: `00000000-0000-4000-8000-${String(turn).padStart(12, '0')}`,
    input: {
      under: '112@2020-12-31',
      round: '2020-nam',
      official: true,
      knownOn: '2021-01-20',
      source: 'thử',
      confirmed: { by: 'Phòng chuyên môn', on: '2021-01-20', document: null },
      fileDigest: '00',
      units: [{ unit, entries: [entry], places: ['A1'] }],
      dryRun: false,
    },
  });
}

function changedCells(before: BoardReply, after: BoardReply): (string | undefined)[][] {
  return before.rows.flatMap((row, at) =>
    before.criteria.flatMap((criterion, index) => {
      const now = after.rows[at]?.marks[index];
      return row.marks[index] === now ? [] : [[row.unit, criterion.code, row.marks[index], now]];
    }),
  );
}

describe('recognised is a decision, level is what the set computes', () => {
  test('the three are met in full and recognised, and their level stays unknown', async () => {
    const { rows } = await board();
    const three = rows.filter((row) => row.recognised !== null);
    expect(three.map((row) => [row.met, row.of, row.level])).toEqual([
      [19, 19, 'unknown'],
      [19, 19, 'unknown'],
      [19, 19, 'unknown'],
    ]);
    expect(three.map((row) => row.recognised)).toEqual(three.map(() => ({ level: 'ntm', forYear: null })));
  });
});
