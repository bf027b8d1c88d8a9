// The plan a board is held against: the round's year, and the floor of that year or else of the next plan.
import type { BoardPlan } from '@vungbuoc/programme/board';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { listTargets } from '../storage/targets.ts';
import type { Scope } from './scope.ts';

export async function loadPlan(workshop: Workshop, scope: Scope): Promise<BoardPlan> {
  const host = scope.round.hostUnitId;
  // targets are the host's own, for the units of then: they say nothing of one commune alone, of a province looked at
  // through another host, or of the units of today
  const targets =
    scope.under.unitId === host && scope.look === 'then'
      ? await readUnits(workshop.database, [host], (transaction) =>
          listTargets(transaction, host, scope.programme.id),
        )
      : [];
  const ofYear = targets.find((target) => target.year === scope.round.year);
  const withFloor = targets.find((target) => target.year >= scope.round.year && target.floor !== null);
  return {
    average: ofYear?.average === undefined || ofYear.average === null ? null : plain(ofYear.average),
    year: ofYear?.year ?? null,
    illustrative: ofYear?.illustrative ?? false,
    floor: withFloor?.floor == null ? null : { value: withFloor.floor, year: withFloor.year },
  };
}

/** numeric(5,2) as people write it: "14.10" -> "14.1". */
function plain(decimal: string): string {
  return decimal.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}
