// Declared results: marks and counts from an office's own sheet, with the sheet as source. Never readings.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';
import { idList } from './id-list.ts';

export interface DeclaredRow {
  readonly unitId: number;
  readonly roundId: number;
  /** '' is the unit's total ("13/19"). */
  readonly criterionCode: string;
  readonly verdict: string | null;
  readonly metCount: number | null;
  readonly ofCount: number | null;
  readonly document: string | null;
  readonly documentOn: string | null;
  readonly sheet: string;
  readonly cell: string;
  readonly raw: string;
  readonly knownOn: string;
  readonly seq: number;
}

export async function listDeclared(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
): Promise<DeclaredRow[]> {
  const rows = await transaction
    .selectFrom('declared_results')
    .selectAll()
    .where('unit_id', '=', sql<number>`any(${idList(unitIds)}::int[])`)
    .where('round_id', '=', roundId)
    .orderBy('unit_id')
    .orderBy('criterion_code')
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    roundId: row.round_id,
    criterionCode: row.criterion_code,
    verdict: row.verdict,
    metCount: row.met_count,
    ofCount: row.of_count,
    document: row.document,
    documentOn: row.document_on,
    sheet: row.sheet,
    cell: row.cell,
    raw: row.raw,
    knownOn: row.known_on,
    seq: row.seq,
  }));
}

/** Writes current rows and their revisions in one statement. */
export async function saveDeclared(transaction: Kysely<DB>, declared: readonly DeclaredRow[]): Promise<void> {
  if (declared.length === 0) return;
  const column = <K extends keyof DeclaredRow>(key: K) => declared.map((row) => row[key]);
  await sql`
    with given as (
      select * from unnest(${column('unitId')}::int[], ${column('roundId')}::int[], ${column('criterionCode')}::text[],
        ${column('verdict')}::text[], ${column('metCount')}::smallint[], ${column('ofCount')}::smallint[],
        ${column('document')}::text[], ${column('documentOn')}::date[], ${column('sheet')}::text[],
        ${column('cell')}::text[], ${column('raw')}::text[], ${column('knownOn')}::date[], ${column('seq')}::bigint[])
      as g (unit_id, round_id, criterion_code, verdict, met_count, of_count, document, document_on, sheet, cell, raw,
        known_on, seq)),
    revised as (
      insert into declared_result_revisions (unit_id, round_id, criterion_code, verdict, met_count, of_count, document,
        document_on, sheet, cell, raw, known_on, seq) select * from given)
    insert into declared_results (unit_id, round_id, criterion_code, verdict, met_count, of_count, document, document_on,
      sheet, cell, raw, known_on, seq)
    select * from given
    on conflict (unit_id, round_id, criterion_code) do update set verdict = excluded.verdict,
      met_count = excluded.met_count, of_count = excluded.of_count, document = excluded.document,
      document_on = excluded.document_on, sheet = excluded.sheet, cell = excluded.cell, raw = excluded.raw,
      known_on = excluded.known_on, seq = excluded.seq`.execute(transaction);
}
