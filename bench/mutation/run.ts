// `npm run mutation`: the whole campaign with stryker.config.mjs, room after room, then its record and pages. Ends with 1
// under the score that must be reached. Cut off, it goes on where it stopped when it is called again at the same commit.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commitNow } from '../measure/commit.ts';
import { ROOT } from '../measure/root.ts';
import { writeMutationPages } from './pages.ts';
import { recordOf, writeRecord } from './record.ts';
import { REPORT, readReport, type StrykerReport } from './stryker-report.ts';

const SOURCES = 'packages/criteria/src';
const LEAST_SCORE = 80;

const commit = commitNow('packages/criteria', 'criteria-sets');
const kept = join(ROOT, 'var', 'mutation', commit.replaceAll(/\W+/g, '-'));
// What is not committed may have changed since: only a commit's own rooms are gone on from.
if (commit.includes(' ')) await rm(kept, { recursive: true, force: true });
await mkdir(kept, { recursive: true });

const reports: StrykerReport[] = [];
for (const [room, pattern] of await roomsOf()) {
  const file = join(kept, `${room}.json`);
  if (!existsSync(file)) await mutate(pattern, file);
  reports.push(await readReport(file));
}
const whole: StrykerReport = { files: Object.assign({}, ...reports.map(({ files }) => files)) };
const record = recordOf(whole, commit, new Date().toISOString().slice(0, 10));
await writeRecord(record);
await writeMutationPages();
process.exitCode = record.score < LEAST_SCORE ? 1 : 0;

/** Every folder of the engine, and the files beside them: together all of it. */
async function roomsOf(): Promise<[name: string, pattern: string][]> {
  const entries = await readdir(join(ROOT, SOURCES), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return [
    ...folders.sort().map((name): [string, string] => [name, `${SOURCES}/${name}/**/*.ts`]),
    ['beside-the-rooms', `${SOURCES}/*.ts`],
  ];
}

/** One room through Stryker; its report is kept only when all of the room is done. */
async function mutate(pattern: string, file: string): Promise<void> {
  const args = ['run', '--mutate', pattern];
  const stryker = spawn(join(ROOT, 'node_modules', '.bin', 'stryker'), args, { cwd: ROOT, stdio: 'inherit' });
  const [code] = await once(stryker, 'close');
  if (code !== 0) throw new Error(`Stryker ended with ${code} on ${pattern}`);
  await rename(REPORT, file);
}
