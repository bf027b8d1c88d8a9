// `vb restore`: an archive into an empty installation. Everything is checked first; then all of it is there, or nothing.
import { pipeline } from 'node:stream/promises';
import { connect } from '../storage/connect.ts';
import { type MigrationFile, readMigrations } from '../storage/migrate.ts';
import { type Refill, refill } from '../storage/refill.ts';
import { nameOf, type TableShape } from '../storage/tables.ts';
import { MANIFEST_ENTRY, type Manifest, pieceName, type TablePart } from './archive-manifest.ts';
import {
  alreadyAhead,
  damaged,
  isDiskFull,
  keysPresent,
  newerProgram,
  noRoom,
  notEmpty,
  otherProgram,
  unknownTables,
} from './archive-problem.ts';
import { checkArchive, readArchive, Sums } from './archive-read.ts';
import { belongs, isKeptEmpty, type KeptFolder, removeKept, writeKept } from './kept-files.ts';
import type { TarEntry } from './tar.ts';
import { type TrailReport, verifyTrail } from './verify.ts';

export interface RestoreOptions {
  readonly file: string;
  readonly ownerUrl: string;
  readonly appRole: string;
  readonly varFolder: string;
  /** The folder of migrations; the program's own where none is named. */
  readonly migrations?: string;
  /** Tables (`schema.name`) that are not brought back: somebody's own, which this program does not know. */
  readonly leaveOut?: readonly string[];
  /** Hears of each table before it is filled, and may keep it waiting. */
  readonly onTable?: (name: string) => void | Promise<void>;
}

/** An archive that was looked through, and that this program can restore. */
export interface Restorable {
  readonly manifest: Manifest;
  /** The archive's own migrations, then those that the program has beyond them. */
  readonly before: readonly MigrationFile[];
  readonly beyond: readonly MigrationFile[];
}

/**
 * Looks through an archive: every hash, and whether this program knows its tables. Needs no database, changes nothing.
 * @throws ArchiveProblem
 */
export async function examineArchive(file: string, migrations?: string): Promise<Restorable> {
  const manifest = await checkArchive(file);
  const ours = await readMigrations(migrations);
  const digests = new Map(ours.map((migration) => [migration.file, migration.digest]));
  for (const { file: name, digest } of manifest.migrations) {
    const own = digests.get(name);
    if (own === undefined) throw newerProgram(manifest.application);
    if (own !== digest) throw otherProgram(name);
  }
  const theirs = new Set(manifest.migrations.map((migration) => migration.file));
  return {
    manifest,
    before: ours.filter((migration) => theirs.has(migration.file)),
    beyond: ours.filter((migration) => !theirs.has(migration.file)),
  };
}

/**
 * Fills an empty installation. The rows come in one transaction; files are written before it ends, and taken away again
 * when it does not. @throws ArchiveProblem
 */
export async function restore(options: RestoreOptions, archive: Restorable): Promise<void> {
  const { varFolder } = options;
  const { manifest } = archive;
  if (manifest.folders.some(({ name }) => name === 'keys') && !(await isKeptEmpty(varFolder, 'keys')))
    throw keysPresent(`${varFolder}/keys`);
  const begun: KeptFolder[] = [];
  for (const { name } of manifest.folders) if (await isKeptEmpty(varFolder, name)) begun.push(name);
  try {
    await refill(options, async (target) => {
      await prepare(target, archive, options.leaveOut ?? []);
      await load(options, target, manifest);
      await target.setSequences(manifest.sequences);
      await target.apply(archive.beyond);
    });
  } catch (error) {
    for (const folder of begun) await removeKept(varFolder, folder);
    throw isDiskFull(error) ? noRoom(varFolder, error) : error;
  }
}

/** An empty database with exactly the tables that the archive has. */
async function prepare(
  target: Refill,
  { manifest, before }: Restorable,
  leaveOut: readonly string[],
): Promise<void> {
  const used = await target.findUsedTables();
  if (used.length > 0) throw notEmpty(used);
  const applied = new Set(await target.listApplied());
  const ahead = [...applied].find((file) => !before.some((migration) => migration.file === file));
  if (ahead !== undefined) throw alreadyAhead(ahead);
  await target.apply(before.filter(({ file }) => !applied.has(file)));
  requireTables(await target.listTables(), manifest.tables, leaveOut);
  const sequences = new Set(manifest.sequences.map(nameOf));
  for (const name of await target.listSequences()) if (!sequences.has(name)) throw otherProgram(name);
  await target.clear();
}

/** One that the program knows is never left out: what is restored would not be what was backed up. */
function requireTables(
  here: readonly TableShape[],
  there: readonly TableShape[],
  leaveOut: readonly string[],
): void {
  const known = new Set(here.map(nameOf));
  const unasked = there.map(nameOf).filter((name) => !known.has(name) && !leaveOut.includes(name));
  if (unasked.length > 0) throw unknownTables(unasked);
  const shapes = new Set(there.map(shapeOf));
  for (const table of here) if (!shapes.has(shapeOf(table))) throw otherProgram(nameOf(table));
}

/** A table's name with its columns in no order: a column may stand elsewhere and still be the same. */
function shapeOf(table: TableShape): string {
  return `${nameOf(table)} (${[...table.columns].sort().join(', ')})`;
}
/** The archive is read a second time, and held against its manifest a second time, before anything is kept. */
async function load(options: RestoreOptions, target: Refill, manifest: Manifest): Promise<void> {
  const known = new Set((await target.listTables()).map(nameOf));
  const entries = readArchive(options.file);
  const sums = new Sums();
  try {
    for (const table of manifest.tables) {
      await options.onTable?.(nameOf(table));
      const rows = rowsOf(table, entries, sums);
      if (known.has(nameOf(table))) await loadTable(target, table, rows);
      else for await (const _left of rows);
    }
    for (const folder of manifest.folders)
      for (let file = 0; file < folder.files; file += 1)
        await keepFile(options.varFolder, folder.name, await next(entries), sums);
    if ((await next(entries)).name !== MANIFEST_ENTRY) throw damaged(MANIFEST_ENTRY);
  } finally {
    await entries.return();
  }
  sums.hold(manifest);
}

async function loadTable(target: Refill, table: TablePart, rows: AsyncIterable<Buffer>): Promise<void> {
  const into = target.load(table);
  await pipeline(rows, into);
  if (into.rowCount !== table.rows) throw damaged(nameOf(table));
}

async function* rowsOf(
  table: TablePart,
  entries: AsyncGenerator<TarEntry, void, void>,
  sums: Sums,
): AsyncGenerator<Buffer, void, void> {
  for (let piece = 1; piece <= table.pieces; piece += 1) {
    const entry = await next(entries);
    if (entry.name !== pieceName(table, piece)) throw damaged(entry.name);
    yield* sums.follow(entry);
  }
}

async function keepFile(varFolder: string, folder: KeptFolder, entry: TarEntry, sums: Sums): Promise<void> {
  const name = entry.name.slice(folder.length + 1);
  if (!entry.name.startsWith(`${folder}/`) || !belongs(folder, name)) throw damaged(entry.name);
  await writeKept(varFolder, folder, name, sums.follow(entry));
}

async function next(entries: AsyncGenerator<TarEntry, void, void>): Promise<TarEntry> {
  const { value } = await entries.next();
  if (!value) throw damaged('it ends too early');
  return value;
}

/** Whether every chain and every figure of the restored installation holds, seen as the application sees it. */
export async function verifyRestored(appUrl: string): Promise<TrailReport> {
  const database = connect({ url: appUrl, max: 2 });
  try {
    return await verifyTrail(database);
  } finally {
    await database.close();
  }
}
