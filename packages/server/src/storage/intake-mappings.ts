// How sheets of each shape were read last, kept by the unit that hosts their round.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';

/** The mapping as it was kept, unchecked; null when no sheet of this shape was read before. */
export async function findIntakeMapping(
  transaction: Kysely<DB>,
  unitId: number,
  shape: string,
): Promise<unknown> {
  const row = await transaction
    .selectFrom('intake_mappings')
    .select('mapping')
    .where('unit_id', '=', unitId)
    .where('shape', '=', shape)
    .executeTakeFirst();
  return row?.mapping ?? null;
}

export interface IntakeMappingRow {
  readonly unitId: number;
  readonly shape: string;
  readonly mapping: object;
  readonly seq: number;
}

export async function saveIntakeMapping(transaction: Kysely<DB>, row: IntakeMappingRow): Promise<void> {
  await sql`
    insert into intake_mappings (unit_id, shape, mapping, seq)
    values (${row.unitId}, ${row.shape}, ${JSON.stringify(row.mapping)}::jsonb, ${row.seq})
    on conflict (unit_id, shape) do update set mapping = excluded.mapping, seq = excluded.seq`.execute(
    transaction,
  );
}
