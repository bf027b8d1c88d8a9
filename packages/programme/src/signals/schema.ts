// Signals as they travel: what a reviewer should look at, why it was raised, and who set it aside. Never a verdict.
import * as z from 'zod/mini';
import { command, read } from '../declarations/index.ts';
import { ShownFor } from '../evidence/schema.ts';
import { RoundCode } from '../rounds/open.ts';
import { UnitName } from '../units/schema.ts';

export const SignalKind = z.enum([
  'same-file',
  'alike-photo',
  'taken-elsewhere',
  'taken-other-time',
  'just-over',
  'copied',
  'late-jump',
]);
export type SignalKind = z.infer<typeof SignalKind>;

/** Opaque: made of what the signal is about, the same as long as that is. */
export const SignalName = z.string().check(z.regex(/^[\w-]{22}$/));

const bilingual = z.object({ vi: z.string(), en: z.string() });

export const SignalShown = z.object({
  signal: SignalName,
  kind: SignalKind,
  /** The indicator or figure that it is about. */
  code: z.string(),
  evidence: z.nullable(z.string()),
  why: bilingual,
  /** Where the other photo or file is: only units whose evidence the asker may read. */
  elsewhere: z.nullable(z.object({ unit: z.string(), name: z.string(), evidence: z.string() })),
  dismissed: z.nullable(z.object({ reason: z.string(), on: z.string() })),
});
export type SignalShown = z.infer<typeof SignalShown>;

export const SignalsQuery = z.object({ round: RoundCode });
export type SignalsQuery = z.infer<typeof SignalsQuery>;

export const SignalsReply = z.object({
  unit: z.string(),
  name: z.string(),
  round: z.string(),
  signals: z.array(SignalShown),
});
export type SignalsReply = z.infer<typeof SignalsReply>;

export const readSignals = read({
  name: 'signals.list',
  query: SignalsQuery,
  reply: SignalsReply,
  may: { act: 'read', noun: 'signals' },
});

export const DismissSignalInput = z.object({
  unit: UnitName,
  round: RoundCode,
  signal: SignalName,
  /** As the signal has it: whose indicator it is decides who may set it aside. */
  code: ShownFor,
  reason: z.string().check(z.trim(), z.minLength(3), z.maxLength(500)),
});
export type DismissSignalInput = z.infer<typeof DismissSignalInput>;
export const DismissSignalReply = z.object({ unit: z.string(), signal: SignalName });
export type DismissSignalReply = z.infer<typeof DismissSignalReply>;

export interface DismissalState {
  /** Set aside already: the first reason stays. */
  readonly dismissed: boolean;
}

export interface DismissalChange {
  readonly reason: string;
}

export const dismissSignal = command<DismissSignalInput, DismissalState, DismissalChange, DismissSignalReply>(
  {
    name: 'signals.dismiss',
    version: 1,
    input: DismissSignalInput,
    reply: DismissSignalReply,
    may: () => ({ act: 'write', noun: 'signals' }),
    decide({ dismissed }, { unit, round, signal, code, reason }) {
      const reply = { unit, signal };
      if (dismissed) return { ok: true, change: null, reply };
      return { ok: true, change: { reason }, event: { round, signal, code, reason }, reply };
    },
  },
);
