// Verdicts: one row per unit, round and set version, as status bytes; and the signed columns they were judged by.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';
import { idList } from './id-list.ts';

export interface VerdictRow {
  readonly unitId: number;
  readonly roundId: number;
  readonly setId: number;
  readonly overlayId: number | null;
  readonly setHash: Uint8Array;
  readonly engine: number;
  readonly columnCode: string | null;
  readonly year: number;
  readonly previousRoundId: number | null;
  readonly indicators: Uint8Array;
  readonly criteria: Uint8Array;
  readonly confirmed: Uint8Array;
  readonly risk: Uint8Array;
  readonly levelVerdict: number;
  readonly met: number;
  readonly claimed: number;
  readonly applicable: number;
  readonly inputsSeq: number;
  readonly seq: number;
}

export async function listVerdicts(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
  setId: number,
): Promise<VerdictRow[]> {
  const rows = await transaction
    .selectFrom('verdicts')
    .selectAll()
    .where('unit_id', '=', sql<number>`any(${idList(unitIds)}::int[])`)
    .where('round_id', '=', roundId)
    .where('set_id', '=', setId)
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    roundId: row.round_id,
    setId: row.set_id,
    overlayId: row.overlay_id,
    setHash: row.set_hash,
    engine: row.engine,
    columnCode: row.column_code,
    year: row.year,
    previousRoundId: row.previous_round_id,
    indicators: row.indicators,
    criteria: row.criteria,
    confirmed: row.confirmed,
    risk: row.risk,
    levelVerdict: row.level_verdict,
    met: row.met,
    claimed: row.claimed,
    applicable: row.applicable,
    inputsSeq: row.inputs_seq,
    seq: row.seq,
  }));
}

export async function saveVerdicts(transaction: Kysely<DB>, verdicts: readonly VerdictRow[]): Promise<void> {
  if (verdicts.length === 0) return;
  const column = <K extends keyof VerdictRow>(key: K) => verdicts.map((verdict) => verdict[key]);
  const bytes = (key: 'setHash' | 'indicators' | 'criteria' | 'confirmed' | 'risk') =>
    verdicts.map((verdict) => Buffer.from(verdict[key]));
  await sql`
    insert into verdicts (unit_id, round_id, set_id, overlay_id, set_hash, engine, column_code, year, previous_round_id,
      indicators, criteria, confirmed, risk, level_verdict, met, claimed, applicable, inputs_seq, seq)
    select * from unnest(${column('unitId')}::int[], ${column('roundId')}::int[], ${column('setId')}::int[],
      ${column('overlayId')}::int[], ${bytes('setHash')}::bytea[], ${column('engine')}::smallint[],
      ${column('columnCode')}::text[], ${column('year')}::smallint[], ${column('previousRoundId')}::int[],
      ${bytes('indicators')}::bytea[], ${bytes('criteria')}::bytea[], ${bytes('confirmed')}::bytea[],
      ${bytes('risk')}::bytea[], ${column('levelVerdict')}::smallint[], ${column('met')}::smallint[], ${column('claimed')}::smallint[],
      ${column('applicable')}::smallint[], ${column('inputsSeq')}::bigint[], ${column('seq')}::bigint[])
    on conflict (unit_id, round_id, set_id) do update set overlay_id = excluded.overlay_id, set_hash = excluded.set_hash,
      engine = excluded.engine, column_code = excluded.column_code, year = excluded.year,
      previous_round_id = excluded.previous_round_id, indicators = excluded.indicators, criteria = excluded.criteria,
      confirmed = excluded.confirmed, risk = excluded.risk,
      level_verdict = excluded.level_verdict, met = excluded.met, claimed = excluded.claimed,
      applicable = excluded.applicable, inputs_seq = excluded.inputs_seq, seq = excluded.seq`.execute(
    transaction,
  );
}

export interface ColumnRow {
  readonly unitId: number;
  readonly roundId: number;
  readonly dimension: string;
  readonly columnCode: string;
  readonly document: string | null;
  readonly signedBy: string;
  readonly signedOn: string;
  /** The round it was signed in, where this one took it over. */
  readonly carriedFrom: number | null;
  readonly seq: number;
}

export function listColumns(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
): Promise<ColumnRow[]> {
  return listColumnsOfRounds(transaction, unitIds, [roundId]);
}

export async function listColumnsOfRounds(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundIds: readonly number[],
): Promise<ColumnRow[]> {
  const rows = await transaction
    .selectFrom('unit_columns')
    .selectAll()
    .where('unit_id', '=', sql<number>`any(${idList(unitIds)}::int[])`)
    .where('round_id', '=', sql<number>`any(${idList(roundIds)}::int[])`)
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    roundId: row.round_id,
    dimension: row.dimension,
    columnCode: row.column_code,
    document: row.document,
    signedBy: row.signed_by,
    signedOn: row.signed_on,
    carriedFrom: row.carried_from,
    seq: row.seq,
  }));
}

export async function saveColumns(transaction: Kysely<DB>, columns: readonly ColumnRow[]): Promise<void> {
  if (columns.length === 0) return;
  const column = <K extends keyof ColumnRow>(key: K) => columns.map((row) => row[key]);
  await sql`insert into unit_columns (unit_id, round_id, dimension, column_code, document, signed_by, signed_on, carried_from,
      seq)
    select * from unnest(${column('unitId')}::int[], ${column('roundId')}::int[], ${column('dimension')}::text[],
      ${column('columnCode')}::text[], ${column('document')}::text[], ${column('signedBy')}::text[],
      ${column('signedOn')}::date[], ${column('carriedFrom')}::int[], ${column('seq')}::bigint[])
    on conflict (unit_id, round_id, dimension) do update set column_code = excluded.column_code,
      document = excluded.document, signed_by = excluded.signed_by, signed_on = excluded.signed_on,
      carried_from = excluded.carried_from, seq = excluded.seq`.execute(transaction);
}

/** Only the indicators' status bytes, for tables over many units. */
export async function listIndicatorBytes(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
  setId: number,
): Promise<Map<number, Uint8Array>> {
  const { rows } = await sql<{ unit_id: number; indicators: Buffer }>`select unit_id, indicators from verdicts
    where unit_id = any(${idList(unitIds)}::int[]) and round_id = ${roundId} and set_id = ${setId}`.execute(
    transaction,
  );
  return new Map(rows.map((row) => [row.unit_id, row.indicators]));
}

/** What a preview needs of a verdict: the indicators' bytes, and which law they were judged by. */
export async function listJudgedBytes(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
  setId: number,
): Promise<Map<number, { indicators: Uint8Array; overlayId: number | null; columnCode: string | null }>> {
  const { rows } = await sql<{
    unit_id: number;
    indicators: Buffer;
    overlay_id: number | null;
    column_code: string | null;
  }>`select unit_id, indicators, overlay_id, column_code from verdicts
    where unit_id = any(${idList(unitIds)}::int[]) and round_id = ${roundId} and set_id = ${setId}`.execute(
    transaction,
  );
  return new Map(
    rows.map((row) => [
      row.unit_id,
      { indicators: row.indicators, overlayId: row.overlay_id, columnCode: row.column_code },
    ]),
  );
}
