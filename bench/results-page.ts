// Writes the bars' part of RESULTS.md from results/*.json.
import { readdir, readFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './measure/root.ts';
import { writePart } from './page/marked-part.ts';
import type { Comparison } from './result.ts';
import type { BarRecord } from './run.ts';

export async function writeResultsPage(): Promise<void> {
  await writePart('bench', bodyOf(await readRecords()));
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
