// Bar 12: the provinces' workbooks over HTTP: parsed, validated with cell addresses, compared, stored, recorded.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BenchServer, runPart, startServer } from '../measure/pinned.ts';
import { signed } from '../measure/session.ts';
import { measureServer, type Stretch } from '../measure/stretch.ts';
import { monthRound } from '../nation/found.ts';
import { type BenchProgramme, NATION } from '../nation/members.ts';
import { atMost } from '../result.ts';
import type { Bar } from './bar.ts';
import { seconds } from './stored.ts';

interface WorkbookFile {
  readonly province: string;
  readonly file: string;
  readonly communes: number;
}

/** A month that no other bench fills. */
const MONTH = 12;

export const importBar: Bar = {
  number: 12,
  title: 'Import 34 province workbooks: parse, validate with cell addresses, difference, store, audit',
  async measure(tools) {
    const folder = await tools.nation();
    const round = monthRound(NATION, MONTH);
    const files = await runPart<WorkbookFile[]>(
      'parts/make-workbooks.ts',
      folder,
      tools.scratch,
      NATION.code,
      round,
    );
    const read = await runPart<{ best: { cpuMs: number; wallMs: number; numbers: number } }>(
      'parts/read-workbooks.ts',
      ...files.map(({ file }) => file),
    );
    const server = await startServer(folder);
    const sent = await sendAll(server, files, NATION, MONTH).finally(() => server.stop());
    return {
      bar: 12,
      title: importBar.title,
      comparisons: [atMost(5, 'exceljs reading alone', sent.stretch.cpuMs, read.best.cpuMs)],
      notes: [
        `${files.length} workbooks, ${sent.changed} figures of 3,321 communes from ${read.best.numbers} numbers in cells, posted one after another.`,
        `Wall on one core: ${seconds(sent.stretch)} s; exceljs ${(read.best.wallMs / 1000).toFixed(2)} s.`,
      ],
      raw: { read, sent },
    };
  },
};

export interface Sent {
  readonly stretch: Stretch;
  readonly changed: number;
}

/** Posts every file as its province would. @throws when one is refused */
export async function sendAll(
  server: BenchServer,
  files: readonly WorkbookFile[],
  programme: BenchProgramme,
  month: number,
): Promise<Sent> {
  let changed = 0;
  const bytes = await Promise.all(files.map(({ file }) => readFile(file)));
  const stretch = await measureServer(server, async () => {
    for (const [at, { file }] of files.entries()) {
      const form = new FormData();
      form.set('under', '00');
      form.set('round', monthRound(programme, month));
      form.set('file', new File([new Uint8Array(bytes[at] ?? [])], basename(file)));
      const url = `${server.url}/api/readings/import`;
      const response = await fetch(url, signed(url, { method: 'POST', body: form }));
      const text = await response.text();
      if (!response.ok) throw new Error(`${file}: ${response.status} ${text.slice(0, 800)}`);
      changed += (JSON.parse(text) as { changed: number }).changed;
    }
  });
  return { stretch, changed };
}
