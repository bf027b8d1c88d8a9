// Columns of counts: which one tells the criteria met, and what each of its cells says.

import { foldText } from '../names/index.ts';
import type { ColumnPlan } from './columns.ts';
import { type Count, countValue, parseCountValue, readCount } from './counts.ts';
import { whatIsCounted } from './headings.ts';
import { candidate, makeQuestion, namedCandidate } from './question.ts';
import { type ColumnsSettled, isOtherYear, isPlanned } from './settle-columns.ts';
import { askedOf, type Table, type TotalColumn, type UnitRow } from './table.ts';

/** Totals of one line as far as they are read. */
export interface RowCount {
  readonly row: UnitRow;
  readonly address: string;
  readonly raw: string;
  readonly count: Count | null;
  readonly open: readonly string[];
}

/** The columns of totals. `trusted` says that the met column's own heading or cells say what it counts. */
export interface TotalsSettled {
  readonly met: TotalColumn | null;
  readonly notMet: ColumnPlan | null;
  readonly trusted: boolean;
}

/** Chooses the column that counts the criteria met. `criteria` is how many have a column. */
export function settleTotals(
  table: Table,
  settled: ColumnsSettled,
  rows: readonly UnitRow[],
  criteria: number,
): TotalsSettled {
  const usable = settled.totals.filter(
    ({ plan, byPerson }) => byPerson || (!isPlanned(plan) && !isOtherYear(table, plan)),
  );
  const visible = usable.filter(({ plan }) => !plan.hidden);
  const pool = visible.length > 0 ? visible : usable;
  const notMet = pool.find(({ plan }) => plan.counts === 'notMet')?.plan ?? null;
  const met = pool.filter(({ plan }) => plan.counts === 'met' || plan.counts === 'bare');
  const person = met.filter(({ byPerson }) => byPerson);
  const choices = person.length > 0 ? person : met;
  const first = choices[0];
  if (first === undefined) return { met: null, notMet, trusted: false };
  if (choices.length > 1)
    return {
      met: chooseTotal(
        table,
        choices.map(({ plan }) => plan),
      ),
      notMet,
      trusted: false,
    };
  const trusted = first.byPerson || saysMet(table, first.plan, rows);
  // With a column for every criterion the marks themselves show what the total counts.
  const countable = criteria === table.context.criteria.length;
  if (trusted || countable) return { met: { plan: first.plan, open: [] }, notMet, trusted };
  return { met: chooseTotal(table, [first.plan]), notMet, trusted: false };
}

/** The heading says "đạt", or the cells say "13/19"; a table of what is lacking is never trusted. */
function saysMet(table: Table, plan: ColumnPlan, rows: readonly UnitRow[]): boolean {
  if (table.aboutNotMet) return false;
  if (plan.counts === 'met' && whatIsCounted(foldText(plan.heading)) === 'met') return true;
  const texts = rows
    .map(({ row }) => table.layout.view.shown(row, plan.column).text)
    .filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => /^(?:đạt\s*)?\d{1,2}\s*\/\s*\d{1,2}/iu.test(text));
}

function chooseTotal(table: Table, plans: readonly ColumnPlan[]): TotalColumn | null {
  const first = plans[0];
  if (first === undefined) return null;
  const settled = table.ledger.settle(
    'total',
    { value: first.name, sure: false, by: 'sheet' },
    plans.map(({ heading }) => heading).join(' / '),
    () =>
      makeQuestion(
        'total',
        'totalColumn',
        askedOf(table),
        {},
        [
          ...plans.map((plan) => namedCandidate(plan.name, `${plan.name} "${plan.heading}"`)),
          candidate('ignore'),
        ],
        { proposed: first.name },
      ),
  );
  const plan = plans.find(({ name }) => name === settled.value);
  return plan === undefined ? null : { plan, open: settled.open === null ? [] : [settled.open] };
}

/** Reads the counts of one column; what is only a guess is asked. */
export function readCounts(table: Table, total: TotalColumn, rows: readonly UnitRow[]): RowCount[] {
  const { view } = table.layout;
  return rows.map((row) => {
    const cell = view.shown(row.row, total.plan.column);
    const address = view.address(row.row, total.plan.column);
    const read = readCount(cell);
    const open = [...row.open, ...total.open];
    if (read.is === 'empty') return { row, address, raw: '', count: null, open };
    if (read.is === 'count')
      return { row, address, raw: cell.text, count: withOf(read.count, total.plan), open };
    const id = `count:${address}`;
    // A date can only be a count of the round's set: "9/10" where there are ten criteria.
    const guessed =
      cell.kind === 'date' && read.guess?.of !== table.context.criteria.length ? null : read.guess;
    const guess = guessed === null ? [] : [namedCandidate(countValue(guessed), countValue(guessed))];
    const settled = table.ledger.settle(
      id,
      { value: guess[0]?.value ?? 'ignore', sure: false, by: 'sheet' },
      cell.text,
      () =>
        makeQuestion(
          id,
          'count',
          askedOf(table),
          { cell: address, text: cell.text },
          [...guess, ...possibleCounts(table), candidate('ignore')],
          {
            proposed: guess[0]?.value ?? null,
            cells: [address],
          },
        ),
    );
    const count = parseCountValue(settled.value ?? '');
    return {
      row,
      address,
      raw: cell.text,
      count: count === null ? null : withOf(count, total.plan),
      open: settled.open === null ? open : [...open, settled.open],
    };
  });
}

function withOf(count: Count, plan: ColumnPlan): Count {
  return count.of === null ? { met: count.met, of: plan.of } : count;
}

function possibleCounts(table: Table): ReturnType<typeof namedCandidate>[] {
  return Array.from({ length: table.context.criteria.length + 1 }, (_, met) =>
    namedCandidate(String(met), String(met)),
  );
}
