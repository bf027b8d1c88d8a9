// The workbook of what is on screen, opened again and read: rows in the screen's order, sums of those rows, inert text.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSheets } from '../../src/sheets/index.ts';
import { makeTestApp, type TestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let app: TestApp;
beforeAll(async () => {
  house = await openTestHouse('sample');
  app = makeTestApp(house);
});
afterAll(() => house.close());

async function sheetOf(reply: Response): Promise<string[][]> {
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-disposition')).toContain('bang-tieu-chi-112-2020-nam.xlsx');
  const { sheets, problems } = await readSheets(new Uint8Array(await reply.arrayBuffer()), 'bang.xlsx');
  expect(problems).toEqual([]);
  return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell.text));
}

const get = (query: string) =>
  app.request(`http://localhost/api/board.xlsx${query}`, { headers: { host: 'localhost' } });

describe('the office takes the board away as Excel', () => {
  test('all ten communes with their marks, the sums and the average, marked illustrative', async () => {
    const rows = await sheetOf(await get('?round=2020-nam'));
    const text = rows.map((row) => row.join('|'));
    expect(text.some((line) => line.includes('Số liệu minh họa'))).toBe(true);
    const manh = rows.find((row) => row[1] === 'Nậm Manh');
    expect(manh?.slice(2, 21).filter((mark) => mark === 'Đ')).toHaveLength(13);
    expect(manh?.slice(21, 23)).toEqual(['13', '19']);
    expect(rows.at(-2)?.slice(21, 23)).toEqual(['133', '190']);
    expect(rows.at(-1)?.[21]).toBe('13.3');
  });

  test('only the rows on screen, in their order, with the sums of those rows', async () => {
    const body = new URLSearchParams({ round: '2020-nam', units: '03474,03472', lang: 'en' });
    const reply = await app.request('http://localhost/api/board.xlsx', {
      method: 'POST',
      body,
      headers: {
        host: 'localhost',
        origin: 'http://localhost',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    const rows = await sheetOf(reply);
    const communes = rows.filter((row) => /^\d{5}$/.test(row[0] ?? '')).map((row) => row[1]);
    expect(communes).toEqual(['Nậm Manh', 'Mường Mô']);
    expect(rows.at(-2)?.slice(21, 23)).toEqual(['32', '38']);
    expect(rows.flat().some((text) => text.includes('Illustrative figures'))).toBe(true);
  });

  test('a wrong code is refused in words', async () => {
    const reply = await get('?units=1;drop');
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ code: 'input.wrong' });
  });
});
