// The sentences of intake's questions, faults and answers, Vietnamese first.

interface Text {
  readonly vi: string;
  readonly en: string;
}

/** What is asked. */
export const questionTexts = {
  sheet: {
    vi: 'File có nhiều sheet giống bảng kết quả. Lấy sheet nào?',
    en: 'Several sheets look like a table of results. Which one is to be taken?',
  },
  year: {
    vi: 'Sheet ghi năm {found}, kỳ đang nhập là năm {year}. Có đúng là kết quả của kỳ này không?',
    en: 'The sheet says {found}, the round is of {year}. Are these the results of this round?',
  },
  purpose: {
    vi: 'Sheet ghi "{text}": đây là kế hoạch hay kết quả đã đạt?',
    en: 'The sheet says "{text}": is it a plan, or results reached?',
  },
  place: {
    vi: 'Sheet ghi "{text}", kỳ đang nhập là của địa bàn khác. Có đúng bảng cần nhập không?',
    en: 'The sheet says "{text}", the round is of another place. Is it the right table?',
  },
  elsewhere: {
    vi: '{count} dòng đứng dưới "{place}", ngoài địa bàn đang nhập ({example}). Bỏ qua các dòng này?',
    en: '{count} lines stand under "{place}", which is not of this round ({example}). Are they to be left out?',
  },
  level: {
    vi: 'Sheet ghi "{text}", kỳ này xét mức độ khác. Có đúng bảng cần nhập không?',
    en: 'The sheet says "{text}", this round is of another level. Is it the right table?',
  },
  set: {
    vi: 'Sheet đánh số tiêu chí {found}, bộ tiêu chí của kỳ này có {count} tiêu chí. Có cùng bộ tiêu chí không?',
    en: 'The sheet numbers its criteria {found}, the set of this round has {count}. Is it the same set?',
  },
  unitColumn: {
    vi: 'Cột nào ghi tên xã của kỳ này?',
    en: 'Which column holds the names of this round’s communes?',
  },
  codes: {
    vi: 'Sheet chỉ ghi mã, và {count} mã đã từng là của đơn vị khác ({example}). Mã theo danh mục của kỳ này?',
    en: 'The sheet holds only codes, and {count} of them belonged to other units ({example}). Are they codes of this round’s list?',
  },
  column: {
    vi: 'Cột {column} "{heading}" là gì?',
    en: 'What is the column {column} "{heading}"?',
  },
  block: {
    vi: 'Mỗi tiêu chí có nhiều cột. Lấy cột nào?',
    en: 'Each criterion has several columns. Which is to be taken?',
  },
  repeatedColumn: {
    vi: 'Tiêu chí {criterion} có nhiều cột. Lấy cột nào?',
    en: 'Criterion {criterion} has several columns. Which column is to be taken?',
  },
  hiddenColumn: {
    vi: 'Cột {column} "{heading}" đang ẩn. Có lấy không?',
    en: 'The column {column} "{heading}" is hidden. Is it to be taken?',
  },
  hiddenRows: {
    vi: '{count} dòng xã đang ẩn ({lines}). Có lấy không?',
    en: '{count} lines of communes are hidden ({lines}). Are they to be taken?',
  },
  unit: {
    vi: 'Dòng {line} "{text}" là đơn vị nào?',
    en: 'Which unit is line {line}, "{text}"?',
  },
  unitConflict: {
    vi: 'Dòng {line}: tên "{text}" và mã {code} chỉ hai đơn vị khác nhau. Lấy đơn vị nào?',
    en: 'Line {line}: the name "{text}" and the code {code} are of two units. Which is meant?',
  },
  row: {
    vi: 'Dòng {line} "{text}" có dấu nhưng không rõ của xã nào.',
    en: 'Line {line} "{text}" has marks, but it is not clear whose.',
  },
  districtRow: {
    vi: 'Dòng {line} "{text}" vừa là tên huyện vừa là tên xã. Đây là dòng của đơn vị nào?',
    en: 'Line {line} "{text}" is the name of a district and of a commune. Whose line is it?',
  },
  repeated: {
    vi: '{unit} có ở nhiều dòng ({lines}). Lấy dòng nào?',
    en: '{unit} stands on several lines ({lines}). Which is to be taken?',
  },
  mark: {
    vi: 'Dấu "{mark}" ({count} ô) nghĩa là gì?',
    en: 'What does the mark "{mark}" ({count} cells) mean?',
  },
  noted: {
    vi: 'Dấu "{mark}" có ghi chú kèm theo ({count} ô: {notes}) nghĩa là gì?',
    en: 'What does the mark "{mark}" with a note behind it ({count} cells: {notes}) mean?',
  },
  blank: {
    vi: 'Ô trống ({count} ô) nghĩa là gì?',
    en: 'What does an empty cell ({count} cells) mean?',
  },
  colour: {
    vi: 'Ô {mark} tô màu #{fill} ({count} ô) nghĩa là gì?',
    en: 'What does a cell {mark} coloured #{fill} ({count} cells) mean?',
  },
  struck: {
    vi: 'Dấu "{mark}" bị gạch ngang ({count} ô) nghĩa là gì?',
    en: 'What does the struck mark "{mark}" ({count} cells) mean?',
  },
  figures: {
    vi: 'Cột {column} "{heading}" ghi số liệu hoặc chữ ({example}), không phải dấu. Xử lý thế nào?',
    en: 'The column {column} "{heading}" holds figures or words ({example}), not marks. What is to be done?',
  },
  merged: {
    vi: 'Các ô {cells} gộp làm một, ghi "{mark}". Dấu này có cho cả khối không?',
    en: 'The cells {cells} are merged and say "{mark}". Does it hold for all of them?',
  },
  twoSenses: {
    vi: '{unit}, tiêu chí {criterion}: {what} (ô {cells}). Kết quả là gì?',
    en: '{unit}, criterion {criterion}: {what} (cells {cells}). What is the result?',
  },
  noTick: {
    vi: 'Tiêu chí không có dấu ở cột nào (ví dụ {unit}, tiêu chí {criterion}) nghĩa là gì?',
    en: 'What does a criterion without a tick in any of its columns mean (for example {unit}, criterion {criterion})?',
  },
  totals: {
    vi: 'Cột {column} "{heading}" không khớp với số dấu đếm được ở {count} dòng: {examples}. Lấy theo đâu?',
    en: 'The column {column} "{heading}" does not agree with the marks counted on {count} lines: {examples}. Which is to be taken?',
  },
  totalColumn: {
    vi: 'Cột nào là số tiêu chí đạt?',
    en: 'Which column is the number of criteria met?',
  },
  emptyColumn: {
    vi: 'Tiêu chí {criteria} để trống ở tất cả các xã. Chưa xã nào đạt, hay chưa có kết quả?',
    en: 'Criterion {criteria} is empty for all communes. Has none met it, or is there no result yet?',
  },
  emptyLine: {
    vi: '{count} xã để trống cả dòng ({example}). Các xã này chưa đạt tiêu chí nào, hay chưa có kết quả?',
    en: '{count} communes are empty all along their line ({example}). Have they met nothing, or is there no result yet?',
  },
  count: {
    vi: 'Ô {cell} ghi "{text}". Số tiêu chí đạt là bao nhiêu?',
    en: 'The cell {cell} says "{text}". How many criteria are met?',
  },
} as const satisfies Record<string, Text>;

export type QuestionKind = keyof typeof questionTexts;

/** Answers with words of their own. */
export const valueTexts = {
  yes: { vi: 'Đúng', en: 'Yes' },
  no: { vi: 'Không, không nhập sheet này', en: 'No, do not take this sheet' },
  take: { vi: 'Lấy', en: 'Take it' },
  ignore: { vi: 'Không lấy', en: 'Leave it out' },
  skip: { vi: 'Bỏ qua dòng này', en: 'Leave this line out' },
  skipAll: { vi: 'Bỏ qua các dòng này', en: 'Leave these lines out' },
  each: { vi: 'Hỏi riêng từng dòng', en: 'Ask about each line' },
  met: { vi: 'Đạt', en: 'Met' },
  notMet: { vi: 'Chưa đạt', en: 'Not met' },
  coBanDat: { vi: 'Cơ bản đạt', en: 'Basically met' },
  notApplicable: { vi: 'Không áp dụng', en: 'Not applicable' },
  unknown: { vi: 'Chưa xác định, không nhập ô này', en: 'Not known, leave the cell out' },
  total: { vi: 'Số tiêu chí đạt', en: 'Number of criteria met' },
  totalNotMet: { vi: 'Số tiêu chí chưa đạt', en: 'Number of criteria not met' },
  marks: { vi: 'Theo dấu ở từng tiêu chí', en: 'The marks of each criterion' },
  both: { vi: 'Giữ cả hai như trong sheet', en: 'Keep both as in the sheet' },
  leaveOut: { vi: 'Chưa nhập các xã này', en: 'Do not take these communes yet' },
  plan: { vi: 'Kế hoạch, không nhập', en: 'A plan, do not take it' },
  results: { vi: 'Kết quả đã đạt', en: 'Results reached' },
  all: { vi: 'Cho cả khối', en: 'For all of them' },
  first: { vi: 'Chỉ cho ô đầu', en: 'Only for the first cell' },
} as const satisfies Record<string, Text>;

export type ValueKind = keyof typeof valueTexts;

/** What cannot be taken, with its place. */
export const faultTexts = {
  'intake.no-table': {
    vi: 'Không thấy bảng xã theo tiêu chí: trong file không có tên hay mã xã nào của kỳ này. Kiểm lại file, hoặc địa bàn và kỳ đang chọn.',
    en: 'No table of communes by criteria: the file has no name or code of a commune of this round. Check the file, or the place and round chosen.',
  },
  'intake.nothing-taken': {
    vi: 'Thấy bảng xã nhưng không lấy được kết quả nào: không có cột tiêu chí hay cột số tiêu chí đạt có nội dung.',
    en: 'A table of communes was found, but no result in it: no column of a criterion, or of criteria met, has content.',
  },
  'intake.other-years': {
    vi: 'Sheet này ghi số tiêu chí đạt của năm {years}, còn kỳ đang chọn là năm {year}. Chọn kỳ của năm ghi trong sheet rồi nhập lại.',
    en: 'This sheet has the criteria met in {years}, and the round chosen is of {year}. Choose the round of the sheet and import it again.',
  },
  'intake.other-shape': {
    vi: 'Sheet này khác bảng đã lập ánh xạ (cột hoặc tiêu đề đã đổi). Lập ánh xạ mới cho sheet này.',
    en: 'This sheet differs from the one the mapping was made for (columns or headings changed). Make a new mapping.',
  },
  'intake.answer-unknown': {
    vi: 'Câu trả lời "{value}" cho "{id}" không có trong các cách trả lời. Chọn lại.',
    en: 'The answer "{value}" for "{id}" is not one of the possible answers. Choose again.',
  },
  'intake.error-cell': {
    vi: 'Ô {cell} đang báo lỗi {text}. Sửa trong Excel rồi chọn lại file.',
    en: 'The cell {cell} shows the error {text}. Correct it in Excel and choose the file again.',
  },
  'intake.count-too-high': {
    vi: 'Ô {cell} ghi {met} tiêu chí đạt, nhiều hơn {of} tiêu chí.',
    en: 'The cell {cell} says {met} criteria met, more than {of}.',
  },
} as const satisfies Record<string, Text>;

export type FaultCode = keyof typeof faultTexts;
