// What an archive says of itself: the first entry tells its form, the last ones all that is in it, each part with its hash.
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Raised when an older program could no longer read what is written. */
export const FORMAT = 1;

export const FORM_ENTRY = 'vungbuoc-backup.json';
export const MANIFEST_ENTRY = 'manifest.json';
/** The manifest's own hash: an archive that ends before it is cut. */
export const SEAL_ENTRY = 'manifest.sha256';

/** The first entry. Only `format` is read by every version for ever. */
export const Form = z.object({ format: z.int(), application: z.string() });

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Count = z.int().check(z.nonnegative());

const TablePart = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: Count,
  bytes: Count,
  /** How many entries its rows are cut into, so that no table has to fit the memory. */
  pieces: Count,
  sha256: Sha256,
});
export type TablePart = z.infer<typeof TablePart>;

const FolderPart = z.object({
  name: z.enum(['evidence', 'keys']),
  files: Count,
  bytes: Count,
  /** Over the name and the SHA-256 of each file, in their order. */
  sha256: Sha256,
});
export type FolderPart = z.infer<typeof FolderPart>;

export const Manifest = z.object({
  format: z.literal(FORMAT),
  /** The version of the program. */
  application: z.string(),
  /** ISO instant: only shown. */
  madeAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ file: z.string(), digest: Sha256 })),
  /** In an order in which they can be loaded. */
  tables: z.array(TablePart),
  sequences: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      lastValue: z.string().check(z.regex(/^-?\d+$/)),
      isCalled: z.boolean(),
    }),
  ),
  folders: z.array(FolderPart),
});
export type Manifest = z.infer<typeof Manifest>;

/** `tables/public.events/000001.copy`. */
export function pieceName(table: { readonly schema: string; readonly name: string }, piece: number): string {
  return `tables/${table.schema}.${table.name}/${String(piece).padStart(6, '0')}.copy`;
}

const LINE_END = 0x0a;

/** Counts and hashes the rows of one table as they go by, packing and unpacking alike. */
export class TableTally {
  readonly #hash = createHash('sha256');
  #rows = 0;
  #bytes = 0;
  #pieces = 0;

  add(piece: Buffer): void {
    this.#hash.update(piece);
    this.#bytes += piece.length;
    // COPY ends each row with a line feed, and writes one inside of a text as \n
    for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) this.#rows += 1;
  }

  nextPiece(): number {
    this.#pieces += 1;
    return this.#pieces;
  }

  /** The sums, once all has gone by. */
  close(): Pick<TablePart, 'rows' | 'bytes' | 'pieces' | 'sha256'> {
    return { rows: this.#rows, bytes: this.#bytes, pieces: this.#pieces, sha256: this.#hash.digest('hex') };
  }
}

/** The same for the files of a folder. */
export class FolderTally {
  readonly #hash = createHash('sha256');
  #files = 0;
  #bytes = 0;

  add(name: string, bytes: number, sha256: string): void {
    this.#hash.update(`${name}\0${sha256}\n`);
    this.#files += 1;
    this.#bytes += bytes;
  }

  close(): Pick<FolderPart, 'files' | 'bytes' | 'sha256'> {
    return { files: this.#files, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
