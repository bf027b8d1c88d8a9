// The short way into an .xlsx for whoever wants only what stands in the cells: no colours, no struck text. It reads plain
// workbooks, as our sheet of figures is and Excel and LibreOffice save it; for all others it says null, and the library
// reads them (five times the work, ADR 0150). What it does read is, cell for cell, what the library reads.
import { posix } from 'node:path';
import { tidyText } from './cell-maker.ts';
import { emptyCell, type Grid, type GridCell } from './grid.ts';
import { readOldFont } from './old-font.ts';
import {
  columnOf,
  type PlainBook,
  type PlainFormat,
  type PlainSheet,
  place,
  readPlainSheet,
} from './plain-sheet.ts';
import type { SheetProblem } from './problems.ts';
import { attributeOf, textOfXml } from './xml-text.ts';

/** Files inside a workbook by their path, unpacked. */
export type BookFiles = ReadonlyMap<string, Buffer>;

/** The files that the short way looks into. */
export function isPlainPart(path: string): boolean {
  return /^xl\/(?:(?:workbook|styles|sharedStrings)\.xml|_rels\/workbook\.xml\.rels|worksheets\/.*|(?:.*\/)?comments?\d*\.xml)$/.test(
    path,
  );
}

/** Reads every sheet of a plain workbook; null where anything in it is not plain, or a sheet is too wide. */
export function readPlainWorkbook(
  files: BookFiles,
  mostColumns: number,
): { sheets: Grid[]; problems: SheetProblem[] } | null {
  const strings = sharedStrings(textOf(files, 'xl/sharedStrings.xml'));
  if (strings === null) return null;
  const book: PlainBook = { strings, formats: formatsIn(textOf(files, 'xl/styles.xml')), mostColumns };
  const relations = relationsOf(files, 'xl/workbook.xml');
  const sheets: Grid[] = [];
  const problems: SheetProblem[] = [];
  for (const [tag] of textOf(files, 'xl/workbook.xml').matchAll(/<sheet\s[^<>]*>/g)) {
    const relation = relations.find(({ id }) => id === attributeOf(tag, 'r:id'));
    const read = relation?.type === 'worksheet' ? readOne(files, relation.path, book) : null;
    if (read === null) return null;
    const sheet = textOfXml(attributeOf(tag, 'name')).normalize('NFC');
    problems.push(...readOldFont(read.rows, sheet));
    sheets.push({ ...read, sheet, hidden: /^(?:very)?hidden$/i.test(attributeOf(tag, 'state')) });
  }
  return sheets.length === 0 ? null : { sheets, problems };
}

function textOf(files: BookFiles, path: string): string {
  return files.get(path)?.toString('utf8') ?? '';
}

/** One sheet with its notes, its rows cut at their last cell. */
function readOne(files: BookFiles, path: string, book: PlainBook): PlainSheet | null {
  const notes = notesOf(files, path);
  const read = notes === null ? null : readPlainSheet(textOf(files, path), book);
  if (notes === null || read === null) return null;
  const { rows, merges } = read;
  for (const { row, column, note } of notes)
    place(rows, row, column, { ...(rows[row]?.[column] ?? emptyCell), note });
  for (const line of rows) cutTail(line);
  while (rows.at(-1)?.length === 0) rows.pop();
  const width = rows.reduce((most, line) => Math.max(most, line.length), 0);
  const hiddenRows = read.hiddenRows.filter((row) => row < rows.length);
  const hiddenColumns = read.hiddenColumns.filter((column) => column < width);
  return { rows, merges, hiddenRows, hiddenColumns };
}

function cutTail(line: GridCell[]): void {
  while (line.length > 0 && line.at(-1) === emptyCell) line.pop();
}

interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `comments`, `chartsheet`. */
  readonly type: string;
  readonly path: string;
}

/** What a file refers to, by paths inside the workbook. */
function relationsOf(files: BookFiles, path: string): Relation[] {
  const [folder, name] = [path.replace(/[^/]*$/, ''), path.replace(/^.*\//, '')];
  const tags = textOf(files, `${folder}_rels/${name}.rels`).matchAll(/<Relationship\s[^<>]*>/g);
  return Array.from(tags, ([tag]) => ({
    id: attributeOf(tag, 'Id'),
    type: attributeOf(tag, 'Type').replace(/^.*\//, ''),
    path: posix.resolve('/', folder, attributeOf(tag, 'Target')).slice(1),
  }));
}

interface Note {
  readonly row: number;
  readonly column: number;
  readonly note: string;
}

/** A note far outside would make a sheet of empty places. */
function isPlace(row: number, column: number): boolean {
  return row >= 0 && row < 10_000 && column >= 0 && column < 1_000;
}

/** The comments of a sheet; null for those in threads, which are written otherwise. */
function notesOf(files: BookFiles, path: string): Note[] | null {
  const relations = relationsOf(files, path);
  if (relations.some(({ type }) => /threaded/i.test(type))) return null;
  const notes: Note[] = [];
  for (const relation of relations.filter(({ type }) => type === 'comments')) {
    const xml = textOf(files, relation.path);
    for (const [, tag = '', inside = ''] of xml.matchAll(/<comment(\s[^<>]*)>(.*?)<\/comment>/gs)) {
      const found = /^([A-Z]{1,3})(\d{1,5})$/.exec(attributeOf(tag, 'ref'));
      const text = stringIn(inside);
      const row = Number(found?.[2]) - 1;
      const column = columnOf(found?.[1] ?? '');
      if (text === null || !isPlace(row, column)) return null;
      const note = tidyText(text);
      if (note !== '') notes.push({ row, column, note });
    }
  }
  return new Set(notes.map(({ row, column }) => `${row} ${column}`)).size === notes.length ? notes : null;
}

/** Texts that cells refer to by number; null where the list is written in another way. */
function sharedStrings(xml: string): string[] | null {
  const strings: string[] = [];
  for (const [, inside = ''] of xml.matchAll(/<si>(.*?)<\/si>|<si\/>/gs)) {
    const text = stringIn(inside);
    if (text === null) return null;
    strings.push(text);
  }
  return strings.length === (xml.match(/<si[ />]/g) ?? []).length ? strings : null;
}

/** The text of one piece, in runs or whole; readings aids of Asian scripts and raw sections are not plain. */
function stringIn(xml: string): string | null {
  if (xml.includes('<rPh') || xml.includes('<!')) return null;
  let text = '';
  for (const [, written = ''] of xml.matchAll(/<t(?:\s[^<>]*)?>([^<]*)<\/t>/g)) text += written;
  return textOfXml(text);
}

/** Excel's own numbers of formats: none, digits alone, text. */
const builtIn: Readonly<Record<string, PlainFormat>> = { '0': 'general', '1': 'whole', '49': 'general' };

function formatsIn(styles: string): PlainFormat[] {
  const [formats = ''] = /<cellXfs\b.*?<\/cellXfs>/s.exec(styles) ?? [];
  return Array.from(
    formats.matchAll(/<xf\s[^<>]*>/g),
    ([tag]) => builtIn[attributeOf(tag, 'numFmtId')] ?? 'other',
  );
}
