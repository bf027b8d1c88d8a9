// Files as they really come: odd encodings are read, and whatever is wrong is said at once, with its place, before anything is done.
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, type Ended, type Folder, makeFolder, vb } from './vb.ts';

let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const LAW = ['--set', 'vn-ntm-xa-2016-2020', '--dimension', 'TDMNPB', '--year', '2020', '--json'];

async function evaluate(name: string, content: string | Uint8Array): Promise<Ended> {
  return vb(['evaluate', ...LAW, '--readings', await folder.write(name, content)]);
}

/** [place, what is said] of every fault; standard output must have stayed empty. */
function faultsOf(run: Ended): [path: string, vi: string][] {
  expect([run.code, run.out]).toEqual([2, '']);
  const last = run.err.trim().split('\n').at(-1) ?? '';
  const { problems } = JSON.parse(last) as { problems: { path: string; vi: string; en: string }[] };
  expect(problems.every(({ vi, en }) => vi !== '' && en !== '' && vi !== en)).toBe(true);
  return problems.map(({ path, vi }) => [path, vi]);
}

type Judged = {
  units: { unit: string; criteria: { indicators: { code: string; value: unknown; reason: string }[] }[] }[];
};

function shownValue(run: Ended, code: string): unknown {
  const [unit] = answerOf<Judged>(run).units;
  return unit?.criteria.flatMap(({ indicators }) => indicators).find((one) => one.code === code)?.value;
}

describe('read as they are', () => {
  const csv = 'unit;indicator;value;numerator;denominator;note\n03460;17.1;;811;900;ước của xã\n';

  test('UTF-16 from Excel "Unicode Text", with its byte-order mark and tabs', async () => {
    const text = `\ufeff${csv.replaceAll(';', '\t')}`;
    expect(shownValue(await evaluate('a.csv', Buffer.from(text, 'utf16le')), '17.1')).toBe(90.111111);
  });

  test('UTF-8 with a byte-order mark', async () => {
    expect(shownValue(await evaluate('a.csv', `\ufeff${csv}`), '17.1')).toBe(90.111111);
  });

  test('Windows-1258 from an old Excel, and the person is told to look at the tone marks', async () => {
    // "không" and "đạt" as code page 1258 writes them: ô f4, đ f0, ạ = a + f2 (nặng)
    const bytes = Buffer.concat([
      Buffer.from('unit;indicator;value\n03460;9.1;'),
      Buffer.from([0xf0, 0x61, 0xf2, 0x74]),
      Buffer.from('\n'),
    ]);
    const run = await evaluate('a.csv', bytes);
    expect(shownValue(run, '9.1')).toBe(false);
    expect(run.err).toContain('Windows-1258');
  });

  test('decimal commas', async () => {
    const run = await evaluate('a.csv', 'unit;indicator;value\n03460;4.2;95,5\n03460;11.1;12,34\n');
    expect([shownValue(run, '4.2'), shownValue(run, '11.1')]).toEqual([95.5, 12.34]);
  });

  test('tone marks composed and decomposed', async () => {
    const heading = 'unit,Chỉ tiêu,Giá trị\n';
    const line = '03460,9.1,đạt\n';
    for (const form of ['NFC', 'NFD'] as const) {
      expect(shownValue(await evaluate('a.csv', (heading + line).normalize(form)), '9.1')).toBe(false);
    }
  });

  test('a formula in a note comes out inert, as the text it is', async () => {
    const file = await folder.write(
      'a.csv',
      'unit,indicator,applicable,note\n03460,13.4,0,"=cmd|\'/C calc\'!A0"\n',
    );
    const law = ['--set', 'vn-ntm-xa-2021-2025', '--dimension', 'TDMNPB', '--year', '2022', '--json'];
    const run = await vb(['evaluate', ...law, '--readings', file]);
    expect(run.code).toBe(0);
    expect(run.out).toContain("=cmd|'/C calc'!A0");
  });

  test('a name merged over the lines of one unit', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Bảng');
    sheet.addRows([
      ['unit', 'indicator', 'value'],
      ['03460', '9.1', 0],
      [null, '7.1', 1],
    ]);
    sheet.mergeCells('A2:A3');
    const run = await evaluate('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    expect([shownValue(run, '9.1'), shownValue(run, '7.1')]).toEqual([false, true]);
  });

  test('two hundred thousand lines', async () => {
    const lines = ['unit,indicator,value,numerator,denominator'];
    for (let unit = 0; unit < 1_000; unit++) {
      const code = String(unit).padStart(5, '0');
      for (let line = 0; line < 199; line++) lines.push(`${code},18.${line % 6},,,`);
      lines.push(`${code},17.1,,${unit},10000`);
    }
    const run = await evaluate('a.csv', `${lines.join('\n')}\n`.replaceAll(',18.0,', ',18.6,'));
    expect(answerOf<Judged>(run).units).toHaveLength(1_000);
  });
});

describe('refused, with everything that is wrong and where', () => {
  test('a quotation mark that is never closed, and a note without end: nothing is judged, not even what stands before', async () => {
    const good = 'unit,indicator,value,numerator,denominator,note\n03460,1.1,1,,,được\n';
    const open = await evaluate('a.csv', `${good}03461,1.1,1,,,"ghi chú\n03462,1.1,1,,,\n`);
    expect(faultsOf(open)).toEqual([['a.csv:3 (F3)', expect.stringContaining('Dấu ngoặc kép mở')]]);
    const long = await evaluate('a.csv', `${good}03461,1.1,1,,,${'dài '.repeat(100_000)}\n`);
    expect(faultsOf(long).map(([path]) => path)).toEqual(['a.csv:3 (F3)']);
  });

  test('five of none', async () => {
    const run = await evaluate('a.csv', 'unit,indicator,numerator,denominator\n03460,17.1,5,0\n');
    expect(faultsOf(run)).toEqual([['a.csv:2 (C2)', '5 lớn hơn tổng số (0). Kiểm lại một trong hai số.']]);
  });

  test('each fault of a list at its line and cell, from the top down', async () => {
    const run = await evaluate(
      'so-lieu.csv',
      [
        'unit,indicator,value,numerator,denominator',
        '03460,17.1,,95O,1000',
        '03460,99.9,1,,',
        '03460,17.1/sach,,1,2',
        ',4.2,5,,',
        '03460,4.2,105,,',
        '03460,17.2,,20,10',
        '03460,10.1,=cmd|calc,,',
        '=cmd|x,4.2,5,,',
        '03461,4.2,-3,,',
        '03462,4.2,95,,',
        '03462,4.2,96,,',
        '03463,11.1,,12.5,100',
      ].join('\n'),
    );
    const told = faultsOf(run);
    expect(told.map(([path]) => path)).toEqual([
      'so-lieu.csv:2 (D2)',
      'so-lieu.csv:3 (B3)',
      'so-lieu.csv:4 (B4)',
      'so-lieu.csv:5 (A5)',
      'so-lieu.csv:6 (C6)',
      'so-lieu.csv:7 (D7)',
      'so-lieu.csv:8 (C8)',
      'so-lieu.csv:9 (A9)',
      'so-lieu.csv:10 (C10)',
      'so-lieu.csv:12 (C12)',
      'so-lieu.csv:13 (D13)',
    ]);
    const words = [
      'chữ "O"',
      '99.9',
      'clean',
      'thiếu mã đơn vị',
      '105%',
      'lớn hơn tổng số',
      'công thức',
      'công thức',
    ];
    words.forEach((word, at) => {
      expect(told[at]?.[1]).toContain(word);
    });
  });

  test('decimal commas that a comma-separated file has torn apart', async () => {
    const told = faultsOf(await evaluate('a.csv', 'unit,indicator,value\n03460,4.2,95,5\n03460,9.1,0\n'));
    expect(told[0]?.[0]).toBe('a.csv:2 (D2)');
    expect(told[0]?.[1]).toContain('dấu phẩy thập phân');
  });

  test('a figure that reads two ways, until the person says which mark the file has', async () => {
    const csv = 'unit;indicator;value\n03460;10.1;31.125\n03461;10.1;12.250\n';
    const run = await evaluate('a.csv', csv);
    if (run.code === 2) expect(faultsOf(run)[0]?.[1]).toContain('hai cách');
    const path = await folder.write('a.csv', csv);
    const told = await vb(['evaluate', ...LAW, '--readings', path, '--decimal', '.']);
    expect(shownValue(told, '10.1')).toBe(31.125);
  });

  test('days where numbers should be, merged figures, broken formulas and cut codes of a workbook', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Bảng');
    sheet.addRows([
      ['unit', 'indicator', 'value', 'numerator', 'denominator'],
      ['03460', '17.2', null, new Date('2020-04-03T00:00:00Z'), 4],
      ['03461', '10.1', 30],
      ['03462', '10.1', null],
      ['03463', '10.1', { error: '#REF!' }],
    ]);
    sheet.getCell('D2').numFmt = 'dd/mm/yyyy';
    sheet.mergeCells('C3:C4');
    const told = faultsOf(await evaluate('so-lieu.xlsx', new Uint8Array(await book.xlsx.writeBuffer())));
    expect(told.map(([path]) => path)).toEqual([
      'so-lieu.xlsx Bảng!D2',
      'so-lieu.xlsx Bảng!C3',
      'so-lieu.xlsx Bảng!C5',
    ]);
    const words = ['ngày', 'gộp', '#REF!'];
    words.forEach((word, at) => {
      expect(told[at]?.[1]).toContain(word);
    });
  });

  test('a code such as 17.10 that Excel keeps as the number 17.1', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Bảng').addRows([
      ['unit', 'indicator', 'value'],
      ['03460', 17.1, 95],
    ]);
    const file = await folder.write('cut.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    const law = ['--set', 'vn-ntm-xa-2021-2025', '--dimension', 'TDMNPB', '--year', '2022', '--json'];
    const told = faultsOf(await vb(['evaluate', ...law, '--readings', file]));
    expect(told).toHaveLength(1);
    expect(told[0]?.[1]).toContain('17.10');
  });

  test('no heading, two headings alike, an empty file, a file that is no table', async () => {
    expect(faultsOf(await evaluate('a.csv', 'ten,so\n03460,1\n'))).toHaveLength(2);
    expect(faultsOf(await evaluate('a.csv', 'unit,indicator,value,value\na,9.1,0,1\n'))[0]?.[1]).toContain(
      'hai cột',
    );
    expect(faultsOf(await evaluate('a.csv', 'unit,indicator,value\n'))).toHaveLength(1);
    expect(faultsOf(await evaluate('a.csv', ''))[0]?.[1]).toContain('trống');
    expect(
      faultsOf(await evaluate('a.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))),
    ).toHaveLength(1);
  });

  test('two hundred thousand wrong lines: the first five hundred, and how many more', async () => {
    const lines = Array.from({ length: 200_000 }, (_, at) => `${at},99.9,1`);
    const told = faultsOf(await evaluate('a.csv', `unit,indicator,value\n${lines.join('\n')}\n`));
    expect(told).toHaveLength(501);
    expect(told.at(-1)?.[1]).toContain('199500');
  });
});
