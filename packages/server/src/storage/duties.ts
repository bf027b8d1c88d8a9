// Offices and what they supply or confirm in a programme: reference data, small and read whole.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';

export interface OfficeRow {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

export interface DutyRow {
  readonly programmeId: number;
  readonly indicator: string;
  readonly duty: string;
  readonly office: string;
}

export async function listOffices(database: Kysely<DB>): Promise<OfficeRow[]> {
  const { rows } = await sql<OfficeRow>`select code, name_vi as "nameVi", name_en as "nameEn" from offices
    order by code`.execute(database);
  return rows;
}

export async function listDuties(database: Kysely<DB>): Promise<DutyRow[]> {
  const { rows } =
    await sql<DutyRow>`select programme_id as "programmeId", indicator_code as indicator, duty, office
    from office_duties order by programme_id, indicator_code, duty`.execute(database);
  return rows;
}

export async function saveDuties(
  database: Kysely<DB>,
  given: OfficeRow & {
    readonly programmeId: number;
    readonly duty: string;
    readonly indicators: readonly string[];
    readonly seq: number;
  },
): Promise<void> {
  await sql`insert into offices (code, name_vi, name_en) values (${given.code}, ${given.nameVi}, ${given.nameEn})
    on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en`.execute(
    database,
  );
  await sql`insert into office_duties (programme_id, indicator_code, duty, office, seq)
    select ${given.programmeId}, code, ${given.duty}, ${given.code}, ${given.seq}
    from unnest(${[...given.indicators]}::text[]) code
    on conflict (programme_id, indicator_code, duty) do update set office = excluded.office, seq = excluded.seq`.execute(
    database,
  );
}
