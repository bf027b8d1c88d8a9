// `npm run mutation`: the whole campaign with stryker.config.mjs, then its record and pages. Ends as Stryker ends: with 1
// under the score that must be reached. Stopped half-way it writes nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commitNow } from '../measure/commit.ts';
import { ROOT } from '../measure/root.ts';
import { writeMutationPages } from './pages.ts';
import { recordOf, writeRecord } from './record.ts';
import { REPORT, readReport } from './stryker-report.ts';

const commit = commitNow('packages/criteria', 'criteria-sets');
const date = new Date().toISOString().slice(0, 10);
// A report of an earlier campaign must not be taken for this one's.
await rm(REPORT, { force: true });
// Every mutant anew: an incremental run keeps what it knew of changes outside of functions, though tests were added since.
const stryker = spawn(join(ROOT, 'node_modules', '.bin', 'stryker'), ['run', '--force'], {
  cwd: ROOT,
  stdio: 'inherit',
});
const [code] = await once(stryker, 'close');
await writeRecord(recordOf(await readReport(), commit, date));
await writeMutationPages();
process.exitCode = typeof code === 'number' ? code : 1;
