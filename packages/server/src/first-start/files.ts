// The files that the project ships: sets of criteria, places, the sample. Read as they are; the commands check them.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFigures, parseSetFolder } from '@vungbuoc/criteria';
import type { PublishSetsInput } from '@vungbuoc/programme/sets';
import type { UnitPlan } from '@vungbuoc/programme/units';

type SetToPublish = PublishSetsInput['sets'][number];

/** The shipped law: the dictionary, the sets, and overlays with the place each holds for. */
export async function readLaw(
  folder: string,
  overlayPlaces: ReadonlyMap<string, string>,
): Promise<PublishSetsInput> {
  const figures: unknown = JSON.parse(await readFile(join(folder, 'figures.json'), 'utf8'));
  const dictionary = parseFigures(figures, 'figures.json').figures ?? new Map();
  const sets: SetToPublish[] = [];
  for (const name of await listFolders(folder)) {
    const files = await readdir(join(folder, name));
    if (files.includes('set.json')) sets.push(await readSetFolder(folder, name, dictionary));
    if (files.includes('overlay.json')) sets.push(await readOverlayFile(folder, name, overlayPlaces));
  }
  // an overlay is read against its set, so the sets come first
  return { figures, sets: sets.sort((a, b) => Number(a.overlay) - Number(b.overlay)) };
}

async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readSetFolder(
  folder: string,
  name: string,
  figures: Parameters<typeof parseSetFolder>[1],
): Promise<SetToPublish> {
  const criteria = (await readdir(join(folder, name, 'criteria')))
    .filter((file) => file.endsWith('.json'))
    .sort();
  const files = [`${name}/set.json`, ...criteria.map((file) => `${name}/criteria/${file}`)];
  const parts = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })),
  );
  const { document } = parseSetFolder(parts, figures);
  return { file: files[0] ?? name, content: document, overlay: false, places: [] };
}

async function readOverlayFile(
  folder: string,
  name: string,
  overlayPlaces: ReadonlyMap<string, string>,
): Promise<SetToPublish> {
  const file = `${name}/overlay.json`;
  const content: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
  const place = overlayPlaces.get(name);
  return { file, content, overlay: true, places: place === undefined ? [] : [place] };
}

/** The shipped places, in the order of their file names: provinces first, then what lies in them. */
export async function readPlaces(folder: string): Promise<UnitPlan[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  // the command's own schema checks what the file holds
  return Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as UnitPlan),
  );
}
