// A PostgreSQL of the machine's own, started for one test file: what an office has that does not want ours.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { lookForOtherPostgres } from '../../../tools/other-postgres.mjs';

export interface OtherPostgres {
  /** A folder of its own, gone when it is stopped. */
  readonly folder: string;
  /** The address of a database for one of its people; nobody is asked for a password. */
  url(user: string, database?: string): string;
  /** Runs statements as its superuser. */
  asBoss(...statements: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** The folder of its programs, or undefined: the tests that need it are then skipped. */
export const otherPrograms = lookForOtherPostgres();

/** As root PostgreSQL runs in a user namespace of its own, like the embedded one. */
function asPlainUser(command: string, args: string[]): [string, string[]] {
  if (userInfo().uid !== 0) return [command, args];
  return ['unshare', ['--user', '--map-user=1000', '--map-group=1000', command, ...args]];
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts it with the people `boss` (superuser), `keeper` (owns tables) and `vb` (owns nothing). */
export async function startOtherPostgres(programs: string): Promise<OtherPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'vb-other-'));
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', 'boss', '--auth=trust', '-E', 'UTF8', '--no-locale', '-N'];
  const [initdb, initArgs] = asPlainUser(join(programs, 'initdb'), init);
  execFileSync(initdb, initArgs, { stdio: 'ignore' });
  const port = await freePort();
  const serve = ['-D', data, '-p', String(port), '-k', '', '-h', '127.0.0.1', '-F'];
  const [postgres, args] = asPlainUser(join(programs, 'postgres'), serve);
  const child = spawn(postgres, args, { stdio: 'ignore' });
  const url = (user: string, database = 'postgres') => `postgres://${user}@127.0.0.1:${port}/${database}`;
  await untilOpen(url('boss'));
  const asBoss = (...statements: string[]) => runAll(url('boss'), statements);
  await asBoss('create role keeper login createrole', 'create role vb login');
  const stop = async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGINT');
    });
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, url, asBoss, stop };
}

async function untilOpen(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const isOpen = await runAll(url, []).then(
      () => true,
      () => false,
    );
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the other PostgreSQL did not open');
}

async function runAll(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end().catch(() => undefined);
  }
}
