// Signals of a unit's photos and files, held against those of the units that the asker may read.
import {
  ALIKE_BITS,
  daysOfRound,
  type RaisedSignal,
  raiseSharedFiles,
  raiseTakenElsewhere,
  raiseTakenOtherTime,
  type ShownFile,
} from '@vungbuoc/programme/signals';
import type { UnitVersion } from '@vungbuoc/programme/units';
import type { Reference } from '../reference/snapshot.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { listEvidence, listEvidenceLinks, listSharedFiles } from '../storage/evidence.ts';
import { findGround } from '../storage/places.ts';
import type { RoundRow } from '../storage/rounds.ts';

export async function raiseOfFiles(
  workshop: Workshop,
  reference: Reference,
  asked: { readonly unit: UnitVersion; readonly round: RoundRow; readonly readable: readonly number[] },
): Promise<RaisedSignal[]> {
  const { unit, round, readable } = asked;
  const own = await listShown(workshop, reference, unit.unitId, round);
  if (own.length === 0) return [];
  const units = [...new Set([unit.unitId, ...readable])];
  const others = await readUnits(workshop.database, units, (transaction) =>
    listSharedFiles(transaction, units, own, ALIKE_BITS),
  );
  const ground = await findGround(workshop.database.kysely, unit.unitId, unit.version);
  return [
    ...raiseSharedFiles(own, others),
    ...raiseTakenElsewhere(own, ground && { middle: ground, area: ground.area }),
    ...raiseTakenOtherTime(own, daysOfRound(round)),
  ];
}

/** The unit's files that are shown in the round. */
async function listShown(
  workshop: Workshop,
  reference: Reference,
  unitId: number,
  round: RoundRow,
): Promise<ShownFile[]> {
  const { rows, links } = await readUnits(workshop.database, [unitId], async (transaction) => ({
    rows: await listEvidence(transaction, [unitId]),
    links: await listEvidenceLinks(transaction, [unitId]),
  }));
  const earlier = new Map(
    reference.rounds.filter((one) => one.asOf < round.asOf).map((one) => [one.id, one.code]),
  );
  return rows.flatMap(({ evidence, file, takenOn, takenAt, removedReason }): ShownFile[] => {
    const shown = links.filter((link) => link.evidence === evidence);
    const codes = shown.filter((link) => link.roundId === round.id).map((link) => link.code);
    if (file === null || removedReason !== null || codes.length === 0) return [];
    const before = shown.flatMap((link) => earlier.get(link.roundId) ?? []);
    const { sha256, looks } = file;
    return [
      { unitId, evidence, sha256, looks, codes, earlierRounds: [...new Set(before)], takenOn, takenAt },
    ];
  });
}
