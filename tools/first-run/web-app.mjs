// Builds the web app (packages/web/dist) when it is missing or older than what it is made from.
// @ts-check
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adviceFor } from './advice.mjs';
import { runChild } from './child.mjs';
import { HOUSE_NODE, ROOT } from './install.mjs';
import { sayFailure, secondsSince } from './say.mjs';

/** @param {string} root */
const webOf = (root) => join(root, 'packages', 'web');
/** Written after a whole build, dated at its beginning: a source changed while building counts as newer. @param {string} root */
const stampOf = (root) => join(webOf(root), 'dist', '.built');

/** Folders and files whose change makes the built app old. @param {string} root */
const sourcesOf = (root) => [
  ...['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map((name) => join(webOf(root), name)),
  join(root, 'packages', 'criteria', 'src'),
  join(root, 'packages', 'programme', 'src'),
  join(root, 'package-lock.json'),
];

/**
 * The newest change under a path, in ms; folders count too, so that a deleted file is seen.
 * @param {string} path
 * @returns {number}
 */
function newestIn(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

/** True when the web app can be built at all: its page is there. */
export const hasWebApp = (root = ROOT) => existsSync(join(webOf(root), 'index.html'));

/** True when the built app is there and nothing it is made from has changed since. */
export const isWebBuilt = (root = ROOT) =>
  existsSync(stampOf(root)) && statSync(stampOf(root)).mtimeMs >= Math.max(...sourcesOf(root).map(newestIn));

/**
 * Builds the web app with Vite.
 * @returns {Promise<import('./child.mjs').Ending>}
 */
export async function buildWeb() {
  const startedAt = new Date();
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const ending = await runChild(HOUSE_NODE, [vite, 'build', '--outDir', 'dist', '--emptyOutDir'], {
    cwd: webOf(ROOT),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'gather',
  });
  if (ending.code !== 0) return ending;
  writeFileSync(stampOf(ROOT), '');
  utimesSync(stampOf(ROOT), startedAt, startedAt);
  return ending;
}

/**
 * Builds when needed, saying it as step 2.
 * @param {import('./say.mjs').Narrator} say
 * @returns {Promise<boolean>} false when it failed and the person was told
 */
export async function ensureWebBuilt(say) {
  if (!hasWebApp() || isWebBuilt()) return true;
  const startedAt = Date.now();
  say.step(2, { vi: 'Dựng màn hình từ mã nguồn', en: 'Building the screens from their sources' });
  const ticking = setInterval(() => say.progress(`${secondsSince(startedAt)} s`), 1000);
  const { code, tail } = await buildWeb();
  clearInterval(ticking);
  say.settle();
  if (code === 0) {
    say.note({ vi: `Xong sau ${secondsSince(startedAt)} giây`, en: 'done' });
    return true;
  }
  const unknown = {
    vi: 'Xem các dòng trên. Nếu vừa sửa mã trong packages/web, sửa lỗi đó rồi chạy lại.',
    en: 'Read the lines above. If you have just changed packages/web, mend that and run it again.',
  };
  sayFailure(
    { vi: 'Chưa dựng được màn hình.', en: 'The screens could not be built.' },
    adviceFor(tail) ?? unknown,
    tail,
  );
  return false;
}
