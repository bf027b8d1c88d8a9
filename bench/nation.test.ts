// The bench's nation, without a clock: the same in every run, wholly decided, and judged alike one by one and all at once.
import { evaluate, evaluateBatch, MET, trace, traceRow, tracersOf, UNKNOWN } from '@vungbuoc/criteria';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillTable, type MemoryNation, memoryNation } from './nation/in-memory.ts';
import { type BenchLaw, parseDecided, readBenchLaw } from './nation/law.ts';
import { closuresStatus, closuresTrace } from './rules/closures.ts';
import type { Contender } from './rules/contender.ts';
import { dhis2RuleEngine, jsonLogicEngine, jsonRulesEngine } from './rules/libraries.ts';

const COMMUNES = 140;
let law: BenchLaw;
let nation: MemoryNation;

beforeAll(async () => {
  law = await readBenchLaw();
  nation = memoryNation(parseDecided(law, 'vn-ntm-xa-2021-2025.v2'), 2025, COMMUNES);
});

describe('an engineer measures the nation', () => {
  it('finds the same figures for the same seed', () => {
    const again = memoryNation(nation.set, 2025, COMMUNES);
    expect(again.readings).toEqual(nation.readings);
    const other = memoryNation(nation.set, 2025, COMMUNES, 43);
    expect(other.readings).not.toEqual(nation.readings);
  });

  it('finds a standard that decides in every cell, so that no indicator is free', () => {
    for (const name of ['vn-ntm-xa-2016-2020', 'vn-ntm-xa-2021-2025.v2'] as const) {
      const set = parseDecided(law, name);
      const { groups } = memoryNation(set, set.period.to, 7);
      const open = groups.flatMap(({ compiled }) => compiled.indicators.filter((one) => one.open !== null));
      expect(open.map((one) => one.indicator.code)).toEqual([]);
    }
  });

  it('finds 49 and 57 indicators', () => {
    const count = (name: Parameters<typeof parseDecided>[1]): number =>
      parseDecided(law, name).criteria.flatMap((criterion) => criterion.indicators).length;
    expect(count('vn-ntm-xa-2016-2020')).toBe(49);
    expect(count('vn-ntm-xa-2021-2025.v2')).toBe(57);
  });

  it('finds communes that meet much and communes that meet little', () => {
    const { criteria } = evaluateBatch(nation.groups, fillTable(nation));
    const met = criteria.filter((status) => status === MET).length / criteria.length;
    const unknown = criteria.filter((status) => status === UNKNOWN).length / criteria.length;
    expect(met).toBeGreaterThan(0.3);
    expect(met).toBeLessThan(0.8);
    expect(unknown).toBeLessThan(0.1);
  });
});

describe('the nation judged at once', () => {
  it('comes to what each commune comes to alone', () => {
    const table = fillTable(nation);
    const { indicators, criteria, indicatorWidth, criterionWidth } = evaluateBatch(nation.groups, table);
    for (const { compiled, rows } of nation.groups) {
      for (const row of rows) {
        const alone = evaluate(compiled, nation.readings[row] ?? new Map());
        const of = (bytes: Uint8Array, width: number) => bytes.slice(row * width, (row + 1) * width);
        expect(of(indicators, indicatorWidth)).toEqual(alone.indicators);
        expect(of(criteria, criterionWidth)).toEqual(alone.criteria);
      }
    }
  });

  it('explains each commune as alone', () => {
    const table = fillTable(nation);
    const { indicators, criteria, indicatorWidth, criterionWidth } = evaluateBatch(nation.groups, table);
    for (const { compiled, rows } of nation.groups) {
      const tracers = tracersOf(compiled);
      for (const row of rows) {
        const conditions = Uint8Array.from(compiled.conditions, (one) => one.judge(table, row));
        const statuses = { indicators, criteria, conditions };
        const together = traceRow(
          compiled,
          tracers,
          table,
          row,
          statuses,
          row * indicatorWidth,
          row * criterionWidth,
        );
        expect(together).toEqual(trace(compiled, nation.readings[row] ?? new Map()));
      }
    }
  });
});

describe('floors and libraries', () => {
  const all: readonly Contender[] = [
    closuresStatus,
    closuresTrace,
    jsonLogicEngine,
    jsonRulesEngine,
    dhis2RuleEngine,
  ];

  it('come to the same number of criteria met: they do the same work', async () => {
    const met = await Promise.all(all.map(async (one) => (await one.make(21))()));
    expect(new Set(met).size).toBe(1);
    expect(met[0]).toBeGreaterThan(0);
  });
});
