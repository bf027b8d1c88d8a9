// Reading the board: the units' rows, the law's columns, the plan; shaped by the pure room.
import { type BoardQuery, type BoardReply, type LoadedRow, shapeBoard } from '@vungbuoc/programme/board';
import type { Principal } from '@vungbuoc/programme/principals';
import type { UnitVersion } from '@vungbuoc/programme/units';
import { overlayFor } from '../reference/rounds-of.ts';
import { ROOT_UNIT } from '../reference/snapshot.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { countKnownAfter } from '../storage/readings.ts';
import { sumOfSeq } from '../storage/versions.ts';
import { loadRowsKnownOn } from './board-as-of.ts';
import { loadRowsNow } from './board-now.ts';
import { loadPlan } from './board-plan.ts';
import { loadRowsThen } from './board-rows.ts';
import { criterionCodesOf, roundHead, setHead, standardsOf } from './law-heads.ts';
import { findScope, type Scope } from './scope.ts';
import { unitsNow } from './units-now.ts';

/** What a board depends on: unchanged text means an unchanged board. */
export async function boardVersion(workshop: Workshop, scope: Scope, query: BoardQuery): Promise<string> {
  const ids = [
    ...new Set([ROOT_UNIT, scope.round.hostUnitId, ...scope.unitsThen.map((unit) => unit.unitId)]),
  ];
  const sum = await readUnits(workshop.database, ids, (transaction) => sumOfSeq(transaction, ids));
  const asked = [scope.under.unitId, scope.round.id, scope.setId, scope.look, query.asOf ?? '', scope.today];
  return [sum, scope.reference.version, ...asked].join('-');
}

export async function loadBoard(
  workshop: Workshop,
  principal: Principal,
  query: BoardQuery,
): Promise<BoardReply> {
  return boardOf(workshop, await findScope(workshop, principal, query));
}

export async function boardOf(workshop: Workshop, scope: Scope): Promise<BoardReply> {
  const { reference, under, round, setId, look } = scope;
  const geography = reference.places.at(round.geographyOn);
  const overlayId = setId === null ? null : overlayFor(reference, geography, under.unitId, setId);
  const law = setId === null ? null : reference.shelf.find(setId, overlayId);
  const rows = await loadRows(workshop, scope);
  const now = unitsNow(scope);
  return shapeBoard({
    under: headOf(under),
    round: roundHead(round, workshop.texts),
    rounds: scope.rounds.map((one) => roundHead(one, workshop.texts)),
    set: law && setHead(law, round.year),
    sets: round.setIds.flatMap((id) => {
      const set = reference.shelf.find(id, null);
      return set ? [{ id: set.id, title: { vi: set.titleVi, en: set.titleEn } }] : [];
    }),
    geography: look,
    otherGeographyRows: look === 'then' ? now.length : scope.unitsThen.length,
    asOf: scope.knownOn ?? round.asOf,
    knownLater: await countLater(workshop, scope),
    sample: round.isIllustrative,
    law,
    criterionCodes: criterionCodesOf(law, round),
    standards: standardsOf(law, round.year),
    rows,
    plan: await loadPlan(workshop, scope),
  });
}

function loadRows(workshop: Workshop, scope: Scope): Promise<LoadedRow[]> {
  if (scope.look === 'now') return loadRowsNow(workshop, scope);
  return scope.knownOn === null ? loadRowsThen(workshop, scope) : loadRowsKnownOn(workshop, scope);
}

/** An explicit day leaves later figures out, so there are none to speak of. */
async function countLater(workshop: Workshop, scope: Scope): Promise<number> {
  if (scope.knownOn !== null) return 0;
  const ids = scope.unitsThen.map((unit) => unit.unitId);
  return readUnits(workshop.database, ids, (transaction) =>
    countKnownAfter(transaction, ids, scope.round.id, scope.round.asOf),
  );
}

function headOf(unit: UnitVersion): BoardReply['under'] {
  return { code: unit.code, name: unit.name, kind: unit.kind };
}
