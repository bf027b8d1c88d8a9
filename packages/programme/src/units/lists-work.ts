// The official lists of a reorganisation as given, and what every step of planning them works with.
import type { Lineage } from './lineage.ts';
import type { ReadRow, RowBefore, RowConversion, RowFrom } from './list-rows.ts';
import type { PlanNote } from './plan-notes.ts';

/** A decision by its number and its day (`YYYY-MM-DD`), and how surely it is known. */
export interface ChangeDocument {
  readonly document: string | null;
  readonly documentOn: string | null;
  readonly confidence: 'source' | 'memory' | 'unsure';
  readonly source: string;
}

export interface OfficialLists {
  readonly title: string;
  /** First day of the new units, `YYYY-MM-DD`. */
  readonly effectiveOn: string;
  readonly source: string;
  readonly before: readonly RowBefore[];
  readonly from: readonly RowFrom[];
  readonly conversions: readonly RowConversion[];
  /** Conversion rows that the source is known to have lost. */
  readonly droppedConversions: number;
  /** Decisions on communes by the code of their new province; others are unknown. */
  readonly communeDocuments: ReadonlyMap<string, ChangeDocument>;
  readonly provinceDocument: ChangeDocument;
  readonly districtDocument: ChangeDocument;
}

/** What all steps of the planning work with. */
export interface ListsWork {
  readonly lists: OfficialLists;
  readonly lastDay: string;
  readonly before: ReadonlyMap<string, ReadRow<RowBefore>>;
  readonly from: ReadonlyMap<string, ReadRow<RowFrom>>;
  readonly communes: Lineage;
  readonly provinces: Lineage;
  readonly notes: PlanNote[];
}

/** Keys of the plan are `code@date`, so that a unit of the plan and one of the installation are named alike. */
export function keyBefore({ lastDay }: ListsWork, code: string): string {
  return `${code}@${lastDay}`;
}

export function keyFrom(work: ListsWork, lineage: Lineage, code: string): string {
  const kept = lineage.keptBy(code);
  return kept === undefined ? `${code}@${work.lists.effectiveOn}` : keyBefore(work, kept);
}
