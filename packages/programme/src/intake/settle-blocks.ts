// Where each criterion has several columns (two years, plan and result, hidden drafts), one set of columns is chosen.
import { foldText } from '../names/index.ts';
import { usualMeaning } from './marks.ts';
import { candidate, makeQuestion, namedCandidate } from './question.ts';
import { isPlanned, yearsOf } from './settle-columns.ts';
import { askedOf, type CriterionColumn, sheetOf, type Table } from './table.ts';
import { yearsIn } from './title.ts';

/** The columns left, and questions that concern all results. */
export interface BlocksSettled {
  readonly columns: readonly CriterionColumn[];
  readonly open: readonly string[];
}

/** Chooses among columns that stand for the same criterion and sense. */
export function settleBlocks(
  table: Table,
  columns: readonly CriterionColumn[],
  rows: readonly number[],
): BlocksSettled {
  const groups = new Map<string, CriterionColumn[]>();
  for (const column of columns) {
    const key = `${column.criterion} ${column.plan.sense ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  const repeated = [...groups.values()].filter((group) => group.length > 1);
  const single = [...groups.values()].filter((group) => group.length === 1).flat();
  if (repeated.length === 0) return checkPurpose(table, columns);
  const labels = commonLabels(repeated);
  const chosen =
    labels === null
      ? repeated.flatMap((group) => chooseOne(table, group, rows))
      : chooseBlock(table, repeated, labels, rows);
  return checkPurpose(
    table,
    [...single, ...chosen].sort((one, other) => one.plan.column - other.plan.column),
  );
}

function labelOf({ plan }: CriterionColumn): string {
  return `${plan.hidden ? '(cột ẩn) ' : ''}${plan.qualifier}`.trim();
}

/** The labels by which every criterion's columns differ alike, or null. */
function commonLabels(groups: readonly CriterionColumn[][]): string[] | null {
  const first = groups[0]?.map(labelOf) ?? [];
  const wanted = [...first].sort().join('\n');
  const alike = groups.every((group) => group.map(labelOf).sort().join('\n') === wanted);
  return alike && new Set(first).size === first.length ? first : null;
}

function chooseBlock(
  table: Table,
  groups: readonly CriterionColumn[][],
  labels: readonly string[],
  rows: readonly number[],
): CriterionColumn[] {
  const of = (label: string) =>
    groups.flatMap((group) => group.filter((column) => labelOf(column) === label));
  const right = labels.filter((label) => isOfRound(table, of(label)));
  const only = right.length === 1 ? right[0] : undefined;
  const others = labels.filter((label) => label !== only);
  const byYear = only !== undefined && others.every((label) => isOutside(table, of(label)));
  const results = labels.filter((label) => !of(label).some(({ plan }) => isPlanned(plan) || plan.hidden));
  const undated = labels.every((label) => of(label).every(({ plan }) => yearsOf(plan).length === 0));
  // Beside a plan, the other columns are what was reached.
  const byPlan =
    undated &&
    results.length === 1 &&
    labels.every((label) => label === results[0] || of(label).every(({ plan }) => isPlanned(plan)));
  const byMarks = labels.filter((label) => of(label).every((column) => holdsMarks(table, column, rows)));
  const onlyMarks =
    byMarks.length === 1 &&
    labels.every(
      (label) => label === byMarks[0] || of(label).every((column) => holdsFigures(table, column, rows)),
    );
  const sure = byYear || byPlan || onlyMarks;
  const value = byYear ? only : byPlan ? results[0] : onlyMarks ? byMarks[0] : only;
  const settled = table.ledger.settle(
    'block',
    { value: value ?? null, sure, by: 'sheet' },
    labels.join(' / '),
    () =>
      makeQuestion(
        'block',
        'block',
        askedOf(table),
        {},
        labels.map((label) => namedCandidate(label, blockWords(of(label), label))),
        { proposed: value ?? null },
      ),
  );
  const kept = of(settled.value ?? '');
  return settled.open === null
    ? kept
    : kept.map((column) => ({ ...column, open: [...column.open, 'block'] }));
}

function blockWords(columns: readonly CriterionColumn[], label: string): string {
  const names = columns.map(({ plan }) => plan.name);
  return `${label === '' ? 'Cột' : asWritten(columns[0], label)} (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''})`;
}

/** The label as the sheet writes it: the headings of a column that its label is made of. */
function asWritten(column: CriterionColumn | undefined, label: string): string {
  const folded = foldText(label);
  const pieces = (column?.plan.heading ?? '').split(' | ').filter((piece) => {
    const own = foldText(piece);
    return own !== '' && folded.includes(own);
  });
  return pieces.length === 0 ? label : `${column?.plan.hidden ? '(cột ẩn) ' : ''}${pieces.join(' ')}`;
}

function chooseOne(
  table: Table,
  group: readonly CriterionColumn[],
  rows: readonly number[],
): CriterionColumn[] {
  const first = group[0];
  if (first === undefined) return [];
  const id = `columns:${first.criterion}${first.plan.sense === null ? '' : `:${first.plan.sense}`}`;
  const visible = group.filter(({ plan }) => !plan.hidden);
  const settled = table.ledger.settle(
    id,
    { value: (visible[0] ?? first).plan.name, sure: false, by: 'sheet' },
    first.criterion,
    () =>
      makeQuestion(
        id,
        'repeatedColumn',
        askedOf(table),
        { criterion: first.criterion },
        group.map(({ plan }) => namedCandidate(plan.name, `${plan.name} "${plan.heading}"`)),
        {
          cells: group.flatMap(({ plan }) => rows.map((row) => table.layout.view.address(row, plan.column))),
        },
      ),
  );
  const kept = group.filter(({ plan }) => plan.name === settled.value);
  return settled.open === null ? kept : kept.map((column) => ({ ...column, open: [...column.open, id] }));
}

function isOfRound(table: Table, columns: readonly CriterionColumn[]): boolean {
  const year = table.context.year;
  return (
    year !== null &&
    columns.every(({ plan }) => !plan.hidden && !isPlanned(plan) && yearsOf(plan).includes(year))
  );
}

/** Its headings say that it is of another year, or a plan. */
function isOutside(table: Table, columns: readonly CriterionColumn[]): boolean {
  const year = table.context.year;
  return columns.every(({ plan }) => {
    const years = yearsOf(plan);
    return isPlanned(plan) || (year !== null && years.length > 0 && !years.includes(year));
  });
}

function textsOf(table: Table, column: CriterionColumn, rows: readonly number[]): string[] {
  return rows
    .map((row) => table.layout.view.shown(row, column.plan.column).text)
    .filter((text) => text !== '');
}

function holdsMarks(table: Table, column: CriterionColumn, rows: readonly number[]): boolean {
  const texts = textsOf(table, column, rows);
  return texts.length > 0 && texts.every((text) => usualMeaning(text) !== null);
}

function holdsFigures(table: Table, column: CriterionColumn, rows: readonly number[]): boolean {
  return textsOf(table, column, rows).every(
    (text) => usualMeaning(text) === null || text === '0' || text === '1',
  );
}

/** Columns that call themselves a plan, or of another year, are taken only when a person says so. */
function checkPurpose(table: Table, columns: readonly CriterionColumn[]): BlocksSettled {
  const open: string[] = [];
  const planned = columns.find(({ plan }) => isPlanned(plan));
  const words = planned?.plan.heading ?? table.title.planWords;
  if (words !== null && words !== undefined) open.push(...askPurpose(table, words));
  const years = new Set(columns.flatMap(({ plan }) => yearsOf(plan)));
  const titled = table.title.years.length > 0 ? table.title.years : yearsIn(sheetOf(table));
  const own = years.size > 0 ? [...years] : titled;
  const { year } = table.context;
  const other = own.some((one) => one !== year);
  if (year !== null && other && columns.length > 0) open.push(...askYear(table, own, year));
  return { columns, open };
}

/** Whether a table, or a line, that calls itself a plan is one. Open, or answered so, nothing is taken. */
export function askPurpose(table: Table, text: string): string[] {
  const settled = table.ledger.settle('purpose', { value: 'results', sure: false, by: 'sheet' }, text, () =>
    makeQuestion('purpose', 'purpose', askedOf(table), { text }, [candidate('results'), candidate('plan')]),
  );
  return settled.open !== null || settled.value === 'plan' ? ['purpose'] : [];
}

function askYear(table: Table, found: readonly number[], year: number): string[] {
  const facts = { found: found.join(', '), year };
  const settled = table.ledger.settle('year', { value: 'yes', sure: false, by: 'sheet' }, facts.found, () =>
    makeQuestion('year', 'year', askedOf(table), facts, [candidate('yes'), candidate('no')]),
  );
  return settled.open !== null || settled.value === 'no' ? ['year'] : [];
}
