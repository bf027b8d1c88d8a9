// How cells look where the reading library does not tell: struck fonts in every kind of workbook, colours in .ods.
import type { WorkBook } from '@e965/xlsx';
import { findOpenDocumentLooks, type Looks, type Used } from './open-document-looks.ts';
import { findStruckCells } from './struck-cells.ts';
import { findStruckInOldExcel } from './struck-old-excel.ts';

export type { Looks } from './open-document-looks.ts';

/** Whose workbook it is; zipped ones have been checked. */
export type WorkbookOrigin = 'excel' | 'open-document' | 'old-excel';

/** What is used of the library: its types leave the container untyped. */
interface Library {
  readonly CFB: {
    read(bytes: Uint8Array, options: { type: 'array' }): unknown;
    find(container: unknown, path: string): { readonly content?: ArrayLike<number> } | null;
  };
  readonly utils: {
    decode_range(range: string): { e: { r: number; c: number } };
  };
}

export const plainLooks: Looks = { struck: new Set(), fills: new Map() };

/** Looks by the place of the sheet in the book; null where the file keeps its fonts from us. */
export function findLooks(
  library: Library,
  bytes: Uint8Array,
  origin: WorkbookOrigin,
  book: WorkBook,
): ReadonlyMap<number, Looks> | null {
  if (origin === 'excel') return withoutFills(findStruckCells(book));
  const container = library.CFB.read(bytes, { type: 'array' });
  const partOf = (name: string): Uint8Array | null => {
    const content = library.CFB.find(container, name)?.content;
    return content === undefined ? null : Uint8Array.from(content);
  };
  if (origin === 'old-excel') {
    const stream = partOf('/Workbook') ?? partOf('/Book');
    const struck = stream === null ? null : findStruckInOldExcel(stream);
    return struck === null ? null : withoutFills(struck);
  }
  const textOf = (name: string) => new TextDecoder().decode(partOf(name) ?? new Uint8Array());
  const used = book.SheetNames.map((name): Used => {
    const range = book.Sheets[name]?.['!ref'];
    if (range === undefined) return { rows: 0, columns: 0 };
    const { e: last } = library.utils.decode_range(range);
    return { rows: last.r + 1, columns: last.c + 1 };
  });
  return findOpenDocumentLooks(textOf('/styles.xml'), textOf('/content.xml'), used);
}

/** The library itself tells of colours in Excel's own files. */
function withoutFills(struck: ReadonlyMap<number, ReadonlySet<string>>): ReadonlyMap<number, Looks> {
  return new Map([...struck].map(([index, cells]) => [index, { ...plainLooks, struck: cells }]));
}
