// The bare statement of bar 11 in a process of its own.   node place-table.ts OWNER_URL POSTMASTER_PID TIMES
import { makeFloorFacts, openFloor } from '../floors/facts.ts';
import { placeTableBare } from '../floors/place-table.ts';
import { measure, type Stretch } from '../measure/stretch.ts';
import { COMMUNES } from '../nation/in-memory.ts';

const [ownerUrl = '', postmaster = '', timesText = '10'] = process.argv.slice(2);
const times = Number(timesText);
const floor = await openFloor(ownerUrl);
await makeFloorFacts(floor, COMMUNES);
let bytes = 0;
const run = async (): Promise<void> => {
  for (let time = 0; time < times; time++) bytes = (await placeTableBare(floor)).length;
};
await run();
const stretches: Stretch[] = [];
for (let turn = 0; turn < 3; turn++) stretches.push(await measure(Number(postmaster), run));
await floor.end();
const cpu = stretches.map(({ cpuMs }) => cpuMs / times);
console.log(JSON.stringify({ bytes, cpuMs: Math.min(...cpu), all: cpu }));
