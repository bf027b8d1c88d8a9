// Connections to PostgreSQL: parsers set once, one pool for work and a small one for exports.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Commits, makeCommits } from './commits.ts';
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
  /** What was written through it, told after each commit. */
  readonly commits: Commits;
  close(): Promise<void>;
}

/**
 * How long one statement may work, wait for a lock, or a transaction for its next statement. The longest of ours reads or
 * writes the nation in some seconds; an import decides fifty units between two statements.
 */
const MOST_MS = { statement: 60_000, lock: 30_000, idle: 120_000 } as const;

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
    statement_timeout: MOST_MS.statement,
    lock_timeout: MOST_MS.lock,
    idle_in_transaction_session_timeout: MOST_MS.idle,
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
    commits: makeCommits(),
    close() {
      closing = true;
      return kysely.destroy();
    },
  };
}
