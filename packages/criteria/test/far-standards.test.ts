// Standards and figures at the edge of what numbers hold, compared exactly; and conditions that no figure belongs to.
import {
  type Condition,
  type FigureDef,
  FigureTable,
  MET,
  NOT_MET,
  type Reading,
  UNKNOWN,
} from '@vungbuoc/criteria';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsOf } from '../src/explain/gap.ts';
import type { Operand } from '../src/judge/compare.ts';
import { judgeOf } from '../src/judge/rule-judge.ts';
import { tries } from './random-figures.ts';
import { plain, share } from './shipped-law.ts';
import { first, type Law } from './small-laws.ts';
import { allOf, dictionary, indicator, oneIndicator } from './small-set.ts';

function figure(code: string): FigureDef {
  const found = dictionary().get(code);
  if (found === undefined) throw new Error(code);
  return found;
}

function judged(
  code: string,
  condition: Condition,
  reading: Reading,
): { verdict: number; gap: string | undefined } {
  const definition = figure(code);
  const operand: Operand = { figure: 0, kind: definition.kind, decimals: definition.decimals };
  const operands = new Map([['', operand]]);
  const table = new FigureTable([definition], 1);
  table.set(0, 0, reading);
  return {
    verdict: judgeOf(condition, operands)(table, 0),
    gap: gapsOf(condition, operands)(table, 0)[0]?.amount,
  };
}

const atLeast = (value: string): Condition => ({ kind: 'atLeast', part: '', value });
const atMost = (value: string): Condition => ({ kind: 'atMost', part: '', value });

describe('a standard far beyond any figure', () => {
  it.each([
    ['a count exactly there', 'ho', atLeast('90000000000'), plain('90000000000'), MET],
    ['a count one short', 'ho', atLeast('90000000000'), plain('89999999999'), NOT_MET],
    ['a count one over', 'ho', atMost('89999999999'), plain('90000000000'), NOT_MET],
    [
      'an amount in thousandths there',
      'thu-nhap',
      atLeast('9000000000000.001'),
      plain('9000000000000.001'),
      MET,
    ],
    [
      'the same, a thousandth short',
      'thu-nhap',
      atLeast('9000000000000.001'),
      plain('9000000000000'),
      NOT_MET,
    ],
    ['a ratio there', 'cay-xanh', atLeast('30000000000.001'), share('30000000000001', 1000), MET],
    [
      'a ratio a little short',
      'cay-xanh',
      atLeast('30000000000.001'),
      share('30000000000000', 1000),
      NOT_MET,
    ],
    ['a ratio of small counts', 'cay-xanh', atLeast('30000000000.001'), share(1, 1), NOT_MET],
    ['a ratio above a hundred', 'cay-xanh', atLeast('100.001'), share(100001, 1000), MET],
    ['a ratio above a hundred, short', 'cay-xanh', atLeast('100.001'), share(100000, 1000), NOT_MET],
    ['a ratio with parts of a square metre', 'cay-xanh', atLeast('2.5'), share('999.999', 400), NOT_MET],
    ['a ratio whose parts are enough', 'cay-xanh', atLeast('2.5'), share('1000.001', 400), MET],
  ] as const)('%s', (_name, code, condition, reading, verdict) => {
    expect(judged(code, condition, reading).verdict).toBe(verdict);
  });

  it('leaves a gap that is exact to the last thousandth', () => {
    expect(judged('thu-nhap', atLeast('9000000000000.001'), plain('0.002')).gap).toBe('8999999999999.999');
    expect(judged('thu-nhap', atLeast('9007199254740'), plain('0.001')).gap).toBe('9007199254739.999');
  });

  it('finer than a thousandth decides nothing: no decree has such a standard, so it is a fault', () => {
    expect(judged('thu-nhap', atLeast('1.0005'), plain(2)).verdict).toBe(UNKNOWN);
    expect(judged('nuoc', atLeast('1.0005'), share(1, 1)).verdict).toBe(UNKNOWN);
  });
});

it('any ratio or number is judged as whole numbers judge it, however large the standard', () => {
  const count = fc.integer({ min: 0, max: 90_000_000_000 });
  const thousandths = fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.maxSafeNat());
  const near = fc.integer({ min: -1, max: 1 });
  fc.assert(
    fc.property(count, count, thousandths, near, (some, total, standard, off) => {
      const bottom = Math.max(1, total % 1_000_000);
      // every other time right at the standard, where a lost digit would show
      const edge = Math.floor((standard * bottom) / 1000) + off;
      const top = some % 2 === 0 || edge < 0 || edge > 90_000_000_000 ? some : edge;
      const value = `${Math.floor(standard / 1000)}.${String(standard % 1000).padStart(3, '0')}`;
      const [t, b, s] = [BigInt(top), BigInt(bottom), BigInt(standard)];
      const ratio = (condition: Condition) => judged('cay-xanh', condition, share(top, bottom)).verdict;
      expect(ratio(atLeast(value)) === MET).toBe(t * 1000n >= s * b);
      expect(ratio(atMost(value)) === MET).toBe(t * 1000n <= s * b);
      expect(judged('ho', atLeast(value), plain(top)).verdict === MET).toBe(t * 1000n >= s);
      expect(judged('ho', atMost(value), plain(top)).verdict === MET).toBe(t * 1000n <= s);
    }),
    tries(300),
  );
});

describe('a condition without a figure', () => {
  const table = new FigureTable([figure('nuoc')], 1);
  const lost = atLeast('1');

  it.each([
    ['alone', lost],
    ['twice, both asked', { kind: 'all', of: [lost, lost] }],
    ['twice, one asked', { kind: 'any', of: [lost, lost] }],
    ['judged by an office', { kind: 'judged', part: '' }],
  ] as const)('%s stays open, and is never "there is none here"', (_name, condition: Condition) => {
    expect(judgeOf(condition, new Map())(table, 0)).toBe(UNKNOWN);
  });

  it('has no gap', () => {
    expect(gapsOf(lost, new Map())(table, 0)).toEqual([]);
  });
});

describe('where the decree says "nếu có"', () => {
  it('two conditions without a figure are open, not "there is none here"', () => {
    const parts = {
      '': { code: 'nuoc', confidence: 'source' },
      clean: { code: 'nuoc/sach', confidence: 'source' },
    };
    const two = allOf({ op: '>=', value: 90 }, { part: 'clean', op: '>=', value: 50 });
    const law: Law = () =>
      oneIndicator(
        indicator('1.1', 'nuoc', 'percent', { default: two }, { figures: parts, ifPresent: true }),
      );
    expect(first(law, {})).toBe('unknown');
  });
});
