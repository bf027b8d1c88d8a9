// What the command line prints for people: days, numbers and letters as officers read them; JSON stays as it is.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../database.ts';
import { answerOf, type Folder, makeFolder, vb } from './vb.ts';

let house: TestHouse;
let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
  house = await openTestHouse('sample');
});
afterAll(async () => {
  await house?.close();
  await folder?.remove();
});

const BOARD = ['board', '--under', '112', '--round', '2020-nam'];

describe('somebody who reads the board in a terminal', () => {
  test('sees the day and the average written the Vietnamese way, and what each letter means', async () => {
    const { out } = await vb(BOARD, house);
    expect(out).toContain('16/03/2021: 133/190 tiêu chí đạt, bình quân 13,3');
    expect(out).toMatch(/^M đạt; .*N chưa đạt/m);
    expect(out).not.toMatch(/\d{4}-\d\d-\d\d|ILLUSTRATIVE/);
  });

  test('sees it in English when asked for', async () => {
    const { out } = await vb([...BOARD, '--lang', 'en'], house);
    expect(out).toContain('133/190 criteria met, average 13.3');
    expect(out).toMatch(/^M met; .*N not met/m);
    expect(out).not.toContain('SỐ LIỆU');
  });

  test('and another program still gets days and decimals as the contract has them', async () => {
    const answer = answerOf<{ asOf: string; average: number | string }>(
      await vb([...BOARD, '--json'], house),
    );
    expect([answer.asOf, String(answer.average)]).toEqual(['2021-03-16', '13.3']);
    expect((await vb(['rounds', 'list', '--json'], house)).out).toContain('"asOf":"2021-03-16"');
  });

  test('lists rounds with days as they are spoken', async () => {
    const { out } = await vb(['rounds', 'list'], house);
    expect(out).toContain('2020-nam  Năm 2020  112  16/03/2021');
    expect(out).not.toMatch(/\d{4}-\d\d-\d\d/);
  });
});

describe('somebody who judges a file', () => {
  const law = ['--set', 'vn-ntm-xa-2016-2020', '--year', '2020'];
  const readings = () => folder.write('so-lieu.csv', 'unit,indicator,value\n03472,10.1,45\n');

  test('is told that the file of the overlay is missing, and only of a name that no such set is known', async () => {
    const given = ['evaluate', ...law, '--dimension', 'TDMNPB', '--readings', await readings(), '--overlay'];
    const missing = await vb([...given, 'nothere.json']);
    expect([missing.code, missing.out, missing.err]).toEqual([2, '', 'Không có file nothere.json.\n']);
    const unknown = await vb([...given, 'nothere']);
    expect([unknown.code, unknown.err]).toEqual([
      2,
      expect.stringContaining('Không có bộ tiêu chí “nothere”'),
    ]);
    const set = await vb([
      'evaluate',
      '--set',
      './nothere',
      '--year',
      '2020',
      '--readings',
      await readings(),
    ]);
    expect(set.err).toBe('Không có file ./nothere.\n');
  });

  test('without --dimension gets all unknown, and the reason says which codes could be given', async () => {
    const run = await vb(['evaluate', ...law, '--readings', await readings(), '--json']);
    const answer = answerOf<{
      dimension: string | null;
      units: { unknown: number; criteria: { indicators: { code: string; reason: string }[] }[] }[];
    }>(run);
    expect([run.code, answer.dimension, answer.units[0]?.unknown]).toEqual([0, null, 19]);
    const income = answer.units[0]?.criteria[9]?.indicators[0]?.reason;
    expect(income).toContain('--dimension TDMNPB, DBSH, BTB, DHNTB, TN, DNB, DBSCL');
  });
});
