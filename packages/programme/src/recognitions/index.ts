// Recognitions: a signed decision about a level. Numbers and dates stay null where they are not known.
import * as z from 'zod/mini';
import { command } from '../declarations/index.ts';
import { CalendarDay, ProgrammeYear } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';

export const Level = z.enum(['ntm', 'nangCao', 'kieuMau', 'hienDai']);
export type Level = z.infer<typeof Level>;

export const RecordRecognitionInput = z.object({
  unit: UnitName,
  programme: z.string(),
  level: Level,
  forYear: z.nullable(ProgrammeYear),
  signedOn: z.nullable(CalendarDay),
  decisionNumber: z.nullable(z.string()),
  source: z.string().check(z.minLength(1)),
});
export type RecordRecognitionInput = z.infer<typeof RecordRecognitionInput>;
export const RecordRecognitionReply = z.object({ unit: z.string(), level: Level });

export interface RecognitionState {
  readonly programmeId: number | undefined;
}

export interface RecognitionChange {
  readonly input: RecordRecognitionInput;
  readonly programmeId: number;
}

export const recordRecognition = command<
  RecordRecognitionInput,
  RecognitionState,
  RecognitionChange,
  z.infer<typeof RecordRecognitionReply>
>({
  name: 'recognitions.record',
  version: 1,
  input: RecordRecognitionInput,
  reply: RecordRecognitionReply,
  may: () => ({ act: 'write', noun: 'recognitions' }),
  decide({ programmeId }, input) {
    if (programmeId === undefined) {
      return {
        ok: false,
        problems: [{ code: 'programme.not-found', facts: { programme: input.programme } }],
      };
    }
    const { level, forYear, signedOn, decisionNumber } = input;
    return {
      ok: true,
      change: { input, programmeId },
      event: { level, forYear, signedOn, decisionNumber },
      reply: { unit: input.unit, level },
    };
  },
});
