// Nobody loses by getting better: every figure of every shipped set, in every column and year, moved toward what is asked
// of it: shares, numbers, ratios, facts, men and women apart, several conditions in a cell, "nếu có", up to the level.
import {
  type Comparison,
  type CompiledSet,
  type Condition,
  type CriteriaSet,
  compile,
  decimalText,
  dimensionsOf,
  evaluate,
  microOf,
  type Reading,
  type UnitReadings,
  type Verdict,
  verdictOf,
} from '@vungbuoc/criteria';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingsFor, tries } from './random-figures.ts';
import { overlaid, setFolders, shippedSet } from './shipped-law.ts';
import * as small from './small-laws.ts';

/** The law as if every standard written in it were sure, so that those that nobody checked are tried too. */
function asIfSure(set: CriteriaSet): CriteriaSet {
  const sure = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'standard'
      ? { ...value, confidence: 'source', source: 'x' }
      : value;
  // what was a set is one still: only confidences and sources of its cells are others
  return JSON.parse(JSON.stringify(set), sure) as CriteriaSet;
}

const laws: [string, () => CriteriaSet][] = [
  ...setFolders.flatMap((name): [string, () => CriteriaSet][] => [
    [name, () => shippedSet(name)],
    [`${name} as if sure`, () => asIfSure(shippedSet(name))],
  ]),
  ['2016-2020 with its overlay', () => overlaid(shippedSet('vn-ntm-xa-2016-2020'))],
  ['two conditions', small.both],
  ['an alternative', small.either],
  ['men and women', small.jobs],
  ['a ratio', small.green],
  ['a ceiling', small.poverty],
  ['a judgement', small.judged],
  ['"nếu có"', small.craft],
];

/** Every column, and none; every year, with those that an overlay adds. */
function placesOf(set: CriteriaSet): CompiledSet[] {
  const { from, to, extended } = set.period;
  const years = Array.from({ length: (extended?.to ?? to) - from + 1 }, (_, at) => from + at);
  return [null, ...dimensionsOf(set)].flatMap((column) => years.map((year) => compile(set, column, year)));
}

function comparisonsOf(condition: Condition): Comparison[] {
  return condition.kind === 'all' || condition.kind === 'any'
    ? condition.of.flatMap(comparisonsOf)
    : [condition];
}

/** The reading moved by a part of the way to the best there is; null where there is nothing to move. */
function toward(asked: Comparison, reading: Reading | undefined, part: number): Reading | null {
  if (reading === undefined || !reading.applicable || reading.numerator === null) return null;
  const now = microOf(reading.numerator);
  const total = microOf(reading.denominator ?? '0');
  if (now === null || total === null || now < 0n || total < 0n) return null;
  if (asked.kind === 'equals') return { ...reading, numerator: asked.value ? '1' : '0' };
  if (asked.kind === 'judged') return { ...reading, numerator: '1' };
  const ceiling = reading.bare === true ? 100_000_000n : reading.denominator === null ? now * 3n : total;
  // a part above its total is no figure at all, and being corrected it may turn out worse
  if (now > ceiling) return null;
  const best = asked.kind === 'atLeast' ? ceiling : 0n;
  const moved = now + ((best - now) * BigInt(part)) / 1000n;
  return { ...reading, numerator: decimalText(moved) };
}

const RANK: Readonly<Record<Verdict, number>> = { notMet: 0, unknown: 1, notApplicable: 1, met: 2 };

/** Ranks of all that a unit is told: criteria, the level, and the one indicator that was moved. */
function ranks(compiled: CompiledSet, readings: UnitReadings, indicator: number): number[] {
  const { indicators, criteria, level } = evaluate(compiled, readings);
  const said = [verdictOf(indicators[indicator]), ...Array.from(criteria, verdictOf), level.verdict];
  return said.map((verdict) => RANK[verdict]);
}

interface Move {
  readonly indicator: number;
  readonly figure: string;
  readonly asked: Comparison;
}

function movesOf({ indicators }: CompiledSet): Move[] {
  return indicators.flatMap(({ indicator, standard }, at) =>
    comparisonsOf(standard?.of ?? { kind: 'all', of: [] }).flatMap((asked) => {
      const use = indicator.figures[asked.part];
      return use === undefined ? [] : [{ indicator: at, figure: use.code, asked }];
    }),
  );
}

describe('raising a figure toward its standard never worsens a verdict', () => {
  it.each(laws)('%s', (_name, law) => {
    const set = law();
    const given = fc.tuple(readingsFor(set), fc.integer({ min: 0, max: 1000 }));
    let tried = 0;
    for (const compiled of placesOf(set)) {
      const moves = movesOf(compiled);
      fc.assert(
        fc.property(given, ([readings, part]) => {
          for (const { indicator, figure, asked } of moves) {
            const moved = toward(asked, readings.get(figure), part);
            if (moved === null) continue;
            tried++;
            const before = ranks(compiled, readings, indicator);
            const after = ranks(compiled, new Map(readings).set(figure, moved), indicator);
            const worse = after.filter((rank, at) => rank < (before[at] ?? 0));
            if (worse.length > 0)
              expect.fail(
                `${set.id} ${compiled.dimension} ${compiled.year} ${figure}: ${JSON.stringify(moved)}`,
              );
          }
        }),
        tries(2),
      );
    }
    const decided = set.criteria.some((criterion) => criterion.indicators.length > 0);
    if (decided) expect(tried).toBeGreaterThan(0);
  });
});
