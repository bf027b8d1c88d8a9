// The command that opens a round: one per period and host, with the sets it judges by or only criterion codes.
import * as z from 'zod/mini';
import { command } from '../declarations/index.ts';
import type { Problem } from '../problems/index.ts';
import { UnitName } from '../units/schema.ts';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export const RoundCode = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{2,39}$/));
export const RoundKind = z.enum(['month', 'quarter', 'six-months', 'nine-months', 'year']);
export type RoundKind = z.infer<typeof RoundKind>;

export const OpenRoundInput = z.object({
  programme: z.string(),
  host: UnitName,
  code: RoundCode,
  kind: RoundKind,
  year: z.int(),
  period: z.int(),
  asOf: day,
  geographyOn: day,
  /** Sets that judge it, `id` or `id/version`; the first is the board's own. */
  sets: z.array(z.string()),
  /** For years without a set: only the codes of its criteria. */
  criterionCodes: z.nullable(z.array(z.string())),
  deadlines: z.record(z.string(), day),
});
export type OpenRoundInput = z.infer<typeof OpenRoundInput>;
export const OpenRoundReply = z.object({ code: z.string() });

export interface RoundState {
  readonly programmeId: number | undefined;
  readonly setIds: readonly (number | undefined)[];
  readonly exists: boolean;
}

export interface RoundChange {
  readonly input: OpenRoundInput;
  readonly programmeId: number;
  readonly setIds: readonly number[];
}

export const openRound = command<OpenRoundInput, RoundState, RoundChange, z.infer<typeof OpenRoundReply>>({
  name: 'rounds.open',
  version: 1,
  input: OpenRoundInput,
  reply: OpenRoundReply,
  may: () => ({ act: 'administer', noun: 'rounds' }),
  decide(state, input) {
    const problems: Problem[] = [];
    if (state.exists) problems.push({ code: 'round.exists', facts: { round: input.code } });
    for (const [index, id] of state.setIds.entries()) {
      if (id === undefined) problems.push({ code: 'set.not-found', facts: { set: input.sets[index] ?? '' } });
    }
    const { programmeId } = state;
    if (programmeId === undefined) {
      problems.push({ code: 'programme.not-found', facts: { programme: input.programme } });
    }
    const [first, ...others] = problems;
    if (first || programmeId === undefined) {
      return { ok: false, problems: [first ?? { code: 'programme.not-found' }, ...others] };
    }
    const setIds = state.setIds.filter((id) => id !== undefined);
    return {
      ok: true,
      change: { input, programmeId, setIds },
      event: { code: input.code, kind: input.kind, year: input.year, sets: input.sets },
      reply: { code: input.code },
    };
  },
});
