// `npm test`: everything, from a fresh clone on. Plain JavaScript for whatever Node the machine has (18 or newer):
// it installs what is missing and goes on in tools/suite on the house's Node 24.
// @ts-check
import { join } from 'node:path';
import { runChild } from './first-run/child.mjs';
import { ensureInstalled, HOUSE_NODE, ROOT } from './first-run/install.mjs';
import { narrator } from './first-run/say.mjs';

if (!(await ensureInstalled(narrator(process.stdout, 1)))) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const suite = join(ROOT, 'tools', 'suite', 'main.ts');
const { code } = await runChild(HOUSE_NODE, [suite], { cwd: ROOT, env: process.env, stdio: 'inherit' });
process.exit(code);
