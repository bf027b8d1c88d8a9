// Which days' heads were signed.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';

export interface HeadSignature {
  /** YYYY-MM-DD in Vietnam. */
  readonly day: string;
  readonly heads: number;
  readonly digest: Buffer;
  readonly signature: Buffer;
  readonly keyId: string;
  readonly signedAt: Date;
}

export async function listHeadSignatures(database: Kysely<DB>): Promise<HeadSignature[]> {
  const { rows } = await sql<HeadSignature>`select day, heads, digest, signature, key_id as "keyId",
      signed_at as "signedAt" from head_signatures order by day`.execute(database);
  return rows;
}

export async function saveHeadSignature(database: Kysely<DB>, row: HeadSignature): Promise<void> {
  await sql`insert into head_signatures (day, heads, digest, signature, key_id, signed_at) values (${row.day},
    ${row.heads}, ${row.digest}, ${row.signature}, ${row.keyId}, ${row.signedAt})
    on conflict (day) do nothing`.execute(database);
}
