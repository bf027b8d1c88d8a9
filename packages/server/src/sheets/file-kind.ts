// What a file really is, by its first bytes; the ending of its name only helps where bytes cannot tell.

/** Kinds that are told apart before anything is opened. */
export type FileKind = 'zip' | 'compound' | 'web-page' | 'text' | 'unknown';

const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Files of old programs without a container: pictures, PDF and the like are no sheets. */
const foreign = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
];

/** Old BIFF2 to BIFF5 files without a container begin with a BOF record. */
const looseBiff = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
];

/** Looks at the first bytes. `zip` may be .xlsx or .ods, `compound` an .xls or an encrypted .xlsx. */
export function findFileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return 'zip';
  if (startsWith(bytes, compoundMagic) || looseBiff.some((magic) => startsWith(bytes, magic)))
    return 'compound';
  if (foreign.some((magic) => startsWith(bytes, magic))) return 'unknown';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).toLowerCase();
  if (/<(!doctype html|html|table|meta|workbook)\b/.test(head)) return 'web-page';
  return 'text';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
