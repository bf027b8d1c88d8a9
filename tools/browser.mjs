// Finds the Chromium that journeys and pictures run in, and installs one where there is none.
// @ts-check
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** MIT; carries a whole Chromium in the package itself, so it comes through the npm registry alone. */
const CARRIED = { name: '@sparticuz/chromium', version: '153.0.0' };
const CARRIED_FOLDER = join(ROOT, '.cache', 'browser');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MINUTES = 60_000;

/** How every run starts Chromium: no window, no sandbox (it may be root), and no talk with the network of its own. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A browser to drive: give `path` as playwright's `executablePath` and `args` as its `args`.
 * @typedef {{ path: string, args: string[] }} Browser
 */

/** @param {string} path */
function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of these commands on PATH. @param {string[]} names @returns {string | undefined} */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isRunnable);
}

/** Whether Debian's packages may be installed here. */
export const isDebianRoot = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath(['apt-get']) !== undefined;

/** Installs Debian's chromium; false when Debian's packages cannot be reached. */
async function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update', '-q'], { env, timeout: 3 * MINUTES });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      env,
      timeout: 5 * MINUTES,
    });
    return true;
  } catch {
    return false;
  }
}

/** Installs the package that carries a Chromium into `.cache/browser` and unpacks it. @returns {Promise<Browser>} */
async function installCarried() {
  const manifest = join(CARRIED_FOLDER, 'package.json');
  const installed = join(CARRIED_FOLDER, 'node_modules', CARRIED.name, 'package.json');
  if (!existsSync(installed) || JSON.parse(readFileSync(installed, 'utf8')).version !== CARRIED.version) {
    mkdirSync(CARRIED_FOLDER, { recursive: true });
    writeFileSync(manifest, JSON.stringify({ private: true }));
    await run(
      'npm',
      ['install', '--save-exact', '--no-audit', '--no-fund', `${CARRIED.name}@${CARRIED.version}`],
      {
        cwd: CARRIED_FOLDER,
        timeout: 5 * MINUTES,
      },
    );
  }
  const entry = createRequire(manifest).resolve(CARRIED.name);
  const { default: carried } = await import(pathToFileURL(entry).href);
  return { path: await carried.executablePath(), args: FLAGS };
}

/**
 * The browser to use: the one that VB_CHROMIUM names, else the machine's own, else Debian's (installed when we are
 * root on Debian), else the one carried by an npm package.
 * @returns {Promise<Browser>}
 * @throws when none is there and none can be installed; the message says what to do
 */
export async function findBrowser() {
  const named = process.env.VB_CHROMIUM;
  if (named) return { path: named, args: FLAGS };
  const found = onPath(NAMES);
  if (found) return { path: found, args: FLAGS };
  if (isDebianRoot() && (await installFromDebian())) {
    const path = onPath(NAMES);
    if (path) return { path, args: FLAGS };
  }
  try {
    return await installCarried();
  } catch (cause) {
    throw new Error(
      'No Chromium here, and none could be installed: install chromium, or name one in VB_CHROMIUM.',
      { cause },
    );
  }
}
