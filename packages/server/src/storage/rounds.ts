// Programmes and rounds: who is in, which periods exist, which sets judge them.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';

export interface ProgrammeRow {
  readonly id: number;
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly homeUnitId: number;
}

export async function listProgrammes(database: Kysely<DB>): Promise<ProgrammeRow[]> {
  const rows = await database.selectFrom('programmes').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    nameVi: row.name_vi,
    nameEn: row.name_en,
    homeUnitId: row.home_unit_id,
  }));
}

export async function saveProgramme(
  database: Kysely<DB>,
  programme: Omit<ProgrammeRow, 'id'>,
): Promise<number> {
  const row = await database
    .insertInto('programmes')
    .values({
      code: programme.code,
      name_vi: programme.nameVi,
      name_en: programme.nameEn,
      home_unit_id: programme.homeUnitId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface MembershipRow {
  readonly programmeId: number;
  readonly unitId: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export async function listMemberships(database: Kysely<DB>): Promise<MembershipRow[]> {
  const rows = await database.selectFrom('programme_units').selectAll().execute();
  return rows.map((row) => ({
    programmeId: row.programme_id,
    unitId: row.unit_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

export async function saveMemberships(
  database: Kysely<DB>,
  memberships: readonly MembershipRow[],
): Promise<void> {
  if (memberships.length === 0) return;
  await sql`insert into programme_units (programme_id, unit_id, valid_from, valid_to)
    select * from unnest(${memberships.map((m) => m.programmeId)}::int[], ${memberships.map((m) => m.unitId)}::int[],
      ${memberships.map((m) => m.validFrom)}::date[], ${memberships.map((m) => m.validTo)}::date[])
    on conflict do nothing`.execute(database);
}

export interface RoundRow {
  readonly id: number;
  readonly programmeId: number;
  readonly hostUnitId: number;
  readonly code: string;
  readonly kind: string;
  readonly year: number;
  readonly period: number;
  readonly asOf: string;
  readonly geographyOn: string;
  readonly criterionCodes: readonly string[] | null;
  readonly deadlines: unknown;
  /** Figures made up to show the program. */
  readonly isIllustrative: boolean;
  readonly setIds: readonly number[];
}

export async function listRounds(database: Kysely<DB>): Promise<RoundRow[]> {
  const rows = await database
    .selectFrom('rounds as round')
    .leftJoin('round_sets as used', 'used.round_id', 'round.id')
    .select([
      'round.id',
      'round.programme_id',
      'round.host_unit_id',
      'round.code',
      'round.kind',
      'round.year',
      'round.period',
      'round.as_of',
      'round.geography_on',
      'round.criterion_codes',
      'round.deadlines',
      'round.is_illustrative',
      sql<
        number[]
      >`coalesce(array_agg(used.set_id order by used.position) filter (where used.set_id is not null), '{}')`.as(
        'set_ids',
      ),
    ])
    .groupBy('round.id')
    .orderBy('round.year')
    .orderBy('round.as_of')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    programmeId: row.programme_id,
    hostUnitId: row.host_unit_id,
    code: row.code,
    kind: row.kind,
    year: row.year,
    period: row.period,
    asOf: row.as_of,
    geographyOn: row.geography_on,
    criterionCodes: row.criterion_codes,
    deadlines: row.deadlines,
    isIllustrative: row.is_illustrative,
    setIds: row.set_ids,
  }));
}

export async function saveRound(database: Kysely<DB>, round: Omit<RoundRow, 'id'>): Promise<number> {
  const row = await database
    .insertInto('rounds')
    .values({
      programme_id: round.programmeId,
      host_unit_id: round.hostUnitId,
      code: round.code,
      kind: round.kind,
      year: round.year,
      period: round.period,
      as_of: round.asOf,
      geography_on: round.geographyOn,
      criterion_codes: round.criterionCodes ? [...round.criterionCodes] : null,
      deadlines: JSON.stringify(round.deadlines),
      is_illustrative: round.isIllustrative,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [position, setId] of round.setIds.entries()) {
    await database.insertInto('round_sets').values({ round_id: row.id, set_id: setId, position }).execute();
  }
  return row.id;
}
