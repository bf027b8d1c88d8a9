// The command that brings places in: units with their dated versions, and the changes between them, in one go.

import * as z from 'zod/mini';
import { command, type Decision } from '../declarations/index.ts';
import type { Problem } from '../problems/index.ts';
import { CalendarDay } from './calendar-day.ts';
import { Inheritance } from './inheritance.ts';
import type { Places } from './places.ts';
import { UnitKind, UnitName } from './schema.ts';
import { settlePlan } from './settle.ts';

const confidence = z.enum(['source', 'memory', 'unsure']);
const decimal = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));

/** Name, code, kind and parent between two days. `parent` is a key of the plan, or `code@date` of a unit that exists. */
export const PlannedVersion = z.object({
  code: z.string().check(z.regex(/^[0-9]{2,5}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  kind: UnitKind,
  parent: z.nullable(z.string()),
  validFrom: z.nullable(CalendarDay),
  validFromConfidence: confidence,
  validTo: z.nullable(CalendarDay),
  population: z.nullable(z.int()),
  areaKm2: z.nullable(decimal),
  lat: z.nullable(decimal),
  lon: z.nullable(decimal),
  source: z.string().check(z.minLength(1)),
});
export type PlannedVersion = z.infer<typeof PlannedVersion>;

/**
 * One identity. `existing` continues a unit that the database already has: its open version ends where the new one
 * begins. A key of the form `code@date` may be found to exist already (`settlePlan`).
 */
export const PlannedUnit = z.object({
  key: z.string().check(z.minLength(1)),
  existing: z.nullable(UnitName),
  versions: z.array(PlannedVersion),
});
export type PlannedUnit = z.infer<typeof PlannedUnit>;

export const PlannedChange = z.object({
  kind: z.enum(['merge', 'split', 'transfer', 'rename', 'abolish', 'found']),
  effectiveOn: CalendarDay,
  document: z.nullable(z.string()),
  documentOn: z.nullable(CalendarDay),
  confidence,
  source: z.string().check(z.minLength(1)),
  /** Signed rules for what the successors inherit, where they differ from the dictionary's. */
  inheritance: z.optional(Inheritance),
  /** Keys of the plan, or `code@date` of units that exist. `divided`: the predecessor went to several successors. */
  links: z.array(z.object({ from: z.string(), to: z.string(), divided: z.boolean() })),
});
export type PlannedChange = z.infer<typeof PlannedChange>;

export const UnitPlan = z.object({
  title: z.string(),
  units: z.array(PlannedUnit),
  changes: z.array(PlannedChange),
});
export type UnitPlan = z.infer<typeof UnitPlan>;

/** What was written; `known` counts the planned units that were here already. */
export const ImportUnitsReply = z.object({
  units: z.int(),
  versions: z.int(),
  changes: z.int(),
  known: z.int(),
});
export type ImportUnitsReply = z.infer<typeof ImportUnitsReply>;

/** What the decision needs to know: the places there are, and how a name resolves today. */
export interface UnitPlanState {
  readonly places: Places;
  resolve(name: string): number | undefined;
}

export interface UnitPlanChange {
  /** What was missing of the plan that was sent. */
  readonly plan: UnitPlan;
  /** Ids of units that exist already, by the plan's key or by `code@date`. */
  readonly known: ReadonlyMap<string, number>;
}

export const importUnits = command({
  name: 'units.import',
  version: 1,
  input: UnitPlan,
  reply: ImportUnitsReply,
  may: () => ({ act: 'administer', noun: 'units' }),
  decide: decideImport,
});

/** The same plan sent twice changes nothing: what is here already is taken away before anything is decided. */
function decideImport(state: UnitPlanState, sent: UnitPlan): Decision<UnitPlanChange, ImportUnitsReply> {
  const settled = settlePlan(sent, state.places);
  const { plan } = settled;
  const known = new Map<string, number>();
  const problems: Problem[] = [];
  const keys = new Set(plan.units.map((unit) => unit.key));
  const remember = (key: string, name: string, path: string): void => {
    const id = state.resolve(name);
    if (id === undefined) problems.push(missing(name, path));
    else known.set(key, id);
  };
  for (const [index, unit] of plan.units.entries()) {
    if (unit.existing !== null) remember(unit.key, unit.existing, `units/${index}/existing`);
    for (const [at, version] of unit.versions.entries()) {
      const { parent } = version;
      if (parent === null || keys.has(parent) || known.has(parent)) continue;
      remember(parent, parent, `units/${index}/versions/${at}/parent`);
    }
  }
  for (const [index, change] of plan.changes.entries()) {
    for (const end of change.links.flatMap((link) => [link.from, link.to])) {
      if (!keys.has(end) && !known.has(end)) remember(end, end, `changes/${index}/links`);
    }
  }
  const [first, ...others] = problems;
  if (first) return { ok: false, problems: [first, ...others] };
  const reply = { ...countOf(plan), known: settled.known };
  if (plan.units.length === 0 && plan.changes.length === 0) return { ok: true, change: null, reply };
  return { ok: true, change: { plan, known }, event: { title: plan.title, ...reply }, reply };
}

function missing(name: string, path: string): Problem {
  const [code = name, date = ''] = name.split('@');
  return { code: 'unit.not-found', path, facts: { unit: code, date } };
}

function countOf(plan: UnitPlan): Omit<ImportUnitsReply, 'known'> {
  return {
    units: plan.units.filter((unit) => unit.existing === null).length,
    versions: plan.units.reduce((sum, unit) => sum + unit.versions.length, 0),
    changes: plan.changes.length,
  };
}
