// The floor of bar 12: exceljs reads the workbooks, cell by cell, and nothing else.   node read-workbooks.ts FILE...
import { readFile } from 'node:fs/promises';
import excel from 'exceljs';
import { cpuMs } from '../measure/cpu-time.ts';

const files = process.argv.slice(2);
const passes: { cpuMs: number; wallMs: number; numbers: number }[] = [];
for (let turn = 0; turn < 3; turn++) {
  const begun = { cpu: cpuMs(), wall: performance.now() };
  let numbers = 0;
  for (const file of files) numbers += await countNumbers(file);
  passes.push({ cpuMs: cpuMs() - begun.cpu, wallMs: performance.now() - begun.wall, numbers });
}
passes.sort((a, b) => a.cpuMs - b.cpuMs);
console.log(JSON.stringify({ best: passes[0], all: passes }));

async function countNumbers(file: string): Promise<number> {
  const bytes = await readFile(file);
  const book = new excel.Workbook();
  // exceljs asks for the ArrayBuffer that older Node types have
  await book.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  let numbers = 0;
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (typeof cell.value === 'number') numbers++;
      }),
    );
  }
  return numbers;
}
