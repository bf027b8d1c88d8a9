// Bar 15: what the server holds when nobody asks anything, and after the nation's board was looked at.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../measure/ask.ts';
import { memoryMb } from '../measure/cpu-time.ts';
import { startServer } from '../measure/pinned.ts';
import { NATION } from '../nation/members.ts';
import { within } from '../result.ts';
import type { Bar } from './bar.ts';

const SETTLED_MS = 5_000;
/** "ODK 134; 160 MB". */
const MOST_IDLE_MB = 160;
const MOST_PEAK_MB = 390;

export const memoryBar: Bar = {
  number: 15,
  title: 'Memory of the server: idle',
  async measure(tools) {
    const sample = join(tools.scratch, 'sample');
    await mkdir(sample);
    const small = await watch(sample, 'yes', '/api/board');
    const nation = await watch(await tools.nation(), 'no', `/api/board?under=00&round=${NATION.year}`);
    return {
      bar: 15,
      title: memoryBar.title,
      comparisons: [
        within(MOST_IDLE_MB, 'idle after start, the nation in its database', nation.started, 'MB'),
        within(MOST_IDLE_MB, 'idle after the nation’s board', nation.looked, 'MB'),
        within(MOST_IDLE_MB, 'idle after the sample’s first start and its board', small.looked, 'MB'),
        within(MOST_PEAK_MB, 'peak of these', Math.max(nation.peak, small.peak), 'MB'),
      ],
      notes: [
        'Resident memory of the Node process five seconds after the last request; PostgreSQL is apart, as ODK’s is.',
        'The whole of the old and new geography (some 14,000 units) is held once a page has asked for it.',
      ],
      raw: { small, nation },
    };
  },
};

async function watch(folder: string, sample: 'yes' | 'no', path: string) {
  const server = await startServer(folder, sample);
  try {
    await wait(SETTLED_MS);
    const started = memoryMb(server.pid).now;
    await ask(`${server.url}${path}`);
    await wait(SETTLED_MS);
    const { now: looked, peak } = memoryMb(server.pid);
    return { started, looked, peak };
  } finally {
    await server.stop();
  }
}
