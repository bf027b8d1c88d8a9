// Workbooks as offices keep them, and files made to hurt the server.
import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import * as xlsx from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { addressOf, type GridCell, readSheets } from '../../src/sheets/index.ts';

async function bytesOf(
  fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Biểu 1'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A zip of one file, with whatever sizes it declares. */
function zipOf(name: string, content: Uint8Array, declared = content.length): Uint8Array {
  const packed = deflateRawSync(content);
  const nameBytes = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(declared, 22);
  local.writeUInt16LE(nameBytes.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(declared, 24);
  central.writeUInt16LE(nameBytes.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + nameBytes.length, 12);
  end.writeUInt32LE(30 + nameBytes.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, nameBytes, packed, central, nameBytes, end]));
}

describe('a workbook of an office', () => {
  it('shows what Excel shows: cached values, dates, percents, colours, comments, struck text', async () => {
    const bytes = await bytesOf((sheet) => {
      sheet.getCell('A1').value = { formula: 'B1+1', result: 13 };
      sheet.getCell('B1').value = new Date('2020-12-31T00:00:00Z');
      sheet.getCell('B1').numFmt = 'dd/mm/yyyy';
      sheet.getCell('C1').value = 0.5;
      sheet.getCell('C1').numFmt = '0%';
      sheet.getCell('D1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
      sheet.getCell('E1').value = { richText: [{ text: 'x', font: { strike: true } }] };
      sheet.getCell('F1').value = 1;
      sheet.getCell('F1').numFmt = '[=1]"Đ";[=0]"K";General';
      sheet.getCell('G1').value = 'Mường Tè'.normalize('NFD');
      sheet.getCell('G1').note = 'chưa thẩm định';
      sheet.getCell('H1').value = 'x';
      sheet.getCell('H1').font = { strike: true, color: { argb: 'FFFF0000' } };
      sheet.getCell('I1').value = 'x';
      sheet.getCell('I1').font = { bold: true };
    });
    const { sheets, problems } = await readSheets(bytes, 'b.xlsx');
    expect(problems).toEqual([]);
    expect(sheets[0]?.rows[0]).toEqual([
      { text: '13', value: 13, kind: 'number', formula: true },
      { text: '31/12/2020', value: '2020-12-31', kind: 'date' },
      { text: '50%', value: 0.5, kind: 'number' },
      { text: '', value: null, kind: 'empty', fill: 'FFFF00' },
      { text: 'x', value: 'x', kind: 'text', struck: true },
      { text: 'Đ', value: 1, kind: 'number' },
      { text: 'Mường Tè', value: 'Mường Tè', kind: 'text', note: 'chưa thẩm định' },
      { text: 'x', value: 'x', kind: 'text', struck: true },
      { text: 'x', value: 'x', kind: 'text' },
    ]);
  });

  it('shows what is struck out or coloured in .xls and .ods as in .xlsx: cells, pieces of text, empty cells', async () => {
    for (const kind of ['xlsx', 'xls', 'ods']) {
      const file = new URL(`../fixtures/struck/gach-ngang.${kind}`, import.meta.url);
      const { sheets, problems } = await readSheets(await readFile(file), `gach-ngang.${kind}`);
      expect(problems).toEqual([]);
      const found = (has: (cell: GridCell) => boolean) =>
        sheets.map(({ rows }) =>
          rows.flatMap((row, y) => row.flatMap((cell, x) => (has(cell) ? [addressOf(y, x)] : []))),
        );
      const struck = found((cell) => cell.struck === true);
      expect([kind, ...found((cell) => cell.fill === 'FFFF00')]).toEqual([kind, ['E2', 'G2'], []]);
      expect([kind, ...found((cell) => cell.fill !== undefined)]).toEqual([kind, ['E2', 'G2'], []]);
      expect([kind, ...struck]).toEqual([kind, ['C2', 'F2', 'D3', 'B4', 'C4', 'D4'], ['B2', 'A5']]);
    }
  });

  it('names every formula without its result and every error, all at once', async () => {
    const bytes = await bytesOf((sheet) => {
      sheet.getCell('B2').value = { formula: "cmd|' /C calc'!A0" } as ExcelJS.CellFormulaValue;
      sheet.getCell('C3').value = { error: '#REF!' };
      sheet.getCell('D4').value = { formula: '1/0', result: { error: '#DIV/0!' } };
    });
    const { sheets, problems } = await readSheets(bytes, 'b.xlsx');
    expect(problems.map(({ code, sheet, cell }) => [code, sheet, cell])).toEqual([
      ['sheet.formula-without-value', 'Biểu 1', 'B2'],
      ['sheet.error-value', 'Biểu 1', 'C3'],
      ['sheet.error-value', 'Biểu 1', 'D4'],
    ]);
    expect(sheets[0]?.rows[1]?.[1]?.text ?? '').toBe('');
  });

  it('reads an old .xls with the same content', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['Xã', 'Tiêu chí 1'],
      ['Pa Vệ Sủ', 'Đ'],
      ['Kan Hồ', 19],
    ]);
    const book = xlsx.utils.book_new(sheet, 'Năm 2012');
    const bytes = new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'biff8' }));
    const { sheets } = await readSheets(bytes, 'cu.xls');
    expect(sheets[0]?.sheet).toBe('Năm 2012');
    expect(sheets[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['Xã', 'Tiêu chí 1'],
      ['Pa Vệ Sủ', 'Đ'],
      ['Kan Hồ', '19'],
    ]);
  });

  it('reads OpenDocument, as LibreOffice keeps it', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['Xã', 'x'],
      ['Lê Lợi', 1],
    ]);
    const bytes = new Uint8Array(
      xlsx.write(xlsx.utils.book_new(sheet, 'Tờ 1'), { type: 'array', bookType: 'ods' }),
    );
    const { sheets } = await readSheets(bytes, 'lo.ods');
    expect(sheets[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['Xã', 'x'],
      ['Lê Lợi', '1'],
    ]);
  });

  it('reads the old .VnTime font as Unicode and says so', async () => {
    const bytes = await bytesOf((sheet) => {
      sheet.addRow(['X·', '§¹t']);
      sheet.addRow(['M­êng M«', '§']);
      sheet.addRow(['Lª Lîi', '§']);
      sheet.addRow(['NËm Nhïn', 'Ch­a ®¹t']);
    });
    const { sheets, problems } = await readSheets(bytes, 'vntime.xlsx');
    expect(sheets[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['Xã', 'Đạt'],
      ['Mường Mô', 'Đ'],
      ['Lê Lợi', 'Đ'],
      ['Nậm Nhùn', 'Chưa đạt'],
    ]);
    expect(problems).toMatchObject([{ code: 'sheet.old-font', grade: 'note', cell: 'A1' }]);
  });

  it('does not unfold a merge, a validation or a name over the whole sheet', async () => {
    const bytes = await bytesOf((sheet, book) => {
      sheet.getCell('A1').value = 'Xã';
      book.definedNames.add("'Biểu 1'!$A$1:$B$2", 'vung');
    });
    const { sheets, problems } = await readSheets(bytes, 'b.xlsx');
    expect(problems).toEqual([]);
    expect(sheets[0]?.rows).toHaveLength(1);
  });

  it('gives addresses as Excel writes them', () => {
    expect([
      addressOf(0, 0),
      addressOf(6, 25),
      addressOf(99, 26),
      addressOf(0, 701),
      addressOf(0, 702),
    ]).toEqual(['A1', 'Z7', 'AA100', 'ZZ1', 'AAA1']);
  });
});

describe('a workbook made to hurt the server', () => {
  it('is refused when it unpacks to more than the limit', async () => {
    const bomb = zipOf('xl/worksheets/sheet1.xml', new Uint8Array(3_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    const { sheets, problems } = await readSheets(bomb, 'bom.xlsx', { unpackedBytes: 1_000_000 });
    expect(sheets).toEqual([]);
    expect(problems).toMatchObject([{ code: 'sheet.unpacks-too-big', grade: 'refused' }]);
  });

  it('is refused when it lies about its size', async () => {
    const liar = zipOf('xl/worksheets/sheet1.xml', new Uint8Array(3_000_000), 1000);
    expect((await readSheets(liar, 'bom.xlsx')).problems).toMatchObject([{ code: 'sheet.unpacks-too-big' }]);
  });

  it('is refused when it has more cells than the limit', async () => {
    const bytes = await bytesOf((sheet) => {
      for (let row = 0; row < 20; row++) sheet.addRow(Array.from({ length: 10 }, (_, at) => at));
    });
    const { problems } = await readSheets(bytes, 'lon.xlsx', { workbookCells: 150 });
    expect(problems).toMatchObject([{ code: 'sheet.too-many-cells' }]);
  });

  it('is refused when OpenDocument repeats one filled cell a million times', async () => {
    const row =
      '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float"/></table:table-row>';
    const bytes = zipOf('content.xml', new TextEncoder().encode(row));
    expect((await readSheets(bytes, 'lap.ods')).problems).toMatchObject([{ code: 'sheet.too-many-cells' }]);
  });

  it('is refused as broken when cut short, scrambled or not a workbook', async () => {
    const whole = await bytesOf((sheet) => sheet.addRow(['Xã', 'x']));
    const scrambled = whole.slice();
    scrambled.fill(0x41, 60, 400);
    const cases = [whole.slice(0, 500), scrambled, zipOf('abc.txt', new Uint8Array(10)), whole.slice(0, 4)];
    for (const bytes of cases) {
      const { sheets, problems } = await readSheets(bytes, 'hong.xlsx');
      expect(sheets).toEqual([]);
      expect(problems).toMatchObject([{ code: 'sheet.broken', grade: 'refused' }]);
    }
  });

  it('is refused as broken when an .xls is only its first bytes', async () => {
    const magic = Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Array(600).fill(0),
    ]);
    expect((await readSheets(magic, 'hong.xls')).problems).toMatchObject([{ grade: 'refused' }]);
  });
});
