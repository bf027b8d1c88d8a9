/**
 * Draws sheets 11 and 12 of the intake fixtures, invented by a reader who had seen neither the
 * intake code nor the first ten sheets, after that code was frozen.
 *
 * The sheets are made up, in the ways real offices make theirs; no figure in them is published.
 * What each cell truly means is typed by hand in the JSON file beside each sheet, not derived here.
 */
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';

const FOLDER = fileURLToPath(new URL('../packages/server/test/fixtures/intake/', import.meta.url));

/** A fixed moment, so that drawing again changes nothing but the zip's own clock. */
const DRAWN_AT = new Date('2020-12-18T08:00:00Z');

type Cell = string | number | null;

function workbook(author: string): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  book.creator = author;
  book.created = DRAWN_AT;
  book.modified = DRAWN_AT;
  return book;
}

/** Puts a row of values down, leaving null and empty cells truly blank. */
function putRow(sheet: ExcelJS.Worksheet, row: number, values: readonly Cell[], from = 1): void {
  values.forEach((value, index) => {
    if (value !== null && value !== '') sheet.getCell(row, from + index).value = value;
  });
}

/** A line of text over merged cells, as titles and signatures are laid out. */
function banner(sheet: ExcelJS.Worksheet, range: string, text: string): void {
  sheet.mergeCells(range);
  const cell = sheet.getCell(range.split(':')[0] ?? range);
  cell.value = text;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  cell.font = { bold: true, name: 'Times New Roman', size: 12 };
}

// ---------------------------------------------------------------------------------------------
// Sheet 11: communes down, headings by abbreviation and not in the order of the decree, the row of
// column numbers that offices print under the heading (4 stands under criterion 1), groups of
// communes with subtotals, a hidden row of half a year ago, crosses with notes, the income sheet
// in front of the one that matters.

/** Marks of sheet 11 in the order of its own columns: 1-9, 11, 10, 13, 12, 14, 16, 15, 17, 18, 19. */
const CROSSES: Record<string, string> = {
  'Mường Mô': 'x x x x x x x x x x x x x x x x x x x',
  'Lê Lợi': 'x x x x x x x x x x x x x x x x x x x',
  'Pu Đao': 'x x x x x x x x x x x x x x x x x x x*',
  'Nậm Hàng (6 tháng)': 'x . x x . . . x . . . x x x x x . . x',
  'Nậm Hằng': 'x x x x x . x x . . . x x x x x 95% . x',
  'Nậm Pì': 'x . x x . x_(thiếu_2_NVH_bản) x x x . . x x x . x . x x',
  'Nậm Ban': 'x . x x . . x x . . . X x x x x . x x',
  'Chung Chải': 'x . x x . . x x . . 0 x x x x x . . x',
  'Nam Manh': 'x . _x_ . . . x x . . . x x x . x . . x',
  'Nậm Chà': 'x . x . . . Không_có_QH_chợ x . . . . x x . x . x x',
  'Hua bum': 'x . x . × . . x . . . x x x . x . . x',
};

const ABBREVIATIONS = [
  ...['QH và THQH', 'GT', 'T.lợi', 'Điện', 'Tr. học', 'CSVC VH', 'Chợ NT', 'TT&TT', 'Nhà ở DC'],
  ...['Hộ nghèo', 'Thu nhập', 'TCSX', 'LĐ có VL'],
  ...['GD-ĐT', 'VH', 'Y tế', 'MT&ATTP', 'HTCT và TCPL', 'QP-AN'],
];

function crossesOf(name: string): Cell[] {
  const marks = (CROSSES[name] ?? '').split(' ');
  return marks.map((mark) => (mark === '.' ? null : mark === '0' ? 0 : mark.replaceAll('_', ' ')));
}

function incomeSheet(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet('Thu nhap');
  banner(sheet, 'A1:F1', 'THU NHẬP BÌNH QUÂN ĐẦU NGƯỜI CÁC XÃ (triệu đồng/người/năm)');
  putRow(sheet, 3, ['TT', 'Xã', '2018', '2019', '2020', 'KH 2021']);
  putRow(sheet, 4, [1, 'Mường Mô', 31.2, 34.5, 36.8, 39]);
  putRow(sheet, 5, [2, 'Lê Lợi', 30.1, 33.9, 36.2, 38]);
  putRow(sheet, 6, [3, 'Pú Đao', 29.8, 33.1, 36.1, 38]);
  putRow(sheet, 7, [4, 'Nậm Hàng', 24.4, 26.7, 29.5, 32]);
  putRow(sheet, 8, [5, 'Nậm Manh', 14.2, 15.5, 17.8, 20]);
}

function headCrosses(sheet: ExcelJS.Worksheet): void {
  banner(sheet, 'A1:F1', 'UBND HUYỆN NẬM NHÙN');
  banner(sheet, 'A2:F2', 'BCĐ CÁC CHƯƠNG TRÌNH MTQG');
  banner(sheet, 'X1:AA1', 'Biểu số 01');
  banner(sheet, 'A4:AA4', 'TỔNG HỢP KẾT QUẢ THỰC HIỆN 19 TIÊU CHÍ NÔNG THÔN MỚI NĂM 2020');
  banner(sheet, 'A5:AA5', '(Kèm theo Báo cáo số 487/BC-BCĐ ngày 18/12/2020 của BCĐ huyện)');
  const tall: [string, string][] = [
    ['A7:A8', 'TT'],
    ['B7:B8', 'Đơn vị'],
    ['C7:C8', 'Dân số (người)'],
    ['D7:D8', 'Số bản'],
    ['E7:E8', 'Năm KH đạt chuẩn'],
    ['Y7:Y8', 'Tổng số TC đạt'],
    ['Z7:Z8', 'TH 2019'],
    ['AA7:AA8', 'Ghi chú'],
  ];
  const groups: [string, string][] = [
    ['F7:F7', 'I. QH'],
    ['G7:N7', 'II. HẠ TẦNG KT-XH'],
    ['O7:R7', 'III. KINH TẾ VÀ TCSX'],
    ['S7:V7', 'IV. VH-XH-MT'],
    ['W7:X7', 'V. HTCT'],
  ];
  for (const [range, text] of [...tall, ...groups]) banner(sheet, range, text);
  putRow(sheet, 8, ABBREVIATIONS, 6);
  for (let column = 6; column <= 24; column += 1) {
    sheet.getCell(8, column).alignment = { textRotation: 90, wrapText: true };
  }
  putRow(sheet, 9, ['A', 'B', ...Array.from({ length: 25 }, (_, index) => index + 1)]);
}

function crossRow(sheet: ExcelJS.Worksheet, row: number, head: readonly Cell[], tail: readonly Cell[]): void {
  putRow(sheet, row, head);
  putRow(sheet, row, crossesOf(String(head[1])), 6);
  putRow(sheet, row, tail, 25);
}

function fillCrosses(sheet: ExcelJS.Worksheet): void {
  putRow(sheet, 10, ['I', 'XÃ ĐẠT CHUẨN NTM', 9412, 24]);
  crossRow(sheet, 11, [1, 'Mường Mô', 3822, 9, 2018], [19, 19]);
  crossRow(sheet, 12, [2, 'Lê Lợi', 2980, 8, 2019], [19, 19]);
  crossRow(sheet, 13, [3, 'Pu Đao', 2610, 7, 2020], [19, 15, 'Đang trình công nhận']);
  putRow(sheet, 14, ['II', 'XÃ ĐẠT 10 - 14 TIÊU CHÍ', 13130, 41]);
  crossRow(sheet, 15, [null, 'Nậm Hàng (6 tháng)'], [10]);
  sheet.getRow(15).hidden = true;
  crossRow(sheet, 16, [4, 'Nậm Hằng', 4905, 12, 2021], [13, 12]);
  crossRow(sheet, 17, [5, 'Nậm Pì', 2214, 8, 2022], [13, 12]);
  crossRow(sheet, 18, [6, 'Nậm Ban', 3110, 11, 2023], [11, 10, 'Rà soát lại']);
  crossRow(sheet, 19, [7, 'Chung Chải', 2901, 10, 2024], [10, 9]);
  putRow(sheet, 20, ['III', 'XÃ DƯỚI 10 TIÊU CHÍ', 8126, 28]);
  crossRow(sheet, 21, [8, 'Nam Manh', 2777, 10, 'sau 2025'], [9, 8]);
  crossRow(sheet, 22, [9, 'Nậm Chà', 2408, 9, 'sau 2025'], [8, 7]);
  crossRow(sheet, 23, [10, 'Hua bum', 2941, 9, 'sau 2025'], [9, 9]);
  putRow(sheet, 24, [null, 'TT Nậm Nhùn', 4120]);
  banner(sheet, 'F24:X24', 'Thị trấn, không thuộc phạm vi thực hiện');
  // How many communes hold each criterion: figures in the very columns where the crosses stand.
  const counts = [10, 4, 10, 8, 5, 4, 8, 10, 4, 3, 3, 9, 10, 9, 6, 10, 3, 6, 10];
  putRow(sheet, 25, [null, 'CỘNG', 34788, 93, null, ...counts, 130, 120]);
  putRow(sheet, 26, [null, 'Tỷ lệ (%)', null, null, null, ...counts.map((count) => count * 10)]);
}

function footCrosses(sheet: ExcelJS.Worksheet): void {
  // One cross was struck out by hand instead of deleted; one carries a note of the typist.
  sheet.getCell('S19').font = { strike: true, color: { argb: 'FFFF0000' } };
  sheet.getCell('R12').note = 'Phòng LĐ đề nghị kiểm tra lại danh sách LĐ';
  sheet.getCell('A28').value = 'Ghi chú: x: đạt; ô để trống: chưa đạt; x*: đạt nhưng còn nợ khối lượng XDCB.';
  sheet.getCell('A29').value = 'Bình quân 13,0 tiêu chí/xã. Số liệu dân số tính đến 01/4/2019.';
  banner(sheet, 'B31:F31', 'NGƯỜI LẬP BIỂU');
  banner(sheet, 'S31:Z31', 'KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN');
  banner(sheet, 'B35:F35', 'Lò Thị Pâng');
  banner(sheet, 'S35:Z35', 'Lê Văn Lợi');
}

async function drawCrosses(): Promise<void> {
  const book = workbook('Phòng NN và PTNT');
  incomeSheet(book);
  const sheet = book.addWorksheet('Bieu 01', { pageSetup: { orientation: 'landscape' } });
  headCrosses(sheet);
  fillCrosses(sheet);
  footCrosses(sheet);
  await book.xlsx.writeFile(`${FOLDER}11-dau-nhan-ghi-chu.xlsx`);
}

// ---------------------------------------------------------------------------------------------
// Sheet 12: criteria down with a serial number that is not the number of the criterion, some of
// them with lines of indicators, communes across by shortened names, cut in two blocks because the
// page is narrow, words and figures in one cell, counts of three years at the foot.

/** Serial number, what the row says, the regional standard, then the marks of ten communes and the township. */
const LINES: readonly (readonly Cell[])[] = [
  ['I', 'QUY HOẠCH'],
  [1, 'Quy hoạch xây dựng xã', 'Đạt', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', '-'],
  ['II', 'HẠ TẦNG KT - XH'],
  [2, 'Giao thông', 'UBND tỉnh', 'Đ', 'Đ', 'Đ', 'CBĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', '-'],
  [3, 'Thuỷ lợi', 'Đạt', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'nt', 'Đ', '-'],
  [4, 'Điện', '≥ 95%', 'Đ', 'Đ', 'Đ', 'Đ', 'CĐ', 'Đ (97,2)', 'CĐ', 'Đ', 'CĐ (88,1)', 'Cơ bản đạt', '-'],
  [5, 'Trường học', '≥ 70%', 'Đ', 'Đ', 'Đ', 'Đ', 'CĐ', 'CĐ', 'CĐ', 'KĐ', 'KĐ', 'CĐ', '-'],
  [6, 'CSVC văn hoá', 'UBND tỉnh', 'Đ', 'Đ', 'Đạt, nợ 1 NVH', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', '-'],
  [7, 'Chợ nông thôn', 'Đạt', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Ko có QH chợ', 'Đ', 'Đ', 'KAD', '-'],
  [8, 'Bưu điện', 'Đạt', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', '-'],
  [9, 'Nhà ở dân cư', '≥ 75%', 'Đ', 'Đ', 'Đ', 'CĐ', 'CĐ', 'Đ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', '-'],
  ['III', 'KINH TẾ VÀ TỔ CHỨC SẢN XUẤT'],
  [10, 'Thu nhập', '36 trđ', 'Đ', 'Đ', 'Đ', 'CĐ', 17.8, 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', '-'],
  [null, '- TN bình quân đầu người (trđ)', 36, 36.8, 36.2, 36.1, 29.5, 17.8, 22, 16.4, 18, 15.2, 16, null],
  [11, 'Hộ nghèo', '≤ 12%', 'Đ', 'Đ', 'Đ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', '-'],
  [null, '- Tỷ lệ hộ nghèo (%)', 12, 9.8, 11, 11.9, 18, 41, 33, 44.5, 38, 47, 40.2, null],
  [12, 'LĐ có việc làm thường xuyên', '≥ 90%', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', null, '-'],
  [13, 'Hình thức TCSX', 'Đạt', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'CĐ', 'Đ', 'Đ', 'Đ', '-'],
  ['IV', 'VĂN HOÁ - XÃ HỘI - MÔI TRƯỜNG'],
  [14, 'Giáo dục', 'Đạt', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'KĐG', 'Đ', '-'],
  [15, 'Văn hoá', '≥ 70%', 'Đ', 'Đ', 'Đ', 'Đ', 'CĐ', 'CĐ', 'CĐ', 'Đ', 'Đ', 'CĐ', '-'],
  [16, 'Môi trường và ATTP', 'Đạt', 'Đ', 'Đ', 'Đ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', '-'],
  [
    16.1,
    'Nước HVS / nước sạch (%)',
    '90/50',
    '96/61',
    '95/58',
    '92/52',
    '88/40',
    '70/20',
    '75/31',
    '68/22',
    '71/25',
    '66/18',
    '69/20',
    null,
  ],
  [16.2, 'Hộ có 3 công trình hợp VS', '≥ 70%', 'Đ', 'Đ', 'Đ', 'Đ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', 'CĐ', null],
  [17, 'Y tế', 'Đạt', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', '-'],
  ['V', 'HỆ THỐNG CHÍNH TRỊ'],
  [18, 'Quốc phòng, an ninh', 'Đạt', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'CĐ', '-'],
  [19, 'HTCT và tiếp cận pháp luật', 'Đạt', 'Đ', 'Đ', 'Đ', 'CĐ', 'CĐ', 'Đ', 'Đ', 'Đ', 'CĐ', 'Đ', '-'],
  [null, 'Số TC đạt năm 2020', 19, 19, 19, 19, 12, 9, 12, 8, 12, 9, 8, null],
  [null, 'Số TC đạt năm 2019', 19, 19, 19, 15, 11, 8, 11, 7, 10, 9, 8, null],
  [null, 'Kế hoạch 2021', 19, 19, 19, 19, 15, 12, 14, 11, 14, 12, 12, null],
];

const FIRST = ['X. Mường Mô', 'Lê Lợi', 'Pú Đao', 'N. Hàng', 'N. Manh', 'N. Pì'];
const SECOND = ['N. Chà', 'N. Ban', 'Trung Trải', 'Hua Bum', 'TT N. Nhùn'];

function block(sheet: ExcelJS.Worksheet, top: number, communes: readonly string[], from: number): number {
  const lastColumn = String.fromCharCode(67 + communes.length);
  banner(sheet, `A${top}:A${top + 1}`, 'STT');
  banner(sheet, `B${top}:B${top + 1}`, 'Tiêu chí');
  banner(sheet, `C${top}:C${top + 1}`, 'Chuẩn vùng TDMNPB');
  banner(sheet, `D${top}:${lastColumn}${top}`, 'Kết quả thực hiện của các xã');
  putRow(sheet, top + 1, communes, 4);
  LINES.forEach((line, index) => {
    const row = top + 2 + index;
    putRow(sheet, row, line.slice(0, 3));
    putRow(sheet, row, line.slice(3 + from, 3 + from + communes.length), 4);
    if (typeof line[0] === 'string') sheet.mergeCells(`B${row}:${lastColumn}${row}`);
  });
  return top + 2 + LINES.length;
}

function contactSheet(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet('DS dau moi');
  putRow(sheet, 1, ['Xã', 'Cán bộ đầu mối', 'Chức vụ', 'Điện thoại']);
  putRow(sheet, 2, ['Mường Mô', 'Lò Văn Ơn', 'PCT UBND', '02133 000 001']);
  putRow(sheet, 3, ['Lê Lợi', 'Vàng Văn Sơn', 'CC địa chính', '02133 000 002']);
  putRow(sheet, 4, ['Hua Bum', 'Phàn A Chẳn', 'PCT UBND', '02133 000 003']);
}

async function drawBlocks(): Promise<void> {
  const book = workbook('Văn phòng điều phối NTM');
  const sheet = book.addWorksheet('PL2');
  banner(sheet, 'A1:I1', 'PHỤ LỤC 2');
  banner(sheet, 'A2:I2', 'ĐÁNH GIÁ MỨC ĐỘ ĐẠT CHUẨN CỦA CÁC XÃ THEO QĐ 1980/QĐ-TTg ĐẾN 31/12/2020');
  banner(sheet, 'A3:I3', '(Kèm theo Công văn số 1203/UBND-NN ngày 22/12/2020)');
  const after = block(sheet, 5, FIRST, 0);
  sheet.getCell(after + 1, 1).value = '(Tiếp theo Phụ lục 2)';
  const foot = block(sheet, after + 2, SECOND, FIRST.length);
  sheet.getCell(foot + 1, 1).value = 'Đ: đạt; CĐ, KĐ: chưa đạt; CBĐ: cơ bản đạt; KAD: không áp dụng.';
  sheet.getCell(foot + 3, 2).value = 'Người tổng hợp';
  sheet.getCell(foot + 3, 6).value = 'TL. CHỦ TỊCH';
  sheet.getCell(foot + 7, 2).value = 'Tao Văn Hặc';
  sheet.getCell(foot + 7, 6).value = 'Nguyễn Hữu Lợi';
  contactSheet(book);
  await book.xlsx.writeFile(`${FOLDER}12-hai-khuc-noi-tiep.xlsx`);
}

await drawCrosses();
await drawBlocks();
