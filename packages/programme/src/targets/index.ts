// The programme's targets of a year: average per unit, floor for all, units that keep the standard.
import * as z from 'zod/mini';
import { command } from '../declarations/index.ts';
import type { Problem } from '../problems/index.ts';
import { ProgrammeYear } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';

/** No set has as many criteria. */
const MOST_CRITERIA = 100;

export const SetTargetInput = z.object({
  host: UnitName,
  programme: z.string(),
  year: ProgrammeYear,
  /** Criteria per unit, e.g. "14.9"; null when the plan names none. */
  average: z.nullable(
    z.string().check(
      z.regex(/^\d{1,3}(\.\d{1,2})?$/),
      z.refine((text) => Number(text) <= MOST_CRITERIA),
    ),
  ),
  /** No unit may stand below this many criteria. */
  floor: z.nullable(z.int().check(z.gte(0), z.lte(MOST_CRITERIA))),
  keep: z.array(UnitName),
  document: z.nullable(z.string()),
  illustrative: z.boolean(),
  note: z.nullable(z.string()),
});
export type SetTargetInput = z.infer<typeof SetTargetInput>;
export const SetTargetReply = z.object({ year: z.int() });

export interface TargetState {
  readonly programmeId: number | undefined;
  resolve(name: string): number | undefined;
}

export interface TargetChange {
  readonly input: SetTargetInput;
  readonly programmeId: number;
  readonly keepIds: readonly number[];
}

export const setTarget = command<SetTargetInput, TargetState, TargetChange, z.infer<typeof SetTargetReply>>({
  name: 'targets.set',
  version: 1,
  input: SetTargetInput,
  reply: SetTargetReply,
  may: () => ({ act: 'write', noun: 'targets' }),
  decide(state, input) {
    const problems: Problem[] = [];
    const keepIds = input.keep.flatMap((name): number[] => {
      const id = state.resolve(name);
      if (id === undefined) problems.push({ code: 'unit.not-found', facts: { unit: name, date: '' } });
      return id === undefined ? [] : [id];
    });
    const { programmeId } = state;
    const [first, ...others] = problems;
    if (programmeId === undefined) {
      return {
        ok: false,
        problems: [{ code: 'programme.not-found', facts: { programme: input.programme } }],
      };
    }
    if (first) return { ok: false, problems: [first, ...others] };
    const { year, average, floor, document, illustrative } = input;
    return {
      ok: true,
      change: { input, programmeId, keepIds },
      event: { year, average, floor, keep: keepIds, document, illustrative },
      reply: { year },
    };
  },
});
