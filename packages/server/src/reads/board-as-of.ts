// The board as it was known at the end of an earlier day: judged anew from the revisions known by then, nothing stored.
import type { LoadedRow } from '@vungbuoc/programme/board';
import { judge } from '@vungbuoc/programme/verdicts';
import { lawsFor } from '../reference/rounds-of.ts';
import { byUnit, columnsByUnit } from '../reference/unit-readings.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { loadRowFacts, rowOf } from './board-rows.ts';
import { listReadingsAsked } from './readings-asked.ts';
import type { Scope } from './scope.ts';

export async function loadRowsKnownOn(workshop: Workshop, scope: Scope): Promise<LoadedRow[]> {
  const { reference, round, setId } = scope;
  const ids = scope.unitsThen.map((unit) => unit.unitId);
  return readUnits(workshop.database, ids, async (transaction) => {
    const readings = byUnit(reference, await listReadingsAsked(transaction, scope, ids));
    const columns = await columnsByUnit(transaction, ids, round.id);
    const facts = await loadRowFacts(transaction, scope, ids);
    return scope.unitsThen.map((unit) => {
      const own = readings.get(unit.unitId);
      const laws = lawsFor(reference, round, unit.unitId, columns.get(unit.unitId) ?? new Map());
      const law = laws.find((candidate) => candidate.setId === setId);
      const judged = own && law ? judge(law, own, null) : null;
      return rowOf(scope, unit, round.geographyOn, judged, law?.column ?? null, facts, []);
    });
  });
}
