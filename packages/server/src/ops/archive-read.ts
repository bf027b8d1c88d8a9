// Reads an archive back: looked through once to the end, with every hash, before anything is done with what it holds.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import {
  FORM_ENTRY,
  FORMAT,
  FolderTally,
  Form,
  MANIFEST_ENTRY,
  Manifest,
  SEAL_ENTRY,
  sha256Of,
  TableTally,
} from './archive-manifest.ts';
import { damaged, fileAbsent, newerProgram, notOurs } from './archive-problem.ts';
import { belongs, type KeptFolder } from './kept-files.ts';
import { readTar, type TarEntry, TarProblem } from './tar.ts';

/** No manifest is as long as this; it is read whole. */
const MOST_JSON_BYTES = 32 << 20;

/**
 * The entries after the first one, which says that the archive is ours.
 * @throws ArchiveProblem when it is not, cannot be read, or is cut or altered so that it cannot be unpacked
 */
export async function* readArchive(file: string): AsyncGenerator<TarEntry, void, void> {
  await access(file, constants.R_OK).catch((cause: unknown) => {
    throw fileAbsent(file, cause);
  });
  // the reader is told of an error through what it reads
  const unpacked = pipeline(createReadStream(file), createGunzip(), () => undefined);
  let isOurs = false;
  const said = (error: Error): Error => (isOurs ? damaged(error.message, error) : notOurs(file, error));
  for await (const entry of explained(readTar(unpacked), said)) {
    const body = explained(entry.body, said);
    if (isOurs) yield { ...entry, body };
    else await requireForm(file, { ...entry, body });
    isOurs = true;
  }
  if (!isOurs) throw notOurs(file);
}

/** What cannot be unpacked is a problem of the archive, wherever in reading it comes to light. */
async function* explained<T>(
  source: AsyncIterable<T>,
  said: (error: Error) => Error,
): AsyncGenerator<T, void, void> {
  try {
    yield* source;
  } catch (error) {
    throw isUnreadable(error) ? said(error) : error;
  }
}

function isUnreadable(error: unknown): error is Error {
  if (error instanceof TarProblem) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

async function requireForm(file: string, entry: TarEntry): Promise<void> {
  if (entry.name !== FORM_ENTRY) throw notOurs(file);
  const form = Form.safeParse(parseJson(await readWhole(entry)));
  if (!form.success) throw notOurs(file, form.error);
  if (form.data.format > FORMAT) throw newerProgram(form.data.application);
}

/**
 * Reads the whole archive and holds every part against its manifest. Changes nothing.
 * @throws ArchiveProblem
 */
export async function checkArchive(file: string): Promise<Manifest> {
  const found = new Sums();
  let manifestText: Buffer | null = null;
  let seal: string | null = null;
  for await (const entry of readArchive(file)) {
    if (entry.name === MANIFEST_ENTRY) manifestText = await readWhole(entry);
    else if (entry.name === SEAL_ENTRY) seal = (await readWhole(entry)).toString().trim();
    else for await (const _piece of found.follow(entry));
  }
  if (manifestText === null || seal === null) throw damaged('no manifest');
  if (sha256Of(manifestText) !== seal) throw damaged(MANIFEST_ENTRY);
  const manifest = Manifest.safeParse(parseJson(manifestText));
  if (!manifest.success) throw damaged(MANIFEST_ENTRY, manifest.error);
  found.hold(manifest.data);
  return manifest.data;
}

/** Counts and hashes the parts of an archive as they are read, and holds them against the manifest. */
export class Sums {
  readonly #tables = new Map<string, TableTally>();
  readonly #folders = new Map<KeptFolder, FolderTally>();

  /** The bytes of an entry, which count once they have gone by. @throws ArchiveProblem where it has no place here */
  follow(entry: TarEntry): AsyncIterable<Buffer> {
    const [, table] = /^tables\/([^/]+)\/\d+\.copy$/.exec(entry.name) ?? [];
    if (table !== undefined) return this.#followRows(table, entry);
    const [, folder, name] = /^(evidence|keys)\/(.+)$/.exec(entry.name) ?? [];
    if ((folder === 'evidence' || folder === 'keys') && name !== undefined && belongs(folder, name))
      return this.#followFile(folder, name, entry);
    throw damaged(entry.name);
  }

  async *#followRows(table: string, entry: TarEntry): AsyncGenerator<Buffer, void, void> {
    const tally = this.#tables.get(table) ?? new TableTally();
    this.#tables.set(table, tally);
    tally.nextPiece();
    for await (const piece of entry.body) {
      tally.add(piece);
      yield piece;
    }
  }

  async *#followFile(folder: KeptFolder, name: string, entry: TarEntry): AsyncGenerator<Buffer, void, void> {
    const tally = this.#folders.get(folder) ?? new FolderTally();
    this.#folders.set(folder, tally);
    const hash = createHash('sha256');
    for await (const piece of entry.body) {
      hash.update(piece);
      yield piece;
    }
    tally.add(name, entry.size, hash.digest('hex'));
  }

  /** @throws ArchiveProblem naming the first part that is not what the manifest says */
  hold(manifest: Manifest): void {
    for (const { schema, name, rows, bytes, pieces, sha256 } of manifest.tables) {
      const key = `${schema}.${name}`;
      const found = (this.#tables.get(key) ?? new TableTally()).close();
      this.#tables.delete(key);
      if (!isSame(found, { rows, bytes, pieces, sha256 })) throw damaged(key);
    }
    for (const { name, files, bytes, sha256 } of manifest.folders) {
      const found = (this.#folders.get(name) ?? new FolderTally()).close();
      this.#folders.delete(name);
      if (!isSame(found, { files, bytes, sha256 })) throw damaged(name);
    }
    for (const rest of [...this.#tables.keys(), ...this.#folders.keys()]) throw damaged(rest);
  }
}

function isSame<T extends object>(found: T, said: T): boolean {
  return Object.entries(said).every(([key, value]) =>
    Object.entries(found).some(([k, v]) => k === key && v === value),
  );
}

async function readWhole(entry: TarEntry): Promise<Buffer> {
  if (entry.size > MOST_JSON_BYTES) throw damaged(entry.name);
  const pieces: Buffer[] = [];
  for await (const piece of entry.body) pieces.push(piece);
  return Buffer.concat(pieces);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
