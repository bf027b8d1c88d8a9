// Text files and pasted blocks, as Vietnamese offices save and copy them.
import { describe, expect, it } from 'vitest';
import { parsePasted, readPasted, readSheets } from '../../src/sheets/index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(order === 'be' ? bytes.swap16() : bytes);
}

/** Windows-1258 has base letters and five combining tones; this is the table's part that the names below need. */
function windows1258(text: string): Uint8Array {
  const tones: Record<string, number> = {
    '\u0300': 0xcc,
    '\u0309': 0xd2,
    '\u0303': 0xde,
    '\u0301': 0xec,
    '\u0323': 0xf2,
  };
  const letters: Record<string, number> = {
    ă: 0xe3,
    â: 0xe2,
    ê: 0xea,
    ô: 0xf4,
    ơ: 0xf5,
    ư: 0xfd,
    đ: 0xf0,
    Đ: 0xd0,
  };
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const [base = '', ...marks] = letter.normalize('NFD');
    const tone = marks.find((mark) => mark in tones);
    const plain = (base + marks.filter((mark) => mark !== tone).join('')).normalize('NFC');
    bytes.push(letters[plain] ?? plain.charCodeAt(0));
    if (tone !== undefined) bytes.push(tones[tone] ?? 0);
  }
  return Uint8Array.from(bytes);
}

async function texts(bytes: Uint8Array, file = 'so-lieu.csv'): Promise<string[][]> {
  const { sheets, problems } = await readSheets(bytes, file);
  expect(problems.filter((problem) => problem.grade === 'refused')).toEqual([]);
  return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell.text));
}

const lines = 'Xã,Tiêu chí 1\r\nMường Mô,Đạt\r\nLê Lợi,Chưa đạt\r\n';
const expected = [
  ['Xã', 'Tiêu chí 1'],
  ['Mường Mô', 'Đạt'],
  ['Lê Lợi', 'Chưa đạt'],
];

describe('an officer saves the figures as text', () => {
  it('reads UTF-8 with and without its mark', async () => {
    expect(await texts(utf8(lines))).toEqual(expected);
    expect(await texts(utf8(`\ufeff${lines}`))).toEqual(expected);
  });

  it.each([
    ['le', true],
    ['le', false],
    ['be', true],
    ['be', false],
  ] as const)('reads UTF-16 %s, byte-order mark: %s', async (order, mark) => {
    expect(await texts(utf16(lines, order, mark))).toEqual(expected);
  });

  it('reads Windows-1258, composes its tones and says that it guessed', async () => {
    const { sheets, problems } = await readSheets(windows1258(lines), 'cu.csv');
    expect(sheets[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual(expected);
    expect(problems.map((problem) => problem.code)).toEqual(['csv.encoding-guessed']);
  });

  it('gives the same letters for composed and decomposed tone marks', async () => {
    expect(await texts(utf8(lines.normalize('NFD')))).toEqual(expected);
  });

  it.each(['\t', ';', ',', '|'])('finds the delimiter %j', async (delimiter) => {
    expect(await texts(utf8(lines.replaceAll(',', delimiter)))).toEqual(expected);
  });

  it('keeps decimal commas whole in a file parted by semicolons, whatever sep= says', async () => {
    const rows = [
      ['Xã', '17.1', '10.1'],
      ['Mường Mô', '82,7', '31,5'],
      ['Lê Lợi', '90,0', '29,8'],
    ];
    const file = rows.map((row) => row.join(';')).join('\n');
    expect(await texts(utf8(file))).toEqual(rows);
    expect(await texts(utf8(`sep=;\n${file}`))).toEqual([[], ...rows]);
  });

  it('reads quoted cells with delimiters, quotes and line breaks inside', async () => {
    expect(await texts(utf8('a,b,c\n"Nậm Chà, bản ""Lớn""","hai\ndòng",3'))).toEqual([
      ['a', 'b', 'c'],
      ['Nậm Chà, bản "Lớn"', 'hai\ndòng', '3'],
    ]);
  });

  it('skips titles above the table when it looks for the delimiter', async () => {
    const file = 'UBND HUYỆN NẬM NHÙN\nKết quả, năm 2020\n\nTT;Xã;1;2\n1;Lê Lợi;Đ;K\n2;Pú Đao;Đ;K';
    expect((await texts(utf8(file)))[3]).toEqual(['TT', 'Xã', '1', '2']);
  });

  it('names the line whose unquoted decimal comma makes a cell too many', async () => {
    const { problems } = await readSheets(
      utf8('unit,indicator,value\n03472,17.1,82,7\n03481,17.1,90'),
      'f.csv',
    );
    expect(problems).toMatchObject([{ code: 'csv.row-too-wide', grade: 'fault', cell: 'D2', sheet: 'f' }]);
    expect(problems[0]?.vi).toContain('Dòng 2 có 4 ô');
  });

  it('never runs a formula, and unwraps the one people use to keep a leading zero', async () => {
    const { sheets } = await readSheets(utf8(`xã,số\n"=""03460""",=cmd|' /C calc'!A0`), 'f.csv');
    expect(sheets[0]?.rows[1]).toMatchObject([
      { text: '03460', kind: 'text' },
      { text: "=cmd|' /C calc'!A0", kind: 'text' },
    ]);
  });

  it('says where a quotation mark was left open', async () => {
    const { sheets, problems } = await readSheets(utf8('a,b\n1,"Mường Mô\n2,x\n'), 'f.csv');
    expect(sheets).toEqual([]);
    expect(problems).toMatchObject([{ code: 'csv.quote-open', grade: 'refused', cell: 'B2' }]);
  });

  it('reads 200,000 lines', async () => {
    let file = 'unit,indicator,value\n';
    for (let row = 0; row < 200_000; row++) file += `0${3000 + (row % 3321)},${1 + (row % 57)},${row}\n`;
    const { sheets, problems } = await readSheets(utf8(file), 'ca-nuoc.csv');
    expect(problems).toEqual([]);
    expect(sheets[0]?.rows.length).toBe(200_001);
    expect(sheets[0]?.rows[200_000]?.[2]?.text).toBe('199999');
    // Equal cells are one object: 3,321 codes and 57 indicators, whatever the number of lines.
    expect(sheets[0]?.rows[1]?.[1]).toBe(sheets[0]?.rows[58]?.[1]);
  });

  it('refuses a longer file with its limit in the sentence', async () => {
    const { sheets, problems } = await readSheets(utf8('a\nb\nc\nd\n'), 'f.csv', { textRows: 3 });
    expect(sheets).toEqual([]);
    expect(problems).toMatchObject([{ code: 'sheet.too-many-rows', grade: 'refused' }]);
    expect(problems[0]?.vi).toContain('3 dòng');
  });

  it('refuses a picture, a web page named .xls, an empty file and one of blanks', async () => {
    const cases: [Uint8Array, string][] = [
      [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'sheet.kind-unknown'],
      [utf8('<html><table><tr><td>1</td></tr></table></html>'), 'sheet.kind-web-page'],
      [new Uint8Array(), 'sheet.file-empty'],
      [utf8(' , , \n\n'), 'sheet.nothing-in-it'],
      [Uint8Array.from([1, 0, 0, 2, 0, 0, 0, 3]), 'csv.not-text'],
    ];
    for (const [bytes, code] of cases) {
      const { sheets, problems } = await readSheets(bytes, 'f.xls');
      expect(sheets).toEqual([]);
      expect(problems.map((problem) => problem.code)).toEqual([code]);
    }
  });
});

describe('an officer pastes a block from Excel', () => {
  it('reads tabs, empty cells and a cell of two lines', () => {
    const grid = parsePasted('Xã\t1\t2\t3\nMường Mô\tx\t\tx\n"Lê\nLợi"\t\tx\t\n');
    expect(grid.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['Xã', '1', '2', '3'],
      ['Mường Mô', 'x', '', 'x'],
      ['Lê\nLợi', '', 'x'],
    ]);
  });

  it('refuses an open quotation mark with its place instead of throwing', () => {
    expect(readPasted('a\t"b')).toMatchObject({
      grid: null,
      problems: [{ code: 'csv.quote-open', cell: 'B1' }],
    });
  });
});
