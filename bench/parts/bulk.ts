// Bars 13 and 22: bulk history through validation, trail, revisions and policies, beside COPY into the keyed table.
//   node bulk.ts FOLDER MONTH      each run fills a monthly round that is still empty

import { copyFacts, makeFloorFacts, openFloor } from '../floors/facts.ts';
import { best, measure, type Stretch } from '../measure/stretch.ts';
import { importedUnits, importUnitsOf, type Province, provinces } from '../nation/fill.ts';
import { monthRound } from '../nation/found.ts';
import { type BenchHouse, openBenchHouse } from '../nation/house.ts';
import { COMMUNES } from '../nation/in-memory.ts';
import { type BenchProgramme, LAST_DAY, NATION, TENTH } from '../nation/members.ts';

const [folder = '', month = '1'] = process.argv.slice(2);
const house = await openBenchHouse(folder);
const floor = await openFloor(house.ownerUrl);
await makeFloorFacts(floor, COMMUNES);
const copies: (Stretch & { rows: number })[] = [];
for (const period of [40, 41, 42]) {
  let rows = 0;
  const stretch = await measure(house.postmasterPid, async () => {
    rows = await copyFacts(floor, COMMUNES, period);
  });
  copies.push({ ...stretch, rows });
}
await fill(house, TENTH, Number(month) + 1); // warms code and caches; not counted
const tenth = await fill(house, TENTH, Number(month));
const nation = await fill(house, NATION, Number(month));
await floor.end();
await house.close();
console.log(
  JSON.stringify({ communes: COMMUNES, copy: best(copies), copyRows: COMMUNES * 57, nation, tenth }),
);

/** Imports every province into a monthly round, each as one command, as a provincial office would. */
async function fill(house: BenchHouse, programme: BenchProgramme, month: number) {
  const list = await provinces(house, programme);
  const files = await Promise.all(
    list.map(async (one: Province) => ({ units: await importedUnits(house, one) })),
  );
  let rows = 0;
  const stretch = await measure(house.postmasterPid, async () => {
    for (const { units } of files) {
      const confirmed = { by: 'Cục Thống kê', on: LAST_DAY, document: null };
      rows += await importUnitsOf(house, monthRound(programme, month), units, confirmed);
    }
  });
  return { ...stretch, rows };
}
