// Receipts: a repeated command gets its first reply again.
import { sql } from 'kysely';
import type { UnitTransaction } from './context.ts';

export interface Receipt {
  readonly unitId: number;
  readonly commandId: string;
  readonly command: string;
  readonly seq: number;
  readonly inputDigest: Buffer;
  readonly reply: unknown;
}

export async function findReceipt(
  transaction: UnitTransaction,
  unitId: number,
  commandId: string,
): Promise<Receipt | null> {
  const row = await transaction
    .selectFrom('receipts')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    unitId: row.unit_id,
    commandId: row.command_id,
    command: row.command,
    seq: row.seq,
    inputDigest: row.input_digest,
    reply: row.reply,
  };
}

export async function saveReceipts(
  transaction: UnitTransaction,
  receipts: readonly Receipt[],
): Promise<void> {
  if (receipts.length === 0) return;
  await sql`insert into receipts (unit_id, command_id, command, seq, input_digest, reply)
    select * from unnest(${receipts.map((r) => r.unitId)}::int[], ${receipts.map((r) => r.commandId)}::uuid[],
      ${receipts.map((r) => r.command)}::text[], ${receipts.map((r) => r.seq)}::bigint[],
      ${receipts.map((r) => r.inputDigest)}::bytea[], ${receipts.map((r) => JSON.stringify(r.reply))}::jsonb[])`.execute(
    transaction,
  );
}
