// What must hold for any figures: fast-check looks for a commune that proves us wrong.
import {
  addDecimals,
  type CriteriaSet,
  canonicalJson,
  compile,
  decimalText,
  evaluate,
  evaluateBatch,
  explain,
  FigureTable,
  mergeReadings,
  microOf,
  type Reading,
  trace,
  traceRow,
  tracersOf,
  verdictOf,
} from '@vungbuoc/criteria';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, proportion, RUNS, readingsFor, threshold, tries } from './random-figures.ts';
import { overlaid, shippedSet } from './shipped-law.ts';
import { cell, criterion, goodSet, indicator, setDocument } from './small-set.ts';

const lawOfLaiChau = (): CriteriaSet => overlaid(shippedSet('vn-ntm-xa-2016-2020'));
const columns = ['TDMNPB', 'DBSH', 'BTB', 'DHNTB', 'TN', 'DNB', 'DBSCL'];

const column = fc.constantFrom(...columns);
const year = fc.integer({ min: 2016, max: 2021 });

/** One share against one threshold in thousandths of a per cent. */
function simple(op: '>=' | '<=', thousandths: number): CriteriaSet {
  const value = decimalText(BigInt(thousandths) * 1000n);
  return goodSet(
    setDocument([criterion('1', [indicator('1.1', 'nuoc', 'percent', { default: cell(op, value) })])]),
  );
}

describe('figures and standards', () => {
  it('raising one share toward one threshold never worsens its verdict', () => {
    const rank = { notMet: 0, unknown: 1, notApplicable: 1, met: 2 };
    fc.assert(
      fc.property(threshold, fc.constantFrom('>=', '<='), proportion, decimal, (limit, op, reading, step) => {
        const set = simple(op as '>=' | '<=', limit);
        const micro = microOf(reading.numerator ?? '0') ?? 0n;
        const total = microOf(reading.denominator ?? '0') ?? 0n;
        const by = microOf(step) ?? 0n;
        const moved = op === '>=' ? (micro + by > total ? total : micro + by) : micro > by ? micro - by : 0n;
        const at = (numerator: string) =>
          verdictOf(
            evaluate(compile(set, 'NUI', 2020), new Map([['nuoc', { ...reading, numerator }]])).indicators[0],
          );
        expect(rank[at(decimalText(moved))]).toBeGreaterThanOrEqual(rank[at(reading.numerator ?? '0')]);
      }),
      RUNS,
    );
  });

  it('agrees with exact fractions', () => {
    fc.assert(
      fc.property(threshold, fc.constantFrom('>=', '<='), proportion, (limit, op, reading) => {
        const [n, d] = [microOf(reading.numerator ?? '0') ?? 0n, microOf(reading.denominator ?? '0') ?? 0n];
        const difference = n * 100_000n - BigInt(limit) * d;
        const expected =
          d === 0n ? 'unknown' : (op === '>=' ? difference >= 0n : difference <= 0n) ? 'met' : 'notMet';
        const set = simple(op as '>=' | '<=', limit);
        expect(
          verdictOf(evaluate(compile(set, 'NUI', 2020), new Map([['nuoc', reading]])).indicators[0]),
        ).toBe(expected);
      }),
      RUNS,
    );
  });

  it('the gap is exactly what is missing: with it the standard is met, with less it is not', () => {
    fc.assert(
      fc.property(
        threshold,
        fc.constantFrom('>=', '<='),
        fc.nat(5000),
        fc.integer({ min: 1, max: 5000 }),
        (limit, op, a, b) => {
          const set = simple(op as '>=' | '<=', limit);
          const [n, d] = a <= b ? [a, b] : [b, a];
          fc.pre(d > 0);
          const compiled = compile(set, 'NUI', 2020);
          const at = (numerator: number) =>
            trace(
              compiled,
              new Map([['nuoc', { numerator: String(numerator), denominator: String(d), applicable: true }]]),
            ).criteria[0]?.indicators[0];
          const [gap] = at(n)?.gaps ?? [];
          if (gap === undefined) {
            expect(at(n)?.verdict).toBe('met');
            return;
          }
          const step = gap.direction === 'short' ? Number(gap.amount) : -Number(gap.amount);
          expect(at(n + step)?.verdict).toBe('met');
          expect(at(n + step - Math.sign(step))?.verdict).toBe('notMet');
        },
      ),
      RUNS,
    );
  });

  it('a merged commune is judged as the sum of its parts', () => {
    const figure = lawOfLaiChau().figures['xa2016.17.1'];
    if (figure === undefined) throw new Error('no figure');
    fc.assert(
      fc.property(threshold, fc.array(proportion, { minLength: 1, maxLength: 5 }), (limit, parts) => {
        const merged = mergeReadings(figure, parts);
        const sum = (key: 'numerator' | 'denominator') => addDecimals(parts.map((part) => part[key] ?? '0'));
        expect([merged?.numerator, merged?.denominator]).toEqual([sum('numerator'), sum('denominator')]);
        const judge = (reading: Reading) =>
          verdictOf(
            evaluate(compile(simple('>=', limit), 'NUI', 2020), new Map([['nuoc', reading]])).indicators[0],
          );
        const verdicts = parts.map(judge);
        const whole = merged === null ? 'unknown' : judge(merged);
        if (!verdicts.includes('unknown')) {
          if (verdicts.every((verdict) => verdict === 'met')) expect(whole).toBe('met');
          if (verdicts.every((verdict) => verdict === 'notMet')) expect(whole).toBe('notMet');
        }
      }),
      RUNS,
    );
  });
});

describe('the whole law', () => {
  it('unknown in never gives met out', () => {
    const law = lawOfLaiChau();
    fc.assert(
      fc.property(readingsFor(law), column, year, (readings, dimension, at) => {
        const compiled = compile(law, dimension, at);
        const { indicators, criteria } = evaluate(compiled, readings);
        compiled.criteria.forEach((item, index) => {
          const parts = [...indicators.slice(item.first, item.end)].map(verdictOf);
          if (parts.includes('unknown')) expect(verdictOf(criteria[index])).not.toBe('met');
          if (parts.includes('notMet')) expect(verdictOf(criteria[index])).toBe('notMet');
        });
        compiled.indicators.forEach(({ indicator: item, open }, index) => {
          const given = Object.values(item.figures).every((use) => readings.has(use.code));
          if (open !== null) expect(verdictOf(indicators[index])).toBe('unknown');
          if (!given && Object.keys(item.figures).length === 1)
            expect(verdictOf(indicators[index])).toBe('unknown');
        });
      }),
      RUNS,
    );
  });

  it('taking a figure away never makes anything met', () => {
    const law = lawOfLaiChau();
    fc.assert(
      fc.property(
        readingsFor(law),
        column,
        fc.constantFrom(...Object.keys(law.figures)),
        (readings, dimension, code) => {
          const compiled = compile(law, dimension, 2020);
          const less = new Map(readings);
          less.delete(code);
          const [before, after] = [evaluate(compiled, readings), evaluate(compiled, less)];
          after.criteria.forEach((byte, index) => {
            if (verdictOf(byte) === 'met') expect(verdictOf(before.criteria[index])).toBe('met');
          });
        },
      ),
      RUNS,
    );
  });

  it.each([
    ['2016-2020 with its overlay', lawOfLaiChau],
    ['2021-2025', () => shippedSet('vn-ntm-xa-2021-2025')],
  ] as const)('explain agrees with evaluate: %s', (_name, make) => {
    const set = make();
    fc.assert(
      fc.property(
        readingsFor(set),
        column,
        fc.integer({ min: 2015, max: 2025 }),
        (readings, dimension, at) => {
          const compiled = compile(set, dimension, at);
          const { indicators, criteria, counts } = evaluate(compiled, readings);
          const said = explain(compiled, readings, 'vi');
          expect(said.criteria.map((item) => item.verdict)).toEqual([...criteria].map(verdictOf));
          const items = said.criteria.flatMap((item) => item.indicators);
          expect(items.map((item) => item.verdict)).toEqual([...indicators].map(verdictOf));
          expect(said.evaluation.counts).toEqual(counts);
          for (const item of items) {
            expect(item.reason).not.toMatch(/\{\w+\}|undefined|NaN/);
            expect(item.gaps.length > 0 && item.verdict !== 'notMet').toBe(false);
            expect(item.why === null).toBe(item.verdict === 'met' || item.verdict === 'notMet');
            for (const gap of item.gaps) expect(Number(gap.amount)).toBeGreaterThan(0);
          }
        },
      ),
      tries(150),
    );
  });

  it('a nation judged at once is judged like each of its communes, explanations included', () => {
    const law = lawOfLaiChau();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(readingsFor(law), column), { minLength: 1, maxLength: 8 }),
        (communes) => {
          const table = new FigureTable(Object.values(law.figures), communes.length);
          communes.forEach(([readings], row) => {
            table.figures.forEach((figure, index) => {
              table.set(row, index, readings.get(figure.code));
            });
          });
          const groups = columns.map((dimension) => ({
            compiled: compile(law, dimension, 2020),
            rows: Int32Array.from(communes.flatMap(([, own], row) => (own === dimension ? [row] : []))),
          }));
          const batch = evaluateBatch(groups, table);
          const tracers = new Map(groups.map(({ compiled }) => [compiled.dimension, tracersOf(compiled)]));
          communes.forEach(([readings, dimension], row) => {
            const compiled = compile(law, dimension, 2020);
            const single = evaluate(compiled, readings);
            const indicators = batch.indicators.subarray(
              row * batch.indicatorWidth,
              (row + 1) * batch.indicatorWidth,
            );
            const criteria = batch.criteria.subarray(
              row * batch.criterionWidth,
              (row + 1) * batch.criterionWidth,
            );
            expect([...indicators]).toEqual([...single.indicators]);
            expect([...criteria]).toEqual([...single.criteria]);
            const traced = traceRow(compiled, tracers.get(dimension) ?? tracersOf(compiled), table, row, {
              ...single,
              indicators,
              criteria,
            });
            expect(canonicalJson(traced)).toBe(canonicalJson(trace(compiled, readings)));
          });
        },
      ),
      tries(60),
    );
  });
});
