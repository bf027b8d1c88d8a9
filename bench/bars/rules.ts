// Bars 7 and 8: the nation judged in memory, rules from data, beside hand-written closures and other libraries.
import { runPart } from '../measure/pinned.ts';
import { COMMUNES } from '../nation/in-memory.ts';
import { atLeastAsFast } from '../result.ts';
import type { Bar } from './bar.ts';

interface Timed {
  readonly name: string;
  readonly communes: number;
  readonly passes: number;
  readonly meanMs: number;
}

const TURNS = 3;

/** Each contender in turn, several times over, so that a busy minute of the machine meets them all. */
async function timeAll(contenders: readonly Contest[]): Promise<{ best: Map<string, number>; all: Timed[] }> {
  const all: Timed[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    for (const { name, communes, seconds } of contenders) {
      all.push(await runPart<Timed>('rules/time-pass.ts', name, communes, seconds));
    }
  }
  const best = new Map<string, number>();
  for (const { name, communes, meanMs } of all) {
    const national = (meanMs / communes) * COMMUNES;
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, national));
  }
  return { best, all };
}

interface Contest {
  readonly name: string;
  /** Slow ones judge a part of the nation; each commune costs the same. */
  readonly communes: number;
  readonly seconds: number;
}

const whole = (name: string): Contest => ({ name, communes: COMMUNES, seconds: 2 });
const part = (name: string): Contest => ({ name, communes: 400, seconds: 2 });

const NOTES = [
  'Mean CPU of a pass over 3,321 communes, best of three processes each; every contender in a process of its own.',
  'Ours judges the 57 indicators of 2021-2025 (66 comparisons: by sex, two conditions in a cell) with every standard decided; the floors and libraries judge the floors’ 57.',
];

export const statusBar: Bar = {
  number: 7,
  title: 'The nation (3,321 communes x 57 indicators) to verdicts in memory, rules from data',
  async measure() {
    const { best, all } = await timeAll([
      whole('closuresStatus'),
      whole('criteria: statuses'),
      whole('criteria: readings to statuses'),
      whole('json-logic-engine (compiled)'),
    ]);
    const ms = (name: string): number => best.get(name) ?? Number.NaN;
    return {
      bar: 7,
      title: statusBar.title,
      comparisons: [
        atLeastAsFast(0.25, 'closuresStatus', ms('criteria: statuses'), ms('closuresStatus')),
        atLeastAsFast(
          4,
          'json-logic-engine, compiled',
          ms('criteria: statuses'),
          ms('json-logic-engine (compiled)'),
        ),
      ],
      notes: [
        ...NOTES,
        `From readings as texts, filling the table included: ${ms('criteria: readings to statuses').toFixed(1)} ms, ${(ms('json-logic-engine (compiled)') / ms('criteria: readings to statuses')).toFixed(1)} x json-logic-engine, whose facts are made within its time.`,
      ],
      raw: all,
    };
  },
};

export const explanationBar: Bar = {
  number: 8,
  title: 'The same with every explanation',
  async measure() {
    const { best, all } = await timeAll([
      whole('closuresTrace'),
      whole('criteria: every explanation'),
      whole('criteria: readings to every explanation'),
      part('json-rules-engine'),
      part('@dhis2/rule-engine'),
    ]);
    const ms = (name: string): number => best.get(name) ?? Number.NaN;
    const ours = ms('criteria: every explanation');
    return {
      bar: 8,
      title: explanationBar.title,
      comparisons: [
        atLeastAsFast(0.5, 'closuresTrace', ours, ms('closuresTrace')),
        atLeastAsFast(6, 'json-rules-engine', ours, ms('json-rules-engine')),
        atLeastAsFast(50, '@dhis2/rule-engine', ours, ms('@dhis2/rule-engine')),
      ],
      notes: [
        ...NOTES,
        'An explanation of ours holds value, standard, gaps in people’s units, reason and rule path; the floor’s holds value, standard and status.',
        `From readings as texts: ${ms('criteria: readings to every explanation').toFixed(1)} ms.`,
      ],
      raw: all,
    };
  },
};
