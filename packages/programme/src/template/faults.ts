// What can be wrong in a sheet of figures, each with its cell, in an officer's words.

interface Text {
  readonly grade: FaultGrade;
  readonly vi: string;
  readonly en: string;
}

/** `fault`: the file is not taken. `note`: it is, and this is worth knowing. */
export type FaultGrade = 'fault' | 'note';

const texts = {
  'template.not-ours': {
    grade: 'fault',
    vi: 'File này không phải mẫu số liệu của chương trình, hoặc dòng mã đã bị xóa. Lấy mẫu mới: vb readings template.',
    en: 'This is not the program’s sheet of figures, or its line of codes was deleted. Make a new one: vb readings template.',
  },
  'template.other-set': {
    grade: 'fault',
    vi: 'Mẫu này lập cho bộ tiêu chí {found}, kỳ đang nhập dùng {set}. Lấy mẫu của đúng kỳ.',
    en: 'This sheet was made for the set {found}, the round uses {set}. Make the sheet of the right round.',
  },
  'template.other-round': {
    grade: 'fault',
    vi: 'Mẫu này lập cho kỳ {found}, đang nhập kỳ {round}. Lấy mẫu của đúng kỳ.',
    en: 'This sheet was made for the round {found}, the import is for {round}. Make the sheet of the right round.',
  },
  'template.unknown-column': {
    grade: 'fault',
    vi: 'Cột này có mã "{code}" không có trong bộ tiêu chí. Bỏ cột, hoặc lấy mẫu mới.',
    en: 'This column has the code "{code}", which the set does not have. Remove it, or make a new sheet.',
  },
  'template.column-twice': {
    grade: 'fault',
    vi: 'Cột này trùng với cột {first} (mã {code}). Giữ lại một cột.',
    en: 'This column repeats column {first} (code {code}). Keep one of them.',
  },
  'list.column-absent': {
    grade: 'fault',
    vi: 'Dòng đầu thiếu cột "{column}". Cần hai cột unit (đơn vị) và indicator (chỉ tiêu).',
    en: 'The first line has no column "{column}". The columns unit and indicator are needed.',
  },
  'list.column-twice': {
    grade: 'fault',
    vi: 'Dòng đầu có hai cột "{column}". Giữ lại một cột.',
    en: 'The first line has two columns "{column}". Keep one of them.',
  },
  'list.nothing-in-it': {
    grade: 'fault',
    vi: 'File chỉ có dòng đầu, chưa có số liệu.',
    en: 'The file has only its first line and no figures.',
  },
  'row.unit-absent': {
    grade: 'fault',
    vi: 'Dòng này có số liệu nhưng thiếu mã đơn vị.',
    en: 'This line has figures but no code of a unit.',
  },
  'row.unit-unknown': {
    grade: 'fault',
    vi: 'Không có đơn vị mã "{unit}" vào ngày của kỳ này. Kiểm lại mã.',
    en: 'There is no unit with the code "{unit}" on the date of this round. Check the code.',
  },
  'row.unit-outside': {
    grade: 'fault',
    vi: '{name} (mã {unit}) không thuộc các xã của lần nhập này: nằm ngoài {under}, hoặc ngoài chương trình. Bỏ dòng này, hoặc nhập cho đúng nơi.',
    en: '{name} (code {unit}) is not among the communes of this import: it lies outside {under}, or outside the programme. Leave the line out, or import it for its own place.',
  },
  'row.unit-other-name': {
    grade: 'fault',
    vi: 'Mã {unit} là {name}, nhưng dòng này ghi tên “{said}”. Sửa mã hoặc tên cho khớp.',
    en: 'The code {unit} is {name}, but this line is named "{said}". Make code and name agree.',
  },
  'row.unit-by-name': {
    grade: 'fault',
    vi: '"{unit}" là tên; ở đây cần mã đơn vị. Ghi {code}.',
    en: '"{unit}" is a name; the code of the unit is needed here. Write {code}.',
  },
  'row.unit-no-code': {
    grade: 'fault',
    vi: '"{unit}" không phải là mã đơn vị. Ghi mã, ví dụ {example}.',
    en: '"{unit}" is not the code of a unit. Write the code, for example {example}.',
  },
  'row.indicator-absent': {
    grade: 'fault',
    vi: 'Dòng này thiếu mã chỉ tiêu.',
    en: 'This line has no indicator.',
  },
  'row.indicator-unknown': {
    grade: 'fault',
    vi: 'Bộ tiêu chí không có chỉ tiêu "{indicator}".',
    en: 'The set has no indicator "{indicator}".',
  },
  'row.part-unknown': {
    grade: 'fault',
    vi: 'Chỉ tiêu {indicator} không có phần "{part}". Ghi {parts}.',
    en: 'The indicator {indicator} has no part "{part}". Write {parts}.',
  },
  'row.by-sex': {
    grade: 'note',
    vi: 'Chỉ tiêu {indicator} tính riêng nam và nữ: ghi {indicator}/male và {indicator}/female. Dòng này chưa dùng được.',
    en: 'The indicator {indicator} counts men and women apart: write {indicator}/male and {indicator}/female. This line is not used.',
  },
  'row.twice': {
    grade: 'fault',
    vi: 'Chỉ tiêu {indicator} của {unit} đã có ở ô {first}. Giữ lại một dòng.',
    en: 'The indicator {indicator} of {unit} stands in {first} already. Keep one line.',
  },
  'row.formula-for-name': {
    grade: 'fault',
    vi: '"{text}" là công thức, không phải mã đơn vị. Ghi mã vào ô.',
    en: '"{text}" is a formula, not the code of a unit. Write the code.',
  },
  'row.indicator-cut': {
    grade: 'fault',
    vi: 'Ô là số nên không rõ là chỉ tiêu {indicator} hay {indicator}0. Đặt định dạng cột là Chữ (Text) rồi ghi lại mã.',
    en: 'The cell is a number, so {indicator} and {indicator}0 look alike. Format the column as text and write the code again.',
  },
  'row.indicator-unlisted': {
    grade: 'note',
    vi: 'Bộ tiêu chí chưa nhập chỉ tiêu "{indicator}"; tiêu chí để chưa xác định, dòng này chưa dùng được.',
    en: 'The set does not list the indicator "{indicator}" yet; its criterion stays unknown and this line is not used.',
  },
  'cell.merged': {
    grade: 'fault',
    vi: 'Số "{text}" nằm trong ô gộp qua nhiều dòng nên không rõ là số của dòng nào. Bỏ gộp ô, ghi số vào từng dòng.',
    en: 'The figure "{text}" is merged over several lines, so it is not clear whose it is. Unmerge the cell and write it on each line.',
  },
  'cell.date': {
    grade: 'fault',
    vi: 'Ô này là ngày {text}: Excel đã đổi số thành ngày. Đặt định dạng ô là Số rồi gõ lại.',
    en: 'This cell is the date {text}: Excel made a date of a number. Format the cell as Number and type it again.',
  },
  'cell.error': {
    grade: 'fault',
    vi: 'Ô này đang báo lỗi {text}. Sửa công thức hoặc gõ kết quả.',
    en: 'This cell shows the error {text}. Correct the formula or type the result.',
  },
  'cell.reading': { grade: 'fault', vi: '{vi}', en: '{en}' },
} as const satisfies Record<string, Text>;

export type SheetFaultCode = keyof typeof texts;

/** One fault with its place. `detail` is the engine's code where the engine refused the text of a cell. */
export interface SheetFault {
  readonly code: SheetFaultCode;
  readonly detail: string | null;
  readonly grade: FaultGrade;
  readonly sheet: string;
  /** A1 address, or null for the whole sheet. */
  readonly cell: string | null;
  readonly vi: string;
  readonly en: string;
}

/** Makes a fault; `{names}` are filled from `facts`. */
export function makeSheetFault(
  code: SheetFaultCode,
  sheet: string,
  cell: string | null,
  facts: Readonly<Record<string, string>> = {},
  detail: string | null = null,
): SheetFault {
  const { grade, vi, en } = texts[code];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
  return { code, detail, grade, sheet, cell, vi: fill(vi), en: fill(en) };
}
