// Our engine on the nation: rules from data, the decided set of 2021-2025 with its 57 indicators.
import {
  type CompiledSet,
  evaluateBatch,
  type FigureTable,
  MET,
  type Tracers,
  traceRow,
  tracersOf,
  UNKNOWN,
  type UnitTrace,
} from '@vungbuoc/criteria';
import { fillTable, type MemoryNation, memoryNation } from '../nation/in-memory.ts';
import { parseDecided, readBenchLaw } from '../nation/law.ts';
import type { Contender } from './contender.ts';

const YEAR = 2025;

/** What judging needs of a nation. Its readings, once in the table, are let go: no floor keeps its figures twice. */
type Groups = MemoryNation['groups'];

/** Figures stand in the table, as the floors' stand in their arrays. */
export const ourStatuses: Contender = {
  name: 'criteria: statuses',
  async make(communes) {
    const nation = await decidedNation(communes);
    const table = fillTable(nation);
    const { groups } = nation;
    return () => judgeAll(groups, table);
  },
};

/** Each pass another tenth of the nation: the same few communes again and again would stand in the cache, foreseen. */
export const ourTenths: Contender = {
  name: 'criteria: a tenth each time',
  async make(communes) {
    const law = await readBenchLaw();
    const set = parseDecided(law, 'vn-ntm-xa-2021-2025.v2');
    const tenths = Array.from({ length: 10 }, (_, seed) => {
      const nation = memoryNation(set, YEAR, Math.ceil(communes / 10), seed);
      return { groups: nation.groups, table: fillTable(nation) };
    });
    let turn = 0;
    return () => {
      const tenth = tenths[turn++ % tenths.length];
      return tenth ? judgeAll(tenth.groups, tenth.table) : 0;
    };
  },
};

/** From readings as stored (texts) to statuses: the libraries too are given their facts within the measured time. */
export const ourStatusesFromReadings: Contender = {
  name: 'criteria: readings to statuses',
  async make(communes) {
    const nation = await decidedNation(communes);
    return () => judgeAll(nation.groups, fillTable(nation));
  },
};

/** Statuses and the canonical explanation of every indicator, kept until the next pass. */
export const ourExplanations: Contender = {
  name: 'criteria: every explanation',
  async make(communes) {
    const nation = await decidedNation(communes);
    const table = fillTable(nation);
    const { groups } = nation;
    const tracers = tracersOfAll(groups);
    return () => explainAll(groups, tracers, table);
  },
};

export const ourExplanationsFromReadings: Contender = {
  name: 'criteria: readings to every explanation',
  async make(communes) {
    const nation = await decidedNation(communes);
    const tracers = tracersOfAll(nation.groups);
    return () => explainAll(nation.groups, tracers, fillTable(nation));
  },
};

async function decidedNation(communes: number): Promise<MemoryNation> {
  const law = await readBenchLaw();
  return memoryNation(parseDecided(law, 'vn-ntm-xa-2021-2025.v2'), YEAR, communes);
}

function judgeAll(groups: Groups, table: FigureTable): number {
  return countMet(evaluateBatch(groups, table).criteria);
}

function tracersOfAll(groups: Groups): Map<CompiledSet, Tracers> {
  return new Map(groups.map(({ compiled }) => [compiled, tracersOf(compiled)]));
}

const kept: UnitTrace[] = [];

function explainAll(
  groups: Groups,
  tracersBySet: ReadonlyMap<CompiledSet, Tracers>,
  table: FigureTable,
): number {
  const { indicators, criteria, indicatorWidth, criterionWidth } = evaluateBatch(groups, table);
  for (const { compiled, rows } of groups) {
    const tracers = tracersBySet.get(compiled) ?? tracersOf(compiled);
    const conditions = new Uint8Array(compiled.conditions.length);
    const statuses = { indicators, criteria, conditions };
    for (const row of rows) {
      for (let at = 0; at < conditions.length; at++)
        conditions[at] = compiled.conditions[at]?.judge(table, row) ?? UNKNOWN;
      kept[row] = traceRow(
        compiled,
        tracers,
        table,
        row,
        statuses,
        row * indicatorWidth,
        row * criterionWidth,
      );
    }
  }
  return countMet(criteria);
}

function countMet(criteria: Uint8Array): number {
  let met = 0;
  for (let at = 0; at < criteria.length; at++) if (criteria[at] === MET) met++;
  return met;
}
