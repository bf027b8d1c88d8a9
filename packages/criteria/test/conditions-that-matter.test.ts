// Several conditions in one cell: which of them contradict each other or never matter, and which only look so.
import { describe, expect, it } from 'vitest';
import { one, parse } from './small-documents.ts';
import { allOf, anyOf, type Doc, indicator } from './small-set.ts';

const least = (value: number, more: Doc = {}): Doc => ({ op: '>=', value, ...more });
const most = (value: number, more: Doc = {}): Doc => ({ op: '<=', value, ...more });
const CLEAN = { part: 'clean' };

/** What is said of a cell of water and clean water. */
function faultsOf(standard: Doc): string[] {
  const figures = {
    '': { code: 'nuoc', confidence: 'source' },
    ...(JSON.stringify(standard).includes('clean')
      ? { clean: { code: 'nuoc/sach', confidence: 'source' } }
      : {}),
  };
  return codesOf(indicator('1.1', 'nuoc', 'percent', { default: standard }, { figures }));
}

function codesOf(item: Doc): string[] {
  const { refused, unfinished } = parse(one(item));
  return [...refused, ...unfinished].map(({ code }) => code);
}

describe('conditions that nobody can meet, or that never matter, are refused', () => {
  it.each([
    [
      'a contradiction inside alternatives of a list',
      allOf(least(50), { any: [least(90), { all: [most(10), least(20)] }] }),
      'set.conditions-contradict',
    ],
    [
      'alternatives written before the condition that rules out all of them',
      allOf({ any: [least(90), least(80, CLEAN)] }, most(50), most(50, CLEAN)),
      'set.conditions-contradict',
    ],
    ['one floor twice, as if it were a choice', anyOf(least(90), least(90)), 'set.condition-unreachable'],
    ['one ceiling twice, as if it were a choice', anyOf(most(50), most(50)), 'set.condition-unreachable'],
  ])('%s', (_name, standard, code) => {
    expect(faultsOf(standard)).toEqual([code]);
  });

  it('a fact that must be so and is confirmed besides is one condition too many, not a contradiction', () => {
    const standard = allOf({ op: '=', value: true }, { op: 'judged' });
    expect(codesOf(indicator('1.1', 'cho', 'boolean', { default: standard }))).toEqual([
      'set.condition-unreachable',
    ]);
  });
});

describe('conditions that each matter are taken', () => {
  const exactly20 = { all: [least(20), most(20)] };
  const cleanAt20 = { all: [least(20), most(20), least(60, CLEAN)] };

  it.each([
    ['at most 10, or exactly 20', anyOf(most(10), exactly20)],
    ['at least 30, or exactly 20', anyOf(least(30), exactly20)],
    [
      'exactly 20 with much clean water, or at most 10 with less',
      anyOf(cleanAt20, { all: [most(10), least(50, CLEAN)] }),
    ],
    [
      'exactly 20 with much clean water, or at least 30 with less',
      anyOf(cleanAt20, { all: [least(30), least(50, CLEAN)] }),
    ],
  ])('%s', (_name, standard) => {
    expect(faultsOf(standard)).toEqual([]);
  });
});
