// The floors' own nation: 3,321 communes x 57 indicators, 19 criteria of three, standards by seven regions.
// After "the floors of the project": the same numbers for every peer, so that all do the same work.

export const INDICATORS = 57;
export const CRITERIA = 19;
export const REGIONS = 7;

export type IndicatorKind = 'percent' | 'bool' | 'number' | 'numberMax';

export interface FloorCommune {
  readonly id: number;
  readonly region: number;
  readonly values: readonly (number | boolean)[];
}

export interface FloorNation {
  /** `standards[region][indicator]`. */
  readonly standards: readonly (readonly (number | boolean)[])[];
  readonly communes: readonly FloorCommune[];
}

const KINDS: readonly IndicatorKind[] = ['percent', 'bool', 'number', 'percent', 'numberMax'];

export function kindOf(indicator: number): IndicatorKind {
  return KINDS[indicator % KINDS.length] ?? 'percent';
}

/** The three indicators of a criterion. */
export function indicatorsOf(criterion: number): readonly number[] {
  return [3 * criterion, 3 * criterion + 1, 3 * criterion + 2];
}

export function floorNation(communes: number): FloorNation {
  let seed = 42;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 4_294_967_296;
  };
  const standards = Array.from({ length: REGIONS }, () =>
    Array.from({ length: INDICATORS }, (_, indicator) => standardOf(kindOf(indicator), random)),
  );
  const list = Array.from({ length: communes }, (_, id) => ({
    id,
    region: id % REGIONS,
    values: Array.from({ length: INDICATORS }, (_, indicator) =>
      kindOf(indicator) === 'bool' ? random() > 0.08 : Math.round(random() * 10_000) / 100,
    ),
  }));
  return { standards, communes: list };
}

function standardOf(kind: IndicatorKind, random: () => number): number | boolean {
  if (kind === 'bool') return true;
  if (kind === 'percent') return 5 + Math.floor(random() * 20);
  if (kind === 'number') return 3 + Math.floor(random() * 10);
  return 95 - Math.floor(random() * 20);
}

/** One commune as the flat facts that rule libraries take: `i0`...`i56` and the standards `t0`...`t56`. */
export function factsOf(nation: FloorNation, commune: FloorCommune): Record<string, number | boolean> {
  const facts: Record<string, number | boolean> = {};
  const standards = nation.standards[commune.region] ?? [];
  for (let indicator = 0; indicator < INDICATORS; indicator++) {
    facts[`i${indicator}`] = commune.values[indicator] ?? false;
    facts[`t${indicator}`] = standards[indicator] ?? false;
  }
  return facts;
}
