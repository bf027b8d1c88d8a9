// The two floors: rules written by hand as closures. Statuses only, and with an explanation record for each indicator.
// After `closuresStatus` and `closuresTrace` of "the floors of the project".
import type { Contender } from './contender.ts';
import { CRITERIA, type FloorNation, floorNation, INDICATORS, indicatorsOf, kindOf } from './floor-data.ts';

type Values = readonly (number | boolean)[];
type Status = (values: Values) => number;

export const closuresStatus: Contender = {
  name: 'closuresStatus',
  async make(communes) {
    const nation = floorNation(communes);
    const judges = nation.standards.map((own) => own.map((standard, at) => statusJudge(at, standard)));
    const statuses = new Uint8Array(communes * INDICATORS);
    const criteria = new Uint8Array(communes * CRITERIA);
    return () => {
      let met = 0;
      for (const { id, region, values } of nation.communes) {
        met += judgeOne(judges[region] ?? [], values, statuses, criteria, id);
      }
      return met;
    };
  },
};

function judgeOne(
  judges: readonly Status[],
  values: Values,
  statuses: Uint8Array,
  criteria: Uint8Array,
  at: number,
): number {
  let met = 0;
  for (let criterion = 0, indicator = 0; criterion < CRITERIA; criterion++) {
    let status = 1;
    for (let step = 0; step < 3; step++, indicator++) {
      const one = judges[indicator]?.(values) ?? 2;
      statuses[at * INDICATORS + indicator] = one;
      if (one === 0) status = 0;
      else if (one === 2 && status === 1) status = 2;
    }
    criteria[at * CRITERIA + criterion] = status;
    if (status === 1) met++;
  }
  return met;
}

function statusJudge(indicator: number, standard: number | boolean): Status {
  const kind = kindOf(indicator);
  if (kind === 'bool') return (values) => answer(values[indicator], values[indicator] === true);
  if (kind === 'numberMax') {
    return (values) => {
      const value = values[indicator];
      return value == null ? 2 : value <= standard ? 1 : 0;
    };
  }
  return (values) => {
    const value = values[indicator];
    return value == null ? 2 : value >= standard ? 1 : 0;
  };
}

function answer(value: number | boolean | undefined, good: boolean): number {
  return value == null ? 2 : good ? 1 : 0;
}

interface TracedIndicator {
  readonly indicator: number;
  readonly value: number | boolean | undefined;
  readonly op: string;
  readonly threshold: number | boolean;
  readonly status: string;
}

export const closuresTrace: Contender = {
  name: 'closuresTrace',
  async make(communes) {
    const nation = floorNation(communes);
    const tracers = nation.standards.map((own) => tracersOf(own));
    const kept: unknown[] = [];
    return () => {
      let met = 0;
      for (const { id, region, values } of nation.communes) {
        const out = (tracers[region] ?? []).map((trace) => trace(values));
        for (const one of out) if (one.status === 'pass') met++;
        kept[id] = out;
      }
      return met;
    };
  },
};

function tracersOf(standards: FloorNation['standards'][number]) {
  return Array.from({ length: CRITERIA }, (_, criterion) => {
    const judges = indicatorsOf(criterion).map((at) => traceJudge(at, standards[at] ?? true));
    return (values: Values) => {
      const parts = judges.map((judge) => judge(values));
      let status = 'pass';
      for (const part of parts) {
        if (part.status === 'fail') {
          status = 'fail';
          break;
        } else if (part.status === 'missing') status = 'missing';
      }
      return { criterion, status, parts };
    };
  });
}

function traceJudge(indicator: number, threshold: number | boolean): (values: Values) => TracedIndicator {
  const kind = kindOf(indicator);
  const op = kind === 'bool' ? '=' : kind === 'numberMax' ? '<=' : '>=';
  return (values) => {
    const value = values[indicator];
    const good =
      kind === 'bool'
        ? value === true
        : kind === 'numberMax'
          ? (value ?? 0) <= threshold
          : (value ?? 0) >= threshold;
    return { indicator, value, op, threshold, status: value == null ? 'missing' : good ? 'pass' : 'fail' };
  };
}
