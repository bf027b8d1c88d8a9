// The board as organised today: each successor inherits its predecessors' readings by the rules of the change.
import type { LoadedRow } from '@vungbuoc/programme/board';
import { judge } from '@vungbuoc/programme/verdicts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { loadRowFacts, rowOf } from './board-rows.ts';
import type { Scope } from './scope.ts';
import { loadUnitsNow, unitIdsNow } from './units-now.ts';

export async function loadRowsNow(workshop: Workshop, scope: Scope): Promise<LoadedRow[]> {
  const ids = unitIdsNow(scope);
  return readUnits(workshop.database, ids, async (transaction) => {
    const facts = await loadRowFacts(transaction, scope, ids);
    const units = await loadUnitsNow(transaction, scope);
    return units.map(({ unit, readings, law, notes }) => {
      const judged = readings && law ? judge(law, readings, null) : null;
      return rowOf(scope, unit, scope.today, judged, law?.column ?? null, facts, notes);
    });
  });
}
