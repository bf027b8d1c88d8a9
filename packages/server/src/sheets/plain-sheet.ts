// The XML of one plain sheet as rows of cells, in one pass. Whatever is not plain (formulas, dates, errors, tags in an
// order that our tools and Excel do not write) is not read at all: null, and the whole workbook goes the long way.
import { tidyText } from './cell-maker.ts';
import { emptyCell, type GridCell, type Merge } from './grid.ts';
import { attributeOf, saysYes, textOfXml } from './xml-text.ts';

/** What cells of all sheets of a workbook refer to. */
export interface PlainBook {
  readonly strings: readonly string[];
  /** Number formats by the cell's style; `other` is shown otherwise than the number is written. */
  readonly formats: readonly PlainFormat[];
  readonly mostColumns: number;
}

export type PlainFormat = 'general' | 'whole' | 'other';

/** One sheet as it is written. Rows are not yet cut at their last cell. */
export interface PlainSheet {
  readonly rows: GridCell[][];
  readonly merges: Merge[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
}

/** Places of a sheet, the empty ones before a cell included: a few cells far out must not fill the memory. */
const mostPlaces = 2_000_000;
/** Rows beyond this are the work of a program, not of an office. */
const mostRows = 100_000;

const cellTag =
  /<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,5})")?(?: t="(\w+)")?(?:\/>|>(?:<v>([^<]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)?<\/c>)/y;
const rowTag = /<row r="(\d{1,7})"([^<>]*)>/y;

/** Reads a sheet, or says null where it is not plain. */
export function readPlainSheet(written: string, book: PlainBook): PlainSheet | null {
  const xml = written.replace('<sheetData/>', '<sheetData></sheetData>');
  const begin = xml.indexOf('<sheetData>');
  const end = xml.indexOf('</sheetData>', begin);
  if (begin < 0 || end < 0 || xml.includes('<!')) return null;
  const merges = mergesIn(xml.slice(end));
  const read = readRows(xml.slice(begin + '<sheetData>'.length, end), book);
  if (merges === null || read === null) return null;
  return { ...read, merges, hiddenColumns: hiddenColumnsIn(xml.slice(0, begin)) };
}

function readRows(xml: string, book: PlainBook): Pick<PlainSheet, 'rows' | 'hiddenRows'> | null {
  const makeCell = createMaker(book);
  const rows: GridCell[][] = [];
  const hiddenRows: number[] = [];
  let places = 0;
  for (let at = 0; at < xml.length; ) {
    if (xml.startsWith('</row>', at)) {
      at += '</row>'.length;
      continue;
    }
    const tag = xml.startsWith('<c ', at) ? cellTag : rowTag;
    tag.lastIndex = at;
    const found = tag.exec(xml);
    if (found === null) return null;
    at = tag.lastIndex;
    if (tag === rowTag) {
      const row = Number(found[1]) - 1;
      if (row < rows.length || row >= mostRows) return null;
      while (rows.length <= row) rows.push([]);
      if (isHidden(found[2] ?? '', 'ht')) hiddenRows.push(row);
      places += rows.at(-2)?.length ?? 0;
      continue;
    }
    const cell = makeCell(found[3], found[4], found[5] ?? found[6]);
    const column = columnOf(found[1] ?? '');
    // a cell stands in the row that was opened last
    if (cell === null || Number(found[2]) !== rows.length) return null;
    if (column >= book.mostColumns || places > mostPlaces) return null;
    place(rows, rows.length - 1, column, cell);
  }
  return { rows, hiddenRows };
}

/** Puts a cell in its place; places that were passed over are empty. */
export function place(rows: GridCell[][], row: number, column: number, cell: GridCell): void {
  while (rows.length <= row) rows.push([]);
  const line = rows[row] ?? [];
  while (line.length < column) line.push(emptyCell);
  line[column] = cell;
}

/** `A` is 0, `AA` is 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

type CellFromTag = (
  style: string | undefined,
  type: string | undefined,
  written: string | undefined,
) => GridCell | null;

/** Equal cells are one object: most figures of a sheet stand in it more than once. */
function createMaker({ strings, formats }: PlainBook): CellFromTag {
  const texts = new Map<string, GridCell>();
  const numbers = new Map<string, GridCell | null>();
  const remember = <Cell extends GridCell | null>(
    known: Map<string, Cell>,
    key: string,
    cell: Cell,
  ): Cell => {
    known.set(key, cell);
    return cell;
  };
  return (style, type, written) => {
    if (written === undefined || written === '') return emptyCell;
    const format = style === undefined ? 'general' : (formats[Number(style)] ?? 'other');
    switch (type) {
      case undefined:
      case 'n':
        if (format === 'other') return null;
        if (format === 'whole') return /^-?\d+$/.test(written) ? numberCell(written) : null;
        return numbers.get(written) ?? remember(numbers, written, numberCell(written));
      case 's': {
        const text = strings[Number(written)];
        return text === undefined ? null : (texts.get(text) ?? remember(texts, text, textCell(text)));
      }
      case 'str':
      case 'inlineStr': {
        const text = textOfXml(written);
        return texts.get(text) ?? remember(texts, text, textCell(text));
      }
      case 'b':
        return { text: written === '1' ? 'TRUE' : 'FALSE', value: written === '1', kind: 'boolean' };
      default:
        return null;
    }
  };
}

function textCell(raw: string): GridCell {
  const text = tidyText(raw);
  return text === '' ? emptyCell : { text, value: text, kind: 'text' };
}

/** Digits that Excel shows of a number without a format; a longer one is rounded on screen. */
const shownLetters = 10;

/** Only a number that is shown as it is written. */
function numberCell(written: string): GridCell | null {
  const value = Number(written);
  const text = String(value);
  if (!/^-?\d+(?:\.\d+)?$/.test(text) || text.length > shownLetters) return null;
  return { text, value, kind: 'number' };
}

function isHidden(tag: string, size: 'ht' | 'width'): boolean {
  return saysYes(attributeOf(tag, 'hidden')) || attributeOf(tag, size) === '0';
}

function hiddenColumnsIn(head: string): number[] {
  const hidden: number[] = [];
  for (const [tag] of head.matchAll(/<col\s[^<>]*>/g)) {
    if (!isHidden(tag, 'width')) continue;
    const last = Math.min(Number(attributeOf(tag, 'max')), columnOf('XFD') + 1);
    for (let column = Number(attributeOf(tag, 'min')) - 1; column < last; column++) hidden.push(column);
  }
  return hidden;
}

/** Merged blocks of what follows the cells, or null where one is written in another way. */
function mergesIn(tail: string): Merge[] | null {
  const merges: Merge[] = [];
  for (const [tag] of tail.matchAll(/<mergeCell\s[^<>]*>/g)) {
    const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attributeOf(tag, 'ref'));
    if (found === null) return null;
    const [, left = '', top, right = '', bottom] = found;
    merges.push({
      top: Number(top) - 1,
      left: columnOf(left),
      bottom: Number(bottom) - 1,
      right: columnOf(right),
    });
  }
  return merges;
}
