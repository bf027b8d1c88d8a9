// How cells of an .ods look: struck through, whole or in part, and on what colour; by the style of the cell, of its row or
// column, or of a piece of its text. The library reads values, not styles, so content.xml is walked. OpenDocument 1.3, part 3,
// 9 and 16.
import { addressOf } from './grid.ts';

/** By A1 address. Colours are `RRGGBB`. */
export interface Looks {
  readonly struck: ReadonlySet<string>;
  readonly fills: ReadonlyMap<string, string>;
}

/** How far a sheet is used; what is only coloured beyond is left alone. */
export interface Used {
  readonly rows: number;
  readonly columns: number;
}

/** The looks of each sheet, by its place in the book. `styles` is styles.xml, `content` content.xml. */
export function findOpenDocumentLooks(
  styles: string,
  content: string,
  used: readonly Used[],
): ReadonlyMap<number, Looks> {
  const known = readStyles(`${styles}${content}`);
  return known.size === 0 ? new Map() : walk(content, known, used);
}

interface Style {
  readonly struck?: boolean;
  /** Null: said to have none. */
  readonly fill?: string | null;
}

/** Styles that strike or colour, by themselves or by the style they are made from. */
function readStyles(text: string): ReadonlyMap<string, Style> {
  const own = new Map<string, Style & { readonly parent: string }>();
  for (const [, head = '', body = ''] of text.matchAll(
    /<style:style\b([^>]*?)(?:\/>|>([\s\S]{0,20000}?)<\/style:style>)/g,
  )) {
    const parent = attribute(head, 'style:parent-style-name');
    own.set(attribute(head, 'style:name'), { ...readStyle(body), parent });
  }
  const whole = (name: string, steps: number): Style => {
    const style = own.get(name);
    return style === undefined || steps === 0 ? {} : { ...whole(style.parent, steps - 1), ...style };
  };
  const all = [...own.keys()].map((name): [string, Style] => [name, whole(name, 20)]);
  return new Map(all.filter(([, { struck, fill }]) => struck === true || typeof fill === 'string'));
}

function readStyle(body: string): Style {
  const line =
    attribute(body, 'style:text-line-through-style') || attribute(body, 'style:text-line-through-type');
  const cell = /<style:table-cell-properties\b[^>]*>/.exec(body)?.[0] ?? '';
  const ground = attribute(cell, 'fo:background-color');
  return {
    ...(line === '' ? {} : { struck: line !== 'none' }),
    ...(ground === '' ? {} : { fill: colourOf(ground) }),
  };
}

/** `#ffff00` as `FFFF00`; white is none, as in the other kinds of workbook. */
function colourOf(text: string): string | null {
  const plain = /^#([0-9a-f]{6})$/i.exec(text)?.[1]?.toUpperCase();
  return plain === undefined || plain === 'FFFFFF' ? null : plain;
}

const tags =
  /<(\/?)(table:table|table:table-column|table:table-row|table:table-cell|table:covered-table-cell|text:span)(?=[\s/>])([^>]*?)(\/?)>/g;

/** Where the walk stands in the sheet. */
interface Place {
  readonly struck: Set<string>;
  readonly fills: Map<string, string>;
  readonly columns: string[];
  readonly used: Used;
  row: number;
  column: number;
  rows: number;
  rowStyle: string;
  /** How many columns the cell whose text is being read stands for. */
  open: number;
}

function walk(
  content: string,
  styles: ReadonlyMap<string, Style>,
  used: readonly Used[],
): Map<number, Looks> {
  const sheets = new Map<number, Looks>();
  let place: Place | null = null;
  for (const [, closing, tag = '', head = '', empty] of content.matchAll(tags)) {
    if (tag === 'table:table' && !closing) {
      place = openPlace(used[sheets.size] ?? { rows: 0, columns: 0 });
      sheets.set(sheets.size, place);
    }
    if (place === null) continue;
    if (tag === 'table:table-column') noteColumn(place, head);
    else if (tag === 'table:table-row') step(place, head, closing === '/', empty === '/');
    else if (tag === 'text:span')
      note(place, { struck: styles.get(attribute(head, 'text:style-name'))?.struck ?? false });
    else if (tag !== 'table:table' && !closing) noteCell(place, head, styles);
  }
  return sheets;
}

function openPlace(used: Used): Place {
  const found = { struck: new Set<string>(), fills: new Map<string, string>(), columns: [] };
  return { ...found, used, row: 0, column: 0, rows: 1, rowStyle: '', open: 0 };
}

function noteColumn({ columns, used }: Place, head: string): void {
  const style = attribute(head, 'table:default-cell-style-name');
  const many = Math.min(repeated(head, 'columns'), used.columns - columns.length);
  for (let at = 0; at < many; at++) columns.push(style);
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

function noteCell(place: Place, head: string, styles: ReadonlyMap<string, Style>): void {
  place.column += place.open;
  place.open = repeated(head, 'columns');
  const own = attribute(head, 'table:style-name') || place.rowStyle;
  if (own !== '') note(place, styles.get(own) ?? {});
  else {
    // One cell written for many takes the style of each column it stands in.
    const { column, open } = place;
    const end = Math.min(column + open, place.used.columns);
    for (let at = column; at < end; at++)
      note({ ...place, column: at, open: 1 }, styles.get(place.columns[at] ?? '') ?? {});
  }
}

function note({ struck, fills, used, row, rows, column, open }: Place, style: Style): void {
  if (style.struck !== true && typeof style.fill !== 'string') return;
  for (let y = row; y < Math.min(row + rows, used.rows); y++) {
    for (let x = column; x < Math.min(column + open, used.columns); x++) {
      if (style.struck === true) struck.add(addressOf(y, x));
      if (typeof style.fill === 'string') fills.set(addressOf(y, x), style.fill);
    }
  }
}

function repeated(head: string, what: 'rows' | 'columns'): number {
  return Math.max(1, Number(attribute(head, `table:number-${what}-repeated`)) || 1);
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
