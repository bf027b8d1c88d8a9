// The programme's yearly targets and the recognitions signed so far.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';
import { idList } from './id-list.ts';

export interface TargetRow {
  readonly unitId: number;
  readonly programmeId: number;
  readonly year: number;
  /** Criteria per unit, decimal text. */
  readonly average: string | null;
  readonly floor: number | null;
  readonly keepUnits: readonly number[];
  readonly document: string | null;
  readonly illustrative: boolean;
  readonly note: string | null;
  readonly seq: number;
}

export async function listTargets(
  transaction: Kysely<DB>,
  unitId: number,
  programmeId: number,
): Promise<TargetRow[]> {
  const rows = await transaction
    .selectFrom('programme_targets')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('programme_id', '=', programmeId)
    .orderBy('year')
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    programmeId: row.programme_id,
    year: row.year,
    average: row.average,
    floor: row.floor_criteria,
    keepUnits: row.keep_units,
    document: row.document,
    illustrative: row.is_illustrative,
    note: row.note,
    seq: row.seq,
  }));
}

export async function saveTarget(transaction: Kysely<DB>, target: TargetRow): Promise<void> {
  const values = {
    average: target.average,
    floor_criteria: target.floor,
    keep_units: [...target.keepUnits],
    document: target.document,
    is_illustrative: target.illustrative,
    note: target.note,
    seq: target.seq,
  };
  await transaction
    .insertInto('programme_targets')
    .values({ unit_id: target.unitId, programme_id: target.programmeId, year: target.year, ...values })
    .onConflict((conflict) => conflict.columns(['unit_id', 'programme_id', 'year']).doUpdateSet(values))
    .execute();
}

export interface RecognitionRow {
  readonly unitId: number;
  readonly programmeId: number;
  readonly level: string;
  readonly forYear: number | null;
  readonly signedOn: string | null;
  readonly decisionNumber: string | null;
  readonly source: string;
  readonly seq: number;
}

export async function listRecognitions(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  programmeId: number,
): Promise<RecognitionRow[]> {
  const rows = await transaction
    .selectFrom('recognitions')
    .selectAll()
    .where('unit_id', '=', sql<number>`any(${idList(unitIds)}::int[])`)
    .where('programme_id', '=', programmeId)
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    programmeId: row.programme_id,
    level: row.level,
    forYear: row.for_year,
    signedOn: row.signed_on,
    decisionNumber: row.decision_number,
    source: row.source,
    seq: row.seq,
  }));
}

export async function saveRecognition(transaction: Kysely<DB>, recognition: RecognitionRow): Promise<void> {
  await transaction
    .insertInto('recognitions')
    .values({
      unit_id: recognition.unitId,
      programme_id: recognition.programmeId,
      level: recognition.level,
      for_year: recognition.forYear,
      signed_on: recognition.signedOn,
      decision_number: recognition.decisionNumber,
      source: recognition.source,
      seq: recognition.seq,
    })
    .execute();
}
