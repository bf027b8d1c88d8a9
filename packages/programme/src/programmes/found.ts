// Founding a programme: its name, its home unit, and who is in it from when. Successors follow their predecessors.
import * as z from 'zod/mini';
import { command } from '../declarations/index.ts';
import type { Problem } from '../problems/index.ts';
import { CalendarDay } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';

/** One unit and the days between which it is in; `to` null: until further notice. */
export const ProgrammeMember = z.object({ unit: UnitName, from: CalendarDay, to: z.nullable(CalendarDay) });
export type ProgrammeMember = z.infer<typeof ProgrammeMember>;

/** Every commune below the home on a day, in from then on or from `from`; wards and townships only when asked for. */
export const ProgrammeMembersBelow = z.object({
  communesOn: CalendarDay,
  from: z.optional(CalendarDay),
  withTowns: z.boolean(),
});
export type ProgrammeMembersBelow = z.infer<typeof ProgrammeMembersBelow>;

export const FoundProgrammeInput = z.object({
  code: z.string().check(z.regex(/^[a-z0-9-]{2,40}$/)),
  nameVi: z.string().check(z.minLength(1), z.maxLength(200)),
  nameEn: z.string().check(z.minLength(1), z.maxLength(200)),
  home: UnitName,
  members: z.union([z.array(ProgrammeMember), ProgrammeMembersBelow]),
});
export type FoundProgrammeInput = z.infer<typeof FoundProgrammeInput>;

export const FoundProgrammeReply = z.object({ code: z.string(), members: z.int() });
export type FoundProgrammeReply = z.infer<typeof FoundProgrammeReply>;

export interface ProgrammeState {
  readonly exists: boolean;
  resolve(name: string): number | undefined;
  /** Identities of the communes below a unit on a day. */
  communesBelow(unitId: number, members: ProgrammeMembersBelow): readonly number[];
}

export interface ProgrammeChange {
  readonly input: FoundProgrammeInput;
  readonly homeUnitId: number;
  readonly members: readonly { readonly unitId: number; readonly from: string; readonly to: string | null }[];
}

export const foundProgramme = command<
  FoundProgrammeInput,
  ProgrammeState,
  ProgrammeChange,
  FoundProgrammeReply
>({
  name: 'programmes.found',
  version: 1,
  input: FoundProgrammeInput,
  reply: FoundProgrammeReply,
  may: () => ({ act: 'administer', noun: 'programmes' }),
  decide(state, input) {
    const homeUnitId = state.resolve(input.home) ?? 0;
    const members = homeUnitId === 0 ? [] : membersOf(state, input, homeUnitId);
    const [first, ...others] = problemsOf(state, input, members.length);
    if (first) return { ok: false, problems: [first, ...others] };
    const ids = members.map((member) => member.unitId);
    return {
      ok: true,
      change: { input, homeUnitId, members },
      event: { code: input.code, home: input.home, members: ids },
      reply: { code: input.code, members: members.length },
    };
  },
});

function membersOf(
  state: ProgrammeState,
  { members }: FoundProgrammeInput,
  homeUnitId: number,
): ProgrammeChange['members'] {
  if (Array.isArray(members)) {
    return members.flatMap(({ unit, from, to }) => {
      const unitId = state.resolve(unit);
      return unitId === undefined ? [] : [{ unitId, from, to }];
    });
  }
  return state
    .communesBelow(homeUnitId, members)
    .map((unitId) => ({ unitId, from: members.from ?? members.communesOn, to: null }));
}

function problemsOf(state: ProgrammeState, input: FoundProgrammeInput, found: number): Problem[] {
  const { code, home, members } = input;
  const named = Array.isArray(members) ? members : [];
  const strangers = [home, ...named.map((member) => member.unit)].filter(
    (name) => state.resolve(name) === undefined,
  );
  const problems: Problem[] = strangers.map((name) => {
    const [unit = name, date = ''] = name.split('@');
    return { code: 'unit.not-found', facts: { unit, date } };
  });
  if (state.exists) problems.push({ code: 'programme.exists', facts: { programme: code } });
  for (const [index, { from, to }] of named.entries()) {
    if (to !== null && to <= from)
      problems.push({ code: 'programme.ends-early', path: `members/${index}`, facts: { from, to } });
  }
  if (problems.length === 0 && found === 0) problems.push({ code: 'programme.no-units', facts: { home } });
  return problems;
}
