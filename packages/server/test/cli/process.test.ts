// The command line as a process: exit codes, and a standard output that holds the answer and nothing else.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../database.ts';
import { type Folder, makeFolder, vb, vbProcess } from './vb.ts';

let house: TestHouse;
let folder: Folder;
beforeAll(async () => {
  house = await openTestHouse('sample');
  folder = await makeFolder();
});
afterAll(async () => {
  await house?.close();
  await folder?.remove();
});

describe('a script runs vb', () => {
  test('evaluate opens no database, and ends with 0 though nothing is met', async () => {
    const file = await folder.write('so-lieu.csv', 'unit,indicator,value\n03460,9.1,1\n');
    const law = ['--set', 'vn-ntm-xa-2016-2020', '--dimension', 'TDMNPB', '--year', '2020'];
    const run = await vbProcess(['evaluate', ...law, '--readings', file, '--json']);
    expect(run.err).toBe('');
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({ units: [{ unit: '03460', met: 0, notMet: 1 }] });
  });

  test('bad input ends with 2, an empty standard output and every fault on standard error', async () => {
    const file = await folder.write('so-lieu.csv', 'unit,indicator,value\n03460,9.1,3\n03460,99.1,1\n');
    const law = ['--set', 'vn-ntm-xa-2016-2020', '--dimension', 'TDMNPB', '--year', '2020'];
    const run = await vbProcess(['evaluate', ...law, '--readings', file]);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('so-lieu.csv:2 (C2)');
    expect(run.err).toContain('so-lieu.csv:3 (B3)');
  });

  test('the board prints one JSON document', async () => {
    const run = await vbProcess(['board', '--under', '112', '--round', '2020-nam', '--json'], house);
    expect(run.code).toBe(0);
    const board = JSON.parse(run.out) as Record<string, unknown>;
    expect(board).toMatchObject({ under: '112', round: '2020-nam', floor: 10 });
    expect(board.recognised).toEqual(['03472', '03481', '03484']);
  });

  test('a day, a geography and a place to write are checked before anything is answered', async () => {
    const board = ['board', '--under', '112', '--round', '2020-nam', '--json'];
    for (const wrong of [
      ['--as-of', 'hôm qua'],
      ['--as-of', '2021-02-30'],
      ['--geography', 'sau này'],
      ['--xlsx', '/khong-co/bang.xlsx'],
    ]) {
      const run = await vb([...board, ...wrong], house);
      expect([wrong, run.code, run.out]).toEqual([wrong, 2, '']);
      expect(JSON.parse(run.err)).toMatchObject({ problems: [{ code: 'command-line.wrong' }] });
    }
  });

  test('no command, an unknown one and a wrong option', async () => {
    const help = await vbProcess([]);
    expect(help.code).toBe(0);
    for (const name of [
      'sets list',
      'evaluate',
      'units import',
      'rounds list',
      'readings import',
      'intake',
      'board',
      'doctor',
    ])
      expect(help.out).toContain(name);
    expect(await vbProcess(['bay'])).toMatchObject({ code: 2, out: '' });
    expect(await vbProcess(['board', '--bay'])).toMatchObject({ code: 2, out: '' });
  });
});
