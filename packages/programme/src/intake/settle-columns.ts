// Decides which columns are taken: by their headings where these are sure, by the person where they are not.
import { foldText } from '../names/index.ts';
import { type ColumnPlan, type ColumnsRead, readColumns } from './columns.ts';
import { usualMeaning } from './marks.ts';
import { type Candidate, candidate, makeQuestion, namedCandidate } from './question.ts';
import { askedOf, type CriterionColumn, type Table } from './table.ts';
import { yearsIn } from './title.ts';

/** The columns of a table, decided as far as the sheet or a person decided them. */
export interface ColumnsSettled {
  readonly plans: readonly ColumnPlan[];
  readonly criteria: readonly CriterionColumn[];
  /** Columns that the headings, or a person, call totals. */
  readonly totals: readonly { readonly plan: ColumnPlan; readonly byPerson: boolean }[];
  /** Columns that are not understood yet, each with its question. */
  readonly puzzles: readonly { readonly plan: ColumnPlan; readonly open: readonly string[] }[];
  /** Open questions that concern every result of the sheet. */
  readonly open: readonly string[];
}

/** Reads and settles all columns. `sampleRows` are rows of units, to see what stands in a column. */
export function settleColumns(table: Table, sampleRows: readonly number[]): ColumnsSettled {
  const read = readColumns(table.layout, table.context);
  const open = settleSet(table, read);
  const criteria: CriterionColumn[] = [];
  const totals: { plan: ColumnPlan; byPerson: boolean }[] = [];
  const puzzles: { plan: ColumnPlan; open: readonly string[] }[] = [];
  const unresolved = listUnresolved(table, read.columns, sampleRows);
  const plans =
    unresolved.missing.length === 0 ? withUnnamedTotal(table, read.columns, sampleRows) : read.columns;
  for (const plan of plans) {
    const settled = settleOne(table, plan, unresolved, sampleRows);
    if (settled.value === 'total' || settled.value === 'totalNotMet') {
      const counts = settled.value === 'totalNotMet' ? 'notMet' : plan.use === 'total' ? plan.counts : 'met';
      totals.push({ plan: { ...plan, use: 'total', counts }, byPerson: settled.byPerson });
    }
    const criterion = /^criterion:(.+)$/.exec(settled.value ?? '')?.[1];
    if (criterion !== undefined) criteria.push({ plan, criterion, open: settled.open });
    else if (settled.open.length > 0) puzzles.push({ plan, open: settled.open });
  }
  return { plans, criteria: settleHidden(table, criteria), totals, puzzles, open };
}

/** Beside all criteria the only column of counts headed "Đạt" or "TH 2020" is their total; the marks must bear it out. */
function withUnnamedTotal(
  table: Table,
  plans: readonly ColumnPlan[],
  rows: readonly number[],
): readonly ColumnPlan[] {
  if (plans.some(({ use }) => use === 'total') || !plans.some(({ use }) => use === 'criterion')) return plans;
  const found = plans.filter((plan) => isUnnamedTotal(table, plan, rows));
  const [only] = found;
  if (only === undefined || found.length > 1) return plans;
  return plans.map((plan) => (plan === only ? { ...plan, use: 'total', counts: 'bare' } : plan));
}

function isUnnamedTotal(table: Table, plan: ColumnPlan, rows: readonly number[]): boolean {
  const { year } = table.context;
  if (plan.use !== 'unresolved' || plan.hidden || isPlanned(plan)) return false;
  const ofRound = year !== null && yearsOf(plan).includes(year) && saysOnlyYear(plan);
  if (!ofRound && !/^(?:da )?dat(?: \d+)?$/.test(foldText(plan.heading))) return false;
  const texts = rows.map((row) => table.layout.view.shown(row, plan.column).text);
  return texts.length > 0 && texts.every((text) => /^\d{1,2}(\/\d{1,2})?$/.test(text));
}

/** Sheets of another set number more or fewer criteria; unless names agree, the person says whether it is the same set. */
function settleSet(table: Table, read: ColumnsRead): string[] {
  const { context, ledger } = table;
  const found = read.columns.filter(({ use }) => use === 'criterion');
  if (found.length === 0 && read.foreign.length === 0) return [];
  const codes = new Set(found.map(({ criterion }) => criterion));
  const complete = context.criteria.every(({ code }) => codes.has(code));
  const named = found.filter(
    ({ byName, heading, criterion }) => byName || saysName(table, heading, criterion),
  );
  const byName = named.length;
  if (read.foreign.length === 0 && (complete || byName * 2 >= codes.size)) return [];
  const numbers = [...[...codes].map(Number), ...read.foreign].sort((one, other) => one - other);
  const facts = { found: `${numbers[0] ?? ''}–${numbers.at(-1) ?? ''}`, count: context.criteria.length };
  const settled = ledger.settle('set', { value: 'yes', sure: false, by: 'sheet' }, facts.found, () =>
    makeQuestion('set', 'set', askedOf(table), facts, [candidate('yes'), candidate('no')], {
      proposed: 'no',
    }),
  );
  if (settled.value === 'no' && settled.open === null) return ['set'];
  return settled.open === null ? [] : [settled.open];
}

function saysName(table: Table, heading: string, code: string | null): boolean {
  const criterion = table.context.criteria.find((one) => one.code === code);
  if (criterion === undefined || criterion.nameVi === '') return false;
  return foldText(heading).includes(foldText(criterion.nameVi));
}

interface Unresolved {
  readonly plans: readonly ColumnPlan[];
  readonly missing: readonly string[];
}

/** Columns without a known heading in which something stands, while criteria still lack a column. */
function listUnresolved(table: Table, plans: readonly ColumnPlan[], rows: readonly number[]): Unresolved {
  const { view } = table.layout;
  const mapped = new Set(plans.map(({ criterion }) => criterion));
  const missing = table.context.criteria.filter(({ code }) => !mapped.has(code));
  const counted = plans.some(({ use }) => use === 'total');
  const noCriteria = missing.length === table.context.criteria.length;
  if (missing.length === 0) return { plans: listUnnamed(table, plans, rows), missing: [] };
  if (noCriteria && counted) return { plans: [], missing: [] };
  const asked = plans.filter((plan) => {
    if (plan.use !== 'unresolved') return false;
    if (isOtherYear(table, plan) && (noCriteria || saysOnlyYear(plan))) return false;
    const texts = rows.map((row) => view.shown(row, plan.column).text).filter((text) => text !== '');
    return texts.some((text) => usualMeaning(text) !== null || /^\d{1,2}(\/\d{1,2})?$/.test(text));
  });
  return { plans: asked, missing: missing.map(({ code }) => code) };
}

/** Columns without any heading among those of the criteria, full of marks: somebody's results, of whom nobody says. */
function listUnnamed(table: Table, plans: readonly ColumnPlan[], rows: readonly number[]): ColumnPlan[] {
  const criteria = plans.filter(({ use }) => use === 'criterion').map(({ column }) => column);
  const [first = 0, last = 0] = [Math.min(...criteria), Math.max(...criteria)];
  return plans.filter(({ use, heading, hidden, column }) => {
    if (use !== 'unresolved' || heading !== '' || hidden || column < first || column > last + 1) return false;
    const texts = rows.map((row) => table.layout.view.shown(row, column).text).filter((text) => text !== '');
    return texts.length * 2 > rows.length && texts.every((text) => usualMeaning(text) !== null);
  });
}

function settleOne(
  table: Table,
  plan: ColumnPlan,
  unresolved: Unresolved,
  rows: readonly number[],
): { value: string | null; open: string[]; byPerson: boolean } {
  const id = `column:${plan.name}`;
  const empty = rows.every((row) => table.layout.view.shown(row, plan.column).text === '');
  const groupLine = plan.grouped && empty;
  const asked = plan.use === 'criterion' ? !plan.sure && !groupLine : unresolved.plans.includes(plan);
  const value = groupLine ? 'ignore' : useOf(plan);
  const proposed = asked && value === 'ignore' ? proposeByPlace(table, plan, unresolved) : value;
  const cells = () => rows.map((row) => table.layout.view.address(row, plan.column));
  const settled = table.ledger.settle(id, { value, sure: !asked, by: 'sheet' }, plan.heading, () =>
    makeQuestion(
      id,
      'column',
      askedOf(table),
      { column: plan.name, heading: plan.heading || exampleIn(table, plan, rows) },
      columnCandidates(table, plan, proposed, unresolved.missing),
      { proposed, cells: cells() },
    ),
  );
  const byPerson = table.ledger.decisions[id]?.by === 'person';
  return { value: settled.value, open: settled.open === null ? [] : [settled.open], byPerson };
}

/** As many columns without a known heading as criteria without a column: most likely in the same order. */
function proposeByPlace(table: Table, plan: ColumnPlan, { plans, missing }: Unresolved): string | null {
  if (isPlanned(plan)) return 'ignore';
  if (table.context.year !== null && yearsOf(plan).includes(table.context.year)) return 'total';
  const code = missing.length === plans.length ? missing[plans.indexOf(plan)] : undefined;
  return code === undefined ? null : `criterion:${code}`;
}

/** A column without a heading is named by what stands in it. */
function exampleIn(table: Table, plan: ColumnPlan, rows: readonly number[]): string {
  const texts = rows
    .map((row) => table.layout.view.shown(row, plan.column).text)
    .filter((text) => text !== '');
  return [...new Set(texts)].slice(0, 4).join(', ');
}

function useOf(plan: ColumnPlan): string {
  if (plan.use === 'criterion') return `criterion:${plan.criterion}`;
  if (plan.use === 'total') return plan.counts === 'notMet' ? 'totalNotMet' : 'total';
  return plan.use === 'unit' || plan.use === 'code' ? plan.use : 'ignore';
}

/** The likely criteria first, then those without a column, then all others, then what else a column can be. */
function columnCandidates(
  table: Table,
  plan: ColumnPlan,
  proposed: string | null,
  missing: readonly string[],
): Candidate[] {
  const byPlace = /^criterion:(.+)$/.exec(proposed ?? '')?.[1] ?? null;
  const first = [plan.criterion, ...plan.others, byPlace, ...missing].filter((code) => code !== null);
  const codes = [...new Set([...first, ...table.context.criteria.map(({ code }) => code)])];
  const named = codes.map((code) => {
    const name = table.context.criteria.find((one) => one.code === code)?.nameVi ?? '';
    return namedCandidate(`criterion:${code}`, `${code} ${name}`.trim());
  });
  const own = plan.use === 'unit' || plan.use === 'code' ? [namedCandidate(plan.use, plan.heading)] : [];
  return [...own, ...named, candidate('total'), candidate('totalNotMet'), candidate('ignore')];
}

/** A hidden column of a criterion is taken only when a person says so; one that repeats a visible one is a block's matter. */
function settleHidden(table: Table, columns: readonly CriterionColumn[]): CriterionColumn[] {
  const visible = new Set(columns.filter(({ plan }) => !plan.hidden).map(({ criterion }) => criterion));
  return columns.flatMap((column) => {
    const { plan } = column;
    if (!plan.hidden || visible.has(column.criterion)) return [column];
    const id = `hidden:${plan.name}`;
    const settled = table.ledger.settle(id, { value: 'take', sure: false, by: 'sheet' }, plan.heading, () =>
      makeQuestion(id, 'hiddenColumn', askedOf(table), { column: plan.name, heading: plan.heading }, [
        candidate('take'),
        candidate('ignore'),
      ]),
    );
    if (settled.value === 'ignore') return [];
    return [{ ...column, open: settled.open === null ? column.open : [...column.open, settled.open] }];
  });
}

/** Years that a column's headings name beside its criterion. */
export function yearsOf(plan: ColumnPlan): number[] {
  return yearsIn(plan.heading);
}

/** Whether a column says that it is of another year than the round's. */
export function isOtherYear(table: Table, plan: ColumnPlan): boolean {
  const years = yearsOf(plan);
  return table.context.year !== null && years.length > 0 && !years.includes(table.context.year);
}

/** "TH 2019", "Kết quả năm 2019", "KH 2021": what was reached or planned in a year, and of no criterion. */
function saysOnlyYear(plan: ColumnPlan): boolean {
  return /^(?:(?:th|thuc hien|da thuc hien|kq|ket qua|kh|ke hoach|uoc|uoc th|nam|cuoi nam|den|het) )*20\d\d$/.test(
    foldText(plan.heading.replace(/ \| [([]?\d+[)\]]?$/, '')),
  );
}

/** Whether a column's headings call it a plan. "KH và CN" is science, not a plan. */
export function isPlanned(plan: ColumnPlan): boolean {
  return /\b(?:ke hoach|kh(?! (?:va )?cn\b)|muc tieu|phan dau|dang ky|du kien)\b/.test(
    foldText(plan.heading),
  );
}
