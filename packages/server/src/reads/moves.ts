// What moved when the official figures came, unit by unit, and which criteria moved with them. Nothing is stored.
import { evaluate, verdictOf } from '@vungbuoc/criteria';
import type { FigureMove, MovesQuery, MovesReply } from '@vungbuoc/programme/moves';
import type { Principal } from '@vungbuoc/programme/principals';
import type { StoredReading } from '@vungbuoc/programme/readings';
import type { Law } from '@vungbuoc/programme/verdicts';
import { lawsFor } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { byUnit, columnsByUnit } from '../reference/unit-readings.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { type EstimateReplaced, listEstimatesReplaced, listReadings } from '../storage/readings.ts';
import { findScope } from './scope.ts';

type Unit = MovesReply['units'][number];

export async function loadMoves(
  workshop: Workshop,
  principal: Principal,
  query: MovesQuery,
): Promise<MovesReply> {
  const scope = await findScope(workshop, principal, query);
  const { reference, round, setId, unitsThen } = scope;
  const ids = unitsThen.map((unit) => unit.unitId);
  const units = await readUnits(workshop.database, ids, async (transaction) => {
    const replaced = await listEstimatesReplaced(transaction, ids, round.id);
    const moved = [...new Set(replaced.map((one) => one.unitId))];
    const current = byUnit(reference, await listReadings(transaction, moved, round.id));
    const columns = await columnsByUnit(transaction, moved, round.id);
    return unitsThen.flatMap((unit): Unit[] => {
      const own = replaced.filter((one) => one.unitId === unit.unitId);
      if (own.length === 0) return [];
      const laws = lawsFor(reference, round, unit.unitId, columns.get(unit.unitId) ?? new Map());
      const law = laws.find((one) => one.setId === setId);
      const readings = current.get(unit.unitId) ?? new Map<string, StoredReading>();
      return [
        {
          unit: unit.code,
          name: unit.name,
          figures: own.flatMap((one) => figureMove(reference, one)),
          criteria: law ? criteriaMoved(law, readings, estimated(reference, readings, own)) : [],
        },
      ];
    });
  });
  return { round: round.code, sample: scope.round.isIllustrative, units };
}

function figureMove(reference: Reference, { figureId, estimate, official }: EstimateReplaced): FigureMove[] {
  const code = reference.figureCodes.get(figureId);
  const figure = code === undefined ? undefined : reference.dictionary.get(code);
  if (code === undefined || !figure) return [];
  return [
    { figure: code, name: { vi: figure.nameVi, en: figure.nameEn }, unit: figure.unitVi, estimate, official },
  ];
}

/** The unit's readings with each official figure put back to its estimate. */
function estimated(
  reference: Reference,
  readings: ReadonlyMap<string, StoredReading>,
  replaced: readonly EstimateReplaced[],
): Map<string, StoredReading> {
  const before = new Map(readings);
  for (const { figureId, estimate } of replaced) {
    const code = reference.figureCodes.get(figureId);
    const now = code === undefined ? undefined : readings.get(code);
    if (code !== undefined && now) before.set(code, { ...now, ...estimate });
  }
  return before;
}

function criteriaMoved(
  law: Law,
  now: ReadonlyMap<string, StoredReading>,
  before: ReadonlyMap<string, StoredReading>,
): Unit['criteria'] {
  const was = evaluate(law.compiled, before).criteria;
  const is = evaluate(law.compiled, now).criteria;
  return law.compiled.set.criteria.flatMap((criterion, index) => {
    if (was[index] === is[index]) return [];
    const name = { vi: criterion.nameVi, en: criterion.nameEn };
    return [{ code: criterion.code, name, before: verdictOf(was[index]), after: verdictOf(is[index]) }];
  });
}
