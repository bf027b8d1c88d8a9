// The files of the law as they stand in a folder: sets with their criteria, overlays, the dictionary. Read, not judged.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentPart } from '@vungbuoc/criteria';

/** One set or overlay of a folder; `parts[0]` is its head, named as problems name it. */
export interface LawFile {
  readonly name: string;
  readonly overlay: boolean;
  readonly parts: readonly DocumentPart[];
}

/** The dictionary of figures of a folder, as text. @throws the file system's error where there is none */
export function readFiguresText(folder: string): Promise<string> {
  return readFile(join(folder, 'figures.json'), 'utf8');
}

/** Every set and overlay of a folder such as `criteria-sets/`, by the names of their folders. */
export async function readLawFolder(folder: string): Promise<LawFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const found = await Promise.all(names.sort().map((name) => readLawFile(join(folder, name), name)));
  return found.filter((file) => file !== null);
}

/** The set or overlay that a folder holds; null where it holds neither. `name` is how problems call it. */
export async function readLawFile(folder: string, name: string): Promise<LawFile | null> {
  const files = await readdir(folder);
  if (files.includes('overlay.json')) {
    return { name, overlay: true, parts: await readParts(folder, name, ['overlay.json']) };
  }
  if (!files.includes('set.json')) return null;
  const criteria = files.includes('criteria') ? await readdir(join(folder, 'criteria')) : [];
  const numbered = criteria.filter((file) => file.endsWith('.json')).sort();
  const all = ['set.json', ...numbered.map((file) => `criteria/${file}`)];
  return { name, overlay: false, parts: await readParts(folder, name, all) };
}

function readParts(folder: string, name: string, files: readonly string[]): Promise<DocumentPart[]> {
  return Promise.all(
    files.map(async (file) => ({
      file: `${name}/${file}`,
      text: await readFile(join(folder, file), 'utf8'),
    })),
  );
}
