// The files that the project ships: sets of criteria, places, the sample. Read as they are; the commands check them.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FigureDictionary, parseFigures, parseSetFolder } from '@vungbuoc/criteria';
import type { PublishSetsInput } from '@vungbuoc/programme/sets';
import type { UnitPlan } from '@vungbuoc/programme/units';
import { type LawFile, readFiguresText, readLawFolder } from './law-files.ts';

type SetToPublish = PublishSetsInput['sets'][number];

/** The shipped law: the dictionary, the sets, and overlays with the place each holds for. */
export async function readLaw(
  folder: string,
  overlayPlaces: ReadonlyMap<string, string>,
): Promise<PublishSetsInput> {
  return lawToPublish(await readFiguresText(folder), await readLawFolder(folder), overlayPlaces);
}

/** Files of the law as the command that publishes them wants them. */
export function lawToPublish(
  figuresText: string,
  files: readonly LawFile[],
  overlayPlaces: ReadonlyMap<string, string>,
): PublishSetsInput {
  const figures: unknown = JSON.parse(figuresText);
  const dictionary = parseFigures(figures, 'figures.json').figures;
  const sets = files.map((file) => setToPublish(file, dictionary, overlayPlaces.get(file.name)));
  // an overlay is read against its set, so the sets come first
  return { figures, sets: sets.sort((a, b) => Number(a.overlay) - Number(b.overlay)) };
}

function setToPublish(file: LawFile, figures: FigureDictionary, place: string | undefined): SetToPublish {
  const [head] = file.parts;
  const places = place === undefined ? [] : [place];
  if (file.overlay) {
    return { file: head?.file ?? file.name, content: JSON.parse(String(head?.text)), overlay: true, places };
  }
  const { document } = parseSetFolder(file.parts, figures);
  return { file: head?.file ?? file.name, content: document, overlay: false, places: [] };
}

/** The shipped places, in the order of their file names: provinces first, then what lies in them. */
export async function readPlaces(folder: string): Promise<UnitPlan[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  // the command's own schema checks what the file holds
  return Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as UnitPlan),
  );
}
