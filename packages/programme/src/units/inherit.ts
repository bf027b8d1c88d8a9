// Readings of a successor out of its predecessors' readings, as of a round's geography. Exact sums, or nothing and why.
import { type FigureDef, type FigureDictionary, mergeReadings } from '@vungbuoc/criteria';
import type { Confirmation, StoredReading } from '../readings/schema.ts';
import { type Inheritance, type InheritRule, USUAL_INHERITANCE } from './inheritance.ts';
import { agreed, type Parts, weightedMean, worst } from './merge-parts.ts';

/** A predecessor as it stood in the round; `readings` is null where it reported nothing. */
export interface PredecessorReadings {
  readonly unitId: number;
  readonly name: string;
  readonly divided: boolean;
  readonly readings: ReadonlyMap<string, StoredReading> | null;
}

/** Why a figure is not inherited, the gravest first. */
export const INHERIT_NOTES = [
  'divided-predecessor',
  'missing-predecessor',
  'bare-percent',
  'assess-anew',
] as const;
export type InheritNote = (typeof INHERIT_NOTES)[number];

export interface Inherited {
  readonly readings: ReadonlyMap<string, StoredReading>;
  /** What stands in the way of the whole row, each once, the gravest first; one figure's own reason is in `why`. */
  readonly notes: readonly InheritNote[];
  /** Why a figure that a predecessor has was not inherited. */
  readonly why: ReadonlyMap<string, InheritNote>;
}

/**
 * Merges readings by the dictionary's rules, or by signed ones. A divided predecessor, one without the figure, or a
 * per cent without its counts leaves the figure without a reading, so that its verdict is `unknown`, never a guess.
 * A thing that a predecessor does not have ("không áp dụng") counts nothing; where none has it, nor has the successor.
 */
export function inheritReadings(
  predecessors: readonly PredecessorReadings[],
  figures: FigureDictionary,
  rules: Inheritance = USUAL_INHERITANCE,
): Inherited {
  const [only, ...others] = predecessors;
  if (only && others.length === 0 && !only.divided) {
    return {
      readings: only.readings ?? new Map(),
      notes: only.readings ? [] : ['missing-predecessor'],
      why: new Map(),
    };
  }
  const readings = new Map<string, StoredReading>();
  const why = new Map<string, InheritNote>();
  for (const code of new Set(predecessors.flatMap((one) => [...(one.readings?.keys() ?? [])]))) {
    const figure = figures.get(code);
    if (!figure) continue;
    const merged = inheritFigure(predecessors, figure, ruleOf(figure, rules));
    if (typeof merged === 'string') why.set(code, merged);
    else readings.set(code, merged);
  }
  return { readings, notes: rowNotes(predecessors, why), why };
}

/** Signed rules first, by figure and then by kind; else the dictionary's. */
function ruleOf(figure: FigureDef, { figures = {}, kinds = {} }: Inheritance): InheritRule {
  const signed = figures[figure.code] ?? kinds[figure.kind];
  if (signed) return signed;
  if (figure.kind === 'boolean') return { rule: 'agree' };
  return figure.kind === 'document' || figure.kind === 'judged' ? { rule: 'anew' } : { rule: figure.merge };
}

function rowNotes(
  predecessors: readonly PredecessorReadings[],
  why: ReadonlyMap<string, InheritNote>,
): InheritNote[] {
  const found = new Set<InheritNote>();
  if (predecessors.some((one) => one.divided)) found.add('divided-predecessor');
  if (predecessors.some((one) => one.readings === null)) found.add('missing-predecessor');
  if ([...why.values()].includes('bare-percent')) found.add('bare-percent');
  return INHERIT_NOTES.filter((note) => found.has(note));
}

/** The one merged reading, or why there is none. */
function inheritFigure(
  predecessors: readonly PredecessorReadings[],
  figure: FigureDef,
  rule: InheritRule,
): StoredReading | InheritNote {
  if (predecessors.some((one) => one.divided)) return 'divided-predecessor';
  if (rule.rule === 'anew') return 'assess-anew';
  const given = predecessors.flatMap((one) => one.readings?.get(figure.code) ?? []);
  const [first] = given;
  if (!first || given.length < predecessors.length) return 'missing-predecessor';
  const there = given.filter((reading) => reading.applicable);
  if (there.length === 0) return joined(figure, given, null, predecessors);
  if (there.some((reading) => reading.bare)) return 'bare-percent';
  if (there.some((reading) => isUnfilled(reading, figure))) return 'missing-predecessor';
  const weights = rule.rule === 'weightedMean' ? weightsOf(predecessors, figure.code, rule.by) : [];
  if (weights === null) return 'missing-predecessor';
  const parts = mergedParts(rule, figure, there, weights);
  return parts === null ? 'assess-anew' : joined(figure, given, parts, predecessors);
}

function isUnfilled({ numerator, denominator }: StoredReading, { kind }: FigureDef): boolean {
  return numerator === null || ((kind === 'share' || kind === 'ratio') && denominator === null);
}

/** The weights of those predecessors that have the thing, in their order; null where one has no weight. */
function weightsOf(predecessors: readonly PredecessorReadings[], code: string, by: string): string[] | null {
  const weighing = predecessors.filter((one) => one.readings?.get(code)?.applicable);
  const weights = weighing.flatMap((one) => {
    const weight = one.readings?.get(by);
    const text = weight?.bare ? null : (weight?.denominator ?? weight?.numerator ?? null);
    return text === null ? [] : [text];
  });
  return weights.length === weighing.length ? weights : null;
}

/** Null where the rule finds no common value, or does not suit the kind of figure. */
function mergedParts(
  rule: InheritRule,
  figure: FigureDef,
  given: readonly StoredReading[],
  weights: readonly string[],
): Parts | null {
  const { kind } = figure;
  const numbers = given.map((reading) => reading.numerator ?? '0');
  const counted = kind === 'share' || kind === 'ratio';
  if (rule.rule === 'agree') return counted ? null : agreed(given);
  if (rule.rule === 'sum') {
    return counted || kind === 'number' ? mergeReadings({ ...figure, merge: 'sum' }, given) : null;
  }
  if (kind !== 'number') return null;
  if (rule.rule === 'weightedMean') return weightedMean(numbers, weights);
  return rule.rule === 'worstCase' ? worst(numbers, rule.worst) : null;
}

/** A merged reading is as sure as its least sure part: official and confirmed only where all parts are. */
function joined(
  figure: FigureDef,
  given: readonly StoredReading[],
  parts: Parts | null,
  predecessors: readonly PredecessorReadings[],
): StoredReading {
  return {
    figureId: given[0]?.figureId ?? 0,
    thonId: 0,
    numerator: parts?.numerator ?? null,
    denominator: parts?.denominator ?? null,
    applicable: parts !== null,
    note: parts === null ? (given[0]?.note ?? figure.nameVi) : null,
    bare: false,
    official: given.every((reading) => reading.official),
    source: predecessors.map((one) => one.name).join(' + '),
    knownOn: latest(given.map((reading) => reading.knownOn)),
    confirmed: commonConfirmation(given.map((reading) => reading.confirmed)),
    seq: Math.max(...given.map((reading) => reading.seq)),
  };
}

function commonConfirmation(all: readonly (Confirmation | null)[]): Confirmation | null {
  const given = all.flatMap((one) => one ?? []);
  const [first] = given;
  if (!first || given.length < all.length) return null;
  const same = given.every((one) => one.document === first.document);
  return {
    by: [...new Set(given.map((one) => one.by))].join('; '),
    on: latest(given.map((one) => one.on)),
    document: same ? first.document : null,
  };
}

/** The latest of days written `YYYY-MM-DD`. */
function latest(days: readonly string[]): string {
  return [...days].sort().at(-1) ?? '';
}
