// Reads the three official lists of a reorganisation from a folder: columns by their names, the day from the file names.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '@vungbuoc/programme/problems';
import {
  COLUMNS_BEFORE,
  COLUMNS_FROM,
  CONVERSION_COLUMNS,
  LISTS_OF_2025,
  type OfficialLists,
} from '@vungbuoc/programme/units';
import { readSheets } from '../sheets/index.ts';

const DATED = /^(units-before|units-from|conversions)-(\d{4}-\d{2}-\d{2})\.csv$/;

/** @throws ProblemError where a list is missing, cannot be read or lacks a column */
export async function readOfficialLists(folder: string): Promise<OfficialLists> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const dated = names.flatMap((name) => DATED.exec(name)?.[2] ?? []);
  const day = dated.sort().at(-1);
  if (day === undefined) return refuseFolder(folder);
  return {
    ...whatIsKnownOf(day, folder),
    before: await readTable(folder, `units-before-${day}.csv`, COLUMNS_BEFORE),
    from: await readTable(folder, `units-from-${day}.csv`, COLUMNS_FROM),
    conversions: await readTable(folder, `conversions-${day}.csv`, CONVERSION_COLUMNS),
  };
}

function refuseFolder(folder: string): never {
  return refuse('import.fault', {
    why: `Trong ${folder} không có danh mục nào (cần units-before-NGÀY.csv, units-from-NGÀY.csv, conversions-NGÀY.csv).`,
    whyEn: `There are no lists in ${folder} (units-before-DATE.csv, units-from-DATE.csv, conversions-DATE.csv are needed).`,
  });
}

/** Lists of another day are imported alike, without any decision: those are entered by people. */
function whatIsKnownOf(day: string, folder: string): Omit<OfficialLists, 'before' | 'from' | 'conversions'> {
  if (day === LISTS_OF_2025.effectiveOn) return LISTS_OF_2025;
  const source = `danh mục ${day} (${folder})`;
  const unknown = { document: null, documentOn: null, confidence: 'unsure' as const, source };
  return {
    title: `Danh mục đơn vị hành chính trước và từ ${day}`,
    effectiveOn: day,
    source,
    droppedConversions: 0,
    communeDocuments: new Map(),
    provinceDocument: unknown,
    districtDocument: unknown,
  };
}

/** The rows of a table as texts by column name. */
async function readTable<Column extends string>(
  folder: string,
  file: string,
  columns: readonly Column[],
): Promise<Record<Column, string>[]> {
  const bytes = await readFile(join(folder, file)).catch(() => refuseFolder(folder));
  const { sheets, problems } = await readSheets(bytes, file);
  const bad = problems.find((problem) => problem.grade !== 'note');
  if (bad) refuse('import.fault', { why: bad.vi, whyEn: bad.en }, bad.cell ? `${file}!${bad.cell}` : file);
  const [head = [], ...rows] = sheets[0]?.rows ?? [];
  const places = columns.map((column) => [column, head.findIndex((cell) => cell.text === column)] as const);
  for (const [column, at] of places) {
    if (at >= 0) continue;
    refuse(
      'import.fault',
      { why: `Thiếu cột “${column}”.`, whyEn: `The column "${column}" is missing.` },
      `${file}!A1`,
    );
  }
  return rows.map(
    (row) =>
      // every column was found above, so the record is complete
      Object.fromEntries(places.map(([column, at]) => [column, row[at]?.text ?? ''])) as Record<
        Column,
        string
      >,
  );
}
