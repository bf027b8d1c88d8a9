// Judging the units of a round anew from their stored readings: after a new version of the law or of the engine.
import * as z from 'zod/mini';
import { UnitName } from '../units/schema.ts';

export const ReevaluateInput = z.object({ under: UnitName, round: z.string() });
export type ReevaluateInput = z.infer<typeof ReevaluateInput>;

export const ReevaluateReply = z.object({ units: z.int(), changed: z.int() });
export type ReevaluateReply = z.infer<typeof ReevaluateReply>;

export const reevaluate = {
  name: 'verdicts.reevaluate',
  version: 1,
  input: ReevaluateInput,
  reply: ReevaluateReply,
  may: () => ({ act: 'write', noun: 'verdicts' }) as const,
};
