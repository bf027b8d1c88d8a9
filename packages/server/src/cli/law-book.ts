// The law as files, for commands that need no database: the checkout's criteria-sets/, or a folder or file of a person's own.
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  applyOverlay,
  type CriteriaSet,
  type DocumentIdentity,
  type FigureDictionary,
  identifyDocument,
  type OverlayParse,
  parseFigures,
  parseOverlay,
  parseSetFolder,
  pickVersion,
  type SetParse,
  type SetProblem,
} from '@vungbuoc/criteria';
import { type Problem, ProblemError, refuse } from '@vungbuoc/programme/problems';
import { lawProblem } from '@vungbuoc/programme/sets';
import { ROOT } from '../config.ts';
import { type LawFile, readFiguresText, readLawFile, readLawFolder } from '../first-start/law-files.ts';
import { UsageProblem } from './command.ts';

/** The sets that ship with the program. */
export const SHIPPED = join(ROOT, 'criteria-sets');

/** A folder of law, opened: every set and overlay, and the dictionary that they share. */
export interface LawBook {
  readonly figuresText: string;
  readonly figures: FigureDictionary;
  readonly refusedFigures: readonly SetProblem[];
  readonly files: readonly LawFile[];
  /** Sets that the overlays among `files` may be for. */
  readonly bases: readonly LawFile[];
}

export async function openLawBook(folder: string = SHIPPED): Promise<LawBook> {
  const figuresText = await readFiguresText(folder);
  const { figures, refused } = parseFigures(figuresText, 'figures.json');
  const files = await readLawFolder(folder);
  return { figuresText, figures, refusedFigures: refused, files, bases: files };
}

export function parseLawSet(file: LawFile, figures: FigureDictionary): SetParse {
  return parseSetFolder(file.parts, figures);
}

/** The sets of a book that can be read, oldest version first; of one id where it is given. */
export function setsOf(book: LawBook, id: string | null = null): CriteriaSet[] {
  const sets = book.files
    .filter((file) => !file.overlay && (id === null || identityOf(file)?.id === id))
    .flatMap((file) => parseLawSet(file, book.figures).set ?? []);
  return sets.sort((a, b) => a.version - b.version);
}

/** Letters of a file whose identity is looked for; the engine refuses longer ones anyway. */
const MOST_LETTERS = 5_000_000;

/** What a file claims to be, before it is read; null where it claims nothing. */
export function identityOf(file: LawFile): DocumentIdentity | null {
  const text = String(file.parts[0]?.text);
  if (text.length > MOST_LETTERS) return null;
  try {
    return identifyDocument(JSON.parse(text));
  } catch {
    return null; // the engine says what is wrong with it when it is read
  }
}

/**
 * A set by `id` (the version in force in `year`, the newest without a year), `id/version`, or the path of a folder or
 * file. @throws ProblemError: set.not-found, or every fault of the file
 */
export async function findSet(name: string, year: number | null): Promise<CriteriaSet> {
  const own = await openLawPath(name);
  if (own !== null) return readSet(own.file, own.figures);
  const [id = '', version] = name.split('/');
  const named = setsOf(await openLawBook(), id);
  const found =
    version === undefined
      ? year === null
        ? named.at(-1)
        : pickVersion(named, id, year)
      : named.find((set) => String(set.version) === version);
  return found ?? notFound(name);
}

/** A name that is written as a file's is a file that is not there, not a set that nobody knows. */
function notFound(name: string): never {
  if (/\.json$/i.test(name) || /^[./~\\]|^[A-Za-z]:/.test(name))
    throw new UsageProblem(`Không có file ${name}.`, `There is no file ${name}.`);
  return refuse('set.not-found', { set: name });
}

function readSet(file: LawFile, figures: FigureDictionary): CriteriaSet {
  const { set, refused } = parseLawSet(file, figures);
  return set ?? refuseAll(refused);
}

/** `base` with the overlay of a path, or of a shipped id, laid over it. @throws ProblemError with every fault */
export async function layOverlay(base: CriteriaSet, name: string): Promise<CriteriaSet> {
  const own = await openLawPath(name);
  const shipped = own === null ? await openLawBook() : null;
  const file = own?.file ?? shipped?.files.find((candidate) => candidate.name === name && candidate.overlay);
  if (file === undefined) return notFound(name);
  const { overlay, refused } = parseOverlayFile(file, base);
  if (overlay === null) return refuseAll(refused);
  const joined = applyOverlay(base, overlay);
  return joined.set ?? refuseAll(joined.refused);
}

export function parseOverlayFile(file: LawFile, base: CriteriaSet): OverlayParse {
  const [head] = file.parts;
  return parseOverlay(head?.text, head?.file ?? file.name, base);
}

/** A set or overlay at a path, with the dictionary beside it (else the shipped one); null where there is no such path. */
export async function openLawPath(
  path: string,
): Promise<{ file: LawFile; figures: FigureDictionary } | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  const folder = found.isDirectory() ? path : dirname(path);
  const file = found.isDirectory() ? await readLawFile(path, basename(path)) : await readSingle(path);
  return file === null ? null : { file, figures: await nearestFigures(folder) };
}

/** `set.json` stands for its whole folder; any other file holds one whole set or overlay. */
async function readSingle(path: string): Promise<LawFile | null> {
  const folder = dirname(path);
  if (['set.json', 'overlay.json'].includes(basename(path))) {
    const whole = await readLawFile(folder, basename(folder));
    const criteria = whole?.parts.length ?? 0;
    if (whole?.overlay || criteria > 1) return whole;
  }
  const text = await readFile(path, 'utf8');
  const file = { name: basename(path, '.json'), overlay: false, parts: [{ file: path, text }] };
  return { ...file, overlay: identityOf(file)?.kind === 'overlay' };
}

/** The dictionary in a folder or the one above it. @throws ProblemError with every fault of the dictionary */
async function nearestFigures(folder: string): Promise<FigureDictionary> {
  for (const near of [folder, dirname(folder), SHIPPED]) {
    const text = await readFiguresText(near).catch(() => null);
    if (text === null) continue;
    const { figures, refused } = parseFigures(text, join(near, 'figures.json'));
    return refused.length > 0 ? refuseAll(refused) : figures;
  }
  return new Map();
}

export function refuseAll(faults: readonly SetProblem[]): never {
  const [first, ...others] = faults.map(lawProblem);
  const nothing: Problem = { code: 'import.nothing' };
  throw new ProblemError([first ?? nothing, ...others]);
}
