// `vb units` as somebody at a terminal meets it: questions about places, and folders that hold no lists.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemError } from '@vungbuoc/programme/problems';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageProblem } from '../../src/cli/command.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import { vbUnits } from './command-line.ts';

let house: TestHouse;
let folder: string;

beforeAll(async () => {
  house = await openTestHouse('sample');
  folder = await mkdtemp(join(tmpdir(), 'vb-units-'));
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('who was it', () => {
  test('a plain code is the unit of today', async () => {
    const { text } = await vbUnits(house, 'at', ['03434']);
    expect(text.split('\n')[0]).toBe('02/03/2026: Xã Nậm Hàng (03434)');
    expect(text).toContain('Thuộc: Tỉnh Lai Châu (12), Việt Nam (00)');
  });

  test('the same code with a day is who had it then', async () => {
    const { text } = await vbUnits(house, 'at', ['03434@2020-12-31']);
    expect(text.split('\n')[0]).toBe('31/12/2020: Thị trấn Nậm Nhùn (03434)');
    expect(text).toContain('Thuộc: Huyện Nậm Nhùn (112), Tỉnh Lai Châu (12), Việt Nam (00)');
    expect(text).toContain('chưa rõ - 01/07/2025: Thị trấn Nậm Nhùn (03434)');
  });

  test('a district that is no more is found by its code, with what it held', async () => {
    const { text } = await vbUnits(house, 'at', ['112'], { on: '2020-12-31' });
    expect(text).toContain('31/12/2020: Huyện Nậm Nhùn (112)');
    expect(text).toContain('Gồm (11): ');
    const today = await vbUnits(house, 'at', ['112'], {}, 'en');
    expect(today.text.split('\n')[0]).toBe('There was no such unit on 02/03/2026.');
  });

  test('as JSON it is whole', async () => {
    const reply = JSON.parse((await vbUnits(house, 'at', ['12'], { on: '2025-07-01', json: true })).text);
    expect(reply).toMatchObject({ on: '2025-07-01', level: 'province', unit: { name: 'Tỉnh Lai Châu' } });
    expect(reply.children).toHaveLength(38);
  });

  test('an unknown code is a problem with what to do', async () => {
    await expect(vbUnits(house, 'at', ['99999'])).rejects.toThrow(ProblemError);
  });

  test.each([['Lê Lợi'], ['03434@hôm qua'], ['03434@2025-02-30'], ['']])('"%s" is no unit', async (word) => {
    await expect(vbUnits(house, 'at', [word])).rejects.toThrow(UsageProblem);
  });
});

describe('what became of it', () => {
  test('Pú Đao is today a part of Lê Lợi, by which decision', async () => {
    const { text } = await vbUnits(house, 'changes', ['03484@2020-12-31']);
    expect(text).toBe(
      [
        'Xã Pú Đao (03484)',
        '01/07/2025, sáp nhập (Nghị quyết số 1670/NQ-UBTVQH15): Xã Lê Lợi (03481) + Xã Pú Đao (03484) + Xã Chăn Nưa (03487) + Xã Nậm Pì (03488) -> Xã Lê Lợi (03487)',
        'Nay (02/03/2026): Xã Lê Lợi (03487)',
      ].join('\n'),
    );
  });

  test('the district ended and nobody followed', async () => {
    const { text } = await vbUnits(house, 'changes', ['112']);
    expect(text).toContain('kết thúc (Nghị quyết số 203/2025/QH15)');
    expect(text).toContain('Nay (02/03/2026): không có đơn vị kế thừa');
  });

  test('a commune that never changed says so', async () => {
    const { text } = await vbUnits(house, 'changes', ['03451'], {}, 'en');
    expect(text).toContain('No change is recorded.');
    expect(text).toContain('Now (02/03/2026): Xã Mù Cả (03451)');
  });
});

describe('lists that cannot be read', () => {
  const importFrom = async (dir: string): Promise<string> => {
    const fault = await vbUnits(house, 'import', [], { dir }).catch((error: unknown) => error);
    if (!(fault instanceof ProblemError)) throw fault;
    return `${fault.problems[0].path ?? ''} ${fault.problems[0].facts?.why}`;
  };

  test('a folder without lists says which files are needed', async () => {
    expect(await importFrom(folder)).toContain('units-before-NGÀY.csv');
    expect(await importFrom(join(folder, 'nowhere'))).toContain('units-before-NGÀY.csv');
  });

  test('a list without a column says which', async () => {
    await writeFile(join(folder, 'units-before-2025-07-01.csv'), 'code,type\n03434,Xã\n');
    expect(await importFrom(folder)).toContain('units-before-2025-07-01.csv!A1 Thiếu cột “name”');
    await cp(join(folder, 'units-before-2025-07-01.csv'), join(folder, 'units-from-2025-07-01.csv'));
  });

  test('nothing of it was brought in', async () => {
    const { places } = await house.workshop.reference.current();
    expect(places.at('2020-12-31').findByCode('03434')?.name).toBe('Nậm Nhùn');
  });
});
