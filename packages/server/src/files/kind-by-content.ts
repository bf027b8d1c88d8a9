// What a file is, told from its bytes. Its name says nothing: a program may be called anh.jpg.
import { open } from 'node:fs/promises';

/** @returns the MIME type; null where nothing known begins like it */
export async function mimeOfFile(path: string): Promise<string | null> {
  // loaded with the first upload: the server starts without it
  const { fileTypeFromFile } = await import('file-type');
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (found?.mime === 'application/x-cfb') return mimeOfOldOffice(path);
  return found?.mime ?? null;
}

/** Word and Excel of before 2007 share one container; the stream they keep their text in tells them apart. */
const STREAMS = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
] as const;

const HEADER = 512;
const DIRECTORY_AT = 48;
const SECTOR_SHIFT_AT = 30;
/** The root's own streams stand among the first entries of the directory. */
const DIRECTORY_BYTES = 4096;

async function mimeOfOldOffice(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    const header = Buffer.alloc(HEADER);
    await file.read(header, 0, HEADER, 0);
    const shift = header.readUInt16LE(SECTOR_SHIFT_AT);
    if (shift !== 9 && shift !== 12) return null;
    const sector = header.readUInt32LE(DIRECTORY_AT);
    const directory = Buffer.alloc(DIRECTORY_BYTES);
    await file.read(directory, 0, DIRECTORY_BYTES, (sector + 1) * 2 ** shift);
    const names = entryNames(directory);
    return STREAMS.find(([name]) => names.includes(name))?.[1] ?? null;
  } finally {
    await file.close();
  }
}

const ENTRY = 128;
const NAME_LENGTH_AT = 64;

function entryNames(directory: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const length = directory.readUInt16LE(at + NAME_LENGTH_AT);
    if (length >= 2 && length <= NAME_LENGTH_AT)
      names.push(directory.toString('utf16le', at, at + length - 2));
  }
  return names;
}
