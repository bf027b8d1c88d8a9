// Reads the sets, overlay and dictionary that ship in criteria-sets/, once for each test file.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  applyOverlay,
  type CriteriaSet,
  type DocumentPart,
  type FiguresParse,
  findFigure,
  parseFigures,
  parseOverlay,
  parseSetFolder,
  type Reading,
  type SetParse,
} from '@vungbuoc/criteria';

const ROOT = new URL('../../../criteria-sets/', import.meta.url);

export function readText(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

export function listFolder(path: string): string[] {
  const folder = new URL(path, ROOT);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** Made when first asked for and kept for the test file: reading a whole set takes milliseconds. */
function once<T>(make: (key: string) => T): (key?: string) => T {
  const made = new Map<string, T>();
  return (key = '') => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

export const shippedFigures = once(
  (): FiguresParse => parseFigures(readText('figures.json'), 'figures.json'),
);

export const setFolders = listFolder('.').filter((folder) => existsSync(new URL(`${folder}/set.json`, ROOT)));
export const overlayFolders = listFolder('.').filter((folder) =>
  existsSync(new URL(`${folder}/overlay.json`, ROOT)),
);

/** The files of a set's folder, the head first. */
export function partsOf(folder: string): DocumentPart[] {
  const criteria = listFolder(`${folder}/criteria`).map((name) => `${folder}/criteria/${name}`);
  return [`${folder}/set.json`, ...criteria].map((file) => ({ file, text: readText(file) }));
}

export const parseFolder = once(
  (folder): SetParse => parseSetFolder(partsOf(folder), shippedFigures().figures),
);

/** A shipped set, or an error that names what was refused. */
export function shippedSet(folder: string): CriteriaSet {
  const { set, refused } = parseFolder(folder);
  if (set === null) throw new Error(`${folder}: ${refused.map((problem) => problem.en).join(' ')}`);
  return set;
}

export const LAI_CHAU = 'minh-hoa-lai-chau-2016-2020';

/** A set with one shipped overlay laid over it. */
export function overlaid(base: CriteriaSet, overlay: string = LAI_CHAU): CriteriaSet {
  const known = laid.get(base)?.get(overlay);
  if (known !== undefined) return known;
  const parsed = parseOverlay(readText(`${overlay}/overlay.json`), `${overlay}/overlay.json`, base);
  if (parsed.overlay === null) throw new Error(parsed.refused.map((problem) => problem.en).join(' '));
  const { set, refused } = applyOverlay(base, parsed.overlay);
  if (set === null) throw new Error(refused.map((problem) => problem.en).join(' '));
  laid.set(base, new Map(laid.get(base)).set(overlay, set));
  return set;
}

const laid = new WeakMap<CriteriaSet, Map<string, CriteriaSet>>();

/** Readings by what people call the figures: `{ '17.1': share(90, 100), '9.1': fact(0) }`. */
export function named(set: CriteriaSet, readings: Readonly<Record<string, Reading>>): Map<string, Reading> {
  return new Map(
    Object.entries(readings).map(([name, reading]) => {
      const found = findFigure(set, name);
      if (found.kind !== 'figure') throw new Error(`${set.id} has no figure ${name}`);
      return [found.figure.code, reading];
    }),
  );
}

export function share(numerator: number | string, denominator: number | string): Reading {
  return { numerator: String(numerator), denominator: String(denominator), applicable: true };
}

export function plain(value: number | string): Reading {
  return { numerator: String(value), denominator: null, applicable: true };
}

/** A rate given alone, without the counts it was made of. */
export function bare(percent: string): Reading {
  return { ...plain(percent), bare: true };
}

export const absent: Reading = { numerator: null, denominator: null, applicable: false, note: 'không có' };
