// An office sends its figures. Where a workbook is plain its cells are read the short way, and are what the library reads;
// everything else goes the long way.
import { readdirSync, readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import { templateColumns, templateWorkbook } from '@vungbuoc/programme/template';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  type Grid,
  type GridCell,
  readSheets,
  readSheetValues,
  writeWorkbook,
} from '../../src/sheets/index.ts';
import { defaultLimits } from '../../src/sheets/limits.ts';
import { isPlainPart, readPlainWorkbook } from '../../src/sheets/plain-workbook.ts';
import { checkZip } from '../../src/sheets/zip-check.ts';
import { readShippedSet } from './shipped-set.ts';

function shortWay(bytes: Uint8Array): readonly Grid[] | null {
  const { files } = checkZip(bytes, 'so-lieu.xlsx', defaultLimits, isPlainPart);
  return readPlainWorkbook(files, defaultLimits.columns)?.sheets ?? null;
}

/** What the long way reads, without colours and struck text, and without cells that have nothing else. */
async function longWay(bytes: Uint8Array): Promise<Grid[]> {
  const { sheets } = await readSheets(bytes, 'so-lieu.xlsx');
  return sheets.map((sheet) => {
    const rows = sheet.rows.map((row) => cutTail(row.map(({ fill: _, struck: __, ...cell }) => cell)));
    while (rows.at(-1)?.length === 0) rows.pop();
    return { ...sheet, rows };
  });
}

function cutTail(cells: GridCell[]): GridCell[] {
  while (cells.length > 0 && cells.at(-1)?.kind === 'empty' && cells.at(-1)?.note === undefined) cells.pop();
  return cells;
}

async function bytesOf(
  fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Số liệu'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('a plain workbook is read the short way, cell for cell as the library reads it', () => {
  it('our sheet of figures, with its codes, notes and hidden line', async () => {
    const set = readShippedSet();
    const [column] = templateColumns(set);
    const code = column?.figure.code ?? '';
    const reading = { numerator: '812', denominator: '940', applicable: true, note: 'theo <biểu> A & B' };
    const bytes = await writeWorkbook(
      templateWorkbook({
        set,
        round: '2020-nam',
        units: [{ code: '03472', name: 'Xã Mường Mô' }],
        readings: new Map([['03472', new Map([[code, reading]])]]),
      }),
    );
    const sheets = shortWay(bytes);
    expect(sheets?.[0]?.hiddenRows).toEqual([0]);
    expect(sheets?.[0]?.rows.flat().some(({ note }) => note === 'theo <biểu> A & B')).toBe(true);
    expect(sheets).toEqual(await longWay(bytes));
  });

  it('texts in runs and by number, signs, blanks, booleans, merges, what is hidden, and a note on an empty cell', async () => {
    const bytes = await bytesOf((sheet, book) => {
      sheet.getCell('B2').value = { richText: [{ text: 'Mường ' }, { text: 'Mô', font: { bold: true } }] };
      sheet.getCell('C2').value = '  a < b & "c"\n_x0041_ ';
      sheet.getCell('D2').value = '   ';
      sheet.getCell('E2').value = true;
      sheet.getCell('F2').value = 'Mường Tè'.normalize('NFD');
      sheet.getCell('A4').value = 12.75;
      sheet.getCell('B4').value = -3;
      sheet.getCell('H9').note = 'chưa có';
      sheet.mergeCells('A6:C7');
      sheet.getRow(4).hidden = true;
      sheet.getColumn(2).hidden = true;
      book.addWorksheet('Ẩn', { state: 'veryHidden' }).getCell('A1').value = 1871;
      book.addWorksheet('Trống');
    });
    expect(shortWay(bytes)?.[0]?.rows[8]?.[7]).toEqual({
      text: '',
      value: null,
      kind: 'empty',
      note: 'chưa có',
    });
    expect(shortWay(bytes)).toEqual(await longWay(bytes));
  });

  it('as other programs save it', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['Mã', 'Xã'],
      ['03472', 'Mường Mô', 1871, 2262.5, null, false],
    ]);
    const book = xlsx.utils.book_new(sheet, 'Số liệu');
    const bytes = new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx', bookSST: true }));
    expect(shortWay(bytes)).toEqual(await longWay(bytes));
  });

  it('every sheet of marks that the tests have, the short way or the long one', async () => {
    const folder = new URL('../fixtures/intake/', import.meta.url);
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.xlsx'))) {
      const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
      const short = shortWay(bytes);
      if (short !== null) expect(short, name).toEqual(await longWay(bytes));
    }
  });
});

describe('what is not plain goes the long way', () => {
  const cases: readonly (readonly [string, (cell: ExcelJS.Cell) => void])[] = [
    ['a formula', (cell) => Object.assign(cell, { value: { formula: 'B1+1', result: 13 } })],
    [
      'a date',
      (cell) => Object.assign(cell, { value: new Date('2020-12-31T00:00:00Z'), numFmt: 'dd/mm/yyyy' }),
    ],
    ['a per cent by format', (cell) => Object.assign(cell, { value: 0.5, numFmt: '0%' })],
    ['a number that its format rounds', (cell) => Object.assign(cell, { value: 0.4, numFmt: '0' })],
    ['more digits than Excel shows', (cell) => Object.assign(cell, { value: 98.123456789 })],
    ['an error', (cell) => Object.assign(cell, { value: { error: '#N/A' } })],
  ];
  it.each(cases)('%s', async (_, type) => {
    const bytes = await bytesOf((sheet) => type(sheet.getCell('A1')));
    expect(shortWay(bytes)).toBeNull();
    expect(await readSheetValues(bytes, 'so-lieu.xlsx')).toEqual(await readSheets(bytes, 'so-lieu.xlsx'));
  });

  it('a sheet wider than the limit, so that it is refused as ever', async () => {
    const bytes = await bytesOf((sheet) => Object.assign(sheet.getCell('XFD1'), { value: 1 }));
    expect(shortWay(bytes)).toBeNull();
    const { problems } = await readSheetValues(bytes, 'so-lieu.xlsx');
    expect(problems.map(({ code }) => code)).toEqual(['sheet.too-many-columns']);
  });
});
