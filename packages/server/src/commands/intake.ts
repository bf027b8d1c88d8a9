// The office's own sheet: its results are imported as declared, and how it was read is remembered.
import { declaredOf, type ImportDeclaredInput } from '@vungbuoc/programme/declared';
import {
  applyMapping,
  type IntakeContext,
  type IntakeGrid,
  Mapping,
  type RememberIntakeInput,
  type RememberIntakeReply,
  type RememberState,
  rememberIntake,
} from '@vungbuoc/programme/intake';
import type { Principal } from '@vungbuoc/programme/principals';
import { ProblemError } from '@vungbuoc/programme/problems';
import type { ImportReply } from '@vungbuoc/programme/readings';
import { findRound, getRound, getUnit } from '../reference/rounds-of.ts';
import type { Workshop } from '../reference/workshop.ts';
import { findIntakeMapping, saveIntakeMapping } from '../storage/intake-mappings.ts';
import { runImportDeclared } from './import-declared.ts';
import { hostOf } from './import-readings.ts';
import { type CommandBinding, runCommand } from './run.ts';

/** A sheet with the mapping that a person agreed to, and what is said of the whole of it. */
export interface SheetToImport extends Omit<ImportDeclaredInput, 'units' | 'sheet'> {
  readonly file: string;
  readonly grids: readonly IntakeGrid[];
  readonly mapping: Mapping;
  readonly context: IntakeContext;
}

/**
 * Looks first, then writes unless `dryRun`, then remembers the mapping. The same sheet twice changes nothing.
 * @throws ProblemError with every open question and fault of the sheet, each with its cell; then nothing was written
 */
export async function importSheet(
  workshop: Workshop,
  principal: Principal,
  { file, grids, mapping, context, dryRun, ...said }: SheetToImport,
): Promise<ImportReply> {
  const applied = applyMapping(grids, mapping, context);
  const { units, problems } = declaredOf(applied, file, context.criteria.length);
  const [first, ...others] = problems;
  if (first) throw new ProblemError([first, ...others]);
  const input = { ...said, sheet: `${file} ${mapping.sheet}`, units: [...units] };
  const run = (dry: boolean): Promise<ImportReply> =>
    runImportDeclared(workshop, {
      principal,
      commandId: crypto.randomUUID(),
      input: { ...input, dryRun: dry },
    });
  const looked = await run(true);
  if (dryRun) return looked;
  const reply = looked.changed === 0 ? { ...looked, dryRun } : await run(false);
  await remember(workshop, principal, { under: said.under, round: said.round, mapping });
  return reply;
}

async function remember(workshop: Workshop, principal: Principal, input: RememberIntakeInput): Promise<void> {
  // made anew each time: between two sheets of one shape another mapping may have been kept
  const commandId = crypto.randomUUID();
  await runCommand(workshop, rememberIntakeBinding, { principal, commandId, input });
}

export const rememberIntakeBinding: CommandBinding<
  RememberIntakeInput,
  RememberState,
  Mapping,
  RememberIntakeReply
> = {
  declaration: rememberIntake,
  unitOf: (input, reference, today) =>
    hostOf(reference, getRound(reference, getUnit(reference, input.under, today), input.round)),
  about: (input, reference, unit) => ({ round: findRound(reference, unit, input.round) }),
  async load({ transaction, unit, input }) {
    const found = Mapping.safeParse(await findIntakeMapping(transaction, unit.unitId, input.mapping.shape));
    return { kept: found.success ? found.data : null };
  },
  async save({ transaction, unit, input }, mapping, seq) {
    const { shape } = input.mapping;
    await saveIntakeMapping(transaction, { unitId: unit.unitId, shape, mapping, seq });
  },
};
