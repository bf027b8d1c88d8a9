// Bar 14: a table of 3,321 x 60 figures streamed to a file by the server's own writer.   node write-table.ts OUT.xlsx TIMES
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { streamWorkbook, type WorkbookModel } from '@vungbuoc/server/sheets';
import { cpuMs } from '../measure/cpu-time.ts';
import { randomFrom } from '../measure/random.ts';
import { COMMUNES } from '../nation/in-memory.ts';

const COLUMNS = 60;
const [out = '', times = '5'] = process.argv.slice(2);
const random = randomFrom(7);
const rows = Array.from({ length: COMMUNES }, (_, at) => [
  `C${at}`,
  `P${at % 34}`,
  1 + (at % 7),
  ...Array.from({ length: COLUMNS }, () => Math.round(random() * 10_000) / 100),
]);
const taken: { cpuMs: number; wallMs: number }[] = [];
for (let turn = 0; turn <= Number(times); turn++) {
  const begun = { cpu: cpuMs(), wall: performance.now() };
  await streamWorkbook(model(), createWriteStream(out));
  taken.push({ cpuMs: cpuMs() - begun.cpu, wallMs: performance.now() - begun.wall });
}
const warm = taken.slice(1).sort((a, b) => a.cpuMs - b.cpuMs);
console.log(JSON.stringify({ bytes: (await stat(out)).size, first: taken[0], best: warm[0], all: taken }));

/** Styled as the board's workbook is: borders, a head that repeats, frozen columns. */
function model(): WorkbookModel {
  const head = ['Xã', 'Tỉnh', 'Vùng', ...Array.from({ length: COLUMNS }, (_, at) => `Chỉ tiêu ${at + 1}`)];
  return {
    title: 'Biểu cả nước',
    styles: {
      head: { bold: true, wrap: true, border: true },
      text: { border: true },
      number: { border: true, align: 'right', format: '0.00' },
    },
    sheets: [
      {
        name: 'Biểu',
        columns: head.map((_, at) => ({ width: at < 2 ? 12 : 8 })),
        frozen: { rows: 1, columns: 2 },
        rows: lines(head),
      },
    ],
  };
}

function* lines(head: readonly string[]) {
  yield { cells: head, style: 'head' };
  for (const row of rows) {
    const cells = row.map((value) => (typeof value === 'number' ? { value, style: 'number' } : value));
    yield { cells, style: 'text' };
  }
}
