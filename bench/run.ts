// `npm run bench [-- --only 7,8] [--nation FOLDER]`: measures the bars of DESIGN section 10 that concern this stage, prints
// raw JSON, writes results/*.json and RESULTS.md. Never a test: what can be tested without a clock stands in *.test.ts.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bar, BarTools } from './bars/bar.ts';
import { growthBar } from './bars/growth.ts';
import { memoryBar } from './bars/memory.ts';
import { previewBar, workbookBar } from './bars/office.ts';
import { openBoardsBar } from './bars/open-boards.ts';
import { explanationBar, statusBar } from './bars/rules.ts';
import { startBar } from './bars/start.ts';
import { bulkBar, reevaluateBar } from './bars/stored.ts';
import { tableBar } from './bars/tables.ts';
import { importBar } from './bars/workbooks.ts';
import { commitNow } from './measure/commit.ts';
import type { Gauge } from './measure/gauge.ts';
import { LOAD_CORE, runPart } from './measure/pinned.ts';
import { ROOT } from './measure/root.ts';
import type { BarResult } from './result.ts';
import { writeResultsPage } from './results-page.ts';

/** A measured bar with the gauge before and after it. */
export interface BarRecord extends BarResult {
  readonly commit: string;
  readonly gauge: { readonly before: Gauge; readonly after: Gauge; readonly agrees: boolean };
}

const BARS: readonly Bar[] = [
  statusBar,
  explanationBar,
  reevaluateBar,
  previewBar,
  tableBar,
  importBar,
  bulkBar,
  workbookBar,
  memoryBar,
  openBoardsBar,
  startBar,
  growthBar,
];

/** Two readings of the gauge further apart than this: the figures between them are doubtful. */
const GAUGE_TOLERANCE = 0.1;

const { values } = parseArgs({ options: { only: { type: 'string' }, nation: { type: 'string' } } });
const only = values.only?.split(',').map(Number);
const results = join(ROOT, 'bench', 'results');
await mkdir(results, { recursive: true });
execFileSync('taskset', ['-pc', String(LOAD_CORE), String(process.pid)], { stdio: 'ignore' });
const scratch = await mkdtemp(join(tmpdir(), 'vungbuoc-bench-'));
try {
  const tools = toolsIn(scratch);
  for (const bar of BARS) {
    if (only && !only.includes(bar.number)) continue;
    tools.say(`bar ${bar.number}: ${bar.title}`);
    const record = await measure(bar, tools);
    const name = `bar-${String(bar.number).padStart(2, '0')}.json`;
    await writeFile(join(results, name), `${JSON.stringify(record, null, 1)}\n`);
    console.log(JSON.stringify({ bar: record.bar, comparisons: record.comparisons, gauge: record.gauge }));
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
await writeResultsPage();

function toolsIn(scratch: string): BarTools {
  const say = (text: string): boolean => process.stderr.write(`${text}\n`);
  let made: Promise<string> | null = null;
  const make = async (): Promise<string> => {
    const folder = values.nation ?? join(scratch, 'nation');
    if (values.nation === undefined) {
      say('  making the nation (a minute or two)');
      await runPart('parts/make-nation.ts', folder);
    }
    return folder;
  };
  return {
    nation() {
      made ??= make();
      return made;
    },
    scratch,
    say,
  };
}

async function measure(bar: Bar, tools: BarTools): Promise<BarRecord> {
  const before = await runPart<Gauge>('measure/gauge.ts');
  const result = await bar.measure(tools);
  const after = await runPart<Gauge>('measure/gauge.ts');
  const [least, most] = [before.cpuBestMs, after.cpuBestMs].sort((a, b) => a - b);
  const agrees = (most ?? 0) <= (least ?? 0) * (1 + GAUGE_TOLERANCE);
  return {
    ...result,
    commit: commitNow('packages', 'bench', 'criteria-sets'),
    gauge: { before, after, agrees },
  };
}
