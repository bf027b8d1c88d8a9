// PostgreSQL's settings: those written once for the administrator to change, and those we hold at every start.

/** Written into postgresql.conf by initdb; from then on the administrator's. Modest, for a server of 2 cores and 4 GB. */
export function initialSettings(): Record<string, string> {
  return {
    shared_buffers: '128MB',
    max_connections: '60',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '1GB',
    // A just-in-time compiler is not in these binaries; saying so keeps plans alike on another PostgreSQL too.
    jit: 'off',
    max_worker_processes: '4',
    max_parallel_workers: '2',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
}

/** The number in the socket's name: any will do, since the socket lies in a folder of its own. */
export const SOCKET_PORT = 5432;
export const SOCKET = `.s.PGSQL.${SOCKET_PORT}`;

export interface Address {
  /** Folder of the Unix socket, or undefined to listen on 127.0.0.1. */
  readonly socketFolder: string | undefined;
  readonly port: number;
}

/** Given on the command line at every start, so neither postgresql.conf nor ALTER SYSTEM can undo them. */
export function heldSettings(address: Address, throwaway: boolean): Record<string, string> {
  const durable = throwaway ? 'off' : 'on';
  return {
    listen_addresses: address.socketFolder === undefined ? '127.0.0.1' : '',
    // A list separated by commas: quoted, so that a comma in the path is part of it.
    unix_socket_directories:
      address.socketFolder === undefined ? '' : `"${address.socketFolder.replaceAll('"', '""')}"`,
    port: String(address.port),
    password_encryption: 'scram-sha-256',
    // An acknowledged save is on disk. Only the databases of tests, made and thrown away, may do without.
    fsync: durable,
    full_page_writes: durable,
    synchronous_commit: 'on',
    restart_after_crash: 'on',
    // Its log is our pipe: short, in English whatever the machine speaks, each line with its SQLSTATE, without the
    // statements and values that failed (they may name people).
    logging_collector: 'off',
    log_destination: 'stderr',
    log_line_prefix: '[%e] ',
    lc_messages: 'C',
    log_min_messages: 'error',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_statement: 'none',
    log_connections: '',
    log_disconnections: 'off',
    cluster_name: '',
  };
}
