// Signing the column of the law (region, commune group) that a unit is judged by in a round; the unit is judged anew.
import * as z from 'zod/mini';
import { command } from '../declarations/index.ts';
import type { JudgedByLaw, ReadingsState } from '../readings/save.ts';
import { CalendarDay } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';
import { judge } from '../verdicts/judge.ts';

export const SignColumnInput = z.object({
  unit: UnitName,
  round: z.string(),
  dimension: z.string(),
  column: z.string(),
  document: z.nullable(z.string()),
  signedBy: z.string().check(z.minLength(1)),
  signedOn: CalendarDay,
});
export type SignColumnInput = z.infer<typeof SignColumnInput>;
export const SignColumnReply = z.object({ unit: z.string(), column: z.string() });

/** Readings as for a save, with the laws of the column that is being signed. */
export interface ColumnState {
  readonly readings: ReadingsState;
  /** Codes that the round's sets have in this dimension. */
  readonly columns: readonly string[];
  /** Whether the unit is in the programme in this round. */
  readonly member: boolean;
}

export const signColumn = command<
  SignColumnInput,
  ColumnState,
  readonly JudgedByLaw[],
  z.infer<typeof SignColumnReply>
>({
  name: 'columns.sign',
  version: 1,
  input: SignColumnInput,
  reply: SignColumnReply,
  may: () => ({ act: 'write', noun: 'columns' }),
  decide({ readings, columns, member }, input) {
    const { unit, round, dimension, column, document, signedBy, signedOn } = input;
    if (!member)
      return {
        ok: false,
        problems: [{ code: 'unit.outside-programme', facts: { unit: readings.unitName } }],
      };
    if (!columns.includes(column)) {
      const facts = { column, dimension, known: columns.join(', ') || '–' };
      return { ok: false, problems: [{ code: 'column.not-found', facts }] };
    }
    const { laws, current, previous } = readings;
    const verdicts =
      current.size === 0 ? [] : laws.map((law) => ({ law, judged: judge(law, current, previous) }));
    return {
      ok: true,
      change: verdicts,
      event: { round, dimension, column, document, signedBy, signedOn },
      reply: { unit, column },
    };
  },
});
