// Makes the nation in a folder and says how long each step took.   node make-nation.ts FOLDER
import pg from 'pg';
import { fillYear } from '../nation/fill.ts';
import { foundNation } from '../nation/found.ts';
import { openBenchHouse } from '../nation/house.ts';
import { NATION, TENTH } from '../nation/members.ts';

const [folder = ''] = process.argv.slice(2);
const house = await openBenchHouse(folder);
const seconds: Record<string, number> = {};
const timed = async (name: string, work: () => Promise<void>): Promise<void> => {
  const begun = performance.now();
  await work();
  seconds[name] = Math.round((performance.now() - begun) / 100) / 10;
  process.stderr.write(`  ${name}: ${seconds[name]} s\n`);
};
await timed('founded', () => foundNation(house));
await timed('nation filled', () => fillYear(house, NATION));
await timed('tenth filled', () => fillYear(house, TENTH));
// what PostgreSQL does by itself within a minute or two; without it the first bench would pay for it
await timed('tidied', async () => {
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
});
await house.close();
console.log(JSON.stringify(seconds));
