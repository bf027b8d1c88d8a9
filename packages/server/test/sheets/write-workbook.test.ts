// What the program writes is opened again: by the reader here, and by exceljs for locks, panes and notes.
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  type RowModel,
  readSheets,
  streamWorkbook,
  type WorkbookModel,
  writeCsv,
  writeWorkbook,
} from '../../src/sheets/index.ts';

const attacks = [
  "=cmd|' /C calc'!A0",
  '=1+1',
  '+84 912',
  '-2+3',
  '@SUM(A1)',
  '\t=1',

  'Nậm\u0000 Nhùn',
  '<b>&"\'',
];

const board: WorkbookModel = {
  title: 'Bảng tiêu chí',
  styles: {
    head: { bold: true, wrap: true, border: true, fill: 'ECE7DB', align: 'center' },
    mark: { align: 'center', border: true, unlocked: true },
    share: { format: '0.0%', border: true },
  },
  sheets: [
    {
      name: 'Huyện Nậm Nhùn: 2020/năm?',
      columns: [{ width: 24 }, { width: 6 }, { width: 9, hidden: true }],
      frozen: { rows: 2, columns: 1 },
      locked: true,
      merges: ['A1:C1'],
      print: { paper: 'A3', landscape: true, repeatRows: [1, 2] },
      rows: [
        { cells: ['Kết quả năm 2020', null, null], style: 'head', height: 30 },
        { cells: ['Xã', { value: '1', note: 'Quy hoạch' }, 'Tỷ lệ'], style: 'head' },
        { cells: ['Mường Mô', { value: 'Đạt', style: 'mark' }, { value: 0.947, style: 'share' }] },
        { cells: ['ẩn', null, null], hidden: true },
      ],
    },
    { name: 'Ẩn', hidden: true, rows: [{ cells: attacks }] },
  ],
};

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // exceljs declares a Buffer of its own; the bytes are the same
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0]);
  return book;
}

describe('a workbook that the program writes', () => {
  it('reads back as the same grid, with its merges and hidden parts', async () => {
    const { sheets, problems } = await readSheets(await writeWorkbook(board), 'bang.xlsx');
    expect(problems).toEqual([]);
    expect(sheets[0]?.sheet).toBe('Huyện Nậm Nhùn- 2020-năm-');
    expect(sheets[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['Kết quả năm 2020', '', ''],
      ['Xã', '1', 'Tỷ lệ'],
      ['Mường Mô', 'Đạt', '94.7%'],
      ['ẩn'],
    ]);
    expect(sheets[0]?.rows[2]?.[2]?.value).toBe(0.947);
    expect(sheets[0]?.rows[1]?.[1]).toMatchObject({ note: 'Quy hoạch', fill: 'ECE7DB' });
    expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect(sheets[0]?.hiddenRows).toEqual([3]);
    expect(sheets[0]?.hiddenColumns).toEqual([2]);
    expect(sheets[1]?.hidden).toBe(true);
  });

  it('locks its headings, leaves the marks open, freezes panes and repeats its heading on paper', async () => {
    const sheet = (await open(await writeWorkbook(board))).worksheets[0];
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 2 });
    expect(sheet?.getCell('B3').protection?.locked).toBe(false);
    expect(sheet?.getCell('A3').protection?.locked).not.toBe(false);
    expect((sheet as unknown as { sheetProtection: { sheet: boolean } | null }).sheetProtection?.sheet).toBe(
      true,
    );
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape', printTitlesRow: '1:2' });
    expect(sheet?.getColumn(1).width).toBe(24);
    expect(sheet?.getCell('C3').numFmt).toBe('0.0%');
  });

  it('keeps text that looks like a formula as text', async () => {
    const bytes = await writeWorkbook(board);
    const sheet = (await open(bytes)).worksheets[1];
    for (let at = 1; at <= attacks.length; at++) {
      expect(sheet?.getRow(1).getCell(at).type).not.toBe(ExcelJS.ValueType.Formula);
    }
    const { sheets } = await readSheets(bytes, 'bang.xlsx');
    const back = sheets[1]?.rows[0] ?? [];
    expect(back.every((cell) => cell.kind === 'text' && cell.formula === undefined)).toBe(true);
    expect(back.map((cell) => cell.text)).toEqual(attacks.map((text) => text.replace('\u0000', '').trim()));
  });

  it('streams the nation, 3,321 communes by 60 columns, row by row', async () => {
    let made = 0;
    function* rows(): Generator<RowModel> {
      for (; made < 3321; made++)
        yield { cells: [`Xã ${made}`, ...Array.from({ length: 59 }, (_, at) => made * (at + 1))] };
    }
    const pipe = new PassThrough();
    const [bytes] = await Promise.all([
      buffer(pipe),
      streamWorkbook({ sheets: [{ name: 'Cả nước', rows: rows() }] }, pipe),
    ]);
    const { sheets } = await readSheets(bytes, 'ca-nuoc.xlsx');
    expect(sheets[0]?.rows.length).toBe(3321);
    expect(sheets[0]?.rows[3320]?.[59]?.value).toBe(3320 * 59);
  });

  it('fails with the stream it writes to, and does not hang', async () => {
    const pipe = new PassThrough();
    pipe.destroy(new Error('mất mạng'));
    await expect(streamWorkbook(board, pipe)).rejects.toThrow();
  });
});

describe('a CSV that the program writes', () => {
  it('makes formulas inert, keeps numbers and lone signs, and reads back the same', async () => {
    const row = ['=1+1', '@x', '+84 x', '-2+3', '-5', '-', '+', '82,7', 'a"b', 'hai\ndòng', -3.5, null, true];
    const text = writeCsv([row, ['Xã', 'Lê Lợi']]);
    expect(text).toContain('\'=1+1,\'@x,\'+84 x,\'-2+3,-5,-,+,"82,7","a""b","hai\ndòng",-3.5,,true\r\n');
    const { sheets } = await readSheets(new TextEncoder().encode(text), 'f.csv');
    expect(sheets[0]?.rows[0]?.map((cell) => cell.text)).toEqual(row.map((value) => String(value ?? '')));
  });
});
