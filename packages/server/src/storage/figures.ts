// The dictionary of figures: ids for storage, codes for files and rules.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';

export interface FigureRow {
  readonly id: number;
  readonly code: string;
  readonly kind: string;
}

export async function listFigures(database: Kysely<DB>): Promise<FigureRow[]> {
  return database.selectFrom('figures').select(['id', 'code', 'kind']).orderBy('id').execute();
}

export interface NewFigure {
  readonly code: string;
  readonly kind: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly unit: string | null;
}

/** Adds what is new; a code that exists keeps its id and its first wording. */
export async function saveFigures(database: Kysely<DB>, figures: readonly NewFigure[]): Promise<void> {
  const column = <K extends keyof NewFigure>(key: K) => figures.map((figure) => figure[key]);
  await sql`insert into figures (code, kind, name_vi, name_en, unit)
    select * from unnest(${column('code')}::text[], ${column('kind')}::text[], ${column('nameVi')}::text[],
      ${column('nameEn')}::text[], ${column('unit')}::text[])
    on conflict (code) do nothing`.execute(database);
}
