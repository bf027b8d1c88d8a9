// Finds a PostgreSQL beside the embedded one, for the tests of DATABASE_URL and of moving between versions.
// @ts-check
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isDebianRoot } from './browser.mjs';

const run = promisify(execFile);

/** Where Debian and its like put the programs of each major version. */
const FOLDER = '/usr/lib/postgresql';
const OLDEST = 15;
/** Read by Debian's package while it is installed: whether it makes a database of its own and starts it. */
const DEBIAN_SETTINGS = '/etc/postgresql-common/createcluster.conf';
const DEBIAN_TEMPLATE = '/usr/share/postgresql-common/createcluster.conf';
const MINUTES = 60_000;

/** @param {string} bin */
const hasPrograms = (bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres'));

/**
 * The folder of `initdb` and `postgres` that VB_OTHER_POSTGRES names, else of the machine's oldest PostgreSQL from 15
 * on; undefined where there is none. Installs nothing.
 * @returns {string | undefined}
 */
export function lookForOtherPostgres() {
  const named = process.env.VB_OTHER_POSTGRES;
  if (named) return named;
  const majors = existsSync(FOLDER) ? readdirSync(FOLDER).map(Number) : [];
  return majors
    .filter((major) => major >= OLDEST)
    .sort((a, b) => a - b)
    .map((major) => join(FOLDER, String(major), 'bin'))
    .find(hasPrograms);
}

/** Installs Debian's PostgreSQL, programs only: without this setting it would make a database and keep it running. */
async function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', UCF_FORCE_CONFFOLD: '1' };
  const isNew = !existsSync(DEBIAN_SETTINGS);
  if (isNew) {
    mkdirSync(join(DEBIAN_SETTINGS, '..'), { recursive: true });
    writeFileSync(DEBIAN_SETTINGS, 'create_main_cluster = false\n');
  }
  try {
    await installPrograms(env);
  } finally {
    // what an administrator installs later finds the settings as Debian ships them
    if (isNew && existsSync(DEBIAN_TEMPLATE)) copyFileSync(DEBIAN_TEMPLATE, DEBIAN_SETTINGS);
    else if (isNew) rmSync(DEBIAN_SETTINGS);
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function installPrograms(env) {
  const keepSettings = ['-o', 'Dpkg::Options::=--force-confold', '-o', 'DPkg::Lock::Timeout=180'];
  await run('apt-get', ['update', '-q'], { env, timeout: 3 * MINUTES });
  await run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...keepSettings, `postgresql-${OLDEST}`],
    { env, timeout: 5 * MINUTES },
  );
}

/**
 * The same, installing Debian's where there is none and we are root on Debian. Undefined where that cannot be had:
 * the tests that need it are then skipped, as tests/expected-skips.txt says.
 * @returns {Promise<string | undefined>}
 */
export async function findOtherPostgres() {
  const found = lookForOtherPostgres();
  if (found !== undefined || !isDebianRoot()) return found;
  await installFromDebian().catch(() => undefined);
  return lookForOtherPostgres();
}
