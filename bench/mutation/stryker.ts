// Runs Stryker over some places of the engine and gives its report.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../measure/root.ts';
import { readReport, type StrykerReport } from './stryker-report.ts';

/** Where stryker.config.mjs puts it. */
const REPORT = join(ROOT, 'var', 'mutation', 'mutation.json');

/** `places`: files as patterns, or parts of one (`a.ts:3:5-3:20`). Throws unless all of them were tried. */
export async function mutate(places: readonly string[]): Promise<StrykerReport> {
  // A report of an earlier run must not be taken for this one's.
  await rm(REPORT, { force: true });
  const args = ['run', '--mutate', places.join(',')];
  const stryker = spawn(join(ROOT, 'node_modules', '.bin', 'stryker'), args, { cwd: ROOT, stdio: 'inherit' });
  const [code] = await once(stryker, 'close');
  if (code !== 0) throw new Error(`Stryker ended with ${code}`);
  return readReport(REPORT);
}
