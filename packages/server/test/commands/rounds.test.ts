// An office opens rounds: any kind, one per period, with the sets they judge by or only criterion codes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runReevaluate } from '../../src/commands/reevaluate.ts';
import { openRoundBinding } from '../../src/commands/reference-data.ts';
import { runCommand } from '../../src/commands/run.ts';
import { setTargetBinding } from '../../src/commands/targets.ts';
import { loadBoard } from '../../src/reads/board.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse('sample');
});
afterAll(() => house.close());

let turn = 0;
const newId = (): string => {
  turn += 1;
  return `00000000-0000-4000-8000-${String(turn).padStart(12, '0')}`;
};

function open(more: object): Promise<{ code: string }> {
  return runCommand(house.workshop, openRoundBinding, {
    principal: house.principal,
    commandId: newId(),
    input: {
      programme: 'ntm-nam-nhun',
      host: '112@2020-12-31',
      code: '2019-nam',
      kind: 'year',
      year: 2019,
      period: 1,
      asOf: '2019-12-31',
      geographyOn: '2019-12-31',
      sets: ['vn-ntm-xa-2016-2020'],
      criterionCodes: null,
      deadlines: { 'xa-nop': '2019-12-10' },
      ...more,
    },
  });
}

describe('the coordination office opens a round', () => {
  test.each([
    ['month', '2019-thang-03', 3],
    ['quarter', '2019-quy-1', 1],
    ['six-months', '2019-6-thang', 1],
    ['nine-months', '2019-9-thang', 1],
    ['year', '2019-nam', 1],
  ])('of the kind %s', async (kind, code, period) => {
    expect(await open({ kind, code, period })).toEqual({ code });
    const { round } = await loadBoard(house.workshop, house.principal, { under: '112', round: code });
    expect([round.kind, round.year]).toEqual([kind, 2019]);
  });

  test('only one per period: estimate or official is said of each figure, not of the round', async () => {
    await expect(open({ code: '2019-nam-uoc' })).rejects.toMatchObject({
      problems: [{ code: 'round.exists' }],
    });
  });

  test('a programme or a set that is not there is named, both at once', async () => {
    await expect(
      open({ year: 2018, code: '2018-nam', programme: 'no', sets: ['no-set'] }),
    ).rejects.toMatchObject({
      problems: [
        { code: 'set.not-found', facts: { set: 'no-set' } },
        { code: 'programme.not-found', facts: { programme: 'no' } },
      ],
    });
  });

  test('a period that the kind does not have is refused by the database in words', async () => {
    await expect(open({ kind: 'quarter', code: '2019-quy-9', period: 9 })).rejects.toMatchObject({
      problems: [{ code: 'storage.refused', facts: { constraint: 'rounds_period_fits_kind' } }],
    });
  });

  test('the office sets targets of the year; the board holds the average against them', async () => {
    await runCommand(house.workshop, setTargetBinding, {
      principal: house.principal,
      commandId: newId(),
      input: {
        host: '112@2020-12-31',
        programme: 'ntm-nam-nhun',
        year: 2020,
        average: '13.3',
        floor: 9,
        keep: ['03472@2020-12-31'],
        document: null,
        illustrative: true,
        note: null,
      },
    });
    const { sums, floor, underFloor } = await loadBoard(house.workshop, house.principal, {
      under: '112',
      round: '2020-nam',
    });
    expect([sums.planAverage, sums.shareOfPlan, floor, underFloor]).toEqual([
      '13.3',
      '1.000',
      { value: 9, year: 2020 },
      [],
    ]);
  });
});

describe('a round is judged anew', () => {
  const judge = () =>
    runReevaluate(house.workshop, {
      principal: house.principal,
      commandId: newId(),
      input: { under: '112@2020-12-31', round: '2020-nam' },
    });

  test('the same law, engine and figures give the same bytes: nothing is written', async () => {
    expect(await judge()).toEqual({ units: 10, changed: 0 });
  });

  test('a verdict that somebody bent is made right again', async () => {
    const pg = await import('pg');
    const owner = new pg.default.Client({ connectionString: house.ownerUrl });
    await owner.connect();
    const bent = await owner.query(
      'update verdicts set criteria = set_byte(criteria, 1, 1), met = met + 1 where met = 9 and unit_id = (select min(unit_id) from verdicts where met = 9)',
    );
    expect(bent.rowCount).toBe(1);
    const before = await loadBoard(house.workshop, house.principal, {
      under: '112',
      round: '2020-nam',
      asOf: '2021-03-16',
    });
    expect(before.sums.met).toBe(134);
    expect(await judge()).toEqual({ units: 10, changed: 1 });
    await owner.end();
    const after = await loadBoard(house.workshop, house.principal, { under: '112', round: '2020-nam' });
    expect(after.sums.met).toBe(133);
  });
});
