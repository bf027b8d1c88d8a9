// Runs one command for one unit: right, receipt, lock, load, decide, save, event — one transaction, answer after commit.
import { createHash } from 'node:crypto';
import { canonicalJson } from '@vungbuoc/criteria';
import type { CommandDeclaration, DecisionContext } from '@vungbuoc/programme/declarations';
import type { Principal } from '@vungbuoc/programme/principals';
import { ProblemError, refuse } from '@vungbuoc/programme/problems';
import type { UnitVersion } from '@vungbuoc/programme/units';
import { type RightQuestion, requireRight } from '../reference/rights.ts';
import type { Reference } from '../reference/snapshot.ts';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';
import { type UnitTransaction, writeUnits } from '../storage/context.ts';
import { describeDatabaseError } from '../storage/errors.ts';
import { chain, type Head, lockHeads, saveEvents } from '../storage/heads.ts';
import { findReceipt, saveReceipts } from '../storage/receipts.ts';

/** What binds a pure command to storage. */
export interface CommandBinding<Input, State, Change, Reply> {
  readonly declaration: CommandDeclaration<Input, State, Change, Reply>;
  /** The unit it writes. @throws ProblemError when it does not exist */
  readonly unitOf: (input: Input, reference: Reference, today: string) => UnitVersion;
  /** What else the right depends on: the round or programme, the offices of the indicators touched, the unit's name as typed. */
  readonly about?: (
    input: Input,
    reference: Reference,
    unit: UnitVersion,
  ) => Pick<RightQuestion, 'named' | 'round' | 'programmeId' | 'offices'>;
  readonly load: (work: UnitWork<Input>) => Promise<State>;
  readonly save: (work: UnitWork<Input>, change: Change, seq: number) => Promise<void>;
  /** True for changes of reference data: the snapshot is read anew afterwards. */
  readonly changesReference?: boolean;
}

export interface UnitWork<Input> {
  readonly transaction: UnitTransaction;
  readonly reference: Reference;
  readonly unit: UnitVersion;
  readonly input: Input;
  readonly head: Head;
  readonly context: DecisionContext;
  /** The sender's id of this command: what its events are written under. */
  readonly commandId: string;
}

export interface Given {
  readonly principal: Principal;
  /** Made by the sender; a repeat gets the first reply again. */
  readonly commandId: string;
  readonly input: unknown;
}

/** @throws ProblemError with every problem of the command at once. */
export async function runCommand<Input, State, Change, Reply>(
  workshop: Workshop,
  binding: CommandBinding<Input, State, Change, Reply>,
  given: Given,
): Promise<Reply> {
  const { declaration } = binding;
  const input = parseInput(declaration, given.input);
  const reference = await workshop.reference.current();
  const context = contextOf(workshop, given.principal);
  const unit = binding.unitOf(input, reference, context.today);
  requireRight(workshop, reference, given.principal, {
    ...declaration.may(input),
    ...binding.about?.(input, reference, unit),
    unit,
  });
  try {
    return await writeUnits(workshop.database, [unit.unitId], (transaction) =>
      runLocked(binding, given, {
        transaction,
        reference,
        unit,
        input,
        context,
        commandId: given.commandId,
      }),
    );
  } catch (error) {
    throw asProblem(error);
  } finally {
    if (binding.changesReference) workshop.reference.forget();
  }
}

async function runLocked<Input, State, Change, Reply>(
  binding: CommandBinding<Input, State, Change, Reply>,
  given: Given,
  begun: Omit<UnitWork<Input>, 'head'>,
): Promise<Reply> {
  const { declaration } = binding;
  const { transaction, unit } = begun;
  const head = (await lockHeads(transaction, [unit.unitId])).get(unit.unitId);
  if (!head) throw new Error(`unit ${unit.unitId} has no head after locking`);
  const inputDigest = digestOf({
    command: declaration.name,
    version: declaration.version,
    input: begun.input,
  });
  const before = await findReceipt(transaction, unit.unitId, given.commandId);
  if (before) {
    if (!before.inputDigest.equals(inputDigest)) refuse('command.repeated-otherwise');
    return declaration.reply.parse(before.reply);
  }
  const work: UnitWork<Input> = { ...begun, head };
  const decision = declaration.decide(await binding.load(work), work.input, work.context);
  if (!decision.ok) throw new ProblemError(decision.problems);
  const reply = declaration.reply.parse(decision.reply);
  const changed = 'event' in decision;
  const seq = changed ? head.seq + 1 : head.seq;
  if (changed) {
    await binding.save(work, decision.change, seq);
    await saveEvents(transaction, [chain(head, eventOf(declaration, given, work, decision.event))]);
  }
  await saveReceipts(transaction, [
    { unitId: unit.unitId, commandId: given.commandId, command: declaration.name, seq, inputDigest, reply },
  ]);
  return reply;
}

function eventOf(
  declaration: { readonly name: string; readonly version: number },
  given: Given,
  work: Pick<UnitWork<unknown>, 'unit' | 'context'>,
  payload: Readonly<Record<string, unknown>>,
) {
  return {
    unitId: work.unit.unitId,
    commandId: given.commandId,
    command: declaration.name,
    commandVersion: declaration.version,
    personId: given.principal.personId,
    at: work.context.now,
    payload: canonicalJson(payload),
  };
}

/** Parses the input; all faults at once, each with its path. @throws ProblemError */
export function parseInput<Input>(
  declaration: { readonly input: CommandDeclaration<Input, unknown, unknown, unknown>['input'] },
  raw: unknown,
): Input {
  const parsed = declaration.input.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [first, ...others] = parsed.error.issues.map((issue) => ({
    code: 'input.wrong' as const,
    path: issue.path.join('/'),
    facts: { field: issue.path.join('/') || 'input' },
  }));
  throw first ? new ProblemError([first, ...others]) : parsed.error;
}

export function contextOf(workshop: Workshop, principal: Principal): DecisionContext {
  const now = workshop.clock();
  return { principal, now: now.toISOString(), today: dayInVietnam(now) };
}

/** Database errors become problems of the catalogue; everything else stays what it was. */
export function asProblem(error: unknown): unknown {
  const problem = describeDatabaseError(error);
  return problem ? new ProblemError([problem]) : error;
}

export function digestOf(value: unknown): Buffer {
  return createHash('sha256').update(canonicalJson(value)).digest();
}
