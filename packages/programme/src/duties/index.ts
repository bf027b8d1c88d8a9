// Which office supplies and which confirms an indicator of a programme: rights of departments go by it.
import * as z from 'zod/mini';
import { command } from '../declarations/index.ts';
import { UnitName } from '../units/schema.ts';

const text = z.string();

export const DUTIES = ['supply', 'confirm'] as const;
export const OfficeCode = text.check(z.regex(/^[a-z0-9-]{2,40}$/));

export const AssignDutiesInput = z.object({
  programme: text,
  /** The programme's home: whoever runs the programme there says who does what. */
  host: UnitName,
  office: z.object({
    code: OfficeCode,
    nameVi: text.check(z.minLength(1), z.maxLength(200)),
    nameEn: text.check(z.minLength(1), z.maxLength(200)),
  }),
  duty: z.enum(DUTIES),
  indicators: z.array(text.check(z.regex(/^[0-9a-z.]{1,20}$/))).check(z.minLength(1), z.maxLength(200)),
});
export type AssignDutiesInput = z.infer<typeof AssignDutiesInput>;
export const AssignDutiesReply = z.object({ office: text, indicators: z.int() });

export interface DutyState {
  readonly programmeId: number | undefined;
  /** Whether the programme is at home in the unit that was named, or above it. */
  readonly isHome: boolean;
}

export interface DutyChange {
  readonly programmeId: number;
  readonly input: AssignDutiesInput;
}

export const assignDuties = command<
  AssignDutiesInput,
  DutyState,
  DutyChange,
  z.infer<typeof AssignDutiesReply>
>({
  name: 'duties.assign',
  version: 1,
  input: AssignDutiesInput,
  reply: AssignDutiesReply,
  may: () => ({ act: 'administer', noun: 'programmes' }),
  decide({ programmeId, isHome }, input) {
    if (programmeId === undefined || !isHome) {
      return {
        ok: false,
        problems: [{ code: 'programme.not-found', facts: { programme: input.programme } }],
      };
    }
    const { office, duty, indicators } = input;
    return {
      ok: true,
      change: { programmeId, input },
      event: { office: office.code, duty, indicators },
      reply: { office: office.code, indicators: indicators.length },
    };
  },
});
