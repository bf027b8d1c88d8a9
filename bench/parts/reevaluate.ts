// Bar 9 and 22: judging a round anew, from stored readings to stored verdicts, beside the floor.
//   node reevaluate.ts FOLDER TIMES
import { randomUUID } from 'node:crypto';
import { runReevaluate } from '@vungbuoc/server/commands';
import pg from 'pg';
import { makeFloorFacts, openFloor } from '../floors/facts.ts';
import { judgeNationBare } from '../floors/national-eval.ts';
import { best, measure, type Stretch } from '../measure/stretch.ts';
import { openBenchHouse } from '../nation/house.ts';
import { COMMUNES } from '../nation/in-memory.ts';
import { type BenchProgramme, NATION, TENTH } from '../nation/members.ts';

const [folder = '', times = '3'] = process.argv.slice(2);
const house = await openBenchHouse(folder);
const floor = await openFloor(house.ownerUrl);
const owner = new pg.Client({ connectionString: house.ownerUrl });
await owner.connect();
await makeFloorFacts(floor, COMMUNES);

const found: Record<'nation' | 'tenth' | 'unchanged' | 'floor', Stretch[]> = {
  nation: [],
  tenth: [],
  unchanged: [],
  floor: [],
};
let changed = 0;
for (let round = 0; round <= Number(times); round++) {
  const bare = await measure(house.postmasterPid, () => judgeNationBare(floor));
  const nation = await judgeAnew(NATION);
  const unchanged = await measure(house.postmasterPid, () => reevaluate(NATION));
  const tenth = await judgeAnew(TENTH);
  if (round === 0) continue; // the first of each warms code and caches
  found.floor.push(bare);
  found.nation.push(nation);
  found.unchanged.push(unchanged);
  found.tenth.push(tenth);
}
await owner.end();
await floor.end();
await house.close();
console.log(
  JSON.stringify({
    communes: COMMUNES,
    changed,
    nation: best(found.nation),
    tenth: best(found.tenth),
    unchanged: best(found.unchanged),
    floor: best(found.floor),
    all: found,
  }),
);

/** Every stored verdict is of an older engine, so each is written again. */
async function judgeAnew(programme: BenchProgramme): Promise<Stretch> {
  await owner.query('update verdicts set engine = 0');
  await owner.query('vacuum verdicts');
  return measure(house.postmasterPid, async () => {
    changed = await reevaluate(programme);
  });
}

async function reevaluate(programme: BenchProgramme): Promise<number> {
  const reply = await runReevaluate(house.workshop, {
    principal: house.principal,
    commandId: randomUUID(),
    input: { under: '00', round: programme.year },
  });
  return reply.changed;
}
