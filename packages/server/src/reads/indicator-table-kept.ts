// Tables of place by indicator, kept ready between writes.
import type { IndicatorTable, IndicatorTableQuery } from '@vungbuoc/programme/indicators';
import type { Principal } from '@vungbuoc/programme/principals';
import type { Workshop } from '../reference/workshop.ts';
import { versionOfBoard } from './board-kept.ts';
import { loadIndicatorTable } from './indicator-table.ts';
import { type Kept, keepAnswers } from './kept.ts';

const MOST_KEPT = 8;

const kept = new WeakMap<Workshop, Kept<IndicatorTable>>();

export async function keptIndicatorTable(
  workshop: Workshop,
  principal: Principal,
  query: IndicatorTableQuery,
): Promise<IndicatorTable> {
  const version = await versionOfBoard(workshop, principal, query);
  const tables = kept.get(workshop) ?? keepAnswers<IndicatorTable>(MOST_KEPT);
  kept.set(workshop, tables);
  return tables.get(version, () => loadIndicatorTable(workshop, principal, query));
}
