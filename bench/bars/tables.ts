// Bar 11: province by indicator over HTTP, made anew, kept ready, and unchanged.
import { type Answer, ask } from '../measure/ask.ts';
import { type BenchServer, runPart, startServer } from '../measure/pinned.ts';
import { measureServer, type Stretch } from '../measure/stretch.ts';
import { databaseOf } from '../nation/house.ts';
import { NATION } from '../nation/members.ts';
import { atMost, within } from '../result.ts';
import type { Bar } from './bar.ts';
import { saveOne } from './one-save.ts';

const ANEW = 10;
const KEPT = 100;
/** A commune of both programmes: every tenth commune by code is in the smaller one, and this is the first. */
export const SOME_UNIT = '00004';

export const tableBar: Bar = {
  number: 11,
  title: 'Province x indicator table of a round, over HTTP',
  async measure(tools) {
    const folder = await tools.nation();
    const server = await startServer(folder);
    try {
      const { ownerUrl } = await databaseOf(folder);
      const url = `${server.url}/api/indicators?under=00&round=${NATION.year}`;
      const first = await ask(url);
      const anew = await askAnew(server, url, ANEW);
      const bare = await runPart<{ cpuMs: number }>(
        'parts/place-table.ts',
        ownerUrl,
        server.postmasterPid,
        ANEW,
      );
      const kept = await askOften(server, url, KEPT);
      const etag = (await ask(url)).etag ?? '';
      const unchanged = await askOften(server, url, KEPT, { 'if-none-match': etag });
      return {
        bar: 11,
        title: tableBar.title,
        comparisons: [
          atMost(2, 'the bare statement', anew.cpuMs, bare.cpuMs),
          within(10, 'kept ready', kept.cpuMs, 'ms CPU'),
          within(
            10,
            `unchanged: ${unchanged.last.status}, ${unchanged.last.bytes} bytes`,
            unchanged.cpuMs,
            'ms CPU',
          ),
        ],
        notes: [
          `34 provinces x 57 indicators, ${Math.round(first.bytes / 1000)} kB: verdicts counted, and sums of numerators and denominators, where the bare statement has one count and one average.`,
          'Anew: after every save of one commune. CPU of server and PostgreSQL for a request.',
        ],
        raw: { anew, bare, kept, unchanged: { ...unchanged, last: unchanged.last.status } },
      };
    } finally {
      await server.stop();
    }
  },
};

interface Asked {
  readonly times: number;
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly nodeCpuMs: number;
  readonly postgresCpuMs: number;
}

/**
 * Each request after a save, so that nothing kept can answer it; the saves are not counted.
 * @throws when the save did not make the answer old: then what is kept would be measured
 */
export async function askAnew(server: BenchServer, url: string, times: number): Promise<Asked> {
  // In a folder that was measured before, the first save may say what stands there already; from then on each is new.
  await saveOne(server, SOME_UNIT);
  let before = (await ask(url)).etag;
  const askOnce = async (): Promise<Stretch> => {
    await saveOne(server, SOME_UNIT);
    let etag: string | null = null;
    const part = await measureServer(server, async () => {
      etag = (await ask(url)).etag;
    });
    if (etag === before) throw new Error(`${url}: a save of ${SOME_UNIT} leaves this answer as it was`);
    before = etag;
    return part;
  };
  await askOnce();
  const turns: Asked[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const parts: Stretch[] = [];
    for (let time = 0; time < times; time++) parts.push(await askOnce());
    turns.push(meanOf(parts));
  }
  return turns.reduce((best, turn) => (turn.cpuMs < best.cpuMs ? turn : best));
}

/** Turns of which the best counts, as with the bare statement. */
const TURNS = 3;

function meanOf(parts: readonly Stretch[]): Asked {
  const mean = (key: keyof Stretch): number => parts.reduce((sum, part) => sum + part[key], 0) / parts.length;
  return {
    times: parts.length,
    cpuMs: mean('cpuMs'),
    wallMs: mean('wallMs'),
    nodeCpuMs: mean('nodeCpuMs'),
    postgresCpuMs: mean('postgresCpuMs'),
  };
}

async function askOften(
  server: BenchServer,
  url: string,
  times: number,
  headers: Record<string, string> = {},
): Promise<Asked & { last: Answer }> {
  let last = await ask(url, { headers });
  const all = await measureServer(server, async () => {
    for (let time = 0; time < times; time++) last = await ask(url, { headers });
  });
  const each = (ms: number): number => ms / times;
  return {
    times,
    cpuMs: each(all.cpuMs),
    wallMs: each(all.wallMs),
    nodeCpuMs: each(all.nodeCpuMs),
    postgresCpuMs: each(all.postgresCpuMs),
    last: { ...last, text: '' },
  };
}
