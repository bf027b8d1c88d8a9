// The libraries that others would pick, each given the floors' nation in the form it wants. Making the facts is part
// of the work, as it would be in use.
import { Instant } from '@js-joda/core';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import type { Contender } from './contender.ts';
import {
  CRITERIA,
  type FloorCommune,
  type FloorNation,
  factsOf,
  floorNation,
  indicatorsOf,
  kindOf,
} from './floor-data.ts';

const criteria = Array.from({ length: CRITERIA }, (_, criterion) => criterion);

export const jsonLogicEngine: Contender = {
  name: 'json-logic-engine (compiled)',
  async make(communes) {
    const nation = floorNation(communes);
    const engine = new LogicEngine();
    const rules = criteria.map((criterion) =>
      engine.build({
        and: indicatorsOf(criterion).map((at) =>
          kindOf(at) === 'bool'
            ? { '===': [{ var: `i${at}` }, true] }
            : { [kindOf(at) === 'numberMax' ? '<=' : '>=']: [{ var: `i${at}` }, { var: `t${at}` }] },
        ),
      }),
    );
    return () => {
      let met = 0;
      for (const commune of nation.communes) {
        const facts = factsOf(nation, commune);
        for (const rule of rules) if (rule(facts)) met++;
      }
      return met;
    };
  },
};

export const jsonRulesEngine: Contender = {
  name: 'json-rules-engine',
  async make(communes) {
    const nation = floorNation(communes);
    const engine = new Engine(
      criteria.map((criterion) => ({
        name: `c${criterion}`,
        event: { type: `c${criterion}` },
        conditions: {
          all: indicatorsOf(criterion).map((at) => ({
            fact: `i${at}`,
            operator:
              kindOf(at) === 'bool'
                ? 'equal'
                : kindOf(at) === 'numberMax'
                  ? 'lessThanInclusive'
                  : 'greaterThanInclusive',
            value: kindOf(at) === 'bool' ? true : { fact: `t${at}` },
          })),
        },
      })),
    );
    return async () => {
      let met = 0;
      for (const commune of nation.communes) {
        const result = await engine.run(factsOf(nation, commune));
        met += result.events.length;
      }
      return met;
    };
  },
};

export const dhis2RuleEngine: Contender = {
  name: '@dhis2/rule-engine',
  async make(communes) {
    const nation = floorNation(communes);
    const dhis2 = await import('@dhis2/rule-engine');
    const engine = new dhis2.RuleEngineJs();
    const contexts = nation.standards.map((own) => contextOf(dhis2, own));
    const now = Instant.ofEpochMilli(1_700_000_000_000);
    const event = (commune: FloorCommune) =>
      new dhis2.RuleEventJs(
        'e',
        's',
        's',
        dhis2.RuleEventStatus.ACTIVE,
        now,
        now,
        null,
        null,
        'ou',
        null,
        commune.values.map((value, at) => new dhis2.RuleDataValue(`i${at}`, String(value))),
      );
    return () => {
      let met = 0;
      for (const commune of nation.communes) {
        const context = contexts[commune.region];
        if (context) met += engine.evaluateEvent(event(commune), null, [], context).length;
      }
      return met;
    };
  },
};

type Dhis2 = typeof import('@dhis2/rule-engine');

function contextOf(dhis2: Dhis2, standards: FloorNation['standards'][number]) {
  const variables = standards.map(
    (_, at) =>
      new dhis2.RuleVariableJs(
        dhis2.RuleVariableType.DATAELEMENT_CURRENT_EVENT,
        `i${at}`,
        false,
        [],
        `i${at}`,
        kindOf(at) === 'bool' ? dhis2.RuleValueType.BOOLEAN : dhis2.RuleValueType.NUMERIC,
        null,
      ),
  );
  const action = [new dhis2.RuleActionJs('', 'DISPLAYTEXT', new Map())];
  const rules = criteria.map((criterion) => {
    const parts = indicatorsOf(criterion).map((at) =>
      kindOf(at) === 'bool'
        ? `#{i${at}}`
        : `#{i${at}} ${kindOf(at) === 'numberMax' ? '<=' : '>='} C{${constantOf(at)}}`,
    );
    return new dhis2.RuleJs(parts.join(' && '), action, `c${criterion}`, `c${criterion}`, null, 1);
  });
  const constants = new Map(standards.map((standard, at) => [constantOf(at), String(standard)]));
  return new dhis2.RuleEngineContextJs(rules, variables, new Map(), constants);
}

/** Constants have names of eleven letters there. */
function constantOf(indicator: number): string {
  return `T${String(indicator).padStart(10, '0')}`;
}
