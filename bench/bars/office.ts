// Bars 10 and 14: what a person does today with LibreOffice on the national workbook: try another standard, save the table.
import { join } from 'node:path';
import { ask } from '../measure/ask.ts';
import { readGauge } from '../measure/gauge.ts';
import { type BenchServer, runPart, startServer } from '../measure/pinned.ts';
import { best, measureServer, type Stretch } from '../measure/stretch.ts';
import { NATION } from '../nation/members.ts';
import { type OfficeTimes, RECORDED, timeOffice } from '../peers/libreoffice.ts';
import { atMost, type Comparison } from '../result.ts';
import type { Bar, BarTools } from './bar.ts';

const TURNS = 3;

async function timeOfficeOften(tools: BarTools, mode: 'formulas' | 'values'): Promise<OfficeTimes[]> {
  const all: OfficeTimes[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const times = await timeOffice(tools.scratch, mode);
    if (times === null) return [];
    all.push(times);
  }
  return all;
}

/** Against this run's LibreOffice, or the recorded time stretched by how much slower the gauge is today. */
function againstOffice(
  what: string,
  ours: Stretch,
  theirs: readonly number[],
  recordedMs: number,
): Comparison {
  if (theirs.length > 0) return atMost(1, what, ours.cpuMs, Math.min(...theirs));
  const stretched = recordedMs * (readGauge().cpuBestMs / RECORDED.gaugeMs);
  return atMost(
    1,
    `${what}, recorded ${recordedMs} ms by the gauge (not installed here)`,
    ours.cpuMs,
    stretched,
  );
}

/** An indicator of counts, judged in every column. */
const INDICATOR = '5.1';

export const previewBar: Bar = {
  number: 10,
  title: 'Preview one changed standard over the nation, 34 provinces shown, nothing stored',
  async measure(tools) {
    const server = await startServer(await tools.nation());
    const previews: Stretch[] = [];
    let places = 0;
    try {
      for (let turn = 0; turn < 8; turn++) {
        const url = `${server.url}/api/preview?under=00&round=${NATION.year}&indicator=${INDICATOR}&value=${50 + turn}`;
        let text = '';
        const stretch = await measureServer(server, async () => {
          text = (await ask(url)).text;
        });
        if (turn > 0) previews.push(stretch);
        places = (JSON.parse(text) as { places: unknown[] }).places.length;
      }
    } finally {
      await server.stop();
    }
    const ours = mean(previews);
    const office = await timeOfficeOften(tools, 'formulas');
    const recalculated = office.flatMap(({ recalculate }) => recalculate?.cpuMs ?? []);
    return {
      bar: 10,
      title: previewBar.title,
      comparisons: [
        againstOffice('LibreOffice, hard recalculation', ours, recalculated, RECORDED.recalculateMs),
      ],
      notes: [
        `${places} provinces in the reply; asked over HTTP, each time with another standard; CPU of server and PostgreSQL. Wall ${Math.round(best(previews).wallMs)} ms.`,
        'LibreOffice’s workbook is open and loaded; ours is read from the database each time.',
      ],
      raw: { previews, office },
    };
  },
};

function mean(stretches: readonly Stretch[]): Stretch {
  const of = (key: keyof Stretch): number =>
    stretches.reduce((sum, one) => sum + one[key], 0) / stretches.length;
  return {
    wallMs: of('wallMs'),
    nodeCpuMs: of('nodeCpuMs'),
    postgresCpuMs: of('postgresCpuMs'),
    cpuMs: of('cpuMs'),
  };
}

interface Written {
  readonly bytes: number;
  readonly first: { readonly cpuMs: number; readonly wallMs: number };
  readonly best: { readonly cpuMs: number; readonly wallMs: number };
}

export const workbookBar: Bar = {
  number: 14,
  title: 'xlsx of the national table 3,321 x 60',
  async measure(tools) {
    const written = await runPart<Written>('parts/write-table.ts', join(tools.scratch, 'table.xlsx'), 6);
    const values = await timeOfficeOften(tools, 'values');
    const whole = await timeOfficeOften(tools, 'formulas');
    const server = await startServer(await tools.nation());
    const board = await boardWorkbook(server).finally(() => server.stop());
    const ours: Stretch = { ...written.best, nodeCpuMs: written.best.cpuMs, postgresCpuMs: 0 };
    return {
      bar: 14,
      title: workbookBar.title,
      comparisons: [
        againstOffice(
          'LibreOffice, saving the same table',
          ours,
          values.map(({ save }) => save.cpuMs),
          RECORDED.saveMs,
        ),
        againstOffice(
          'LibreOffice, saving the whole workbook',
          ours,
          whole.map(({ save }) => save.cpuMs),
          RECORDED.saveMs,
        ),
      ],
      notes: [
        `${Math.round(written.bytes / 1000)} kB, every cell with border and format. The first of a process, loading the writer, takes ${Math.round(written.first.cpuMs)} ms of CPU.`,
        `The national board as a workbook over HTTP (3,321 x 24): ${Math.round(board.cpuMs)} ms of CPU, ${Math.round(board.wallMs)} ms wall.`,
      ],
      raw: { written, values, whole, board },
    };
  },
};

async function boardWorkbook(server: BenchServer): Promise<Stretch> {
  const url = `${server.url}/api/board.xlsx?under=00&round=${NATION.year}`;
  const stretches: Stretch[] = [];
  for (let turn = 0; turn < TURNS; turn++) stretches.push(await measureServer(server, () => ask(url)));
  return best(stretches);
}
