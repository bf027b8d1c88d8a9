// How the server is run: `npm start` and the benches alike, so that what is measured is what people have.
// @ts-check
import { join } from 'node:path';
import { ROOT } from './install.mjs';

const MAIN = join(ROOT, 'packages', 'server', 'src', 'main.ts');

/**
 * Arguments of Node. Half of its usual room for young objects: an office's server mostly waits, and holds 40 MB less
 * after a national board (bench, bar 15).
 */
export const SERVER_ARGUMENTS = ['--max-semi-space-size=8', MAIN];

/**
 * The environment: Node keeps the compiled sources, so that a later start neither strips nor compiles them again
 * (a second faster, 25 MB less). A folder named from outside is kept.
 * @param {NodeJS.ProcessEnv} given
 */
export function serverEnvironment(given) {
  return { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'vung-buoc'), ...given };
}
