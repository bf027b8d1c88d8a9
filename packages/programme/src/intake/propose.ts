// The two public acts of intake: propose a mapping for a sheet with what must be asked, and apply a mapping to it.
import { foldText } from '../names/index.ts';
import { joinBeside } from './beside.ts';
import type { IntakeContext } from './context.ts';
import type { IntakeGrid } from './grid.ts';
import { findLayout, type Layout } from './layout.ts';
import { type Fault, type Ledger, makeFault, openLedger } from './ledger.ts';
import { type Decision, decisionsFor, type Mapping, shapeName } from './mapping.ts';
import { makeQuestion, namedCandidate, type Question } from './question.ts';
import { readTable, type TableRead } from './read-table.ts';
import type { DeclaredResult, OpenCell } from './results.ts';
import { splitStacked } from './stacked.ts';
import { yearsIn } from './title.ts';
import { makeUnitFinder, type UnitFinder } from './unit-finder.ts';

/** What a person sees before agreeing. */
export interface Preview {
  readonly sheet: string;
  readonly units: number;
  readonly unitsInRound: number;
  readonly criteria: readonly string[];
  readonly criteriaInRound: number;
  readonly taken: number;
  readonly waiting: number;
  readonly totalsAgree: number;
  readonly totalsDiffer: readonly {
    readonly line: string;
    readonly cell: string;
    readonly counted: number;
    readonly written: number;
  }[];
  /** Columns with content that are not taken, by their headings. */
  readonly columnsLeft: readonly { readonly column: string; readonly heading: string }[];
  /** Lines that are not taken, with why. */
  readonly linesLeft: readonly { readonly line: string; readonly text: string; readonly why: string }[];
}

/** A proposal: the mapping so far, what must be asked, and what would be taken now. */
export interface Proposal {
  /** Null when no table was found. */
  readonly mapping: Mapping | null;
  readonly questions: readonly Question[];
  readonly faults: readonly Fault[];
  readonly preview: Preview | null;
}

/** What a mapping makes of a sheet. `open` cells wait for answers and are not among the results. */
export interface Applied {
  readonly results: readonly DeclaredResult[];
  readonly open: readonly OpenCell[];
  readonly questions: readonly Question[];
  readonly faults: readonly Fault[];
}

interface Reading {
  readonly mapping: Mapping;
  readonly read: TableRead;
  readonly ledger: Ledger;
  readonly layout: Layout;
}

/**
 * Proposes a mapping. `before` is an earlier mapping: one of the same shape lends its decisions, and answers of a person
 * stand over what the sheet says. Everything that is not certain is a question; nothing is guessed.
 */
export function proposeMapping(
  grids: readonly IntakeGrid[],
  context: IntakeContext,
  before: Mapping | null = null,
): Proposal {
  const reading = readSheet(grids, context, before);
  if (reading === null) {
    return {
      mapping: null,
      questions: [],
      faults: [makeFault('intake.no-table', null, null)],
      preview: null,
    };
  }
  const { ledger, mapping } = reading;
  return {
    mapping,
    questions: [...ledger.questions.values()],
    faults: faultsOf(reading, context),
    preview: previewOf(reading, context),
  };
}

/**
 * Applies a mapping to a sheet of its shape. A sheet of another shape gives one fault and no result. Cells that wait for
 * an answer are listed in `open`, each with its questions; all else is in `results`.
 */
export function applyMapping(
  grids: readonly IntakeGrid[],
  mapping: Mapping,
  context: IntakeContext,
): Applied {
  const reading = readSheet(grids, context, mapping);
  if (reading === null) {
    return { results: [], open: [], questions: [], faults: [makeFault('intake.no-table', null, null)] };
  }
  if (reading.mapping.shape !== mapping.shape) {
    const fault = makeFault('intake.other-shape', reading.mapping.sheet, null);
    return { results: [], open: [], questions: [], faults: [fault] };
  }
  const { ledger, read } = reading;
  return {
    results: read.results,
    open: read.open,
    questions: [...ledger.questions.values()],
    faults: faultsOf(reading, context),
  };
}

/** A table out of which nothing comes, and nothing is asked, is a fault too. */
function faultsOf({ ledger, read, mapping }: Reading, { year }: IntakeContext): Fault[] {
  const faults = [...ledger.faults, ...read.faults];
  const silent = faults.length + read.results.length + read.open.length + ledger.questions.size === 0;
  if (!silent) return faults;
  const years = yearsOfTotals(mapping);
  return [
    year === null || years.length === 0 || years.includes(year)
      ? makeFault('intake.nothing-taken', mapping.sheet, null)
      : makeFault('intake.other-years', mapping.sheet, null, { years: years.join(', '), year }),
  ];
}

/** The years that the columns of counts say they are of. */
function yearsOfTotals({ decisions }: Mapping): number[] {
  const totals = Object.entries(decisions).filter(
    ([id, { value }]) => id.startsWith('column:') && value === 'total',
  );
  return [...new Set(totals.flatMap(([, { about }]) => yearsIn(about ?? '')))].sort();
}

/** The mapping with a person's answers written in, by question id. */
export function answerQuestions(mapping: Mapping, answers: Readonly<Record<string, string>>): Mapping {
  const decisions: Record<string, Decision> = { ...mapping.decisions };
  for (const [id, value] of Object.entries(answers))
    decisions[id] = { ...decisions[id], value, by: 'person' };
  return { ...mapping, decisions };
}

function readSheet(
  grids: readonly IntakeGrid[],
  context: IntakeContext,
  before: Mapping | null,
): Reading | null {
  const finder = makeUnitFinder(context.units);
  const layouts = grids.flatMap((grid) => layoutsOf(grid, context, finder));
  const isUnit = (value: string) => finder.get(value) !== undefined;
  // The choice of the sheet comes first: shape and content are those of the chosen one.
  const choice = before?.decisions.sheet;
  const chooser = openLedger(choice === undefined ? {} : { sheet: choice }, isUnit, () => '');
  const chosen = chooseSheet(layouts, context, chooser);
  if (chosen === null) return null;
  const shape = shapeOf(chosen.layout);
  const content = contentOf(chosen.layout);
  const given = before === null ? {} : decisionsFor(before, shape, content);
  const layout = withUnitColumn(chosen.layout, given.unitColumn?.value ?? null);
  const sheet = layout.view.grid.sheet;
  const ledger = openLedger(given, isUnit, () => sheet, chooser);
  const read = readTable(layout, context, finder, ledger, chosen.open);
  const { text, years, documentNumber, documentDate } = read.title;
  const mapping: Mapping = {
    kind: 'vung-buoc/intake',
    version: 1,
    shape,
    content,
    sheet,
    orientation: layout.view.orientation,
    title: { text, years: [...years], documentNumber, documentDate },
    decisions: ledger.decisions,
  };
  return { mapping, read, ledger, layout };
}

/** The tables of one sheet: mostly one; several where others stand below with headings of their own. */
function layoutsOf(grid: IntakeGrid, context: IntakeContext, finder: UnitFinder): Layout[] {
  const whole = findLayout(grid, context, finder);
  if (whole === null) return [];
  const joined = whole.view.orientation === 'down' ? joinBeside(whole, finder) : grid;
  if (joined !== grid) return layoutsOf(joined, context, finder);
  const parts = splitStacked(whole);
  if (parts.length === 1 && parts[0] === grid) return [whole];
  return parts.map((part) => findLayout(part, context, finder)).filter((layout) => layout !== null);
}

/** The sheet that holds the table. Two that both might are asked about, unless only one is of the round's year. */
function chooseSheet(
  layouts: readonly Layout[],
  context: IntakeContext,
  ledger: Ledger,
): { layout: Layout; open: string[] } | null {
  const visible = layouts.filter(({ view }) => !view.grid.hidden);
  const pool = [...(visible.length > 0 ? visible : layouts)].sort((one, other) => other.score - one.score);
  const best = pool[0];
  if (best === undefined) return null;
  const rivals = pool.filter(({ score }) => score * 4 >= best.score);
  const sameYear = rivals.filter(
    ({ view }) => context.year !== null && view.grid.sheet.includes(String(context.year)),
  );
  const wanted = sameYear[0] ?? best;
  const sure =
    rivals.length === 1 ||
    (sameYear.length === 1 && rivals.every((one) => one === wanted || /20\d\d/.test(one.view.grid.sheet)));
  const name = wanted.view.grid.sheet;
  const settled = ledger.settle(
    'sheet',
    { value: name, sure: sure && visible.length > 0, by: 'sheet' },
    '',
    () =>
      makeQuestion(
        'sheet',
        'sheet',
        { sheet: name, across: false },
        {},
        pool.map(({ view }) => namedCandidate(view.grid.sheet, view.grid.sheet)),
        { proposed: name },
      ),
  );
  const layout = pool.find(({ view }) => view.grid.sheet === settled.value) ?? wanted;
  return { layout, open: settled.open === null ? [] : [settled.open] };
}

function withUnitColumn(layout: Layout, name: string | null): Layout {
  if (name === null) return layout;
  const all = Array.from({ length: layout.view.width }, (_, column) => column);
  const first = all.find((column) => layout.view.columnName(column) === name);
  if (first === undefined) return layout;
  return { ...layout, nameColumns: [first, ...layout.nameColumns.filter((column) => column !== first)] };
}

/** The headings and the direction, without years: next year's sheet has the same shape. */
function shapeOf(layout: Layout): string {
  const { view, headerTop, bodyTop } = layout;
  const parts: string[] = [view.orientation];
  for (let row = headerTop; row < bodyTop; row++) {
    for (let column = 0; column < view.width; column++) {
      const text = foldText(view.cell(row, column).text).replace(/\b20\d\d\b/g, 'nam');
      if (text !== '') parts.push(`${row - headerTop} ${column} ${text}`);
    }
  }
  return shapeName(parts);
}

/** All texts of the sheet: the same file, saved again, is the same content. */
function contentOf({ view }: Layout): string {
  return shapeName(
    view.grid.rows.flatMap((row, line) =>
      row.map((cell, at) => `${line} ${at} ${cell.text} ${cell.fill ?? ''}`),
    ),
  );
}

function previewOf({ read, layout, mapping }: Reading, context: IntakeContext): Preview {
  const { view } = layout;
  const used = new Set(
    Object.entries(mapping.decisions)
      .filter(([id, { value }]) => id.startsWith('column:') && value !== 'ignore')
      .map(([id]) => id.slice('column:'.length)),
  );
  return {
    sheet: mapping.sheet,
    units: new Set(read.unitRows.flatMap(({ unit }) => (unit === null ? [] : [unit.code]))).size,
    unitsInRound: context.units.length,
    criteria: read.criteria,
    criteriaInRound: context.criteria.length,
    taken: read.results.length,
    waiting: read.open.length,
    totalsAgree: read.check.agree,
    totalsDiffer: read.check.differ,
    columnsLeft: read.columns.plans
      .filter(({ name, heading }) => !used.has(name) && heading !== '')
      .map(({ name, heading }) => ({ column: name, heading })),
    linesLeft: read.rowPlans
      .filter(({ use, text }) => use !== 'unit' && use !== 'blank' && text !== '')
      .map(({ row, text, use }) => ({ line: view.rowName(row), text, why: use })),
  };
}
