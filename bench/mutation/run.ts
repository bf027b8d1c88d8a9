// `npm run mutation`: the whole campaign with stryker.config.mjs, room after room, then its record and pages. Ends with 1
// under the score that must be reached. Cut off, it goes on where it stopped; a room whose sources are the same is kept.
// `npm run mutation -- survivors`: only what survived is tried again, after tests were added.
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitNow, contentOf } from '../measure/commit.ts';
import { ROOT } from '../measure/root.ts';
import { writeMutationPages } from './pages.ts';
import { recordOf, writeRecord } from './record.ts';
import { mutate } from './stryker.ts';
import { readReport, type StrykerReport } from './stryker-report.ts';
import { placesOfSurvivors, withNews } from './survivors.ts';

const SOURCES = 'packages/criteria/src';
const LEAST_SCORE = 80;

const commit = commitNow('packages/criteria', 'criteria-sets');
const kept = join(ROOT, 'var', 'mutation');
await mkdir(kept, { recursive: true });

const again = process.argv[2] === 'survivors';
const reports: StrykerReport[] = [];
for (const [room, pattern] of await roomsOf()) {
  const file = join(kept, `${room}-${contentOf(pattern)}.json`);
  if (!existsSync(file)) await writeFile(file, JSON.stringify(await mutate([pattern])));
  else if (again) await tryAgain(file);
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

async function tryAgain(file: string): Promise<void> {
  const before = await readReport(file);
  const places = placesOfSurvivors(before);
  if (places.length > 0) await writeFile(file, JSON.stringify(withNews(before, await mutate(places))));
}
