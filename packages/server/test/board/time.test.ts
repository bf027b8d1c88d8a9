// Places and days on the board: as organised then or now, as known on an earlier day, years without a set.

import type { BoardQuery } from '@vungbuoc/programme/board';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runImportDeclared } from '../../src/commands/import-declared.ts';
import { openRoundBinding } from '../../src/commands/open-round.ts';
import { saveReadingsBinding } from '../../src/commands/readings.ts';
import { type CommandBinding, runCommand } from '../../src/commands/run.ts';
import { loadBoard } from '../../src/reads/board.ts';
import { loadCriterion } from '../../src/reads/criterion.ts';
import { loadExplanation } from '../../src/reads/explanation.ts';
import { loadMoves } from '../../src/reads/moves.ts';
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
const run = <I, S, C, R>(binding: CommandBinding<I, S, C, R>, input: unknown): Promise<R> =>
  runCommand(house.workshop, binding, { principal: house.principal, commandId: newId(), input });
const board = (query: BoardQuery = {}) => loadBoard(house.workshop, house.principal, query);

const round = {
  programme: 'ntm-nam-nhun',
  host: '112@2020-12-31',
  kind: 'year',
  period: 1,
  geographyOn: '2020-12-31',
  criterionCodes: null,
  deadlines: {},
};

function reading(figure: string, numerator: string, denominator: string | null = null) {
  return { figure, numerator, denominator, applicable: true, note: null, bare: false };
}

async function save(unit: string, code: string, entries: unknown[], more: object = {}): Promise<void> {
  await run(saveReadingsBinding, {
    unit: `${unit}@2020-12-31`,
    round: code,
    entries,
    official: true,
    knownOn: '2021-12-31',
    source: null,
    confirmed: { by: 'Phòng chuyên môn', on: '2022-01-10', document: null },
    base: null,
    ...more,
  });
}

describe('as organised then and now', () => {
  test('ten communes then, five now; Nậm Chà and Mường Mô add up to the new Mường Mô', async () => {
    const then = await board({ under: '112', round: '2020-nam' });
    const now = await board({ under: '112', round: '2020-nam', geography: 'now' });
    expect([then.rows.length, then.otherGeographyRows]).toEqual([10, 5]);
    expect([now.rows.length, now.otherGeographyRows]).toEqual([5, 10]);
    expect(now.rows.map((row) => row.name).sort()).toEqual([
      'Hua Bum',
      'Lê Lợi',
      'Mường Mô',
      'Nậm Hàng',
      'Pa Tần',
    ]);
    const merged = await loadExplanation(house.workshop, house.principal, '03472', '15', {
      under: '112',
      round: '2020-nam',
      geography: 'now',
    });
    const insured = merged.indicators[0]?.figures[0]?.current;
    const parts = await Promise.all(
      ['03472', '03473'].map((code) =>
        loadExplanation(house.workshop, house.principal, code, '15', { under: '112', round: '2020-nam' }),
      ),
    );
    const sum = (key: 'numerator' | 'denominator') =>
      parts.reduce((total, part) => total + Number(part.indicators[0]?.figures[0]?.current?.[key]), 0);
    expect([Number(insured?.numerator), Number(insured?.denominator)]).toEqual([
      sum('numerator'),
      sum('denominator'),
    ]);
  });

  test('a criterion over the communes of today uses what they inherit', async () => {
    const page = await loadCriterion(house.workshop, house.principal, '4', {
      under: '112',
      round: '2020-nam',
      geography: 'now',
    });
    const power = page.indicators.find((one) => one.code === '4.2');
    expect(power?.rows.map((row) => row.name)).toEqual(['Mường Mô']);
    expect(power?.rows[0]?.verdict).toBe('met');
  });

  test('a new commune that took in a place without figures is unknown, and says why', async () => {
    const now = await board({ under: '112', round: '2020-nam', geography: 'now' });
    const row = now.rows.find((one) => one.unit === '03487');
    expect(row?.marks).toMatch(/^U+$/);
    expect(row?.notes).toContain('missing-predecessor');
    // without a result it is in no average: only the new Mường Mô is
    expect(row?.met).toBeNull();
    expect([now.sums.withResult, now.sums.average]).toEqual([1, `${now.sums.met}.0`]);
    expect(now.underFloor).toEqual([]);
  });

  test('a reused code means the unit of the day asked for', async () => {
    const then = await loadExplanation(house.workshop, house.principal, '03503', '1', {
      under: '112',
      round: '2020-nam',
    });
    const now = await loadExplanation(house.workshop, house.principal, '03503@2026-01-01', '1', {
      under: '112',
      round: '2020-nam',
      geography: 'now',
    });
    expect([then.unit.name, now.unit.name]).toEqual(['Trung Chải', 'Pa Tần']);
  });
});

describe('as known on an earlier day', () => {
  test('a figure that came later does not count yet', async () => {
    await save('03475', '2020-nam', [reading('xa2016.10.1', '36.5')], { knownOn: '2021-03-01' });
    const today = await board({ under: '112', round: '2020-nam' });
    const before = await board({ under: '112', round: '2020-nam', asOf: '2021-02-01' });
    expect([before.sums.met, before.asOf]).toEqual([133, '2021-02-01']);
    const cell = (asOf?: string) =>
      loadExplanation(house.workshop, house.principal, '03475', '10', {
        under: '112',
        round: '2020-nam',
        ...(asOf ? { asOf } : {}),
      });
    expect([(await cell('2021-02-01')).mark, (await cell()).mark]).toEqual(['N', 'M']);
    expect(today.sums.met).toBe(134);
    expect([today.knownLater, before.knownLater]).toEqual([0, 0]);
  });

  test("a figure known after the round's own day is counted and said, and left out when that day is asked for", async () => {
    await save('03475', '2020-nam', [reading('xa2016.11.1', '20', '612')], { knownOn: '2021-05-01' });
    const later = await board({ under: '112', round: '2020-nam' });
    const asked = await board({ under: '112', round: '2020-nam', asOf: '2021-03-16' });
    expect([later.asOf, later.knownLater, later.sums.met]).toEqual(['2021-03-16', 1, 135]);
    expect([asked.asOf, asked.knownLater, asked.sums.met]).toEqual(['2021-03-16', 0, 134]);
  });
});

describe('2021: the sources name no set', () => {
  test("with the overlay's extension the standards of 2020 judge, and the screen says so", async () => {
    await run(openRoundBinding, {
      ...round,
      code: '2021-nam',
      year: 2021,
      asOf: '2021-12-31',
      sets: ['vn-ntm-xa-2016-2020'],
    });
    await save('03472', '2021-nam', [reading('xa2016.10.1', '36.5'), reading('xa2016.7.1', '1')]);
    const shown = await board({ under: '112', round: '2021-nam' });
    const row = shown.rows.find((one) => one.unit === '03472');
    expect([row?.marks[6], row?.marks[9], row?.marks[0]]).toEqual(['M', 'M', 'U']);
    expect(shown.set?.extendedTo).toBe(2021);
  });

  test('a year that even the extension does not reach is unknown', async () => {
    await run(openRoundBinding, {
      ...round,
      code: '2022-nam',
      year: 2022,
      asOf: '2022-12-31',
      sets: ['vn-ntm-xa-2016-2020'],
    });
    await save('03472', '2022-nam', [reading('xa2016.7.1', '1')]);
    const shown = await board({ under: '112', round: '2022-nam' });
    expect(shown.rows.find((one) => one.unit === '03472')?.marks).toMatch(/^U+$/);
  });
});

describe('estimates and official figures', () => {
  test('both stay in the history, and the official one is what counts', async () => {
    await save('03481', '2021-nam', [reading('xa2016.4.2', '300', '418')], {
      official: false,
      confirmed: null,
    });
    await save('03481', '2021-nam', [reading('xa2016.4.2', '410', '418')]);
    const shown = await loadExplanation(house.workshop, house.principal, '03481', '4', {
      under: '112',
      round: '2021-nam',
    });
    const history = shown.indicators.find((one) => one.code === '4.2')?.figures[0]?.history ?? [];
    expect(history.map((one) => [one.numerator, one.official])).toEqual([
      ['410', true],
      ['300', false],
    ]);
  });

  test('what moved when the official figure came is listed with the criteria that moved', async () => {
    await save('03484', '2021-nam', [reading('xa2016.4.2', '230', '262')], { official: false });
    await save('03484', '2021-nam', [reading('xa2016.4.1', '1')]);
    await save('03484', '2021-nam', [reading('xa2016.4.2', '255', '262')]);
    const moves = await loadMoves(house.workshop, house.principal, { under: '112', round: '2021-nam' });
    const own = moves.units.find((one) => one.unit === '03484');
    expect(own?.figures.map((one) => [one.figure, one.estimate.numerator, one.official.numerator])).toEqual([
      ['xa2016.4.2', '230', '255'],
    ]);
    expect(own?.criteria).toEqual([
      { code: '4', name: { vi: 'Điện', en: expect.any(String) }, before: 'notMet', after: 'met' },
    ]);
  });

  test('a figure nobody has confirmed shows as claimed and enters no sum', async () => {
    const before = await board({ under: '112', round: '2020-nam' });
    await save('03481', '2020-nam', [reading('xa2016.7.1', '1')], { confirmed: null });
    const after = await board({ under: '112', round: '2020-nam' });
    expect(after.rows.find((row) => row.unit === '03481')?.marks[6]).toBe('C');
    expect([after.sums.met, after.sums.waiting]).toEqual([before.sums.met - 1, before.sums.waiting + 1]);
  });

  test('a met criterion that the same change would lose next year is at risk; with no earlier round there is none', async () => {
    const first = await board({ under: '112', round: '2020-nam' });
    expect(first.sums.atRisk).toBe(0);
    // 2020: at most 12 % poor of 262 households; 2021 stands close to the line and rose
    await save('03484', '2020-nam', [reading('xa2016.11.1', '20', '262')]);
    await save('03484', '2021-nam', [reading('xa2016.11.1', '30', '262')]);
    const row = (await board({ under: '112', round: '2021-nam' })).rows.find((one) => one.unit === '03484');
    expect(row?.marks[10]).toBe('R');
  });
});

describe('years that exist only as sheets of marks', () => {
  test('a round with only criterion codes shows declared marks and counts, apart from computed ones', async () => {
    const codes = Array.from({ length: 19 }, (_, index) => String(index + 1));
    await run(openRoundBinding, {
      ...round,
      code: '2013-nam',
      year: 2013,
      asOf: '2013-12-31',
      sets: [],
      criterionCodes: codes,
    });
    const entry = (criterion: string, verdict: string | null, met: number | null = null) => ({
      criterion,
      verdict,
      met,
      of: met === null ? null : 19,
      cell: 'C7',
      raw: verdict ?? `${met}/19`,
    });
    const given = {
      under: '112@2020-12-31',
      round: '2013-nam',
      document: '12/BC-UBND',
      documentOn: '2014-01-15',
      sheet: 'Tổng hợp',
      knownOn: '2014-01-15',
      fileDigest: 'ab',
      units: [
        { unit: '03472', entries: [entry('1', 'met'), entry('2', 'notMet'), entry('3', 'coBanDat')] },
        { unit: '03481', entries: [entry('', null, 13)] },
      ],
      dryRun: false,
    };
    const id = newId();
    const reply = await runImportDeclared(house.workshop, {
      principal: house.principal,
      commandId: id,
      input: given,
    });
    expect(reply).toMatchObject({ units: 2, changedUnits: 2, changed: 4 });
    const shown = await board({ under: '112', round: '2013-nam' });
    const marks = shown.rows.find((row) => row.unit === '03472');
    const count = shown.rows.find((row) => row.unit === '03481');
    expect([marks?.basis, marks?.marks.slice(0, 4), marks?.met]).toEqual(['declared', 'MNBU', 1]);
    expect([count?.basis, count?.met, count?.of]).toEqual(['declared', 13, 19]);
    expect([shown.sums.withResult, shown.sums.declared, shown.set]).toEqual([2, 2, null]);
    const again = await runImportDeclared(house.workshop, {
      principal: house.principal,
      commandId: newId(),
      input: given,
    });
    expect(again).toMatchObject({ changedUnits: 0, changed: 0 });
  });

  test('a declared mark names the sheet, the cell and the document it came from', async () => {
    const shown = await loadExplanation(house.workshop, house.principal, '03472', '2', {
      under: '112',
      round: '2013-nam',
    });
    expect(shown.basis).toBe('declared');
    expect(shown.declared).toEqual({ document: '12/BC-UBND', sheet: 'Tổng hợp', cell: 'C7', raw: 'notMet' });
  });

  test('readings of a round put its declared marks aside: a unit is never mixed', async () => {
    const before = await board({ under: '112', round: '2020-nam' });
    const mark = { criterion: '1', verdict: 'notMet', met: null, of: null, cell: 'C7', raw: 'K' };
    await runImportDeclared(house.workshop, {
      principal: house.principal,
      commandId: newId(),
      input: {
        under: '112@2020-12-31',
        round: '2020-nam',
        document: null,
        documentOn: null,
        sheet: 'Tổng hợp',
        knownOn: '2021-01-15',
        fileDigest: 'cd',
        units: [{ unit: '03472', entries: [mark] }],
        dryRun: false,
      },
    });
    const after = await board({ under: '112', round: '2020-nam' });
    const row = after.rows.find((one) => one.unit === '03472');
    expect([row?.basis, row?.marks[0]]).toEqual(['computed', 'M']);
    expect(after.sums).toEqual(before.sums);
  });
});
