// Packs a snapshot and the files beside it into one stream: each part as it is read, the manifest with every hash last.
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from '../storage/snapshot-copy.ts';
import type { TableShape } from '../storage/tables.ts';
import {
  FORM_ENTRY,
  FORMAT,
  type FolderPart,
  FolderTally,
  MANIFEST_ENTRY,
  type Manifest,
  pieceName,
  SEAL_ENTRY,
  sha256Of,
  type TablePart,
  TableTally,
} from './archive-manifest.ts';
import { type KeptFolder, listKept, readKept } from './kept-files.ts';
import { TAR_END, tarHeader, tarPadding } from './tar.ts';

export interface PackOptions {
  readonly snapshot: Snapshot;
  readonly varFolder: string;
  readonly folders: readonly KeptFolder[];
  /** The version of the program. */
  readonly application: string;
  readonly now: Date;
  /** Hears of each table before it is read, and may keep it waiting. */
  readonly onTable: (name: string) => void | Promise<void>;
}

/** As many rows at a time are held in memory: tar wants to know an entry's length before its bytes. */
const PIECE_BYTES = 1 << 20;

/** The archive's bytes; answers with what is in it. Closes the snapshot once the rows are read. */
export async function* packArchive(options: PackOptions): AsyncGenerator<Buffer, Manifest, void> {
  const { snapshot, now, application } = options;
  yield* packEntry(FORM_ENTRY, asJson({ format: FORMAT, application }), now);
  const tables: TablePart[] = [];
  for (const table of snapshot.tables) {
    await options.onTable(`${table.schema}.${table.name}`);
    tables.push(yield* packTable(snapshot, table, now));
  }
  const sequences = await snapshot.readSequences();
  // bytes of evidence are on the disk before their row is written: what the rows name is all there now
  await snapshot.close();
  const folders: FolderPart[] = [];
  for (const folder of options.folders) folders.push(yield* packFolder(options.varFolder, folder));
  const manifest: Manifest = {
    format: FORMAT,
    application,
    madeAt: now.toISOString(),
    postgres: snapshot.postgres,
    migrations: [...snapshot.migrations],
    tables,
    sequences,
    folders,
  };
  const text = asJson(manifest);
  yield* packEntry(MANIFEST_ENTRY, text, now);
  yield* packEntry(SEAL_ENTRY, Buffer.from(`${sha256Of(text)}\n`), now);
  yield TAR_END;
  return manifest;
}

function* packEntry(name: string, bytes: Buffer, changedAt: Date): Generator<Buffer, void, void> {
  yield tarHeader(name, bytes.length, changedAt);
  yield bytes;
  yield tarPadding(bytes.length);
}

async function* packTable(
  snapshot: Snapshot,
  table: TableShape,
  now: Date,
): AsyncGenerator<Buffer, TablePart, void> {
  const tally = new TableTally();
  for await (const piece of inPieces(snapshot.copy(table))) {
    tally.add(piece);
    yield* packEntry(pieceName(table, tally.nextPiece()), piece, now);
  }
  return { schema: table.schema, name: table.name, columns: [...table.columns], ...tally.close() };
}

async function* inPieces(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of rows) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < PIECE_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

async function* packFolder(varFolder: string, folder: KeptFolder): AsyncGenerator<Buffer, FolderPart, void> {
  const tally = new FolderTally();
  for await (const name of listKept(varFolder, folder)) {
    const { size, mtime } = await stat(join(varFolder, folder, name));
    yield tarHeader(`${folder}/${name}`, size, mtime);
    const hash = createHash('sha256');
    let read = 0;
    for await (const piece of readKept(varFolder, folder, name)) {
      hash.update(piece);
      read += piece.length;
      yield piece;
    }
    if (read !== size) throw new Error(`${folder}/${name} changed while it was read`);
    yield tarPadding(size);
    tally.add(name, size, hash.digest('hex'));
  }
  return { name: folder, ...tally.close() };
}

function asJson(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}
