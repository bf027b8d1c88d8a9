// Cells that need a word of their own: columns of figures instead of marks, merged blocks, ticks under two headings.
import { usualMeaning, type Verdict, verdictNamed, verdicts } from './marks.ts';
import { candidate, makeQuestion } from './question.ts';
import type { Slot } from './slots.ts';
import { askedOf, type Table } from './table.ts';

/** Slots with what was decided of them; `verdict` is set where the mark itself does not decide. */
export interface CellSettled {
  readonly slot: Slot;
  readonly verdict: Verdict | null;
  readonly open: readonly string[];
}

/** Share of a column's texts that are no marks before the whole column is asked about. */
const mostlyFigures = 0.5;

/** Leaves out columns of figures, as the person says, and settles merged blocks and doubtful ticks. */
export function settleCells(table: Table, slots: readonly Slot[]): CellSettled[] {
  const figures = settleFigures(table, slots);
  return slots
    .filter(
      (slot) => figures.get(slot.criterion)?.value !== 'ignore' || figures.get(slot.criterion)?.open !== null,
    )
    .map((slot) => {
      const asked = figures.get(slot.criterion);
      const open = asked?.open === undefined || asked.open === null ? [] : [asked.open];
      const merged = settleMerged(table, slot);
      if (merged !== null) open.push(...merged.open);
      if (merged?.leave === true) return { slot, verdict: 'unknown', open };
      if (slot.reading.is !== 'unclear') return { slot, verdict: null, open };
      const sense = settleUnclear(table, slot, slot.reading.what);
      return { slot, verdict: sense.verdict, open: sense.open === null ? open : [...open, sense.open] };
    });
}

/** A column in which most texts are no marks: percentages, names, sentences. All such columns are one question. */
function settleFigures(
  table: Table,
  slots: readonly Slot[],
): Map<string, { value: string | null; open: string | null }> {
  const byCriterion = new Map<string, Slot[]>();
  for (const slot of slots)
    byCriterion.set(slot.criterion, [...(byCriterion.get(slot.criterion) ?? []), slot]);
  const strange = [...byCriterion].filter(([, own]) => isFigures(table, own));
  const found = new Map<string, { value: string | null; open: string | null }>();
  if (strange.length === 0) return found;
  const names = strange.map(([, own]) => own[0]?.columns[0]?.plan.name ?? '');
  const example = strange[0]?.[1].find((slot) => isStrange(table, slot))?.cell.text ?? '';
  const facts = {
    column: names.join(', '),
    heading: strange[0]?.[1][0]?.columns[0]?.plan.heading ?? '',
    example,
  };
  const settled = table.ledger.settle(
    'figures',
    { value: 'ignore', sure: false, by: 'usual' },
    names.join(', '),
    () =>
      makeQuestion('figures', 'figures', askedOf(table), facts, [candidate('ignore'), candidate('take')], {
        proposed: 'ignore',
        cells: strange.flatMap(([, own]) => own.flatMap(({ addresses }) => addresses)),
      }),
  );
  for (const [criterion] of strange) found.set(criterion, settled);
  return found;
}

function isStrange(table: Table, slot: Slot): boolean {
  const { text } = slot.cell;
  return text !== '' && usualMeaning(text) === null && !table.legend.has(text);
}

function isFigures(table: Table, slots: readonly Slot[]): boolean {
  const filled = slots.filter(({ cell, reading }) => cell.text !== '' && reading.is === 'mark');
  const strange = filled.filter((slot) => isStrange(table, slot));
  const texts = new Set(strange.map(({ cell }) => cell.text));
  return texts.size >= 3 && strange.length > filled.length * mostlyFigures;
}

/** A mark in a merged block of several communes or criteria: for all, or only for the first? */
function settleMerged(table: Table, slot: Slot): { open: string[]; leave: boolean } | null {
  const { view } = table.layout;
  const column = slot.columns[0]?.plan.column ?? 0;
  const merge = view.merge(slot.row.row, column);
  if (merge === null || (merge.top === merge.bottom && merge.left === merge.right)) return null;
  const corner = view.address(merge.top, merge.left);
  const cells = `${corner}:${view.address(merge.bottom, merge.right)}`;
  const id = `merged:${cells}`;
  const facts = { cells, mark: slot.cell.text };
  const settled = table.ledger.settle(id, { value: 'all', sure: false, by: 'sheet' }, slot.cell.text, () =>
    makeQuestion(id, 'merged', askedOf(table), facts, [candidate('all'), candidate('first')], {
      cells: [corner],
    }),
  );
  const isFirst = merge.top === slot.row.row && merge.left === column;
  return { open: settled.open === null ? [] : [settled.open], leave: settled.value === 'first' && !isFirst };
}

function settleUnclear(table: Table, slot: Slot, what: string): { verdict: Verdict; open: string | null } {
  const nothing = slot.cell.text === '';
  // Lines with no tick under any heading of a criterion are one question, like an empty cell.
  const id = nothing ? 'noTick' : `cell:${slot.address}`;
  const facts = {
    unit: slot.row.unit?.name ?? slot.row.line,
    criterion: slot.criterion,
    what,
    cells: slot.addresses.join(', '),
  };
  const settled = table.ledger.settle(id, { value: 'unknown', sure: false, by: 'usual' }, what, () =>
    makeQuestion(
      id,
      nothing ? 'noTick' : 'twoSenses',
      askedOf(table),
      facts,
      verdicts.map((verdict) => candidate(verdict)),
      {
        cells: slot.addresses,
      },
    ),
  );
  return { verdict: verdictNamed(settled.value), open: settled.open };
}
