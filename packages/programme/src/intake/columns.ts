// What each column of a table is, by its headings. What two headings disagree on, or one says only in part, is not sure.
import { foldText } from '../names/index.ts';
import { type Carried, carriedHeadings } from './carried-headings.ts';
import type { IntakeContext } from './context.ts';
import { makeNameFinder, type NameFinder } from './criterion-names.ts';
import { bareNumber, type Heading, readHeading, type TotalKind } from './headings.ts';
import { isNumbering, type Layout } from './layout.ts';
import type { Verdict } from './marks.ts';
import { yearsIn } from './title.ts';

/** What a column is used for. `unresolved` columns are asked about when marks stand in them. */
export type ColumnUse =
  | 'criterion'
  | 'total'
  | 'unit'
  | 'code'
  | 'serial'
  | 'district'
  | 'indicator'
  | 'aside'
  | 'unresolved';

/** One column as its headings tell it. */
export interface ColumnPlan {
  readonly column: number;
  readonly name: string;
  /** All headings over it, from top to bottom. */
  readonly heading: string;
  readonly use: ColumnUse;
  readonly criterion: string | null;
  /** Of a sub-column "Đạt" or "Chưa đạt": a tick in it has this meaning. */
  readonly sense: Verdict | null;
  readonly counts: TotalKind;
  /** Of how many criteria a total counts, where its heading says so. */
  readonly of: number | null;
  /** Headings that tell columns of the same criterion apart: a year, "Kế hoạch". */
  readonly qualifier: string;
  readonly sure: boolean;
  /** Other criteria that the headings may mean. */
  readonly others: readonly string[];
  readonly hidden: boolean;
  /** The criterion's name is written, in full or shortened. */
  readonly byName: boolean;
  /** Only part of a criterion's name is written. */
  readonly inPart: boolean;
  /** A bare roman number stands over a name: most likely the line of a group, not of a criterion. */
  readonly grouped: boolean;
}

/** One heading over a column, and how many columns it spans. */
interface Level {
  readonly text: string;
  readonly heading: Heading;
  readonly number: number | null;
  readonly row: number;
  readonly span: number;
}

/** Numbers in the headings that the round's set does not have. */
export interface ColumnsRead {
  readonly columns: readonly ColumnPlan[];
  readonly foreign: readonly number[];
}

/** Reads the headings of every column. */
export function readColumns(layout: Layout, context: IntakeContext): ColumnsRead {
  const names = makeNameFinder(context.criteria);
  const codes = new Set(context.criteria.map(({ code }) => code));
  const unitColumn = layout.nameColumns[0] ?? layout.codeColumn ?? 0;
  const rows = numberRows(layout, codes, unitColumn);
  const foreign = new Set<number>();
  const columns: ColumnPlan[] = [];
  const carried = carriedHeadings(layout);
  for (let column = 0; column < layout.view.width; column++) {
    const levels = levelsOf(layout, column, carried, codes, names);
    for (const { heading } of levels) if (heading.is === 'foreignNumber') foreign.add(heading.number);
    for (const level of levels) {
      if (level.number !== null && rows.get(level.row)?.foreign.has(level.number)) foreign.add(level.number);
    }
    columns.push(planColumn(layout, column, levels, rows, codes));
  }
  return { columns: settleParts(columns), foreign: [...foreign].sort((one, other) => one - other) };
}

/** The headings over a column from top to bottom; a merged one counts once. */
function levelsOf(
  layout: Layout,
  column: number,
  carried: ReadonlyMap<string, Carried>,
  codes: ReadonlySet<string>,
  names: NameFinder,
): Level[] {
  const { view, headerTop, bodyTop } = layout;
  const levels: Level[] = [];
  for (let row = headerTop; row < bodyTop; row++) {
    const merge = view.merge(row, column);
    if (merge !== null && merge.top !== row && merge.top >= headerTop) continue;
    // A title merged into the table's own lines is no heading of theirs.
    if (merge !== null && merge.bottom >= bodyTop) continue;
    const over = carried.get(`${row}:${column}`);
    const text = over?.text ?? view.shown(row, column).text;
    if (text === '') continue;
    const span = over?.span ?? (merge === null ? 1 : merge.right - merge.left + 1);
    levels.push({ text, row, span, number: bareNumber(text), heading: readHeading(text, codes, names) });
  }
  return levels;
}

/** How a heading row of bare numbers is to be read. */
interface NumberRow {
  /** `criteria`: exactly the set's codes. `columns`: it counts the columns. `unsure`: neither is certain. */
  readonly means: 'criteria' | 'columns' | 'unsure';
  /** The name column has a letter in this row: "A, B, 1, 2, 3". */
  readonly lettered: boolean;
  readonly foreign: ReadonlySet<number>;
}

function numberRows(layout: Layout, codes: ReadonlySet<string>, unitColumn: number): Map<number, NumberRow> {
  const { view, headerTop, bodyTop } = layout;
  const rows = new Map<number, NumberRow>();
  for (let row = headerTop; row < bodyTop; row++) {
    const found: { column: number; number: number }[] = [];
    for (let column = 0; column < view.width; column++) {
      const number = bareNumber(view.cell(row, column).text);
      if (number !== null) found.push({ column, number });
    }
    if (found.length > 0)
      rows.set(row, readNumberRow(found, codes, unitColumn, view.cell(row, unitColumn).text));
  }
  return rows;
}

function readNumberRow(
  found: readonly { column: number; number: number }[],
  codes: ReadonlySet<string>,
  unitColumn: number,
  atUnit: string,
): NumberRow {
  const numbers = new Set(found.map(({ number }) => number));
  const foreign = new Set([...numbers].filter((number) => !codes.has(String(number))));
  const none = new Set<number>();
  if (found.some(({ column }) => column <= unitColumn))
    return { means: 'columns', lettered: false, foreign: none };
  const ascending = found.every(
    ({ number }, at) => at === 0 || number > (found[at - 1]?.number ?? 0) || number === 1,
  );
  const whole = foreign.size === 0 && numbers.size === codes.size && ascending;
  // "A, B, 1, 2, 3" numbers columns; only names can show that it numbers the criteria as well.
  const lettered = isNumbering(atUnit);
  // One that runs on past the set, over population and notes too, counts columns and nothing else.
  if (lettered && foreign.size > 0 && runsOn(found)) return { means: 'columns', lettered, foreign: none };
  return { means: whole && !lettered ? 'criteria' : 'unsure', lettered, foreign: lettered ? none : foreign };
}

/** Every number is one more than the one before, in the very next column. */
function runsOn(found: readonly { column: number; number: number }[]): boolean {
  return found.every(({ column, number }, at) => {
    const before = found[at - 1];
    return before === undefined || (column === before.column + 1 && number === before.number + 1);
  });
}

const decisive = new Set<Heading['is']>([
  'criterion',
  'clash',
  'foreignNumber',
  'indicator',
  'total',
  'serial',
  'unit',
  'code',
  'district',
  'aside',
  'share',
  'change',
]);

function planColumn(
  layout: Layout,
  column: number,
  levels: readonly Level[],
  rows: ReadonlyMap<number, NumberRow>,
  codes: ReadonlySet<string>,
): ColumnPlan {
  const { view, nameColumns, codeColumn } = layout;
  const base = unread(layout, column, levels);
  // With communes across, what stands above their names is the title.
  if (view.orientation === 'across' && column < (nameColumns[0] ?? 0)) return { ...base, use: 'aside' };
  if (column === nameColumns[0]) return { ...base, use: 'unit' };
  if (column === codeColumn) return { ...base, use: nameColumns.length === 0 ? 'unit' : 'code' };
  if (levels.some((level) => level.heading.is === 'indicator')) return { ...base, use: 'indicator' };
  const below = [...levels].reverse();
  const at = decidingLevel(below, rows);
  const main = below[at];
  if (main === undefined) return { ...base, use: 'unresolved', sure: false };
  const lower = below.slice(0, at);
  const sense = lower.find((level) => level.heading.is === 'result')?.heading;
  const verdict = sense?.is === 'result' ? sense.verdict : null;
  const qualifier = qualifierOf(levels.filter((level) => level !== main));
  switch (main.heading.is) {
    case 'total':
      if (spansNames(main, lower)) return { ...base, use: 'unresolved', sure: false };
      return { ...base, use: 'total', ...totalOf(main, verdict), qualifier };
    case 'serial':
    case 'district':
      return { ...base, use: main.heading.is };
    case 'share':
    case 'change':
    case 'aside':
    case 'unit':
    case 'code':
      return { ...base, use: 'aside' };
    default: {
      const found = criterionOf(main, levels, rows, codes);
      const grouped = main.number === null && levels.some(({ text }) => bareRoman.test(text));
      return { ...base, ...found, sure: found.sure && !grouped, grouped, sense: verdict, qualifier };
    }
  }
}

const bareRoman = /^\s*[IVX]+\s*\.?\s*$/;

/** A column of which nothing is known but its headings. */
function unread({ view }: Layout, column: number, levels: readonly Level[]): ColumnPlan {
  return {
    column,
    name: view.columnName(column),
    heading: levels.map(({ text }) => text.replace(/\s+/g, ' ')).join(' | '),
    use: 'unresolved',
    criterion: null,
    sense: null,
    counts: 'bare',
    of: null,
    qualifier: '',
    sure: true,
    others: [],
    hidden: view.columnHidden(column),
    inPart: false,
    byName: false,
    grouped: false,
  };
}

/** The lowest heading that says what the column is. A "(%)" below a criterion only says how it is measured. */
function decidingLevel(below: readonly Level[], rows: ReadonlyMap<number, NumberRow>): number {
  const measured = below.some(({ heading: { is } }) => is === 'criterion' || is === 'clash');
  const said = below.findIndex(({ heading: { is }, number, row }) => {
    if (measured && (is === 'share' || is === 'change')) return false;
    return decisive.has(is) || (number !== null && rows.get(row)?.means === 'criteria');
  });
  if (said >= 0) return said;
  // A number that may only count the columns is heard when nothing else speaks.
  return below.findIndex(({ number, row }) => number !== null && rows.get(row)?.means === 'unsure');
}

/** "Tiêu chí đạt" over several columns with names of their own is a heading of groups, not a count. */
function spansNames(main: Level, below: readonly Level[]): boolean {
  return (
    main.span > 1 && below.some(({ heading, text }) => heading.is === 'words' && yearsIn(text).length === 0)
  );
}

function totalOf(main: Level, verdict: Verdict | null): { counts: TotalKind; of: number | null } {
  if (main.heading.is !== 'total') return { counts: 'bare', of: null };
  const counts =
    verdict === 'met' || verdict === 'notMet' || verdict === 'coBanDat' ? verdict : main.heading.counts;
  return { counts, of: main.heading.of };
}

/** Words of the other headings that are neither a number nor the criterion's own name or group. */
function qualifierOf(rest: readonly Level[]): string {
  return rest
    .filter(({ heading, number }) => number === null && (heading.is === 'words' || heading.is === 'share'))
    .map(({ text }) => foldText(text))
    .join(' ');
}

/** Joins what the levels of one span say: a number row under names, or a name under "Tiêu chí 7". */
function criterionOf(
  main: Level,
  levels: readonly Level[],
  rows: ReadonlyMap<number, NumberRow>,
  codes: ReadonlySet<string>,
): Pick<ColumnPlan, 'use' | 'criterion' | 'sure' | 'others' | 'inPart' | 'byName'> {
  const named = new Set<string>();
  const parts = new Set<string>();
  const numbered = new Map<string, boolean>();
  let clash = false;
  let foreign = false;
  for (const level of levels.filter(({ span }) => span <= main.span)) {
    const { heading, number, row } = level;
    if (heading.is === 'criterion') (heading.by === 'part' ? parts : named).add(heading.code);
    if (heading.is === 'clash') {
      clash = true;
      for (const code of heading.codes) named.add(code);
    }
    if (heading.is === 'foreignNumber') foreign = true;
    const numbers = number === null ? undefined : rows.get(row);
    if (number === null || numbers === undefined || numbers.means === 'columns') continue;
    if (numbers.lettered && main.number === null) continue;
    if (codes.has(String(number))) numbered.set(String(number), numbers.means === 'criteria');
    else foreign = true;
  }
  const all = [...new Set([...named, ...parts, ...numbered.keys()])];
  const criterion = [...named][0] ?? [...numbered.keys()][0] ?? [...parts][0] ?? null;
  if (criterion === null)
    return { use: 'unresolved', criterion: null, sure: false, others: [], inPart: false, byName: false };
  const agree = all.length === 1 && !clash && !foreign;
  const firm = named.size > 0 || numbered.get(criterion) === true || (parts.size > 0 && numbered.size > 0);
  const inPart = named.size === 0 && numbered.size === 0;
  const byName = levels.some(({ heading }) => heading.is === 'criterion' && heading.by !== 'label');
  return {
    byName,
    use: 'criterion',
    criterion,
    sure: agree && firm,
    others: all.filter((code) => code !== criterion),
    inPart,
  };
}

/**
 * A name given only in part is sure between neighbours that are: "Môi trường" after 16 or before 18. One that another
 * column names in full means something else ("Bưu điện" is not "Điện").
 */
function settleParts(columns: readonly ColumnPlan[]): ColumnPlan[] {
  const criteria = columns.filter(({ use }) => use === 'criterion');
  const sureCodes = new Set(criteria.filter(({ sure }) => sure).map(({ criterion }) => criterion));
  const settled = new Set<ColumnPlan>();
  const mistaken = new Set<ColumnPlan>();
  criteria.forEach((plan, at) => {
    if (plan.sure || plan.others.length > 0 || !plan.inPart) return;
    if (sureCodes.has(plan.criterion)) {
      mistaken.add(plan);
      return;
    }
    const number = Number(plan.criterion);
    const before = at === 0 ? number - 1 : Number(criteria[at - 1]?.criterion);
    const after = at === criteria.length - 1 ? number + 1 : Number(criteria[at + 1]?.criterion);
    if (before === number - 1 && after === number + 1) settled.add(plan);
  });
  return columns.map((plan) => {
    if (mistaken.has(plan))
      return {
        ...plan,
        use: 'unresolved',
        others: plan.criterion === null ? [] : [plan.criterion],
        criterion: null,
      };
    return settled.has(plan) ? { ...plan, sure: true } : plan;
  });
}
