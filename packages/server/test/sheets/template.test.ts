// The sheet of figures leaves as a workbook, is filled in by an office in Excel or LibreOffice, and comes back.
import type { CriteriaSet, Reading } from '@vungbuoc/criteria';
import {
  readReadingList,
  readTemplate,
  type TemplateScope,
  templateColumns,
  templateWorkbook,
} from '@vungbuoc/programme/template';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readSheets, writeWorkbook } from '../../src/sheets/index.ts';
import { readShippedSet } from './shipped-set.ts';

const set: CriteriaSet = readShippedSet();
const units = [
  { code: '03472', name: 'Xã Mường Mô' },
  { code: '03481', name: 'Xã Lê Lợi' },
];
const scope: TemplateScope = {
  set,
  round: '2020-nam',
  unitFault: (unit) => (unit.startsWith('034') ? null : { code: 'row.unit-unknown', facts: {} }),
  allowBare: true,
};
const columns = templateColumns(set);
const letterOf = (code: string): string => {
  const column = new ExcelJS.Workbook()
    .addWorksheet('a')
    .getColumn(3 + columns.findIndex((one) => one.code === code));
  return column.letter;
};

/** Opens the template, lets somebody type, and saves it as Excel does. */
async function filled(
  type: (cell: (code: string, row: number) => ExcelJS.Cell, sheet: ExcelJS.Worksheet) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const bytes = await writeWorkbook(templateWorkbook({ set, round: '2020-nam', units }));
  // exceljs declares a Buffer of its own; the bytes are the same
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0]);
  const sheet = book.worksheets[0];
  if (sheet === undefined) throw new Error('the template has no sheet');
  type((code, row) => sheet.getCell(`${letterOf(code)}${row}`), sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function read(bytes: Uint8Array, own: TemplateScope = scope): Promise<ReturnType<typeof readTemplate>> {
  const { sheets } = await readSheets(bytes, 'so-lieu.xlsx');
  return readTemplate(sheets, own);
}

describe('an office fills in the sheet of figures', () => {
  it('finds its headings locked, its codes hidden and its cells open', async () => {
    const book = new ExcelJS.Workbook();
    const bytes = await writeWorkbook(templateWorkbook({ set, round: '2020-nam', units }));
    await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0]);
    const sheet = book.worksheets[0];
    expect(sheet?.getRow(1).hidden).toBe(true);
    expect(sheet?.getCell('C4').protection?.locked).not.toBe(false);
    expect(sheet?.getCell('C5').protection?.locked).toBe(false);
    expect(sheet?.getCell('A5').protection?.locked).not.toBe(false);
    expect(sheet?.getCell('B5').value).toBe('Xã Mường Mô');
    expect(book.worksheets[1]?.name).toBe('Hướng dẫn');
  });

  it('is read back with numbers, counts, words, notes and what does not apply', async () => {
    const bytes = await filled((cell) => {
      cell('17.1|numerator', 5).value = 412;
      cell('17.1|denominator', 5).value = 450;
      cell('10.1|value', 5).value = 31.125;
      cell('10.1|value', 6).value = '29,5';
      cell('9.1|value', 5).value = 'đạt';
      cell('5.1|numerator', 6).value = 'KAD';
      cell('5.1|numerator', 6).note = 'xã không có trường';
      cell('17.1|numerator', 6).value = { formula: '400+5', result: 405 };
      cell('17.1|denominator', 6).value = '450';
    });
    const { readings, faults } = await read(bytes);
    expect(faults).toEqual([]);
    const told = readings.map(({ unit, indicator, reading }) => [
      unit,
      indicator,
      reading.numerator,
      reading.denominator,
      reading.applicable,
    ]);
    expect(told).toEqual([
      ['03472', '9.1', '0', null, true],
      ['03472', '10.1', '31.125', null, true],
      ['03472', '17.1', '412', '450', true],
      ['03481', '5.1', null, null, false],
      ['03481', '10.1', '29.5', null, true],
      ['03481', '17.1', '405', '450', true],
    ]);
    expect(readings.find(({ indicator }) => indicator === '5.1')?.reading.note).toBe('xã không có trường');
  });

  it('is told every fault at once, each with its cell', async () => {
    const bytes = await filled((cell, sheet) => {
      cell('17.1|numerator', 5).value = 500;
      cell('17.1|denominator', 5).value = 450;
      cell('10.1|value', 5).value = '1,2O4';
      cell('11.1|numerator', 5).value = new Date('2020-10-12T00:00:00Z');
      cell('11.1|numerator', 5).style = { numFmt: 'dd/mm/yyyy' };
      cell('11.1|denominator', 5).value = 450;
      cell('14.1|value', 6).value = { error: '#REF!' };
      sheet.getCell('A6').value = '99999';
    });
    const { faults } = await read(bytes);
    const at = (code: string, row: number) => `${letterOf(code)}${row}`;
    expect(faults.map(({ code, detail, cell }) => [code, detail, cell])).toEqual([
      ['row.unit-unknown', null, 'A6'],
      ['cell.reading', 'reading.letter-for-digit', at('10.1|value', 5)],
      ['cell.date', null, at('11.1|numerator', 5)],
      ['cell.reading', 'reading.over-total', at('17.1|numerator', 5)],
      ['cell.error', null, at('14.1|value', 6)],
    ]);
    expect(faults.every(({ vi, en }) => vi.length > 10 && en.length > 10)).toBe(true);
  });

  it('may move lines and columns, and hide or drop some', async () => {
    const bytes = await filled((cell, sheet) => {
      cell('17.1|numerator', 5).value = 1;
      cell('17.1|denominator', 5).value = 2;
      sheet.unprotect();
      sheet.spliceColumns(4, 2);
      sheet.spliceRows(5, 0, []);
    });
    const { readings, faults } = await read(bytes);
    expect(faults).toEqual([]);
    expect(readings).toMatchObject([
      { unit: '03472', indicator: '17.1', reading: { numerator: '1', denominator: '2' } },
    ]);
  });

  it('cannot send a sheet of another round, another set, or one that is not the program’s', async () => {
    const bytes = await filled(() => {});
    expect((await read(bytes, { ...scope, round: '2019-nam' })).faults).toMatchObject([
      { code: 'template.other-round', cell: 'A1' },
    ]);
    const other = { ...set, id: 'vn-ntm-xa-2021-2025' };
    expect((await read(bytes, { ...scope, set: other })).faults).toMatchObject([
      { code: 'template.other-set' },
    ]);
    const { sheets } = await readSheets(new TextEncoder().encode('a,b\n1,2\n'), 'khac.csv');
    expect(readTemplate(sheets, scope).faults).toMatchObject([{ code: 'template.not-ours' }]);
  });

  it('comes with the figures known already, which read back the same', async () => {
    const known: Reading = { numerator: '412', denominator: '450', applicable: true, note: 'ước' };
    const figure = columns.find(({ name }) => name === '17.1')?.figure.code ?? '';
    const readings = new Map([['03472', new Map([[figure, known]])]]);
    const bytes = await writeWorkbook(templateWorkbook({ set, round: '2020-nam', units, readings }));
    expect((await read(bytes)).readings).toMatchObject([{ unit: '03472', figure, reading: known }]);
  });
});

describe('a list of figures, one a line', () => {
  const readList = async (text: string, own: TemplateScope = scope) => {
    const { sheets } = await readSheets(new TextEncoder().encode(text), 'readings.csv');
    const grid = sheets[0];
    if (grid === undefined) throw new Error('nothing was read');
    return readReadingList(grid, own);
  };

  it('finds its columns by English or Vietnamese names, in any order', async () => {
    const english = await readList(
      'note,denominator,numerator,indicator,unit\nước,450,412,17.1,03472\n,450,300,17.1/clean,03472\n',
    );
    const vietnamese = await readList(
      'Đơn vị;Chỉ tiêu;Tử số;Mẫu số;Ghi chú\n03472;17.1;412;450;ước\n03472;17.1/clean;300;450;\n',
    );
    expect(english.faults).toEqual([]);
    expect(english.readings.map(({ figure, reading }) => [figure, reading])).toEqual(
      vietnamese.readings.map(({ figure, reading }) => [figure, reading]),
    );
    expect(english.readings[0]?.reading).toEqual({
      numerator: '412',
      denominator: '450',
      applicable: true,
      note: 'ước',
    });
  });

  it('takes a bare per cent and marks it, decimal commas, and what does not apply', async () => {
    const { readings, faults } = await readList(
      'unit;indicator;value;applicable\n03472;17.1;82,7;\n03472;10.1;31,5;\n03472;5.1;;không\n03472;9.1;0;1\n',
    );
    expect(faults).toEqual([]);
    expect(
      readings.map(({ reading }) => [reading.numerator, reading.bare ?? false, reading.applicable]),
    ).toEqual([
      ['82.7', true, true],
      ['31.5', false, true],
      [null, false, false],
      ['0', false, true],
    ]);
  });

  it('names every fault with its cell: absent columns, unknown units and indicators, a line twice', async () => {
    expect((await readList('xa la,value\n1,2\n')).faults.map(({ code }) => code)).toEqual([
      'list.column-absent',
      'list.column-absent',
    ]);
    const { faults } = await readList(
      'unit,indicator,value,numerator,denominator\n99999,10.1,1,,\n03472,99.9,1,,\n03472,17.1/xyz,,1,2\n,10.1,3,,\n03472,,3,,\n03472,10.1,30,,\n03472,10.1,31,,\n03481,17.1,101,,\n',
    );
    expect(faults.map(({ code, detail, cell, grade }) => [code, detail, cell, grade])).toEqual([
      ['row.unit-unknown', null, 'A2', 'fault'],
      ['row.unit-absent', null, 'A5', 'fault'],
      ['row.indicator-absent', null, 'B6', 'fault'],
      ['row.indicator-unknown', null, 'B3', 'fault'],
      ['row.part-unknown', null, 'B4', 'fault'],
      ['row.twice', null, 'C8', 'fault'],
      ['cell.reading', 'reading.over-hundred', 'C9', 'fault'],
    ]);
  });

  it('says what to write where an indicator has no such part', async () => {
    const { faults } = await readList(
      'unit,indicator,value,numerator,denominator\n03472,17.1/xyz,,1,2\n03472,15.1/xyz,,1,2\n03472,1.1/male/zzz,1,,\n',
    );
    expect(faults.map(({ vi }) => vi)).toEqual([
      'Chỉ tiêu 17.1 không có phần "xyz". Ghi 17.1, 17.1/clean.',
      'Chỉ tiêu 15.1 không có phần "xyz". Ghi 15.1.',
      'Chỉ tiêu 1.1 không có phần "male/zzz". Ghi 1.1.',
    ]);
  });

  it('takes men and women apart, and only notes a line that does not', async () => {
    const own = { ...scope, set: readShippedSet('vn-ntm-xa-2021-2025') };
    const { readings, faults } = await readList(
      'unit,indicator,numerator,denominator\n03472,12.1,5,9\n03472,12.1/male,2,4\n03472,12.1/female,3,5\n',
      own,
    );
    expect(faults).toMatchObject([{ code: 'row.by-sex', grade: 'note', cell: 'B2' }]);
    expect(readings.map(({ indicator }) => indicator)).toEqual(['12.1/male', '12.1/female']);
  });

  it('says when there is nothing but the heading', async () => {
    expect((await readList('unit,indicator,value\n')).faults).toMatchObject([{ code: 'list.nothing-in-it' }]);
  });
});
