// How commands and reads are declared. A command without a right or an event does not type-check.
import type * as z from 'zod/mini';
import type { Principal, RightAsked } from '../principals/index.ts';
import type { Problem } from '../problems/index.ts';

/** What `decide` may know besides state and input: no clock of its own. */
export interface DecisionContext {
  readonly principal: Principal;
  /** ISO instant, shown only; order comes from `seq`. */
  readonly now: string;
  /** The calendar day in Vietnam, YYYY-MM-DD. */
  readonly today: string;
}

/** What `decide` answers: a change with its event and reply, nothing to change, or all problems at once. */
export type Decision<Change, Reply> =
  | { readonly ok: true; readonly change: null; readonly reply: Reply }
  | { readonly ok: true; readonly change: Change; readonly event: EventPayload; readonly reply: Reply }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** Plain JSON, hashed as canonical text into the unit's chain. Person ids only, never names. */
export type EventPayload = Readonly<Record<string, unknown>>;

/** A write: load -> decide (pure) -> save + event, for one unit in one transaction. */
export interface CommandDeclaration<Input, State, Change, Reply> {
  /** Stable name, e.g. `readings.save`; an old queue names it with its version. */
  readonly name: string;
  readonly version: number;
  readonly input: z.ZodMiniType<Input>;
  readonly reply: z.ZodMiniType<Reply>;
  /** The right it needs, checked before anything is decided. */
  readonly may: (input: Input) => Pick<RightAsked, 'act' | 'noun'>;
  readonly decide: (state: State, input: Input, context: DecisionContext) => Decision<Change, Reply>;
}

/** A read: reply schema, right, then load and shape in the server. */
export interface ReadDeclaration<Query, Reply> {
  readonly name: string;
  readonly query: z.ZodMiniType<Query>;
  readonly reply: z.ZodMiniType<Reply>;
  readonly may: Pick<RightAsked, 'act' | 'noun'>;
}

/** Keeps the types of a command's parts together. */
export function command<Input, State, Change, Reply>(
  declaration: CommandDeclaration<Input, State, Change, Reply>,
): CommandDeclaration<Input, State, Change, Reply> {
  return declaration;
}

/** Keeps the types of a read's parts together. */
export function read<Query, Reply>(
  declaration: ReadDeclaration<Query, Reply>,
): ReadDeclaration<Query, Reply> {
  return declaration;
}
