// Connections to PostgreSQL: parsers set once, one pool for work and a small one for exports.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from './db-types.generated.ts';
import type { Reach } from './reach.ts';

const OID = { int8: 20, date: 1082, numeric: 1700 } as const;

/** Dates stay `YYYY-MM-DD`, numerics stay decimal text, sequence numbers are safe integers. */
function setParsers(): void {
  pg.types.setTypeParser(OID.date, (text) => text);
  pg.types.setTypeParser(OID.numeric, (text) => text);
  pg.types.setTypeParser(OID.int8, (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a safe integer`);
    return value;
  });
}
setParsers();

export interface Database {
  readonly kysely: Kysely<DB>;
  readonly pool: pg.Pool;
  /** What its transactions may reach at most; null: every unit. */
  readonly reach: Reach | null;
  close(): Promise<void>;
}

export interface ConnectOptions {
  readonly url: string;
  /** Connections at most; idle ones go away after ten seconds. */
  readonly max?: number;
  /** A broken idle connection is reported here, never swallowed. */
  readonly onIdleError?: (error: Error) => void;
}

/** Opens a pool; connects on first use. */
export function connect(options: ConnectOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 8,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'vung-buoc',
  });
  let closing = false;
  pool.on('error', (error) => {
    // a pool ends before its sockets do: what a stopping server then says to them is no news
    if (!closing) options.onIdleError?.(error);
  });
  // The pool listens only to clients at rest. One that PostgreSQL leaves between two statements of a transaction would end
  // this program with it; its next statement fails, and tells whoever waits.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return {
    kysely,
    pool,
    reach: null,
    close() {
      closing = true;
      return kysely.destroy();
    },
  };
}
