// `npm run -s vb -- <command>`: the command line on the house's Node 24, whatever Node the machine has (18 or newer).
// Standard output belongs to the command's answer: what happens before it is said on standard error.
// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild } from './first-run/child.mjs';
import { ensureInstalled, HOUSE_NODE, onHouseNode, ROOT } from './first-run/install.mjs';
import { narrator } from './first-run/say.mjs';

const COMMAND_LINE = join(ROOT, 'packages', 'server', 'src', 'cli', 'main.ts');

if (!(await ensureInstalled(narrator(process.stderr, 1)))) process.exit(1);
// npm runs its scripts in the project's folder; the names of files are meant from where the person stands.
if (process.env.npm_lifecycle_event === 'vb' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
if (onHouseNode()) {
  // In this very process: a second one would cost as much as a small command.
  process.argv[1] = COMMAND_LINE;
  await import(pathToFileURL(COMMAND_LINE).href);
} else {
  const args = [COMMAND_LINE, ...process.argv.slice(2)];
  const { code } = await runChild(HOUSE_NODE, args, {
    cwd: process.cwd(),
    env: process.env,
    stdio: 'inherit',
  });
  process.exit(code);
}
