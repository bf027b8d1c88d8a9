// Cells of an .xlsx whose whole font is struck through (Ctrl+5). The library tells of fills, not of fonts, so the files
// inside are asked. For .xls and .ods see struck-old-excel.ts and open-document-looks.ts.
import type { WorkBook } from '@e965/xlsx';
import { attributeOf } from './xml-text.ts';

/** What the library keeps of the files inside when asked with `bookFiles`; its types do not mention it. */
interface BookFiles {
  readonly files?: Readonly<Record<string, { readonly content?: Uint8Array } | undefined>>;
}

const strike = /<strike(?!\s+val="(?:0|false)")/;

/** A1 addresses of struck cells for each sheet, by its place in the book. Empty where no style is struck. */
export function findStruckCells(book: WorkBook): ReadonlyMap<number, ReadonlySet<string>> {
  const styles = struckStyles(textOf(book, 'xl/styles.xml'));
  const found = new Map<number, ReadonlySet<string>>();
  if (styles.size === 0) return found;
  const paths = sheetPaths(book);
  book.SheetNames.forEach((_, index) => {
    found.set(index, cellsOf(textOf(book, paths[index] ?? ''), styles));
  });
  return found;
}

function textOf(book: WorkBook, path: string): string {
  // The library's own type of a book leaves out what `bookFiles` adds.
  const content = (book as BookFiles).files?.[path]?.content;
  return content === undefined ? '' : new TextDecoder().decode(content);
}

/** Numbers of the cell formats with a struck font. */
function struckStyles(styles: string): ReadonlySet<string> {
  if (!strike.test(styles)) return new Set();
  const [fontPart = ''] = /<fonts\b[\s\S]*?<\/fonts>/.exec(styles) ?? [];
  const fonts = fontPart.match(/<font\s*\/>|<font\b[^>]*>[\s\S]*?<\/font>/g) ?? [];
  const struck = new Set(fonts.flatMap((font, at) => (strike.test(font) ? [String(at)] : [])));
  const [formatPart = ''] = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(styles) ?? [];
  const formats = formatPart.match(/<xf\b[^>]*>/g) ?? [];
  return new Set(
    formats.flatMap((format, at) => (struck.has(attributeOf(format, 'fontId')) ? [String(at)] : [])),
  );
}

/** The files of the sheets in the order of the book. */
function sheetPaths(book: WorkBook): string[] {
  const targets = new Map<string, string>();
  for (const [tag] of textOf(book, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)) {
    targets.set(attributeOf(tag, 'Id'), attributeOf(tag, 'Target'));
  }
  return (book.Workbook?.Sheets ?? []).map((sheet) => {
    // The library keeps the relation's id without naming it in its types.
    const { id = '' } = sheet as { readonly id?: string };
    const target = targets.get(id) ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
}

function cellsOf(sheet: string, styles: ReadonlySet<string>): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const [tag] of sheet.matchAll(/<c\b[^>]*>/g)) {
    if (styles.has(attributeOf(tag, 's'))) cells.add(attributeOf(tag, 'r'));
  }
  return cells;
}
