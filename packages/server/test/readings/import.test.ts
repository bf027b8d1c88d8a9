// Figures by file: the sheet goes out and comes back, a list comes in; nothing is half-imported, and twice is once.
import { templateColumns } from '@vungbuoc/programme/template';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../app.ts';
import { answerOf, type Folder, makeFolder, vb } from '../cli/vb.ts';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let folder: Folder;
let app: TestApp;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());
beforeEach(async () => {
  house = await openTestHouse('sample');
  app = makeTestApp(house);
  return () => house.close();
});

const PLACE = ['--under', '112', '--round', '2020-nam'];

interface Reply {
  readonly units: number;
  readonly changedUnits: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly dryRun: boolean;
}

async function importList(csv: string, ...more: string[]) {
  const file = await folder.write('so-lieu.csv', csv);
  return vb(['readings', 'import', file, ...PLACE, '--json', ...more], house);
}

/** Row counts of everything an import may write, seen behind the policies. */
async function everything(): Promise<string> {
  const client = await openOwner(house);
  const { rows } = await client.query(
    `select (select count(*) from reading_revisions) as revisions, (select count(*) from events) as events,
      (select count(*) from receipts) as receipts, (select md5(string_agg(r::text, ',' order by unit_id, figure_id)) from readings r) as readings`,
  );
  await client.end();
  return JSON.stringify(rows);
}

async function metOf(unit: string): Promise<{ met: number; claimed: number }> {
  const board = answerOf<{ rows: { unit: string; met: number; claimed: number }[] }>(
    await vb(['board', ...PLACE, '--json'], house),
  );
  const row = board.rows.find((one) => one.unit === unit);
  if (!row) throw new Error(`no row ${unit}`);
  return row;
}

describe('a list', () => {
  test('changes the figure it gives, and the board at once; the same file again changes nothing', async () => {
    const before = await metOf('03472');
    const csv = 'unit,indicator,numerator,denominator\n03472,17.1,1,1000\n';
    expect(answerOf<Reply>(await importList(csv))).toEqual({
      units: 1,
      changedUnits: 1,
      changed: 1,
      unchanged: 0,
      dryRun: false,
    });
    expect((await metOf('03472')).met).toBe(before.met - 1);
    const stored = await everything();
    expect(answerOf<Reply>(await importList(csv))).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await everything()).toBe(stored);
  });

  test('sent again after a correction puts its own figures back', async () => {
    const file = 'unit,indicator,numerator,denominator\n03472,17.1,1,1000\n';
    await importList(file);
    await importList(file.replace(',1,1000', ',990,1000'));
    expect(answerOf<Reply>(await importList(file))).toMatchObject({ changed: 1, unchanged: 0 });
  });

  test('is only tried with --dry-run', async () => {
    const before = await everything();
    const csv = 'unit,indicator,numerator,denominator\n03472,17.1,1,1000\n';
    expect(answerOf<Reply>(await importList(csv, '--dry-run'))).toMatchObject({ changed: 1, dryRun: true });
    expect(await everything()).toBe(before);
  });

  test('is claimed until somebody confirms it', async () => {
    const csv = 'unit,indicator,value\n03472,7.1,0\n';
    await importList(csv);
    const unmet = await metOf('03472');
    await importList('unit,indicator,value\n03472,7.1,1\n');
    expect(await metOf('03472')).toMatchObject({ met: unmet.met, claimed: unmet.claimed + 1 });
    const confirmed = [
      '--confirmed-by',
      'Sở Công Thương',
      '--confirmed-on',
      '2021-02-01',
      '--document',
      '12/SCT',
    ];
    expect(
      answerOf<Reply>(await importList('unit,indicator,value\n03472,7.1,1\n', ...confirmed)).changed,
    ).toBe(1);
    expect(await metOf('03472')).toMatchObject({ met: unmet.met + 1, claimed: unmet.claimed });
  });

  test('with one fault imports nothing, and every fault is named with its cell', async () => {
    const before = await everything();
    const run = await importList(
      [
        'unit,indicator,value,numerator,denominator',
        '03472,17.1,,5,1000',
        '03461,17.1,,5,1000',
        '03434,17.1,,5,1000',
        '03472@2030-01-01,7.1,1,,',
        '03481,17.1,,20,10',
        '03481,4.2,1O5,,',
        '03484,77.7,1,,',
      ].join('\n'),
    );
    expect([run.code, run.out]).toEqual([2, '']);
    const { problems } = JSON.parse(run.err) as { problems: { path: string; vi: string }[] };
    const lines = problems.map(({ path }) => Number(/:(\d+)/.exec(path)?.[1]));
    // 03461 is nobody's code then; 03434 was a township, outside the programme
    expect(lines).toEqual(expect.arrayContaining([3, 4, 6, 7, 8]));
    expect(lines).not.toContain(2);
    expect(await everything()).toBe(before);
  });

  test('is told whether a unit was not there then, lies outside, or was named instead of coded', async () => {
    const said = async (unit: string, place = '112') => {
      const file = await folder.write('la.csv', `unit,indicator,value\n${unit},7.1,1\n`);
      const run = await vb(['readings', 'import', file, '--under', place, '--round', '2020-nam'], house);
      return run.err.trim().replace(/^la\.csv:2 \(A2\): /, '');
    };
    expect(await said('99999')).toBe('Không có đơn vị mã "99999" vào ngày của kỳ này. Kiểm lại mã.');
    // a township, outside the programme
    expect(await said('03434')).toBe(
      'Thị trấn Nậm Nhùn (mã 03434) không thuộc các xã của lần nhập này: nằm ngoài Huyện Nậm Nhùn, hoặc ngoài chương trình. Bỏ dòng này, hoặc nhập cho đúng nơi.',
    );
    expect(await said('03472', '03474')).toContain('Xã Mường Mô (mã 03472) không thuộc');
    expect(await said('Xã Mường Mô')).toBe('"Xã Mường Mô" là tên; ở đây cần mã đơn vị. Ghi 03472.');
    expect(await said('nam manh')).toBe('"nam manh" là tên; ở đây cần mã đơn vị. Ghi 03474.');
    expect(await said('Xã Không Có')).toContain('"Xã Không Có" không phải là mã đơn vị. Ghi mã, ví dụ 03');
  });

  test('takes a unit by a later code of the same commune, where the identity went on', async () => {
    const run = await importList('unit,indicator,value\n03472@2020-12-31,7.1,0\n');
    expect(answerOf<Reply>(run)).toMatchObject({ units: 1, changed: 1 });
  });

  test('an estimate and an official figure exclude each other, a confirmation needs its day', async () => {
    const csv = 'unit,indicator,value\n03472,7.1,0\n';
    for (const wrong of [
      ['--estimate', '--official'],
      ['--confirmed-by', 'Sở'],
      ['--known-on', '44197'],
    ]) {
      expect(await importList(csv, ...wrong)).toMatchObject({ code: 2, out: '' });
    }
    expect(answerOf<Reply>(await importList(csv, '--estimate')).changed).toBe(1);
  });
});

describe('the sheet', () => {
  test('goes out with what is known, and untouched changes nothing when it comes back', async () => {
    const out = folder.path('mau.xlsx');
    const made = answerOf<{ units: number; set: string }>(
      await vb(['readings', 'template', ...PLACE, '--out', out, '--json'], house),
    );
    expect(made).toMatchObject({ units: 10, set: 'vn-ntm-xa-2016-2020' });
    const before = await everything();
    const reply = answerOf<Reply>(await vb(['readings', 'import', out, ...PLACE, '--json'], house));
    expect(reply).toMatchObject({ units: 10, changed: 0 });
    expect(reply.unchanged).toBeGreaterThan(400);
    expect(await everything()).toBe(before);
  });

  test('comes back over HTTP with one figure changed, or with every fault at its cell', async () => {
    const sent = await app.request('http://localhost/api/readings/template.xlsx?under=112&round=2020-nam', {
      headers: { host: 'localhost' },
    });
    expect(sent.status).toBe(200);
    const bytes = await sent.arrayBuffer();
    const good = await typed(bytes, '10.1|value', 5, 12.5);
    const reply = await post(good, { under: '112', round: '2020-nam' });
    expect(await reply.json()).toMatchObject({ units: 10, changed: 1, dryRun: false, notes: [] });
    const bad = await typed(bytes, '10.1|value', 5, 'mười');
    const refused = await post(bad, { under: '112', round: '2020-nam' });
    expect(refused.status).toBe(422);
    const { errors } = (await refused.json()) as { errors: { path: string; vi: string }[] };
    expect(errors).toHaveLength(1);
    expect(errors[0]?.path).toMatch(/^mau\.xlsx Số liệu![A-Z]+5$/);
  });

  test('of another round is not taken for this one', async () => {
    const out = folder.path('mau-khac.xlsx');
    await vb(['readings', 'template', ...PLACE, '--out', out], house);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const mark = book.worksheets[0]?.getCell('A1');
    if (mark) mark.value = String(mark.value).replace('2020-nam', '2019-nam');
    await book.xlsx.writeFile(out);
    const run = await vb(['readings', 'import', out, ...PLACE], house);
    expect(run.code).toBe(2);
    expect(run.err).toContain('2019-nam');
  });

  test('without a file, or with a wrong field, the page is told what is missing', async () => {
    const form = new FormData();
    form.set('under', '112');
    const reply = await app.request('http://localhost/api/readings/import', {
      method: 'POST',
      headers: { host: 'localhost' },
      body: form,
    });
    expect(reply.status).toBe(400);
    expect(((await reply.json()) as { code: string }).code).toBe('input.file-absent');
    const wrong = await post(new ArrayBuffer(0), { knownOn: 'hôm qua', decimal: ';' });
    const { errors } = (await wrong.json()) as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['body/decimal', 'body/knownOn']);
  });
});

/** Types into a cell of a sheet of ours, found by its hidden code. */
async function typed(
  bytes: ArrayBuffer,
  code: string,
  row: number,
  value: number | string,
): Promise<ArrayBuffer> {
  const set = (await house.workshop.reference.current()).shelf
    .listSets()
    .find(({ set: one }) => one.id === 'vn-ntm-xa-2016-2020')?.set;
  if (!set) throw new Error('the set is not published');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  const column = 3 + templateColumns(set).findIndex((one) => one.code === code);
  const cell = book.worksheets[0]?.getCell(row, column);
  if (cell) cell.value = value;
  return book.xlsx.writeBuffer();
}

async function post(bytes: ArrayBuffer, fields: Readonly<Record<string, string>>): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new File([bytes], 'mau.xlsx'));
  return app.request('http://localhost/api/readings/import', {
    method: 'POST',
    headers: { host: 'localhost' },
    body: form,
  });
}

describe('told where it is wrong', () => {
  const problems = async (run: ReturnType<typeof vb>) => {
    const { code, err } = await run;
    expect(code).toBe(2);
    return (JSON.parse(err.trim().split('\n').at(-1) ?? '') as { problems: { path: string; vi: string }[] })
      .problems;
  };

  test('a total of nought, at the total', async () => {
    const told = await problems(importList('unit,indicator,value,numerator,denominator\n03472,17.2,,0,0\n'));
    expect(told).toMatchObject([{ path: 'so-lieu.csv:2 (E2)' }]);
  });

  test('a file that cannot be read is not called empty', async () => {
    const told = await problems(importList('unit,indicator,value\n03472,1.1,"1\n'));
    expect(told).toMatchObject([{ path: 'so-lieu.csv:2 (C2)' }]);
    expect(told[0]?.vi).toContain('Dấu ngoặc kép');
  });

  test('a round that nobody opened, where the place is known', async () => {
    const run = await vb(['board', '--under', '112', '--round', '2019-nam'], house);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('2019-nam');
    expect(run.err).not.toContain('đơn vị mã 112');
  });

  test('names that slipped by a line beside codes that did not', async () => {
    const path = folder.path('mau.xlsx');
    expect((await vb(['readings', 'template', ...PLACE, '--out', path], house)).code).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.worksheets[0];
    const [first, second] = [sheet?.getCell('B5'), sheet?.getCell('B6')];
    if (first === undefined || second === undefined) throw new Error('the template has no lines');
    const [one, other] = [String(first.value), String(second.value)];
    [first.value, second.value] = [other, one];
    await book.xlsx.writeFile(path);
    const told = await problems(vb(['readings', 'import', path, ...PLACE, '--json'], house));
    expect(told.map((problem) => problem.path)).toEqual(['mau.xlsx Số liệu!A5', 'mau.xlsx Số liệu!A6']);
    expect(told[0]?.vi).toContain(`nhưng dòng này ghi tên “${other}”`);
  });
});
