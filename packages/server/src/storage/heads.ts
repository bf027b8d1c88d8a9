// The one order of a unit: lock its head, take the next gapless seq, chain the event to the one before.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { noteMoved, type UnitTransaction } from './context.ts';

export interface Head {
  readonly unitId: number;
  readonly seq: number;
  readonly hash: Buffer;
}

const NOTHING = Buffer.alloc(32);

/** Locks the heads of `unitIds` in id order, making those that are missing. */
export async function lockHeads(
  transaction: UnitTransaction,
  unitIds: readonly number[],
): Promise<Map<number, Head>> {
  const ids = [...new Set(unitIds)].sort((a, b) => a - b);
  const locked = await selectForUpdate(transaction, ids);
  if (locked.size === ids.length) return locked;
  await sql`insert into unit_heads (unit_id, seq, hash) select id, 0, ${NOTHING} from unnest(${ids}::int[]) id
    order by id on conflict do nothing`.execute(transaction);
  return selectForUpdate(transaction, ids);
}

async function selectForUpdate(
  transaction: UnitTransaction,
  ids: readonly number[],
): Promise<Map<number, Head>> {
  const rows = await transaction
    .selectFrom('unit_heads')
    .select(['unit_id', 'seq', 'hash'])
    .where('unit_id', 'in', [...ids])
    .orderBy('unit_id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.unit_id, { unitId: row.unit_id, seq: row.seq, hash: row.hash }]));
}

export interface NewEvent {
  readonly unitId: number;
  readonly commandId: string;
  readonly command: string;
  readonly commandVersion: number;
  readonly personId: number;
  /** ISO instant. */
  readonly at: string;
  /** Canonical JSON text. */
  readonly payload: string;
}

export interface ChainedEvent extends NewEvent {
  readonly seq: number;
  readonly payloadDigest: Buffer;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
}

/** The event that follows `head`. Hash over the previous hash, the fields as text, and the payload's digest. */
export function chain(head: Head, event: NewEvent): ChainedEvent {
  const seq = head.seq + 1;
  const payloadDigest = createHash('sha256').update(event.payload).digest();
  return {
    ...event,
    seq,
    payloadDigest,
    prevHash: head.hash,
    hash: hashOf(head.hash, { ...event, seq, payloadDigest }),
  };
}

/** The hash that a stored event must have; `verify` calls it with what the table holds. */
export function hashOf(
  prevHash: Buffer,
  event: Omit<NewEvent, 'payload'> & { readonly seq: number; readonly payloadDigest: Buffer },
): Buffer {
  const line = [
    event.unitId,
    event.seq,
    event.commandId,
    event.command,
    event.commandVersion,
    event.personId,
    event.at,
    event.payloadDigest.toString('hex'),
  ].join('\n');
  return createHash('sha256').update(prevHash).update(line).digest();
}

/** Writes the events and moves the heads: one statement for all units of a transaction. */
export async function saveEvents(
  transaction: UnitTransaction,
  events: readonly ChainedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const column = <K extends keyof ChainedEvent>(key: K) => events.map((event) => event[key]);
  await sql`
    with written as (
      insert into events (unit_id, seq, command_id, command, command_version, person_id, at, payload, payload_digest,
        prev_hash, hash)
      select * from unnest(${column('unitId')}::int[], ${column('seq')}::bigint[], ${column('commandId')}::uuid[],
        ${column('command')}::text[], ${column('commandVersion')}::smallint[], ${column('personId')}::int[],
        ${column('at')}::timestamptz[], ${column('payload')}::text[], ${column('payloadDigest')}::bytea[],
        ${column('prevHash')}::bytea[], ${column('hash')}::bytea[])
      returning unit_id, seq, hash)
    update unit_heads h set seq = w.seq, hash = w.hash from written w where h.unit_id = w.unit_id
  `.execute(transaction);
  noteMoved(
    transaction,
    events.map(({ unitId, seq }) => ({ unitId, seq })),
  );
}
