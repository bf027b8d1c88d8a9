// The workbook that `vb readings template` writes: units down, figures across, headings locked, a hidden line of codes.
import type { CriteriaSet, Reading } from '@vungbuoc/criteria';
import { type TemplateColumn, templateColumns } from './columns.ts';

/** What stands in cell A1 of a sheet of ours, before the set and the round. */
export const templateMark = 'vung-buoc/readings/1';

/** Rows above the first unit: codes (hidden), criterion, indicator, what to type. */
export const templateHeadRows = 4;

/** A unit as the sheet names it. */
export interface TemplateUnit {
  readonly code: string;
  readonly name: string;
}

/** What the workbook is made for. */
export interface TemplateInput {
  readonly set: CriteriaSet;
  readonly round: string;
  readonly units: readonly TemplateUnit[];
  /** Figures known already, by unit code and figure code; they are shown to be corrected. */
  readonly readings?: ReadonlyMap<string, ReadonlyMap<string, Reading>>;
}

type Value = string | number | null;

interface Cell {
  readonly value: Value;
  readonly style?: string;
  readonly note?: string;
}

interface Row {
  readonly cells: readonly (Value | Cell)[];
  readonly style?: string;
  readonly height?: number;
  readonly hidden?: boolean;
}

/** The workbook as plain data, in the shape that the server's sheets write. */
export interface TemplateWorkbook {
  readonly title: string;
  readonly styles: Readonly<Record<string, object>>;
  readonly sheets: readonly {
    readonly name: string;
    readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
    readonly rows: readonly Row[];
    readonly merges?: readonly string[];
    readonly frozen?: { readonly rows: number; readonly columns: number };
    readonly locked?: boolean;
  }[];
}

const styles = {
  head: { bold: true, wrap: true, align: 'center', border: true, fill: 'ECE7DB', size: 10 },
  sub: { wrap: true, align: 'center', border: true, fill: 'F6F3EB', size: 9 },
  unit: { border: true, fill: 'F6F3EB' },
  open: { border: true, align: 'right', unlocked: true, fill: 'FFFDF9' },
  text: { wrap: true, vertical: 'top' },
  heading: { bold: true, size: 13 },
} as const;

/** Makes the workbook. Its codes let it be read back whatever people do to headings, order of lines or order of columns. */
export function templateWorkbook(input: TemplateInput): TemplateWorkbook {
  const columns = templateColumns(input.set);
  return {
    title: `Số liệu ${input.round}: ${input.set.titleVi}`,
    styles,
    sheets: [
      {
        name: 'Số liệu',
        columns: [{ width: 8 }, { width: 24 }, ...columns.map(() => ({ width: 11 }))],
        rows: [...headRows(input, columns), ...input.units.map((unit) => unitRow(unit, columns, input))],
        frozen: { rows: templateHeadRows, columns: 2 },
        locked: true,
      },
      guideSheet(),
    ],
  };
}

function headRows({ set, round }: TemplateInput, columns: readonly TemplateColumn[]): Row[] {
  const criteria = new Map(set.criteria.map((criterion) => [criterion.code, criterion.nameVi]));
  const mark = [templateMark, set.id, set.version, round].join('|');
  return [
    { cells: [mark, null, ...columns.map(({ code }) => code)], hidden: true },
    {
      style: 'head',
      height: 45,
      cells: [
        '',
        '',
        ...columns.map(({ criterion }, at) =>
          startsNew(columns, at, 'criterion')
            ? `${criterion} ${criteria.get(criterion) ?? 'Điều kiện khác'}`.trim()
            : '',
        ),
      ],
    },
    {
      style: 'head',
      height: 90,
      cells: [
        '',
        '',
        ...columns.map((column, at) => (startsNew(columns, at, 'name') ? partTitle(column) : '')),
      ],
    },
    {
      style: 'sub',
      height: 45,
      cells: ['Mã', 'Xã', ...columns.map((column) => ({ value: whatToType(column), note: noteOf(column) }))],
    },
  ];
}

function startsNew(columns: readonly TemplateColumn[], at: number, key: 'criterion' | 'name'): boolean {
  return at === 0 || columns[at - 1]?.[key] !== columns[at]?.[key];
}

function partTitle({ name, indicator, figure }: TemplateColumn): string {
  return name === indicator.code ? `${name} ${indicator.textVi}` : `${name} ${figure.nameVi}`;
}

function whatToType({ field, figure }: TemplateColumn): string {
  const unit = figure.unitVi === null ? '' : ` (${figure.unitVi})`;
  if (field === 'numerator') return `Số đạt${unit}`;
  if (field === 'denominator') return `Tổng số${unit}`;
  if (figure.kind === 'number') return `Giá trị${unit}`;
  return figure.kind === 'boolean' ? 'Có / không' : 'Đạt / chưa đạt';
}

function noteOf({ name, figure, field }: TemplateColumn): string {
  const what = field === 'numerator' ? 'Tử số' : field === 'denominator' ? 'Mẫu số' : 'Giá trị';
  return `${name} – ${figure.nameVi}. ${what}. Ghi chú: thêm nhận xét (comment) vào ô. Không áp dụng: gõ KAD.`;
}

function unitRow(unit: TemplateUnit, columns: readonly TemplateColumn[], { readings }: TemplateInput): Row {
  const known = readings?.get(unit.code);
  const cells = columns.map((column): Cell => {
    const reading = known?.get(column.figure.code);
    const note = reading?.note ?? null;
    const first = column.field !== 'denominator';
    return { value: knownValue(reading, column), style: 'open', ...(note !== null && first ? { note } : {}) };
  });
  return { cells: [{ value: unit.code, style: 'unit' }, { value: unit.name, style: 'unit' }, ...cells] };
}

/** A number that Excel can hold exactly is written as a number, all else as text. */
function knownValue(reading: Reading | undefined, { field }: TemplateColumn): Value {
  if (reading === undefined) return null;
  if (!reading.applicable) return field === 'denominator' ? null : notApplicableWord;
  if (reading.bare === true)
    return field === 'numerator' && reading.numerator !== null ? `${reading.numerator}%` : null;
  const text = field === 'denominator' ? reading.denominator : reading.numerator;
  if (text === null) return null;
  const number = Number(text);
  return String(number) === text ? number : text;
}

/** Typed into a cell to say that the indicator does not apply to the unit. */
export const notApplicableWord = 'KAD';

const guide: readonly (readonly [string, string])[] = [
  ['Cách điền', 'How to fill in'],
  ['Chỉ gõ vào ô trắng. Dòng tiêu đề đã khóa.', 'Type only into white cells. Headings are locked.'],
  [
    'Tỷ lệ: gõ số đạt và tổng số, không gõ phần trăm.',
    'Shares: type the count and its total, not a per cent.',
  ],
  ['Có / không: gõ 1 hoặc 0, hoặc "đạt", "chưa đạt".', 'Yes / no: type 1 or 0, or "đạt", "chưa đạt".'],
  [
    'Không áp dụng: gõ KAD và ghi lý do trong nhận xét của ô.',
    'Not applicable: type KAD, with the reason as the cell’s comment.',
  ],
  [
    'Chưa có số liệu: để trống. Ô trống không phải số 0, và không xóa số đã nhập trước đó.',
    'No figure yet: leave it empty. Empty is not zero, and deletes no figure sent before.',
  ],
  ['Gửi lại: vb readings import FILE', 'To send it back: vb readings import FILE'],
];

function guideSheet(): TemplateWorkbook['sheets'][number] {
  const rows = guide.map(([vi, en], at) => ({ cells: [vi, en], style: at === 0 ? 'heading' : 'text' }));
  return { name: 'Hướng dẫn', columns: [{ width: 60 }, { width: 60 }], rows, locked: true };
}
