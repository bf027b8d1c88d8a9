// Looks into a zipped workbook before the library does: a zip bomb or a sheet of millions of cells is refused here.
import { inflateRawSync } from 'node:zlib';
import type { SheetLimits } from './limits.ts';
import { SheetRefused, sheetProblem } from './problems.ts';

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly headerAt: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const entryHeaderBytes = 46;
const localHeaderBytes = 30;

/** A workbook that may be opened: whose it is, and the files inside that were asked for, unpacked. */
export interface CheckedZip {
  readonly origin: 'open-document' | 'excel';
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * Checks sizes as declared and as they really unpack, the count of files inside, and the count of cells. Throws
 * `SheetRefused`. Zip64 is refused as broken: no workbook within the limits needs it.
 */
export function checkZip(
  bytes: Uint8Array,
  file: string,
  limits: SheetLimits,
  keeps: (name: string) => boolean = () => false,
): CheckedZip {
  const entries = readDirectory(bytes, file, limits);
  const declared = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (declared > limits.unpackedBytes) throw tooBig(file, limits);
  const files = new Map<string, Buffer>();
  let cells = 0;
  for (const entry of entries) {
    const content = unpack(bytes, entry, file, limits);
    if (keeps(entry.name)) files.set(entry.name, content);
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name)) cells += countCells(content);
    if (entry.name === 'content.xml') cells += countOpenDocumentCells(content, limits);
    if (cells > limits.workbookCells) {
      throw new SheetRefused(sheetProblem('sheet.too-many-cells', { file, limit: limits.workbookCells }));
    }
  }
  return { origin: entries.some((entry) => entry.name === 'content.xml') ? 'open-document' : 'excel', files };
}

function tooBig(file: string, limits: SheetLimits): SheetRefused {
  const limit = Math.floor(limits.unpackedBytes / 1024 / 1024);
  return new SheetRefused(sheetProblem('sheet.unpacks-too-big', { file, limit }));
}

/** Reads the central directory, which is what libraries go by. */
function readDirectory(bytes: Uint8Array, file: string, limits: SheetLimits): ZipEntry[] {
  const broken = () => new SheetRefused(sheetProblem('sheet.broken', { file }));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== endSignature) end--;
  if (end < lowest) throw broken();
  const count = view.getUint16(end + 10, true);
  if (count > limits.zipEntries) throw tooBig(file, limits);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + entryHeaderBytes > bytes.length || view.getUint32(at, true) !== entrySignature) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + entryHeaderBytes, at + entryHeaderBytes + nameLength);
    entries.push({
      name: new TextDecoder().decode(name),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += entryHeaderBytes + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Unpacks one file inside, and no further than its declared size: a directory that lies is a broken file. */
function unpack(bytes: Uint8Array, entry: ZipEntry, file: string, limits: SheetLimits): Buffer {
  const broken = () => new SheetRefused(sheetProblem('sheet.broken', { file }));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.headerAt + localHeaderBytes > bytes.length) throw broken();
  const from =
    entry.headerAt +
    localHeaderBytes +
    view.getUint16(entry.headerAt + 26, true) +
    view.getUint16(entry.headerAt + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0) return Buffer.from(packed);
  if (entry.method !== 8) throw broken();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooBig(file, limits) : broken();
  }
}

/** Tags `<c ` and `<c>`, told by their bytes. */
function countCells(content: Buffer): number {
  let count = 0;
  for (let at = 0; at < content.length - 2; at++) {
    if (content[at] !== 0x3c || content[at + 1] !== 0x63) continue;
    if (content[at + 2] === 0x20 || content[at + 2] === 0x3e) count++;
  }
  return count;
}

/** OpenDocument writes equal neighbours once with a count; filled ones are counted as often as they unfold. */
function countOpenDocumentCells(content: Buffer, limits: SheetLimits): number {
  let cells = 0;
  const rows = content.toString('utf8').matchAll(/<table:table-row\b([^>]*)>([\s\S]*?)<\/table:table-row>/g);
  for (const [, rowTag = '', inside = ''] of rows) {
    let filled = 0;
    for (const [tag] of inside.matchAll(/<table:(?:covered-)?table-cell\b[^>]*>/g)) {
      if (tag.includes('office:value-type')) filled += repeated(tag, 'columns');
    }
    if (filled > 0) cells += filled * repeated(rowTag, 'rows');
    if (cells > limits.workbookCells) return cells;
  }
  return cells;
}

function repeated(tag: string, what: 'rows' | 'columns'): number {
  const found = new RegExp(`number-${what}-repeated="(\\d+)"`).exec(tag);
  return found?.[1] === undefined ? 1 : Number(found[1]);
}
