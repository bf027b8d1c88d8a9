// Bar 17: one commune saves, and 200 open boards of its province show it: told by event, then asked anew.
import { ask } from '../measure/ask.ts';
import { type BenchServer, startServer } from '../measure/pinned.ts';
import { signed } from '../measure/session.ts';
import { measureServer } from '../measure/stretch.ts';
import { NATION } from '../nation/members.ts';
import { within } from '../result.ts';
import type { Bar } from './bar.ts';
import { saveOne } from './one-save.ts';
import { SOME_UNIT } from './tables.ts';

const BOARDS = 200;
const SAVES = 10;
/** The province of SOME_UNIT. */
const PROVINCE = '01';

export const openBoardsBar: Bar = {
  number: 17,
  title: `A write seen on ${BOARDS} open boards`,
  async measure(tools) {
    const server = await startServer(await tools.nation());
    try {
      const boards = await Promise.all(Array.from({ length: BOARDS }, () => openBoard(server)));
      const slowest: number[] = [];
      const cpu: number[] = [];
      for (let save = 0; save <= SAVES; save++) {
        const seen = boards.map((board) => board.nextSeen());
        const begun = performance.now();
        const part = await measureServer(server, async () => {
          await saveOne(server, SOME_UNIT);
          await Promise.all(seen);
        });
        if (save === 0) continue; // warms code and caches, and may say what stands there already
        slowest.push(performance.now() - begun);
        cpu.push(part.cpuMs);
      }
      await Promise.all(boards.map((board) => board.close()));
      const sorted = slowest.toSorted((a, b) => a - b);
      return {
        bar: 17,
        title: openBoardsBar.title,
        comparisons: [
          within(1000, 'from the save sent to the last board read', sorted.at(-1) ?? 0, 'ms wall'),
        ],
        notes: [
          `The slowest of ${SAVES} saves; in the middle ${Math.round(sorted[SAVES / 2] ?? 0)} ms, of which 20 ms gather what follows. The province's board, read whole by each of ${BOARDS} after its event; CPU of server and PostgreSQL ${Math.round(cpu.reduce((sum, one) => sum + one, 0) / SAVES)} ms a save.`,
        ],
        raw: { slowest, cpu },
      };
    } finally {
      await server.stop();
    }
  },
};

/** One board as the page holds it: an open line, and the reply that is shown. @throws when the board stayed as it was */
async function openBoard(server: BenchServer) {
  const query = `under=${PROVINCE}&round=${NATION.year}`;
  const url = `${server.url}/api/board?${query}`;
  const lineUrl = `${server.url}/api/changes?${query}`;
  const reply = await fetch(lineUrl, signed(lineUrl));
  const reader = reply.body?.getReader();
  if (reply.status !== 200 || !reader) throw new Error(`${lineUrl}: ${reply.status}`);
  await reader.read();
  let etag = (await ask(url)).etag;
  const decoder = new TextDecoder();
  return {
    async nextSeen(): Promise<void> {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) throw new Error('the line ended');
        if (decoder.decode(value).includes('event: changed')) break;
      }
      const now = await ask(url, { headers: { 'if-none-match': etag ?? '' } });
      if (now.status !== 200) throw new Error(`${url}: told of a change, and ${now.status}`);
      etag = now.etag;
    },
    close: () => reader.cancel(),
  };
}
