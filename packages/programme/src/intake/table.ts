// What all steps of one reading hold in common: the sheet, the round, the ledger, and the plans as far as they are made.
import type { ColumnPlan } from './columns.ts';
import type { IntakeContext, IntakeUnit } from './context.ts';
import type { Layout } from './layout.ts';
import type { Ledger } from './ledger.ts';
import type { Legend } from './legend.ts';
import type { AskedOf } from './question.ts';
import type { Title } from './title.ts';
import type { UnitFinder } from './unit-finder.ts';

/** One table being read. */
export interface Table {
  readonly context: IntakeContext;
  readonly finder: UnitFinder;
  readonly ledger: Ledger;
  readonly layout: Layout;
  readonly title: Title;
  readonly legend: Legend;
  /** The table lists what is not met: there a tick says "not met". */
  readonly aboutNotMet: boolean;
}

/** A column that holds the results of a criterion; `open` names the questions it waits for. */
export interface CriterionColumn {
  readonly plan: ColumnPlan;
  readonly criterion: string;
  readonly open: readonly string[];
}

/** A column of counts. */
export interface TotalColumn {
  readonly plan: ColumnPlan;
  readonly open: readonly string[];
}

/** A line of one unit. */
export interface UnitRow {
  readonly row: number;
  readonly line: string;
  readonly unit: IntakeUnit | null;
  readonly open: readonly string[];
  /** It may be no unit's line at all; what stands in it is no mark until that is answered. */
  readonly doubtful: boolean;
}

/** What a question is about, and which way round the sheet is drawn. */
export function askedOf({ layout }: Table): AskedOf {
  return { sheet: layout.view.grid.sheet, across: layout.view.orientation === 'across' };
}

/** The sheet's name. */
export function sheetOf(table: Table): string {
  return table.layout.view.grid.sheet;
}
