// Bar 22: ten times as many units may cost at most twelve times as much: judging, judging anew, the board, bulk import.
import { runPart, startServer } from '../measure/pinned.ts';
import type { Stretch } from '../measure/stretch.ts';
import { COMMUNES } from '../nation/in-memory.ts';
import { type BenchProgramme, NATION, TENTH } from '../nation/members.ts';
import { atMost, type Comparison } from '../result.ts';
import type { Bar } from './bar.ts';
import { loadOnce } from './stored.ts';
import { askAnew } from './tables.ts';

const TIMES = 3;
const MOST = 12;

export const growthBar: Bar = {
  number: 22,
  title: 'Cost when units grow tenfold (333 to 3,321)',
  async measure(tools) {
    const folder = await tools.nation();
    const judged = await judgeBoth();
    const anew = await runPart<{ nation: Stretch; tenth: Stretch }>('parts/reevaluate.ts', folder, TIMES);
    const loaded = await loadOnce(folder);
    const boards = await readBoards(folder);
    const held = (what: string, nation: number, tenth: number): Comparison =>
      atMost(MOST, what, nation, tenth);
    return {
      bar: 22,
      title: growthBar.title,
      comparisons: [
        held('evaluate in memory', judged.nation, judged.tenth),
        held('re-evaluate, read to stored', anew.nation.cpuMs, anew.tenth.cpuMs),
        held('the board anew over HTTP', boards.nation, boards.tenth),
        held('bulk import', loaded.nation.cpuMs, loaded.tenth.cpuMs),
      ],
      notes: [
        'CPU of Node and PostgreSQL; the tenth is every tenth commune of all provinces in the same database.',
      ],
      raw: { judged, anew, loaded, boards },
    };
  },
};

async function judgeBoth(): Promise<{ nation: number; tenth: number }> {
  const time = async (name: string): Promise<number> => {
    const means: number[] = [];
    for (let turn = 0; turn < TIMES; turn++) {
      const timed = await runPart<{ meanMs: number }>('rules/time-pass.ts', name, COMMUNES, 1);
      means.push(timed.meanMs);
    }
    return Math.min(...means);
  };
  return { nation: await time('criteria: statuses'), tenth: await time('criteria: a tenth each time') };
}

async function readBoards(folder: string): Promise<{ nation: number; tenth: number }> {
  const server = await startServer(folder);
  try {
    const cost = async ({ year }: BenchProgramme): Promise<number> => {
      const url = `${server.url}/api/board?under=00&round=${year}`;
      return (await askAnew(server, url, 10)).cpuMs;
    };
    return { nation: await cost(NATION), tenth: await cost(TENTH) };
  } finally {
    await server.stop();
  }
}
