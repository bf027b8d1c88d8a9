// Makes the ten workbooks of packages/server/test/fixtures/intake, each drawn the way some office draws its own.
//   npm run -s fixtures -w tools    or    node tools/make-intake-fixtures.ts
// The marks are invented; what is right is typed by hand in the .json beside each workbook, not by this script.
// 03 is saved by LibreOffice (soffice must be installed); without it that one file is left as it is.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { nineteenNames as criteria } from '../packages/programme/test/intake/drawn.ts';

const folder = new URL('../packages/server/test/fixtures/intake/', import.meta.url).pathname;
const notice = 'File mẫu do tools/make-intake-fixtures.ts tạo ra để kiểm thử; số liệu minh họa.';

/** One letter per criterion: `+` met, `-` not met, `~` basically met. */
const marks2020: readonly (readonly [name: string, code: string, marks: string])[] = [
  ['Xã Mường Mô', '03472', '+++++++++++++++++++'],
  ['Xã Lê Lợi', '03481', '+++++++++++++++++++'],
  ['Xã Pú Đao', '03484', '+++++++++++++++++++'],
  ['Xã Nậm Hàng', '03475', '+-+++-+++--+++++-++'],
  ['Xã Nậm Manh', '03474', '+-++--+++--+-+++-++'],
  ['Xã Nậm Pì', '03488', '+--++-++---+++++-++'],
  ['Xã Nậm Ban', '03502', '+--+--++---+++++-++'],
  ['Xã Nậm Chà', '03473', '+--+--++---+-+++-++'],
  ['Xã Trung Chải', '03503', '+--+--++---+-+-+-++'],
  ['Xã Hua Bum', '03460', '+--+--+----+-+-+-++'],
];

/** The five groups of the set, by how many criteria each has. */
const groups: readonly (readonly [string, number])[] = [
  ['I. Quy hoạch', 1],
  ['II. Hạ tầng kinh tế - xã hội', 8],
  ['III. Kinh tế và tổ chức sản xuất', 4],
  ['IV. Văn hóa - Xã hội - Môi trường', 4],
  ['V. Hệ thống chính trị', 2],
];

const bare = (name: string) => name.replace(/^Xã /, '');
const met = (marks: string) => [...marks].filter((mark) => mark === '+').length;
const spell = (marks: string, words: Readonly<Record<string, string | number | null>>) =>
  [...marks].map((mark) => words[mark] ?? null);
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');

function newBook(): { book: ExcelJS.Workbook; sheet: (name: string) => ExcelJS.Worksheet } {
  const book = new ExcelJS.Workbook();
  book.creator = 'tools/make-intake-fixtures.ts';
  book.description = notice;
  book.created = new Date('2026-01-01T00:00:00Z');
  book.modified = book.created;
  return { book, sheet: (name) => book.addWorksheet(name) };
}

function title(sheet: ExcelJS.Worksheet, width: number, lines: readonly string[]): void {
  for (const line of lines) {
    const row = sheet.addRow([line]);
    sheet.mergeCells(row.number, 1, row.number, width);
  }
}

function footer(sheet: ExcelJS.Worksheet): void {
  sheet.addRow([]);
  sheet.addRow([notice]);
}

/** Two header rows, groups merged over criteria, a hidden column with last year's count, Đ and CĐ, a column of totals. */
async function twoHeaderRows(): Promise<void> {
  const { book, sheet: add } = newBook();
  const sheet = add('Biểu 1');
  title(sheet, 24, [
    'UBND HUYỆN NẬM NHÙN',
    'KẾT QUẢ THỰC HIỆN BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI NĂM 2020',
    '(Kèm theo Báo cáo số 57/BC-UBND ngày 16/3/2021 của UBND huyện)',
  ]);
  const top: (string | null)[] = ['TT', 'Tên xã', 'Số TC đạt năm 2019'];
  for (const [name, count] of groups) top.push(name, ...new Array(count - 1).fill(null));
  top.push('Số tiêu chí đạt', 'Ghi chú');
  sheet.addRow(top);
  sheet.addRow([null, null, null, ...criteria.map((_, at) => at + 1), null, null]);
  for (const column of [1, 2, 3, 23, 24]) sheet.mergeCells(4, column, 5, column);
  let from = 4;
  for (const [, count] of groups) {
    if (count > 1) sheet.mergeCells(4, from, 4, from + count - 1);
    from += count;
  }
  marks2020.forEach(([name, , marks], at) => {
    sheet.addRow([
      at + 1,
      bare(name),
      met(marks) - 1,
      ...spell(marks, { '+': 'Đ', '-': 'CĐ' }),
      met(marks),
      null,
    ]);
  });
  sheet.getColumn(3).hidden = true;
  footer(sheet);
  await book.xlsx.writeFile(join(folder, '01-hai-dong-tieu-de.xlsx'));
}

const muongTe: readonly (readonly [string, string])[] = [
  ['Mường Tè', '+++++++-++-++++++++'],
  ['Pa Vệ Sử', '++-++-+-+--++++-+++'],
  ['Kan Hồ', '++++++++++-++++++++'],
  ['Tà Tổng', '+--+-----+--+--++-+'],
];

/** Districts as sub-headings, a sum after each and at the end; x and empty, with a legend; a commune named like its district. */
async function districts(): Promise<void> {
  const { book, sheet: add } = newBook();
  const sheet = add('TH tinh');
  title(sheet, 22, ['TỔNG HỢP KẾT QUẢ XÂY DỰNG NÔNG THÔN MỚI CÁC HUYỆN ĐẾN 31/12/2020']);
  sheet.addRow(['STT', 'Đơn vị', ...criteria.map((name, at) => `TC ${at + 1}: ${name}`), 'Tổng số TC đạt']);
  const block = (roman: string, name: string, rows: readonly (readonly [string, string])[], from: number) => {
    const counts = criteria.map((_, at) => rows.filter(([, marks]) => marks[at] === '+').length);
    const all = rows.reduce((sum, [, marks]) => sum + met(marks), 0);
    sheet.addRow([roman, name, ...criteria.map(() => null), null]).font = { bold: true };
    rows.forEach(([unit, marks], at) => {
      sheet.addRow([from + at, unit, ...spell(marks, { '+': 'x' }), met(marks)]);
    });
    sheet.addRow([null, `Cộng ${name.toLowerCase()}`, ...counts, all]);
    return { counts, all };
  };
  const half = marks2020.slice(0, 5).map(([name, , marks]) => [bare(name), marks] as const);
  const one = block('I', 'Huyện Nậm Nhùn', half, 1);
  const two = block('II', 'Huyện Mường Tè', muongTe, 6);
  sheet.addRow([
    null,
    'Toàn tỉnh',
    ...one.counts.map((count, at) => count + (two.counts[at] ?? 0)),
    one.all + two.all,
  ]);
  sheet.addRow(['Ghi chú: x: đạt; ô trống: chưa đạt']);
  footer(sheet);
  await book.xlsx.writeFile(join(folder, '02-huyen-va-dong-cong.xlsx'));
}

/** Saved by LibreOffice: COUNTIF totals that it computed, names with their numbers, x and empty, no legend. */
async function libreOffice(): Promise<void> {
  const { book, sheet: add } = newBook();
  const sheet = add('Sheet1');
  title(sheet, 22, ['Hiện trạng tiêu chí NTM các xã huyện Nậm Nhùn, tháng 12 năm 2020']);
  sheet.addRow([]);
  sheet.addRow(['STT', 'Xã', ...criteria.map((name, at) => `${at + 1}. ${name}`), 'Số TC đạt']);
  marks2020.forEach(([name, , marks], at) => {
    const row = at + 4;
    const total = { formula: `COUNTIF(C${row}:U${row},"x")` };
    sheet.addRow([at + 1, name, ...spell(marks, { '+': 'x' }), total]);
  });
  sheet.addRow([
    null,
    'Cộng',
    ...criteria.map((_, at) => ({
      formula: `COUNTIF(${sheet.getColumn(at + 3).letter}4:${sheet.getColumn(at + 3).letter}13,"x")`,
    })),
    { formula: 'SUM(V4:V13)' },
  ]);
  footer(sheet);
  const temporary = mkdtempSync(join(tmpdir(), 'vb-fixture-'));
  const source = join(temporary, '03-libreoffice.xlsx');
  await book.xlsx.writeFile(source);
  const program = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));
  if (program === undefined) console.error('soffice is not installed: 03-libreoffice.xlsx is left as it is');
  else {
    const profile = `-env:UserInstallation=file://${temporary}/profile`;
    execFileSync(program, [
      profile,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      folder,
      source,
    ]);
  }
  rmSync(temporary, { recursive: true });
}

/** An old .xls: codes instead of names, stored as numbers without their zero; 1 and 0; the office's count. */
function oldXls(): void {
  const rows: (string | number | null)[][] = [
    ['BẢNG CHẤM ĐIỂM TIÊU CHÍ NÔNG THÔN MỚI NĂM 2020'],
    ['STT', 'Mã xã', ...criteria.map((_, at) => `TC${String(at + 1).padStart(2, '0')}`), 'Tổng số TC đạt'],
    ...marks2020.map(([, code, marks], at) => [
      at + 1,
      Number(code),
      ...spell(marks, { '+': 1, '-': 0 }),
      met(marks),
    ]),
    [],
    [notice],
  ];
  const sheet = xlsx.utils.aoa_to_sheet(rows);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 21 } }];
  const bytes = xlsx.write(xlsx.utils.book_new(sheet, 'NTM'), {
    type: 'buffer',
    bookType: 'biff8',
  }) as Uint8Array;
  writeFileSync(join(folder, '04-ma-don-vi.xls'), bytes);
}

/** Criteria down with some of their indicators, communes across; Đ and K; counts at the foot. */
async function across(): Promise<void> {
  const { book, sheet: add } = newBook();
  const sheet = add('Tổng hợp');
  title(sheet, 13, ['BẢNG TỔNG HỢP ĐÁNH GIÁ TIÊU CHÍ NTM NĂM 2020', 'Huyện Nậm Nhùn']);
  sheet.addRow(['TT', 'Tên tiêu chí', 'Cơ quan phụ trách', ...marks2020.map(([name]) => name)]);
  let at = 0;
  for (const [group, count] of groups) {
    const [roman, ...words] = group.split('. ');
    sheet.addRow([roman, words.join('. ').toUpperCase()]);
    for (let last = at + count; at < last; at++) {
      const own = marks2020.map(([, , marks]) => spell(marks[at] ?? '', { '+': 'Đ', '-': 'K' })[0] ?? null);
      sheet.addRow([at + 1, criteria[at], 'Phòng NN&PTNT', ...own]);
      if (at === 16)
        sheet.addRow(['17.1', 'Tỷ lệ hộ dùng nước sạch', 'TTYT', ...marks2020.map((_, unit) => 80 + unit)]);
    }
  }
  sheet.addRow([null, 'Số tiêu chí đạt', null, ...marks2020.map(([, , marks]) => `${met(marks)}/19`)]);
  footer(sheet);
  await book.xlsx.writeFile(join(folder, '05-tieu-chi-theo-dong.xlsx'));
}

/** Only counts, by year; the round's year is one of them; one count lost its slash, one has a letter O. */
async function countsOnly(): Promise<void> {
  const { book, sheet: add } = newBook();
  const sheet = add('Biểu 02');
  title(sheet, 6, ['SỐ TIÊU CHÍ NÔNG THÔN MỚI ĐÃ ĐẠT CỦA CÁC XÃ']);
  sheet.addRow(['TT', 'Xã', 'Số tiêu chí đạt', null, null, 'Ghi chú']);
  sheet.addRow([null, null, 'Năm 2018', 'Năm 2019', 'Năm 2020', null]);
  sheet.mergeCells('C2:E2');
  for (const column of ['A', 'B', 'F']) sheet.mergeCells(`${column}2:${column}3`);
  marks2020.forEach(([name, , marks], at) => {
    const now = at === 5 ? '12' : at === 7 ? '1O/19' : `${met(marks)}/19`;
    sheet.addRow([
      at + 1,
      name,
      `${met(marks) - 2}/19`,
      `${met(marks) - 1}/19`,
      now,
      at < 3 ? 'Đạt chuẩn' : null,
    ]);
  });
  footer(sheet);
  await book.xlsx.writeFile(join(folder, '06-chi-co-so-dem.xlsx'));
}

/** No tone marks anywhere, old spellings of two names, words instead of signs, a township that the round leaves out. */
async function withoutTones(): Promise<void> {
  const { book, sheet: add } = newBook();
  const sheet = add('Sheet1');
  sheet.addRow(['Ket qua danh gia tieu chi NTM huyen Muong Te nam 2020']);
  sheet.addRow(['Stt', 'Ten xa', ...criteria.map((name) => plain(name)), 'So TC dat']);
  const rows: readonly (readonly [string, string])[] = [
    ['Thi tran Muong Te', '+++++++++++++++++++'],
    ['Xa Muong Te', muongTe[0]?.[1] ?? ''],
    ['Pa Ve Su', muongTe[1]?.[1] ?? ''],
    ['Can Ho', muongTe[2]?.[1] ?? ''],
    ['Ta Tong', muongTe[3]?.[1] ?? ''],
  ];
  rows.forEach(([name, marks], at) => {
    sheet.addRow([at + 1, name, ...spell(marks, { '+': 'Dat', '-': 'Chua dat' }), met(marks)]);
  });
  footer(sheet);
  await book.xlsx.writeFile(join(folder, '07-khong-dau.xlsx'));
}

/** One sheet a year; Đ, CBĐ and KĐ; names decomposed (NFD); basically met does not count. */
async function severalYears(): Promise<void> {
  const { book, sheet: add } = newBook();
  for (const year of [2018, 2019, 2020]) {
    const sheet = add(`Năm ${year}`);
    title(sheet, 22, [`KẾT QUẢ THỰC HIỆN TIÊU CHÍ NTM NĂM ${year}`]);
    sheet.addRow([
      'TT',
      'Xã'.normalize('NFD'),
      ...criteria.map((name) => name.normalize('NFD')),
      'Tổng số tiêu chí đạt',
    ]);
    marks2020.forEach(([name, , marks], at) => {
      const own =
        year === 2020 ? (at === 3 ? marks.replace('-', '~') : marks) : marks.replace(/\+(?=[^+]*$)/, '-');
      sheet.addRow([
        at + 1,
        bare(name).normalize('NFD'),
        ...spell(own, { '+': 'Đ', '-': 'KĐ', '~': 'CBĐ' }),
        met(own),
      ]);
    });
    footer(sheet);
  }
  await book.xlsx.writeFile(join(folder, '08-nhieu-nam.xlsx'));
}

/** Each criterion has two columns, "Đạt" and "Chưa đạt", with an x in one of them; one commune has x in both, one in none. */
async function twoColumnsEach(): Promise<void> {
  const { book, sheet: add } = newBook();
  const sheet = add('BC');
  title(sheet, 42, ['BẢNG ĐÁNH GIÁ TIÊU CHÍ CÁC XÃ NĂM 2020']);
  sheet.addRow([
    'TT',
    'Xã',
    ...criteria.flatMap((_, at) => [`Tiêu chí ${at + 1}`, null]),
    'Tổng số tiêu chí',
    null,
  ]);
  sheet.addRow([null, null, ...criteria.flatMap(() => ['Đạt', 'Chưa đạt']), 'Đạt', 'Chưa đạt']);
  for (let at = 0; at < 20; at++) sheet.mergeCells(2, 3 + at * 2, 2, 4 + at * 2);
  for (const column of ['A', 'B']) sheet.mergeCells(`${column}2:${column}3`);
  marks2020.forEach(([name, , marks], unit) => {
    const cells = [...marks].flatMap((mark, at) => {
      if (unit === 8 && at === 1) return ['x', 'x'];
      if (unit === 9 && at === 18) return [null, null];
      return mark === '+' ? ['x', null] : [null, 'x'];
    });
    sheet.addRow([unit + 1, bare(name), ...cells, met(marks), 19 - met(marks)]);
  });
  footer(sheet);
  await book.xlsx.writeFile(join(folder, '09-hai-cot-moi-tieu-chi.xlsx'));
}

/** Colours beside text, a hidden line, a struck mark, a merged mark, a wrong total; a legend for the letters only. */
async function colours(): Promise<void> {
  const { book, sheet: add } = newBook();
  const sheet = add('Bảng màu');
  title(sheet, 22, [
    'THEO DÕI TIÊU CHÍ NÔNG THÔN MỚI HUYỆN NẬM NHÙN NĂM 2020',
    'Ký hiệu: Đ: đạt; K: chưa đạt',
  ]);
  sheet.addRow(['TT', 'Xã', ...criteria.map((_, at) => at + 1), 'Số tiêu chí đạt']);
  marks2020.forEach(([name, , marks], at) => {
    const total = at === 4 ? 13 : met(marks);
    sheet.addRow([at + 1, bare(name), ...spell(marks, { '+': 'Đ', '-': 'K' }), total]);
  });
  const yellow: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
  for (const address of ['D7', 'H8', 'M9']) sheet.getCell(address).fill = yellow;
  sheet.getCell('C10').value = { richText: [{ text: 'Đ', font: { strike: true } }] };
  sheet.getRow(13).hidden = true;
  sheet.mergeCells('U11:U12');
  footer(sheet);
  await book.xlsx.writeFile(join(folder, '10-mau-va-chu.xlsx'));
}

await twoHeaderRows();
await districts();
await libreOffice();
oldXls();
await across();
await countsOnly();
await withoutTones();
await severalYears();
await twoColumnsEach();
await colours();
console.error(
  `made in ${folder}, described in ${readFileSync(join(folder, 'README.md'), 'utf8').split('\n')[0]}`,
);
