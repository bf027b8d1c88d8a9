// Remembering how a sheet of one shape was read, so that the next one needs no questions.
import { canonicalJson } from '@vungbuoc/criteria';
import * as z from 'zod/mini';
import { command } from '../declarations/index.ts';
import { UnitName } from '../units/schema.ts';
import { Mapping } from './mapping.ts';

export const RememberIntakeInput = z.object({
  /** The place whose round the sheet was imported into; the round's host keeps the mapping. */
  under: UnitName,
  round: z.string().check(z.maxLength(40)),
  mapping: Mapping,
});
export type RememberIntakeInput = z.infer<typeof RememberIntakeInput>;

export const RememberIntakeReply = z.object({ shape: z.string(), changed: z.boolean() });
export type RememberIntakeReply = z.infer<typeof RememberIntakeReply>;

/** The mapping kept for the same shape; null when there is none. */
export interface RememberState {
  readonly kept: Mapping | null;
}

export const rememberIntake = command<RememberIntakeInput, RememberState, Mapping, RememberIntakeReply>({
  name: 'intake.remember',
  version: 1,
  input: RememberIntakeInput,
  reply: RememberIntakeReply,
  may: () => ({ act: 'write', noun: 'declared' }),
  decide(state, { mapping }) {
    const { shape } = mapping;
    if (state.kept !== null && canonicalJson(state.kept) === canonicalJson(mapping)) {
      return { ok: true, change: null, reply: { shape, changed: false } };
    }
    const answers = Object.keys(mapping.decisions).length;
    return { ok: true, change: mapping, event: { shape, answers }, reply: { shape, changed: true } };
  },
});
