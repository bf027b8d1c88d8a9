// The national workbook as a person keeps it today: Data (3,321 communes x 60 indicators), Thresholds (7 regions), Eval
// (an IF for each cell, a count and a level for each commune), Summary (34 provinces). Written row by row.
// After `make-workbook` of "the floors of the project".
//   node national-workbook.ts OUT.xlsx [values]      `values`: the Data sheet only
import excel from 'exceljs';
import { randomFrom } from '../measure/random.ts';
import { COMMUNES } from '../nation/in-memory.ts';

export const COLUMNS = 60;
const PROVINCES = 34;
const REGIONS = 7;

type Cell = string | number | { formula: string };

const [out = '', mode] = process.argv.slice(2);
const book = new excel.stream.xlsx.WorkbookWriter({
  filename: out,
  useStyles: false,
  useSharedStrings: false,
});
const random = randomFrom(7);
const heads = Array.from({ length: COLUMNS }, (_, at) => `i${at}`);
const indicators = heads.map((_, at) => at);
const last = COMMUNES + 1;

writeSheet('Data', ['commune', 'province', 'region', ...heads], COMMUNES, (at) => [
  `C${at}`,
  `P${at % PROVINCES}`,
  1 + (at % REGIONS),
  ...indicators.map(() => Math.round(random() * 10_000) / 100),
]);
if (mode !== 'values') {
  writeSheet('Thresholds', ['region', ...heads], REGIONS, (at) => [
    at + 1,
    ...indicators.map(() => 5 + Math.floor(random() * 15)),
  ]);
  writeSheet('Eval', ['commune', 'province', 'region', ...heads, 'met', 'level'], COMMUNES, evalRow);
  writeSheet('Summary', ['province', 'met', 'near', 'mid', 'low', ...heads], PROVINCES, summaryRow);
}
await book.commit();

function writeSheet(name: string, head: Cell[], rows: number, make: (at: number) => Cell[]): void {
  const sheet = book.addWorksheet(name);
  sheet.addRow(head).commit();
  for (let at = 0; at < rows; at++) sheet.addRow(make(at)).commit();
  sheet.commit();
}

function evalRow(at: number): Cell[] {
  const row = at + 2;
  const met = letters(3 + COLUMNS);
  return [
    { formula: `Data!A${row}` },
    { formula: `Data!B${row}` },
    { formula: `Data!C${row}` },
    ...indicators.map((i) => {
      const column = letters(1 + i);
      const standard = `INDEX(Thresholds!${column}$2:${column}$8,$C${row})`;
      return { formula: `IF(Data!${letters(3 + i)}${row}>=${standard},1,0)` };
    }),
    { formula: `SUM(D${row}:${letters(2 + COLUMNS)}${row})` },
    { formula: `IF(${met}${row}>=58,"met",IF(${met}${row}>=54,"near",IF(${met}${row}>=48,"mid","low")))` },
  ];
}

function summaryRow(at: number): Cell[] {
  const row = at + 2;
  const level = letters(4 + COLUMNS);
  return [
    `P${at}`,
    ...['met', 'near', 'mid', 'low'].map((name) => ({
      formula: `COUNTIFS(Eval!$B$2:$B$${last},$A${row},Eval!$${level}$2:$${level}$${last},"${name}")`,
    })),
    ...indicators.map((i) => {
      const column = letters(3 + i);
      return { formula: `AVERAGEIFS(Data!${column}$2:${column}$${last},Data!$B$2:$B$${last},$A${row})` };
    }),
  ];
}

/** Letters of a zero-based column. */
function letters(column: number): string {
  let text = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}
