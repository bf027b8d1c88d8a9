// Publishing the law: a dictionary of figures and sets of criteria, checked by the engine before anything is kept.
import {
  applyOverlay,
  type CriteriaSet,
  canonicalJson,
  type FigureDictionary,
  identifyDocument,
  parseFigures,
  parseOverlay,
  parseSet,
  type SetProblem,
} from '@vungbuoc/criteria';
import * as z from 'zod/mini';
import { command, type Decision } from '../declarations/index.ts';
import type { Problem } from '../problems/index.ts';
import { UnitName } from '../units/schema.ts';

export * from './would-fall.ts';

export const PublishSetsInput = z.object({
  /** The dictionary file as it is. */
  figures: z.unknown(),
  sets: z.array(
    z.object({
      /** Where it was read, for the sentences of problems. */
      file: z.string(),
      content: z.unknown(),
      overlay: z.boolean(),
      /** For an overlay: the units below which it holds. */
      places: z.array(UnitName),
    }),
  ),
});
export type PublishSetsInput = z.infer<typeof PublishSetsInput>;

export const PublishSetsReply = z.object({
  published: z.array(z.object({ id: z.string(), version: z.int(), unfinished: z.int() })),
});
export type PublishSetsReply = z.infer<typeof PublishSetsReply>;

export interface SetToPublish {
  readonly id: string;
  readonly version: number;
  readonly overlay: boolean;
  readonly illustrative: boolean;
  readonly content: unknown;
  readonly placeIds: readonly number[];
  readonly unfinished: number;
}

export interface PublishState {
  resolve(name: string): number | undefined;
  /** The newest published version of a set, for an overlay that comes alone. */
  findSet(id: string): CriteriaSet | undefined;
  /** The content of a version, of a set or an overlay, as it was published; undefined where it was not. */
  findPublished(id: string, version: number): unknown;
}

export interface PublishChange {
  readonly figures: FigureDictionary;
  readonly sets: readonly SetToPublish[];
}

export const publishSets = command({
  name: 'sets.publish',
  version: 1,
  input: PublishSetsInput,
  reply: PublishSetsReply,
  may: () => ({ act: 'administer', noun: 'sets' }),
  decide: decidePublish,
});

/** Checks a dictionary and sets by the engine and says what is to be published; all faults at once. */
export function decidePublish(
  state: PublishState,
  input: PublishSetsInput,
): Decision<PublishChange, PublishSetsReply> {
  const dictionary = parseFigures(input.figures, 'figures.json');
  const { figures } = dictionary;
  if (!figures) return refused(dictionary.refused);
  const problems: Problem[] = [];
  const bases = new Map<string, CriteriaSet>();
  const baseOf = (id: string): CriteriaSet | undefined => bases.get(id) ?? state.findSet(id);
  const sets = input.sets.flatMap((given): SetToPublish[] => {
    const read = readOne(given, figures, bases, baseOf);
    problems.push(...read.problems, ...publishedOtherwise(state, given, read.found));
    const placeIds = given.places.flatMap((place): number[] => {
      const id = state.resolve(place);
      if (id === undefined) problems.push({ code: 'unit.not-found', facts: { unit: place, date: '' } });
      return id === undefined ? [] : [id];
    });
    return read.found ? [{ ...read.found, content: given.content, overlay: given.overlay, placeIds }] : [];
  });
  const [first, ...others] = problems;
  if (first) return { ok: false, problems: [first, ...others] };
  const published = sets.map(({ id, version, unfinished }) => ({ id, version, unfinished }));
  return { ok: true, change: { figures, sets }, event: { published }, reply: { published } };
}

/** A published version never changes: rounds were judged by it. */
function publishedOtherwise(
  state: PublishState,
  { file, content }: PublishSetsInput['sets'][number],
  found: ReadOne['found'],
): Problem[] {
  if (!found) return [];
  const { id, version } = found;
  const published = state.findPublished(id, version);
  if (published === undefined || canonicalJson(published) === canonicalJson(content)) return [];
  return [{ code: 'set.published-otherwise', path: file, facts: { set: id, version } }];
}

interface ReadOne {
  readonly found: Pick<SetToPublish, 'id' | 'version' | 'illustrative' | 'unfinished'> | null;
  readonly problems: readonly Problem[];
}

/** Sets are read before the overlays on them: a set that passes is a base for those that follow. */
function readOne(
  given: PublishSetsInput['sets'][number],
  figures: FigureDictionary,
  bases: Map<string, CriteriaSet>,
  baseOf: (id: string) => CriteriaSet | undefined,
): ReadOne {
  if (given.overlay) return readOverlay(given, baseOf);
  const { set, refused: faults, unfinished } = parseSet(given.content, given.file, figures);
  if (!set) return { found: null, problems: faults.map(lawProblem) };
  bases.set(set.id, set);
  const { id, version } = set;
  return { found: { id, version, illustrative: false, unfinished: unfinished.length }, problems: [] };
}

function readOverlay(
  given: PublishSetsInput['sets'][number],
  baseOf: (id: string) => CriteriaSet | undefined,
): ReadOne {
  const of = identifyDocument(given.content)?.of ?? '';
  const base = baseOf(of);
  if (!base)
    return { found: null, problems: [{ code: 'set.not-found', path: given.file, facts: { set: of } }] };
  const { overlay, refused: faults } = parseOverlay(given.content, given.file, base);
  if (!overlay) return { found: null, problems: faults.map(lawProblem) };
  const joined = applyOverlay(base, overlay);
  if (!joined.set) return { found: null, problems: joined.refused.map(lawProblem) };
  const { id, version, illustrative } = overlay;
  return { found: { id, version, illustrative, unfinished: 0 }, problems: [] };
}

function refused(faults: readonly SetProblem[]): Decision<PublishChange, PublishSetsReply> {
  const [first, ...others] = faults.map(lawProblem);
  return { ok: false, problems: [first ?? { code: 'import.nothing' }, ...others] };
}

/** A fault of a file of the law as a problem of the catalogue: the engine has its own sentences. */
export function lawProblem(fault: SetProblem): Problem {
  return {
    code: 'import.fault',
    path: fault.path === '' ? fault.file : `${fault.file}#${fault.path}`,
    facts: { why: fault.vi, whyEn: fault.en },
  };
}
