// `npm run soak`: both kill campaigns at length, 500 kills each: of the product while officers save, and of single rows on the
// same supervisor. Ends with 1 when anything was lost. `--only commands` or `--only rows` runs one of them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.ts';
import { runCommandCampaign } from './commands/campaign.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const kills = Number(values.kills);
if (values.only !== 'rows') await killCommands();
if (values.only !== 'commands') await killRows();

/** The whole product, by its own commands. */
async function killCommands(): Promise<void> {
  const varFolder = await mkdtemp(join(tmpdir(), 'vungbuoc-soak-'));
  console.error(`commands: ${kills} kills, seed ${values.seed}, folder ${varFolder}`);
  const { kills: list, ...report } = await runCommandCampaign({
    varFolder,
    kills,
    pauseBefore: pauses(Number(values.seed)),
    onKill: (kill, number) => console.error(`${number}/${kills} ${kill.victim}, ${kill.inFlight} in flight`),
  });
  const { lost, twice, strange, verify, kept, acknowledged } = report;
  const counted = list.filter(({ inFlight }) => inFlight > 0).length;
  const wrong = lost.length + twice.length + strange.length + Math.abs(kept - acknowledged);
  const numbers = { lost: lost.length, twice: twice.length, strange: strange.length };
  console.log(JSON.stringify({ commands: { kills: list.length, counted, ...report, ...numbers } }));
  if (wrong > 0 || verify.code !== 0 || counted < kills * 0.75) {
    console.error(`Not passed. The folder is kept: ${varFolder}`);
    process.exitCode = 1;
  } else await rm(varFolder, { recursive: true, force: true });
}

/** The supervisor alone, with single rows. */
async function killRows(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vungbuoc-soak-'));
  console.error(`${kills} kills, seed ${values.seed}, folder ${dataDir}`);

  const report = await runCampaign({
    dataDir,
    kills,
    pauseBefore: pauses(Number(values.seed)),
    onKill: (kill, number) => console.error(`${number}/${kills} ${kill.victim}, ${kill.inFlight} in flight`),
  });

  const { kills: list, counted, sent, acknowledged, lost, strange } = report;
  const byVictim = Object.fromEntries(
    ['parent', 'postmaster', 'backend'].map((victim) => [
      victim,
      list.filter((kill) => kill.victim === victim).length,
    ]),
  );
  console.log(
    JSON.stringify({
      kills: list.length,
      byVictim,
      counted,
      sent,
      acknowledged,
      lost: lost.length,
      strange: strange.length,
    }),
  );
  // Three quarters of the kills must have caught a request, or the campaign has not shown anything.
  if (lost.length > 0 || strange.length > 0 || counted < kills * 0.75) {
    console.error(
      `Not passed. Lost: ${lost.slice(0, 20).join(', ') || 'none'}. The folder is kept: ${dataDir}`,
    );
    process.exitCode = 1;
  } else {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** 0 to 120 ms, the same row of pauses for the same seed (mulberry32). */
function pauses(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % 120;
  };
}
