// DATABASE_URL: a PostgreSQL 15 of the machine's own carries the same board; start refuses a role that owns tables.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/config.ts';
import { openHouse } from '../../src/container.ts';
import { fillHouse } from '../../src/first-start/fill.ts';
import { loadBoard } from '../../src/reads/board.ts';

/** The oldest PostgreSQL of the machine from 15 on, where Debian and its like put it. */
function findPrograms(): string | null {
  const folder = '/usr/lib/postgresql';
  const majors = existsSync(folder)
    ? readdirSync(folder)
        .map(Number)
        .filter((major) => major >= 15)
    : [];
  const found = majors.sort((a, b) => a - b).map((major) => join(folder, String(major), 'bin'));
  return found.find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres'))) ?? null;
}

const programs = findPrograms();
let folder = '';
let stop: (() => Promise<void>) | null = null;
let port = 0;

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

beforeAll(async () => {
  if (!programs) return;
  folder = mkdtempSync(join(tmpdir(), 'vb-other-'));
  const data = join(folder, 'data');
  const [initdb, initArgs] = asPlainUser(join(programs, 'initdb'), [
    '-D',
    data,
    '-U',
    'boss',
    '--auth=trust',
    '-E',
    'UTF8',
    '--no-locale',
    '-N',
  ]);
  execFileSync(initdb, initArgs, { stdio: 'ignore' });
  port = await freePort();
  const [postgres, args] = asPlainUser(join(programs, 'postgres'), [
    '-D',
    data,
    '-p',
    String(port),
    '-k',
    '',
    '-h',
    '127.0.0.1',
    '-F',
  ]);
  const child = spawn(postgres, args, { stdio: 'ignore' });
  stop = () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGINT');
    });
  await untilOpen();
  await asBoss(
    'create role keeper login createrole',
    'create role vb login',
    'create database vb owner keeper',
  );
});
afterAll(async () => {
  await stop?.();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function untilOpen(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'boss', database: 'postgres' });
    const open = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the other PostgreSQL did not open');
}

async function asBoss(...statements: string[]): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'boss', database: 'postgres' });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const open = (appUser: string) =>
  openHouse({
    config: {
      varFolder: folder,
      port: 0,
      address: null,
      behindProxy: false,
      databaseUrl: `postgres://${appUser}@127.0.0.1:${port}/vb`,
      ownerUrl: `postgres://keeper@127.0.0.1:${port}/vb`,
      sample: true,
      s3: null,
      clamd: null,
    },
    clock: () => new Date('2026-03-02T03:00:00Z'),
    onNotice: () => undefined,
    onMigration: () => undefined,
    onIdleError: () => undefined,
  });

describe.skipIf(!programs)('an administrator uses the PostgreSQL that the office already has', () => {
  test('migrations run as its owner, the application as another role, and the sample board is the same', async () => {
    const house = await open('vb');
    await fillHouse(house, { root: ROOT, sample: true, say: () => undefined });
    const { sums } = await loadBoard(house.workshop, house.principal, { under: '112', round: '2020-nam' });
    await house.close();
    expect([sums.met, sums.average]).toEqual([133, '13.3']);
  });

  test('start refuses the owner itself as the application role', async () => {
    await expect(open('keeper')).rejects.toMatchObject({ name: 'AppRoleTooStrong', why: 'owns-tables' });
  });

  test('start refuses a superuser as the application role', async () => {
    await expect(open('boss')).rejects.toMatchObject({ name: 'AppRoleTooStrong', why: 'superuser' });
  });
});
