// The dictionary of figures: ids for storage, codes for files and rules.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';

export interface FigureRow {
  readonly id: number;
  readonly code: string;
  readonly kind: string;
  /** As the dictionary file has it; the law room parses it. */
  readonly definition: unknown;
}

export async function listFigures(database: Kysely<DB>): Promise<FigureRow[]> {
  return database.selectFrom('figures').selectAll().orderBy('id').execute();
}

export type NewFigure = Omit<FigureRow, 'id'>;

/** Adds what is new; a code that exists keeps its id and takes the newest wording. */
export async function saveFigures(database: Kysely<DB>, figures: readonly NewFigure[]): Promise<void> {
  await sql`insert into figures (code, kind, definition)
    select * from unnest(${figures.map((f) => f.code)}::text[], ${figures.map((f) => f.kind)}::text[],
      ${figures.map((f) => JSON.stringify(f.definition))}::jsonb[])
    on conflict (code) do update set definition = excluded.definition`.execute(database);
}
