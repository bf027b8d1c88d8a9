// Bars 9, 13 and part of 22: judging anew and bulk loading, commands against the database of the nation.
import { runPart } from '../measure/pinned.ts';
import type { Stretch } from '../measure/stretch.ts';
import { atLeastAsFast, atMost } from '../result.ts';
import type { Bar } from './bar.ts';

interface Reevaluated {
  readonly nation: Stretch;
  readonly tenth: Stretch;
  readonly unchanged: Stretch;
  readonly floor: Stretch;
}

const TIMES = 5;

export const reevaluateBar: Bar = {
  number: 9,
  title: 'Re-evaluate a round of the nation, read to stored',
  async measure(tools) {
    const raw = await runPart<Reevaluated>('parts/reevaluate.ts', await tools.nation(), TIMES);
    return {
      bar: 9,
      title: reevaluateBar.title,
      comparisons: [atMost(2.5, 'national-eval', raw.nation.cpuMs, raw.floor.cpuMs)],
      notes: [
        'All 3,321 verdicts are of an older engine, so each is read, judged, compared, written, and recorded by an event in its commune’s chain, fifty to a transaction, under row-level security.',
        `Wall on one core: ${seconds(raw.nation)} s, floor ${seconds(raw.floor)} s. Where nothing changes: ${Math.round(raw.unchanged.cpuMs)} ms of CPU.`,
        'The round has no round of a year before it: with one, its readings are read and judged as well.',
      ],
      raw,
    };
  },
};

interface Loaded {
  readonly copy: Stretch;
  readonly copyRows: number;
  readonly nation: Stretch & { readonly rows: number };
  readonly tenth: Stretch & { readonly rows: number };
}

/** The month that the next bulk load fills; a month is filled once in a folder. */
let month = 1;

export async function loadOnce(nation: string): Promise<Loaded> {
  const loaded = await runPart<Loaded>('parts/bulk.ts', nation, month);
  month += 2;
  return loaded;
}

export const bulkBar: Bar = {
  number: 13,
  title: 'Bulk history through our own validation, trail and policies',
  async measure(tools) {
    const raw = await loadOnce(await tools.nation());
    const ours = raw.nation.cpuMs / raw.nation.rows;
    const copy = raw.copy.cpuMs / raw.copyRows;
    return {
      bar: 13,
      title: bulkBar.title,
      comparisons: [atLeastAsFast(0.05, 'COPY into the keyed table, a row', ours, copy)],
      notes: [
        `${rate(ours)} figures a second of CPU, COPY ${rate(copy)}. Each figure is validated, decided, written as current row and revision, judged, and recorded in its commune’s chain.`,
        `Wall on one core: ${seconds(raw.nation)} s for ${raw.nation.rows} figures.`,
      ],
      raw,
    };
  },
};

function rate(msEach: number): string {
  return Math.round(1000 / msEach).toLocaleString('en');
}

export function seconds({ wallMs }: Stretch): string {
  return (wallMs / 1000).toFixed(2);
}
