// Nothing is ever met out of nothing: empty lists of conditions, and a key written twice in disguise.
import { compile, evaluate, explain, UNKNOWN } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { FigureTable } from '../src/judge/figure-table.ts';
import { judgeOf } from '../src/judge/rule-judge.ts';
import { good, one, parse, water } from './small-documents.ts';
import { allOf, anyOf, cell, criterion, indicator, setDocument } from './small-set.ts';

const bare = (op: string, value: number) => ({ op, value });

describe('an office leaves a list of conditions empty', () => {
  it.each([
    ['at the top', allOf()],
    ['inside "any"', anyOf({ all: [] }, bare('>=', 90))],
    ['inside "all"', allOf({ any: [] }, bare('>=', 90))],
  ])('%s it is refused: it would hold without a figure', (_name, standard) => {
    const { set, refused } = parse(one(water({ default: standard })));
    expect(set).toBeNull();
    expect(refused.map((problem) => problem.code)).toContain('set.no-condition');
  });

  it.each(['all', 'any'] as const)('an empty "%s" that came in some other way decides nothing', (kind) => {
    const judge = judgeOf({ kind, of: [] }, new Map());
    expect(judge(new FigureTable([], 1), 0)).toBe(UNKNOWN);
  });
});

describe('a key stands twice in a file', () => {
  it('also when one of its letters is escaped: nobody knows which line counts', () => {
    const text = JSON.stringify(good).replace('"value":90', '"value":90,"v\\u0061lue":10');
    expect(text).toContain('\\u0061');
    const { set, refused } = parse(text);
    expect(set).toBeNull();
    expect(refused.map((problem) => problem.code)).toEqual(['set.key-twice']);
  });

  it('a single escaped key is the same key', () => {
    const text = JSON.stringify(good).replace('"value":90', '"v\\u0061lue":90');
    const { set } = parse(text);
    const column = set?.dimension?.values[0]?.code ?? null;
    const compiled = set && compile(set, column, set.period.from);
    const reading = { numerator: '89', denominator: '100', applicable: true };
    expect(compiled && evaluate(compiled, new Map([['nuoc', reading]])).counts.notMet).toBe(1);
  });
});

describe('a standard that is not certain is named in words', () => {
  it('"must exist" is said as such, not as a sign of the program', () => {
    const unsure = { ...cell('=', true), confidence: 'unsure' };
    const market = indicator('1.1', 'cho', 'boolean', { default: unsure });
    const { set } = parse(setDocument([criterion('1', [market])]));
    const column = set?.dimension?.values[0]?.code ?? null;
    const said =
      set &&
      explain(compile(set, column, set.period.from), new Map(), 'vi').criteria[0]?.indicators[0]?.reason;
    expect(said).toContain('mức yêu cầu (phải có) chưa chắc chắn');
    expect(said).not.toContain('=true');
  });
});
