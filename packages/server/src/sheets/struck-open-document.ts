// Cells of an .ods whose text is struck through, whole or in part: by the style of the cell, of its row or column, or of a
// piece of its text. The library reads values, not styles, so content.xml is walked. OpenDocument 1.3, part 3, 9 and 16.
import { addressOf } from './grid.ts';

/** Cells written once for many, such as a coloured line to the edge of the sheet: no further than this. */
const mostRepeated = 1000;

/** A1 addresses of struck cells by the place of the sheet in the book. `styles` is styles.xml, `content` content.xml. */
export function findStruckInOpenDocument(
  styles: string,
  content: string,
): ReadonlyMap<number, ReadonlySet<string>> {
  const struck = struckStyles(`${styles}${content}`);
  return struck.size === 0 ? new Map() : walk(content, struck);
}

/** Names of styles that strike, by themselves or by the style they are made from. */
function struckStyles(text: string): ReadonlySet<string> {
  const own = new Map<string, boolean>();
  const parents = new Map<string, string>();
  for (const [, head = '', body = ''] of text.matchAll(
    /<style:style\b([^>]*?)(?:\/>|>([\s\S]{0,20000}?)<\/style:style>)/g,
  )) {
    const name = attribute(head, 'style:name');
    const line =
      attribute(body, 'style:text-line-through-style') || attribute(body, 'style:text-line-through-type');
    if (line !== '') own.set(name, line !== 'none');
    parents.set(name, attribute(head, 'style:parent-style-name'));
  }
  const strikes = (name: string, steps: number): boolean =>
    steps > 0 && name !== '' && (own.get(name) ?? strikes(parents.get(name) ?? '', steps - 1));
  return new Set([...parents.keys()].filter((name) => strikes(name, 20)));
}

const tags =
  /<(\/?)(table:table|table:table-column|table:table-row|table:table-cell|table:covered-table-cell|text:span)(?=[\s/>])([^>]*?)(\/?)>/g;

/** Where the walk stands in the sheet. */
interface Place {
  readonly cells: Set<string>;
  readonly columns: string[];
  row: number;
  column: number;
  rows: number;
  rowStyle: string;
  /** The cell whose text is being read, and how many columns it stands for. */
  open: number;
}

function walk(content: string, struck: ReadonlySet<string>): Map<number, ReadonlySet<string>> {
  const sheets = new Map<number, ReadonlySet<string>>();
  let place: Place | null = null;
  for (const [, closing, tag = '', head = '', empty] of content.matchAll(tags)) {
    if (tag === 'table:table' && !closing) {
      place = { cells: new Set(), columns: [], row: 0, column: 0, rows: 1, rowStyle: '', open: 0 };
      sheets.set(sheets.size, place.cells);
    }
    if (place === null) continue;
    if (tag === 'table:table-column') noteColumn(place, head);
    else if (tag === 'table:table-row') step(place, head, closing === '/', empty === '/');
    else if (tag === 'text:span') noteSpan(place, head, struck);
    else if (tag !== 'table:table' && !closing) noteCell(place, head, struck);
  }
  return sheets;
}

function noteColumn(place: Place, head: string): void {
  const style = attribute(head, 'table:default-cell-style-name');
  const many = Math.min(repeated(head, 'columns'), mostRepeated);
  for (let at = 0; at < many; at++) place.columns.push(style);
}

function step(place: Place, head: string, closing: boolean, empty: boolean): void {
  if (closing || empty) {
    place.row += closing ? place.rows : repeated(head, 'rows');
    return;
  }
  place.rows = repeated(head, 'rows');
  place.rowStyle = attribute(head, 'table:default-cell-style-name');
  place.column = 0;
  place.open = 0;
}

function noteCell(place: Place, head: string, struck: ReadonlySet<string>): void {
  place.column += place.open;
  place.open = repeated(head, 'columns');
  const style = attribute(head, 'table:style-name') || place.rowStyle || (place.columns[place.column] ?? '');
  if (struck.has(style)) take(place);
}

function noteSpan(place: Place, head: string, struck: ReadonlySet<string>): void {
  if (struck.has(attribute(head, 'text:style-name'))) take(place);
}

function take({ cells, row, rows, column, open }: Place): void {
  for (let down = 0; down < Math.min(rows, mostRepeated); down++)
    for (let across = 0; across < Math.min(open, mostRepeated); across++)
      cells.add(addressOf(row + down, column + across));
}

function repeated(head: string, what: 'rows' | 'columns'): number {
  return Math.max(1, Number(attribute(head, `table:number-${what}-repeated`)) || 1);
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
