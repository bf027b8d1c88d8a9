// The command that opens a round: one per period and host, with the sets it judges by or only criterion codes.
import * as z from 'zod/mini';
import { command } from '../declarations/index.ts';
import type { Problem } from '../problems/index.ts';
import { CalendarDay, ProgrammeYear } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';

export const RoundCode = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{2,39}$/));
export const RoundKind = z.enum(['month', 'quarter', 'six-months', 'nine-months', 'year']);
export type RoundKind = z.infer<typeof RoundKind>;

/** How many periods of a kind a year has. */
const PERIODS: Readonly<Record<RoundKind, number>> = {
  month: 12,
  quarter: 4,
  'six-months': 1,
  'nine-months': 1,
  year: 1,
};

export const OpenRoundInput = z.object({
  programme: z.string(),
  host: UnitName,
  code: RoundCode,
  kind: RoundKind,
  year: ProgrammeYear,
  /** From 1: which month or quarter of the year; 1 for all other kinds. */
  period: z.int(),
  asOf: CalendarDay,
  geographyOn: CalendarDay,
  /** Sets that judge it, `id` or `id/version`; the first is the board's own. */
  sets: z.array(z.string()),
  /** For years without a set: only the codes of its criteria. */
  criterionCodes: z.nullable(z.array(z.string().check(z.regex(/^[0-9a-z.]{1,10}$/)))),
  deadlines: z.record(z.string(), CalendarDay),
  /** True: its figures are made up to show the program, and every screen and paper says so. Absent: they are real. */
  illustrative: z.optional(z.boolean()),
});
export type OpenRoundInput = z.infer<typeof OpenRoundInput>;
export const OpenRoundReply = z.object({ code: z.string() });

export interface RoundState {
  readonly programmeId: number | undefined;
  readonly setIds: readonly (number | undefined)[];
  readonly exists: boolean;
  readonly hostName: string;
  /** Units of the programme below the host on the round's day. */
  readonly units: number;
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
    const problems = [...problemsOfPeriod(state, input), ...problemsOfLaw(state, input)];
    const { programmeId, setIds } = state;
    if (programmeId === undefined) {
      problems.push({ code: 'programme.not-found', facts: { programme: input.programme } });
    } else if (state.units === 0) {
      const facts = { unit: state.hostName, date: input.geographyOn, programme: input.programme };
      problems.push({ code: 'round.no-units', facts });
    }
    const [first, ...others] = problems;
    if (first || programmeId === undefined) {
      return { ok: false, problems: [first ?? { code: 'programme.not-found' }, ...others] };
    }
    return {
      ok: true,
      change: { input, programmeId, setIds: setIds.filter((id) => id !== undefined) },
      event: { code: input.code, kind: input.kind, year: input.year, sets: input.sets },
      reply: { code: input.code },
    };
  },
});

function problemsOfPeriod(state: RoundState, { code, kind, period }: OpenRoundInput): Problem[] {
  const most = PERIODS[kind];
  const problems: Problem[] = [];
  if (state.exists) problems.push({ code: 'round.exists', facts: { round: code } });
  if (period < 1 || period > most) {
    const known = most === 1 ? 'round.one-period' : 'round.no-such-period';
    problems.push({ code: known, path: 'period', facts: { period, most } });
  }
  return problems;
}

/** By sets, or by a bare list of codes; never both, never neither, nothing twice. */
function problemsOfLaw(state: RoundState, { sets, criterionCodes }: OpenRoundInput): Problem[] {
  const problems: Problem[] = [];
  for (const [index, id] of state.setIds.entries()) {
    const set = sets[index] ?? '';
    if (id === undefined) problems.push({ code: 'set.not-found', facts: { set } });
    else if (state.setIds.indexOf(id) < index)
      problems.push({ code: 'round.set-twice', path: `sets/${index}`, facts: { set } });
  }
  const codes = criterionCodes ?? [];
  const twice = new Set(codes.filter((code, index) => codes.indexOf(code) < index));
  for (const criterion of twice) {
    problems.push({ code: 'round.criterion-twice', path: 'criterionCodes', facts: { criterion } });
  }
  if (sets.length > 0 && criterionCodes !== null)
    problems.push({ code: 'round.codes-beside-set', path: 'criterionCodes' });
  if (sets.length === 0 && codes.length === 0) problems.push({ code: 'round.no-criteria', path: 'sets' });
  return problems;
}
