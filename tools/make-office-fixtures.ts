// Draws sheets 13 (.xls) and 14 (.ods) of the intake fixtures: a sheet of the whole office with a banner, notes and another
// district's commune, and a list set in two blocks beside each other. LibreOffice saves them (soffice must be installed).
// The marks are invented; what each cell means is typed by hand in the JSON beside each file.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';

const FOLDER = fileURLToPath(new URL('../packages/server/test/fixtures/intake/', import.meta.url));
const NOTICE = 'File mẫu do tools/make-office-fixtures.ts tạo ra để kiểm thử; số liệu minh họa.';

type Cell = string | number | null;

const none = (many: number): Cell[] => new Array<Cell>(many).fill(null);

/** Sheet 13: name, last year's count, marks parted by blanks ("_" is a blank in a mark), this year's count. */
const REVIEWED: readonly (readonly [string, string, number, string, number])[] = [
  ['01', 'Xã Hua Bun', 7, 'x k x k k k k x k k k x x x k x k x x', 8],
  ['02', 'Nậm Ban', 7, 'x k x k k k - x k k k x x k k x k x x', 8],
  ['03', 'Xã Trung Chải', 6, 'x k X k k k k x k k k x x k k x k x k', 7],
  ['04', 'Mường mô', 19, 'x x x x x x x x x x x x x x x x x x x', 19],
  ['05', 'LÊ LỢI', 18, 'x x x x x x x x x x x x x x x x x x x', 19],
  ['06', 'Pú Đao', 19, 'x x x x x x x x x x x x x x x x x x x', 19],
  ['07', 'Nậm Hàng', 13, 'x k x x x k x x x k k x x x x x k x x', 14],
  ['08', 'Nậm Manh', 11, 'x k x k k k x x x k k x x_(nợ_1_HTX) x k x k x x', 11],
  ['09', 'Nậm Pì', 10, 'x k x k x k x x x k k x k x k x k x x', 11],
  ['10', 'Nậm Chà', 9, 'x k x k k k k x k k k x x x k x k × x', 9],
];
const ELSEWHERE = ['11', 'Pa Vệ Sử', 9, 'x k x k k k k x k k k x x x k x k x x', 9] as const;

const SHORT_NAMES = [
  ...['QH', 'GTNT', 'Thuỷ lợi', 'Điện', 'Trường', 'CSVCVH', 'Chợ NT', 'TT&TT', 'Nhà ở', 'TN'],
  ...['Nghèo', 'LĐ', 'HTTCSX', 'GD', 'YT', 'VH', 'MT&ATTP', 'HTCT', 'QPAN'],
];

async function wholeOffice(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const staff = book.addWorksheet('Danh sach can bo');
  staff.addRows([
    ['Họ tên', 'Đơn vị'],
    ['Cán bộ 1', 'Nậm Hàng'],
    ['Cán bộ 2', 'Mường Mô'],
  ]);
  const sheet = book.addWorksheet('PL 2b');
  sheet.addRow(['UBND HUYỆN NẬM NHÙN', ...none(11), 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
  sheet.addRow(['VP ĐIỀU PHỐI NTM', ...none(11), 'Độc lập - Tự do - Hạnh phúc']);
  sheet.addRow([]);
  sheet.addRow(['PHỤ LỤC 2b: KẾT QUẢ RÀ SOÁT TIÊU CHÍ NTM CÁC XÃ ĐẾN 31/12/2020']);
  sheet.addRow(['(Kèm theo Báo cáo số 312/BC-VPĐP ngày 08/01/2021)']);
  sheet.addRow(['Số TT', 'Tên xã', 'TH 2019', 'Tiêu chí', ...none(18), 'TH 2020', 'KH 2021', 'Ghi chú']);
  sheet.addRow([null, null, null, ...SHORT_NAMES]);
  sheet.addRow(Array.from({ length: 25 }, (_, at) => `(${at + 1})`));
  for (const range of ['A4:Y4', 'A5:Y5', 'A6:A7', 'B6:B7', 'C6:C7', 'D6:V6', 'W6:W7', 'X6:X7', 'Y6:Y7'])
    sheet.mergeCells(range);
  const put = ([serial, name, before, marks, count]: (typeof REVIEWED)[number]) =>
    sheet.addRow([serial, name, before, ...marks.split(' ').map((mark) => mark.replaceAll('_', ' ')), count]);
  sheet.addRow(['I', 'Xã biên giới']);
  for (const line of REVIEWED.slice(0, 3)) put(line);
  sheet.addRow(['II', 'Các xã còn lại']);
  for (const line of REVIEWED.slice(3)) put(line);
  sheet.addRow([null, 'Huyện Mường Tè']);
  put(ELSEWHERE);
  sheet.addRow([null, 'Tổng cộng (TB)', ...none(20), '12.5']);
  sheet.addRow([]);
  sheet.addRow([null, 'Ghi chú: x là đạt, k là chưa đạt; dấu (-) là không áp dụng']);
  sheet.addRow([...none(12), 'TM. BAN CHỈ ĐẠO']);
  sheet.addRow([NOTICE]);
  sheet.getCell('H20').font = { strike: true };
  await book.xlsx.writeFile(path);
}

/** Sheet 14: the same criteria at the left and at the right, for other communes. */
const LEFT: readonly (readonly [string, string])[] = [
  ['Mường Mô', 'ĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐ'],
  ['Lê Lợi', 'ĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐ'],
  ['Pú Đao', 'ĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐ'],
  ['Nậm Hàng', 'ĐCĐĐĐCĐĐĐCCĐĐĐĐĐCĐĐ'],
  ['Nậm Manh', 'ĐCĐCCCĐĐĐCCĐĐĐCĐCĐĐ'],
];
const RIGHT: readonly (readonly [string, string])[] = [
  ['Nậm Pì', 'ĐCĐCĐCĐĐĐCCĐCĐCĐCĐĐ'],
  ['Hua Bum', 'ĐCĐCCCCĐCCCĐĐĐCĐCĐĐ'],
  ['Nậm Ban', 'ĐCĐCCCCĐCCCĐĐCCĐCĐĐ'],
  ['N. Chà', 'ĐCĐCCCCĐCCCĐĐĐCĐCĐĐ'],
];

async function setInTwo(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Tháng 12');
  sheet.addRow(['BIỂU TỔNG HỢP SỐ TIÊU CHÍ ĐẠT CHUẨN NĂM 2020 - HUYỆN NẬM NHÙN']);
  sheet.mergeCells('A1:AS1');
  sheet.addRow(['Đvt: tiêu chí']);
  const heads = ['Stt', 'Địa bàn xã', ...SHORT_NAMES.map((_, at) => `TC${at + 1}`), 'Đạt'];
  sheet.addRow([...heads, null, ...heads]);
  const line = (serial: number, one: readonly [string, string] | undefined): Cell[] => {
    if (one === undefined) return [null, 'Cộng', ...none(19), 107];
    const [name, marks] = one;
    return [serial, name, ...marks, [...marks].filter((mark) => mark === 'Đ').length];
  };
  LEFT.forEach((one, at) => {
    sheet.addRow([...line(at + 1, one), null, ...line(at + 6, RIGHT[at])]);
  });
  sheet.addRow([null, null, 'Đ: đạt; C: chưa đạt; chữ gạch ngang: đã rút']);
  sheet.addRow([NOTICE]);
  sheet.getCell('AB4').font = { strike: true };
  sheet.getCell('F8').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
  await book.xlsx.writeFile(path);
}

function saveAs(kind: 'xls' | 'ods', path: string): void {
  const program = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((one) => existsSync(one));
  if (program === undefined) throw new Error('soffice is not installed');
  execFileSync(program, ['--headless', '--convert-to', kind, '--outdir', FOLDER, path], {
    stdio: 'ignore',
  });
}

const work = mkdtempSync(join(tmpdir(), 'vb-office-'));
const [first, second] = [join(work, '13-ca-van-phong.xlsx'), join(work, '14-hai-khoi-canh-nhau.xlsx')];
await wholeOffice(first);
await setInTwo(second);
saveAs('xls', first);
saveAs('ods', second);
rmSync(work, { recursive: true });
