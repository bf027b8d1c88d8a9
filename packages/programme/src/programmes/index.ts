// Founding a programme: its name, its home unit, and who is in it from when.
import * as z from 'zod/mini';
import { command } from '../declarations/index.ts';
import type { Problem } from '../problems/index.ts';
import { UnitName } from '../units/schema.ts';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

export const FoundProgrammeInput = z.object({
  code: z.string().check(z.regex(/^[a-z0-9-]{2,40}$/)),
  nameVi: z.string(),
  nameEn: z.string(),
  home: UnitName,
  /** Figures of a sample are illustrative, and every screen says so. */
  sample: z.boolean(),
  members: z.array(z.object({ unit: UnitName, from: day, to: z.nullable(day) })),
});
export type FoundProgrammeInput = z.infer<typeof FoundProgrammeInput>;

export const FoundProgrammeReply = z.object({ code: z.string(), members: z.int() });

export interface ProgrammeState {
  resolve(name: string): number | undefined;
}

export interface ProgrammeChange {
  readonly input: FoundProgrammeInput;
  readonly homeUnitId: number;
  readonly memberIds: readonly number[];
}

export const foundProgramme = command<
  FoundProgrammeInput,
  ProgrammeState,
  ProgrammeChange,
  z.infer<typeof FoundProgrammeReply>
>({
  name: 'programmes.found',
  version: 1,
  input: FoundProgrammeInput,
  reply: FoundProgrammeReply,
  may: () => ({ act: 'administer', noun: 'programmes' }),
  decide(state, input) {
    const names = [input.home, ...input.members.map((member) => member.unit)];
    const ids = names.map((name) => state.resolve(name));
    const problems = names.flatMap((name, index): Problem[] => {
      const [code = name, date = ''] = name.split('@');
      return ids[index] === undefined ? [{ code: 'unit.not-found', facts: { unit: code, date } }] : [];
    });
    const [first, ...others] = problems;
    if (first) return { ok: false, problems: [first, ...others] };
    const [homeUnitId = 0, ...memberIds] = ids.map((id) => id ?? 0);
    return {
      ok: true,
      change: { input, homeUnitId, memberIds },
      event: { code: input.code, home: input.home, members: memberIds },
      reply: { code: input.code, members: memberIds.length },
    };
  },
});
