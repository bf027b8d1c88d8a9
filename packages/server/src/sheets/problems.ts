// What can be wrong with a file, as sentences an officer can act on. Codes are stable; the wall keeps this room's own list.
import { addressOf } from './grid.ts';

/** `refused`: nothing was read. `fault`: the named cell is not usable. `note`: read, but worth a look. */
export type ProblemGrade = 'refused' | 'fault' | 'note';

/** One problem with its place. `sheet` and `cell` are null when it is about the whole file or sheet. */
export interface SheetProblem {
  readonly code: SheetProblemCode;
  readonly grade: ProblemGrade;
  readonly sheet: string | null;
  /** A1 address. */
  readonly cell: string | null;
  readonly vi: string;
  readonly en: string;
}

const sentences = {
  'sheet.file-empty': {
    grade: 'refused',
    vi: 'File {file} trống. Mở lại file, kiểm xem đã lưu chưa.',
    en: 'The file {file} is empty. Open it and check that it was saved.',
  },
  'sheet.file-too-big': {
    grade: 'refused',
    vi: 'File {file} nặng {size} MB, quá mức {limit} MB. Bỏ ảnh và các sheet không cần rồi lưu lại.',
    en: 'The file {file} is {size} MB, over the limit of {limit} MB. Remove pictures and sheets not needed, then save again.',
  },
  'sheet.kind-unknown': {
    grade: 'refused',
    vi: 'File {file} không phải Excel hay CSV. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.',
    en: 'The file {file} is neither Excel nor CSV. Open it in Excel, save it as .xlsx and choose it again.',
  },
  'sheet.kind-web-page': {
    grade: 'refused',
    vi: 'File {file} mang đuôi Excel nhưng bên trong là trang web. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.',
    en: 'The file {file} is named as Excel but is a web page inside. Open it in Excel, save it as .xlsx and choose it again.',
  },
  'sheet.encrypted': {
    grade: 'refused',
    vi: 'File {file} có mật khẩu. Mở bằng Excel, bỏ mật khẩu rồi lưu lại.',
    en: 'The file {file} has a password. Open it in Excel, remove the password and save again.',
  },
  'sheet.broken': {
    grade: 'refused',
    vi: 'File {file} hỏng, không mở được. Mở bằng Excel, lưu thành file mới rồi chọn lại.',
    en: 'The file {file} is broken and cannot be opened. Open it in Excel, save it as a new file and choose it again.',
  },
  'sheet.unpacks-too-big': {
    grade: 'refused',
    vi: 'File {file} bung ra quá {limit} MB nên không mở. Chép riêng bảng cần lấy sang file mới.',
    en: 'The file {file} unpacks to more than {limit} MB and was not opened. Copy the table needed into a new file.',
  },
  'sheet.too-many-cells': {
    grade: 'refused',
    vi: 'File {file} có hơn {limit} ô. Chép riêng bảng cần lấy sang file mới, hoặc lưu thành CSV.',
    en: 'The file {file} has more than {limit} cells. Copy the table needed into a new file, or save it as CSV.',
  },
  'sheet.too-many-rows': {
    grade: 'refused',
    vi: 'File {file} dài hơn {limit} dòng. Chia thành nhiều file rồi nhập từng file.',
    en: 'The file {file} is longer than {limit} lines. Split it into several files.',
  },
  'sheet.too-many-columns': {
    grade: 'refused',
    vi: 'Sheet {sheet} rộng hơn {limit} cột. Chép riêng bảng cần lấy sang file mới.',
    en: 'The sheet {sheet} is wider than {limit} columns. Copy the table needed into a new file.',
  },
  'sheet.nothing-in-it': {
    grade: 'refused',
    vi: 'File {file} không có ô nào có chữ hay số.',
    en: 'No cell of the file {file} holds text or a number.',
  },
  'sheet.struck-not-seen': {
    grade: 'note',
    vi: 'File {file} không cho biết chữ nào bị gạch ngang. Nếu có dấu bị gạch bỏ thì lưu thành .xlsx rồi chọn lại.',
    en: 'The file {file} does not tell which text is struck through. If marks are struck out, save it as .xlsx and choose it again.',
  },
  'sheet.formula-without-value': {
    grade: 'fault',
    vi: 'Ô {cell} có công thức nhưng chưa có kết quả. Mở bằng Excel, đợi tính xong rồi lưu lại.',
    en: 'The cell {cell} has a formula without its result. Open the file in Excel, let it calculate and save again.',
  },
  'sheet.error-value': {
    grade: 'fault',
    vi: 'Ô {cell} đang báo lỗi {value}. Sửa công thức hoặc gõ kết quả vào ô.',
    en: 'The cell {cell} shows the error {value}. Correct the formula or type the result.',
  },
  'sheet.text-too-long': {
    grade: 'refused',
    vi: 'Ô {cell} dài hơn {limit} chữ. Kiểm lại dấu ngoặc kép trong file.',
    en: 'The cell {cell} is longer than {limit} letters. Check the quotation marks in the file.',
  },
  'csv.quote-open': {
    grade: 'refused',
    vi: 'Dấu ngoặc kép mở ở ô {cell} không có dấu đóng. Thêm dấu đóng rồi chọn lại file.',
    en: 'The quotation mark opened at {cell} is never closed. Close it and choose the file again.',
  },
  'csv.row-too-wide': {
    grade: 'fault',
    vi: 'Dòng {row} có {cells} ô, dòng đầu chỉ có {columns}. Nếu số viết dấu phẩy thập phân, đặt số trong ngoặc kép hoặc lưu bằng dấu chấm phẩy.',
    en: 'Line {row} has {cells} cells, the first line only {columns}. If numbers use a decimal comma, put them in quotes or save with semicolons.',
  },
  'csv.not-text': {
    grade: 'refused',
    vi: 'File {file} không phải chữ thường (CSV). Lưu lại từ Excel theo kiểu "CSV UTF-8".',
    en: 'The file {file} is not plain text (CSV). Save it from Excel as "CSV UTF-8".',
  },
  'csv.encoding-guessed': {
    grade: 'note',
    vi: 'File {file} không phải Unicode, đọc theo bảng mã Windows-1258. Xem lại dấu của tên xã.',
    en: 'The file {file} is not Unicode and was read as Windows-1258. Check the tone marks of the names.',
  },
  'sheet.old-font': {
    grade: 'note',
    vi: 'Sheet {sheet} gõ bằng phông cũ (.VnTime, TCVN3), ví dụ ô {cell}. Tên xã được đọc lại theo bảng mã này; xem lại dấu.',
    en: 'The sheet {sheet} is typed in an old font (.VnTime, TCVN3), for example {cell}. Names were read by that table; check their tone marks.',
  },
} as const satisfies Record<string, { grade: ProblemGrade; vi: string; en: string }>;

/** The stable codes of this room. */
export type SheetProblemCode = keyof typeof sentences;

/** Where a problem is: a sheet, and a cell by zero-based row and column. */
export interface ProblemPlace {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
}

/** Makes a problem; `{names}` in the sentence are filled from `facts` and the place. */
export function sheetProblem(
  code: SheetProblemCode,
  facts: Readonly<Record<string, string | number>>,
  place: ProblemPlace = {},
): SheetProblem {
  const entry = sentences[code];
  const cell =
    place.row === undefined || place.column === undefined ? null : addressOf(place.row, place.column);
  const all: Record<string, string | number> = { sheet: place.sheet ?? '', cell: cell ?? '', ...facts };
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(all[name] ?? whole));
  return {
    code,
    grade: entry.grade,
    sheet: place.sheet ?? null,
    cell,
    vi: fill(entry.vi),
    en: fill(entry.en),
  };
}

/** Thrown inside this room when reading must stop at once; `readSheets` turns it into its problem. */
export class SheetRefused extends Error {
  readonly problem: SheetProblem;
  constructor(problem: SheetProblem) {
    super(problem.en);
    this.problem = problem;
  }
}
