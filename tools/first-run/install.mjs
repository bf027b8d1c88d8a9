// Makes sure that node_modules is what the lockfile says, and finds the Node 24 that it carries.
// Runs on the machine's own Node (18 or newer), so it uses nothing that must be installed first.
// @ts-check
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adviceFor } from './advice.mjs';
import { runChild } from './child.mjs';
import { sayFailure, secondsSince } from './say.mjs';

/** The project's root folder, without a slash at its end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** The Node that everything but the first run is written for: the npm package `node`, exact in package.json. */
export const HOUSE_NODE = join(ROOT, 'node_modules', '.bin', 'node');

/** True when this very process runs on the house's major version of Node. */
export const onHouseNode = () => Number(process.versions.node.split('.')[0]) >= 24;

/** @param {string} path @returns {Record<string, { version?: string, link?: boolean, optional?: boolean }>} */
const packagesIn = (path) => JSON.parse(readFileSync(path, 'utf8')).packages ?? {};

/**
 * True when every package of the lockfile stands in node_modules in that version. npm writes the inner list
 * last, so an interrupted install has none. Dates are asked first: reading both lists takes some milliseconds.
 * @param {string} root a project's folder
 */
export function isInstalled(root) {
  const lock = join(root, 'package-lock.json');
  const inner = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(inner) || !existsSync(join(root, 'node_modules', '.bin', 'node'))) return false;
  if (statSync(inner).mtimeMs >= statSync(lock).mtimeMs) return true;
  const installed = packagesIn(inner);
  return Object.entries(packagesIn(lock)).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.link) return true;
    const found = installed[path];
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

/** Where the packages of the lockfile will stand; those for other machines are left out. @param {string} root */
const placesToFill = (root) =>
  Object.entries(packagesIn(join(root, 'package-lock.json')))
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link && !entry.optional)
    .map(([path]) => join(root, path, 'package.json'));

/**
 * The environment for npm itself: without our own node_modules/.bin, which npm is about to replace.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutOwnBin(env) {
  const kept = (env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes(`node_modules`));
  return { ...env, PATH: kept.join(delimiter) };
}

/**
 * Runs `npm ci`, telling how many packages have come.
 * @param {import('./say.mjs').Narrator} say
 * @returns {Promise<boolean>} false when it failed; the person has then been told what to do
 */
export async function install(say) {
  const startedAt = Date.now();
  const places = placesToFill(ROOT);
  const tell = () => {
    const filled = places.filter((place) => existsSync(place)).length;
    say.progress(`${filled}/${places.length} gói (packages) · ${secondsSince(startedAt)} s`);
  };
  const ticking = setInterval(tell, 1000);
  const args = ['ci', '--no-audit', '--no-fund', '--no-progress'];
  const { code, tail } = await runChild('npm', args, {
    cwd: ROOT,
    env: withoutOwnBin(process.env),
    stdio: 'gather',
  });
  clearInterval(ticking);
  say.settle();
  if (code === 0 && existsSync(HOUSE_NODE)) {
    say.note({ vi: `Xong sau ${secondsSince(startedAt)} giây`, en: 'done' });
    return true;
  }
  explain(code, tail);
  return false;
}

/** The first errors of npm: they name the cause; what follows is how npm is called. @param {string} tail */
function firstErrors(tail) {
  const lines = tail
    .split('\n')
    .filter((line) => !/^npm (?:warn|notice)/.test(line) && !/^npm error\s*$/.test(line));
  return lines.slice(0, 12).join('\n');
}

/** @param {number} code @param {string} tail */
function explain(code, tail) {
  const said = firstErrors(tail);
  if (code === 0) {
    const what = {
      vi: 'Đã cài nhưng thiếu Node 24 của dự án.',
      en: 'Installed, but the project’s Node 24 is missing.',
    };
    const advice = {
      vi: 'npm đang bị cấm chạy kịch bản cài đặt. Cho phép rồi chạy lại: npm config set ignore-scripts false',
      en: 'npm is forbidden to run install scripts. Allow them and run it again: npm config set ignore-scripts false',
    };
    sayFailure(what, advice);
    return;
  }
  const what = { vi: 'Chưa cài được các gói.', en: 'The packages could not be installed.' };
  const unknown = {
    vi: 'Xem các dòng trên, rồi chạy lại: npm ci',
    en: 'Read the lines above, then try: npm ci',
  };
  sayFailure(what, adviceFor(said) ?? unknown, said);
}

/**
 * Installs when needed, saying it as step 1.
 * @param {import('./say.mjs').Narrator} say
 * @returns {Promise<boolean>} false when it failed and the person was told
 */
export async function ensureInstalled(say) {
  if (isInstalled(ROOT)) return true;
  say.step(1, {
    vi: 'Cài các gói cần dùng (lần đầu khoảng một phút)',
    en: 'Installing the packages it needs (about a minute the first time)',
  });
  return install(say);
}
