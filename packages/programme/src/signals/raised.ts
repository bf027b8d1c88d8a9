// A signal as it is raised, before its sentence is made and anybody is told of other units.
import type { SignalKind } from './schema.ts';

/** What a signal's sentence says of its facts. */
export type SignalFacts = Readonly<Record<string, string | number>>;

export interface RaisedSignal {
  readonly kind: SignalKind;
  readonly code: string;
  readonly evidence: string | null;
  /** The same as long as what it is about is the same: a new fact is a new signal, though an older one was set aside. */
  readonly subject: string;
  readonly facts: SignalFacts;
  /** The piece of another unit, or of this unit earlier, that it is compared with. */
  readonly other: { readonly unitId: number; readonly evidence: string } | null;
}
