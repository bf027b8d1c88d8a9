// Writes RESULTS.md from results/*.json. Only the part between its two marks: the parts of other campaigns stay.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './measure/root.ts';
import type { Comparison } from './result.ts';
import type { BarRecord } from './run.ts';

const PAGE = join(ROOT, 'bench', 'RESULTS.md');
const BEGIN = '<!-- bench: written by npm run bench -->';
const END = '<!-- bench: end -->';

export async function writeResultsPage(): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [head, rest] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (head < 0 || rest < head) throw new Error(`${PAGE} has lost its marks`);
  const records = await readRecords();
  await writeFile(PAGE, `${page.slice(0, head)}${BEGIN}\n\n${bodyOf(records)}\n${page.slice(rest)}`);
}

async function readRecords(): Promise<BarRecord[]> {
  const folder = join(ROOT, 'bench', 'results');
  const names = (await readdir(folder)).filter((name) => /^bar-\d+\.json$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as BarRecord),
  );
}

function bodyOf(records: readonly BarRecord[]): string {
  return [
    `Machine: ${cpus().length} cores, ${cpus()[0]?.model ?? ''}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}.`,
    '',
    '| Bar | What | Against | Ours | Theirs | Ratio | Bar | |',
    '|---|---|---|---|---|---|---|---|',
    ...records.flatMap(rowsOf),
    '',
    '| Bar | Commit | Gauge before | after | agree within 10 % |',
    '|---|---|---|---|---|',
    ...records.map(gaugeRow),
    '',
    ...records.flatMap(notesOf),
  ].join('\n');
}

function rowsOf({ bar, title, comparisons }: BarRecord): string[] {
  return comparisons.map((one, at) => {
    const what = at === 0 ? `| ${bar} | ${title}` : '| | ';
    const ratio = one.ratio.toFixed(one.ratio < 10 ? 2 : 0);
    return `${what} | ${one.against} | ${figure(one.ours, one)} | ${figure(one.theirs, one)} | ${ratio} | ${one.bar} | ${one.pass ? 'reached' : '**missed**'} |`;
  });
}

function figure(value: number, { unit }: Comparison): string {
  const digits = value < 0.1 ? 4 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`;
}

function gaugeRow({ bar, commit, gauge }: BarRecord): string {
  const { before, after, agrees } = gauge;
  return `| ${bar} | ${commit} | ${before.cpuBestMs} ms (wall ${before.wallBestMs}) | ${after.cpuBestMs} ms (wall ${after.wallBestMs}) | ${agrees ? 'yes' : '**no**'} |`;
}

function notesOf({ bar, notes }: BarRecord): string[] {
  return [`**${bar}.** ${notes.join(' ')}`, ''];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeResultsPage();
