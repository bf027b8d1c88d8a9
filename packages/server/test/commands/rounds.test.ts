// An office opens rounds: any kind, one per period, with the sets they judge by or only criterion codes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoundBinding } from '../../src/commands/open-round.ts';
import { runReevaluate } from '../../src/commands/reevaluate.ts';
import { runCommand } from '../../src/commands/run.ts';
import { setTargetBinding } from '../../src/commands/targets.ts';
import { loadBoard } from '../../src/reads/board.ts';
import { loadRounds } from '../../src/reads/rounds.ts';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';

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

  test.each([
    ['a fifth quarter', { kind: 'quarter', period: 5 }, 'round.no-such-period', { period: 5, most: 4 }],
    ['a thirteenth month', { kind: 'month', period: 13 }, 'round.no-such-period', { period: 13, most: 12 }],
    ['a seventh year of a year', { kind: 'year', period: 7 }, 'round.one-period', { period: 7, most: 1 }],
    [
      'a period before the first',
      { kind: 'month', period: 0 },
      'round.no-such-period',
      { period: 0, most: 12 },
    ],
  ])('%s is refused in words', async (_, more, code, facts) => {
    await expect(open({ year: 2017, code: '2017-ky', ...more })).rejects.toMatchObject({
      problems: [{ code, facts }],
    });
  });

  test.each([
    ['a criterion given twice', { sets: [], criterionCodes: ['1', '2', '1'] }, 'round.criterion-twice'],
    ['a list of criteria beside a set', { criterionCodes: ['1', '2'] }, 'round.codes-beside-set'],
    ['neither set nor list', { sets: [] }, 'round.no-criteria'],
    ['an empty list', { sets: [], criterionCodes: [] }, 'round.no-criteria'],
    ['a set given twice', { sets: ['vn-ntm-xa-2016-2020', 'vn-ntm-xa-2016-2020/1'] }, 'round.set-twice'],
    ['a day without a commune in the programme', { geographyOn: '2009-12-31' }, 'round.no-units'],
  ])('%s is refused in words', async (_, more, code) => {
    await expect(open({ year: 2017, code: '2017-nam', ...more })).rejects.toMatchObject({
      problems: [{ code }],
    });
  });

  test('a day that is not in the calendar is a fault of its own field', async () => {
    await expect(open({ year: 2017, code: '2017-nam', asOf: '2017-02-29' })).rejects.toMatchObject({
      problems: [{ code: 'input.wrong', path: 'asOf' }],
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

describe('the office brings in its old years', () => {
  test('each year without a round is proposed with the set of its time, ready to be opened', async () => {
    const {
      proposals,
      host,
      open: opened,
    } = await loadRounds(house.workshop, house.principal, { under: '112' });
    expect(opened.map((one) => one.year)).toContain(2020);
    expect(host).toBe('112@2020-12-31');
    const byYear = new Map(proposals.map((one) => [one.year, one]));
    expect([...byYear.keys()].slice(0, 2)).toEqual([2025, 2024]);
    expect(byYear.has(2020)).toBe(false);
    expect(byYear.get(2013)?.sets).toEqual([]);
    expect(byYear.get(2013)?.criterionCodes).toHaveLength(19);
    expect(byYear.get(2017)?.sets).toEqual(['vn-ntm-xa-2016-2020/1']);
    expect(byYear.get(2021)?.sets).toEqual(['vn-ntm-xa-2016-2020/1']);
    expect(byYear.get(2022)?.sets).toEqual(['vn-ntm-xa-2021-2025/1']);
    expect(byYear.get(2024)?.sets).toEqual(['vn-ntm-xa-2021-2025/2']);
    // the district ended on 1 July 2025: its last round stands on its last day
    expect(byYear.get(2025)?.geographyOn).toBe('2025-06-30');
  });

  test('a proposal opens as it is, and is then no longer proposed', async () => {
    const { proposals } = await loadRounds(house.workshop, house.principal, { under: '112' });
    const input = proposals.find((one) => one.year === 2014);
    await runCommand(house.workshop, openRoundBinding, {
      principal: house.principal,
      commandId: newId(),
      input,
    });
    const after = await loadRounds(house.workshop, house.principal, { under: '112' });
    expect(after.proposals.some((one) => one.year === 2014)).toBe(false);
    const { rows, set } = await loadBoard(house.workshop, house.principal, {
      under: '112',
      round: '2014-nam',
    });
    expect([rows.length, set]).toEqual([10, null]);
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
    const owner = await openOwner(house);
    const bent = await owner.query(
      'update verdicts set criteria = set_byte(criteria, 1, 1), met = met + 1 where met = 9 and unit_id = (select min(unit_id) from verdicts where met = 9)',
    );
    expect(bent.rowCount).toBe(1);
    const before = await loadBoard(house.workshop, house.principal, { under: '112', round: '2020-nam' });
    expect(before.sums.met).toBe(134);
    expect(await judge()).toEqual({ units: 10, changed: 1 });
    await owner.end();
    const after = await loadBoard(house.workshop, house.principal, { under: '112', round: '2020-nam' });
    expect(after.sums.met).toBe(133);
  });
});
