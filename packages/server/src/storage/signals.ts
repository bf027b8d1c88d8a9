// Signals that a reviewer set aside, with the reason.
import type { Kysely } from 'kysely';
import type { DB } from './db-types.generated.ts';

export interface DismissalRow {
  readonly unitId: number;
  readonly roundId: number;
  readonly signal: string;
  readonly code: string;
  readonly reason: string;
  readonly dismissedBy: number;
  /** ISO instant. */
  readonly dismissedAt: string;
  readonly seq: number;
}

export async function listDismissals(
  transaction: Kysely<DB>,
  unitId: number,
  roundId: number,
): Promise<DismissalRow[]> {
  const rows = await transaction
    .selectFrom('signal_dismissals')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('round_id', '=', roundId)
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    roundId: row.round_id,
    signal: row.signal,
    code: row.code,
    reason: row.reason,
    dismissedBy: row.dismissed_by,
    dismissedAt: row.dismissed_at.toISOString(),
    seq: row.seq,
  }));
}

export async function saveDismissal(transaction: Kysely<DB>, row: DismissalRow): Promise<void> {
  await transaction
    .insertInto('signal_dismissals')
    .values({
      unit_id: row.unitId,
      round_id: row.roundId,
      signal: row.signal,
      code: row.code,
      reason: row.reason,
      dismissed_by: row.dismissedBy,
      dismissed_at: row.dismissedAt,
      seq: row.seq,
    })
    .execute();
}
