// Draws small sheets for tests: one line of text a row, cells parted by `|`, and says what was mapped and what was asked.
import {
  type Applied,
  answerQuestions,
  applyMapping,
  type IntakeCell,
  type IntakeContext,
  type IntakeGrid,
  type IntakeUnit,
  proposeMapping,
  type Question,
} from '@vungbuoc/programme/intake';

/** Extra properties of single cells, by A1 address without letters beyond Z, and of the sheet. */
export interface Drawing {
  readonly sheet?: string;
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly cells?: Readonly<Record<string, Partial<IntakeCell>>>;
  readonly hidden?: boolean;
}

/** A sheet of the lines. Digits become numbers, as Excel would have them. */
export function draw(lines: readonly string[], drawing: Drawing = {}): IntakeGrid {
  const rows = lines.map((line) => line.split('|').map((text) => cellOf(text.trim())));
  for (const [address, extra] of Object.entries(drawing.cells ?? {})) {
    const { row, column } = placeOf(address);
    const line = rows[row];
    if (line !== undefined) line[column] = { ...(line[column] ?? cellOf('')), ...extra };
  }
  const merges = (drawing.merges ?? []).map((range) => {
    const [from = 'A1', to = from] = range.split(':');
    const [a, b] = [placeOf(from), placeOf(to)];
    return { top: a.row, left: a.column, bottom: b.row, right: b.column };
  });
  return {
    sheet: drawing.sheet ?? 'Sheet1',
    hidden: drawing.hidden ?? false,
    rows,
    merges,
    hiddenRows: [...(drawing.hiddenRows ?? [])],
    hiddenColumns: [...(drawing.hiddenColumns ?? [])],
  };
}

function cellOf(text: string): IntakeCell {
  if (text === '') return { text: '', value: null, kind: 'empty' };
  if (/^\d+(\.\d+)?$/.test(text) && !/^0\d/.test(text)) return { text, value: Number(text), kind: 'number' };
  return { text, value: text, kind: 'text' };
}

function placeOf(address: string): { row: number; column: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

export function unit(
  code: string,
  name: string,
  parentName = 'Huyện Nậm Nhùn',
  extra: Partial<IntakeUnit> = {},
): IntakeUnit {
  return { id: Number(code), code, name, kind: 'commune', otherNames: [], parentName, ...extra };
}

export const namNhun: readonly IntakeUnit[] = [
  unit('03472', 'Xã Mường Mô'),
  unit('03481', 'Xã Lê Lợi'),
  unit('03484', 'Xã Pú Đao'),
  unit('03475', 'Xã Nậm Hàng'),
  unit('03460', 'Xã Hua Bum'),
];

/** Five criteria are enough to see how columns are told apart; their names are those of the set of 2016-2020. */
export const fiveNames = ['Quy hoạch', 'Giao thông', 'Thủy lợi', 'Điện', 'Trường học'] as const;

/** All names of that set. The fixtures' workbooks are drawn with them too. */
export const nineteenNames = [
  ...fiveNames,
  'Cơ sở vật chất văn hóa',
  'Cơ sở hạ tầng thương mại nông thôn',
  'Thông tin và Truyền thông',
  'Nhà ở dân cư',
  'Thu nhập',
  'Hộ nghèo',
  'Lao động có việc làm',
  'Tổ chức sản xuất',
  'Giáo dục và Đào tạo',
  'Y tế',
  'Văn hóa',
  'Môi trường và an toàn thực phẩm',
  'Hệ thống chính trị và tiếp cận pháp luật',
  'Quốc phòng và An ninh',
] as const;

export function contextOf(
  names: readonly string[] = fiveNames,
  extra: Partial<IntakeContext> = {},
): IntakeContext {
  return {
    units: namNhun,
    criteria: names.map((nameVi, at) => ({ code: String(at + 1), nameVi })),
    year: 2020,
    level: 'ntm',
    ...extra,
  };
}

const signs = { met: '+', notMet: '-', coBanDat: '~', notApplicable: 'o' } as const;

/** What came of a sheet: ids of questions, results as signs by unit code, `?` for a cell that waits. */
export interface Outcome {
  readonly asked: readonly string[];
  readonly questions: readonly Question[];
  readonly results: Readonly<Record<string, string>>;
  readonly totals: Readonly<Record<string, string>>;
  readonly applied: Applied;
}

/** Proposes, answers what is given (round after round), applies. */
export function intake(
  grids: IntakeGrid | readonly IntakeGrid[],
  context: IntakeContext,
  answers: Readonly<Record<string, string>> = {},
): Outcome {
  const all = 'rows' in grids ? [grids] : grids;
  let proposal = proposeMapping(all, context);
  const asked = new Set(proposal.questions.map(({ id }) => id));
  for (let round = 0; round < 5 && proposal.mapping !== null; round++) {
    const known = proposal.questions.filter(({ id }) => id in answers);
    if (known.length === 0) break;
    const given = Object.fromEntries(known.map(({ id }) => [id, answers[id] ?? '']));
    proposal = proposeMapping(all, context, answerQuestions(proposal.mapping, given));
    for (const { id } of proposal.questions) asked.add(id);
  }
  if (proposal.mapping === null) {
    return {
      asked: [],
      questions: [],
      results: {},
      totals: {},
      applied: { results: [], open: [], questions: [], faults: proposal.faults },
    };
  }
  const applied = applyMapping(all, proposal.mapping, context);
  return { asked: [...asked].sort(), questions: applied.questions, ...signsOf(applied, context), applied };
}

function signsOf(applied: Applied, context: IntakeContext): Pick<Outcome, 'results' | 'totals'> {
  const results: Record<string, string[]> = {};
  const totals: Record<string, string> = {};
  const put = (code: string, criterion: string, sign: string) => {
    const line = results[code] ?? context.criteria.map(() => '.');
    results[code] = line;
    line[context.criteria.findIndex((one) => one.code === criterion)] = sign;
  };
  for (const { unitCode, criterion, verdict, metCount, ofCount } of applied.results) {
    if (criterion === null) totals[unitCode] = ofCount === null ? String(metCount) : `${metCount}/${ofCount}`;
    else put(unitCode, criterion, verdict === null ? '!' : signs[verdict]);
  }
  for (const { unitCode, criterion } of applied.open) {
    if (unitCode === null) continue;
    if (criterion === null) totals[unitCode] = '?';
    else put(unitCode, criterion, '?');
  }
  return {
    results: Object.fromEntries(Object.entries(results).map(([code, line]) => [code, line.join('')])),
    totals,
  };
}
