// Which cell of a table a year and a column lead to, and whether it may decide.
import { type Cell, cellAt, decides, findIndicator, isUnchecked, verdictOf } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { income, setOf, water } from './small-laws.ts';

const toProvince: Cell = {
  kind: 'delegated',
  to: 'province',
  textVi: 'UBND cấp tỉnh quy định',
  textEn: 'set by the province',
  confidence: 'memory',
  source: 'Bảng của quyết định',
};

describe('a cell that the decree leaves to the province', () => {
  it('decides nothing, however sure it is that the decree says so', () => {
    expect(decides(toProvince)).toBe(false);
    expect(decides({ ...toProvince, confidence: 'source' })).toBe(false);
    expect(decides({ kind: 'missing' })).toBe(false);
  });

  it('has no standard that somebody would have to check', () => {
    expect(isUnchecked(toProvince)).toBe(false);
    expect(isUnchecked({ kind: 'missing' })).toBe(false);
  });
});

describe('the cell for a year and a column', () => {
  const ruleOf = (law: typeof water) => {
    const found = findIndicator(setOf(law), '1.1');
    if (found === undefined) throw new Error('no indicator');
    return found.rule;
  };

  it('is not guessed where the column is not known, or not in the table', () => {
    expect(cellAt(ruleOf(water), null, 2020)).toBe('no-column');
    expect(cellAt(ruleOf(water), 'BIEN', 2020)).toBe('no-column');
    expect(cellAt(ruleOf(water), 'constructor', 2020)).toBe('no-column');
  });

  it('is not that of another year', () => {
    expect(cellAt(ruleOf(income), null, 2022)).toBe('no-year');
    expect(cellAt(ruleOf(income), 'NUI', 2021)).toMatchObject({ of: { value: '38.5' } });
  });
});

it('a byte that the engine never writes is no verdict', () => {
  expect([verdictOf(9), verdictOf(undefined)]).toEqual(['unknown', 'unknown']);
});
