// What of the shipped data has been loaded whole: a mark on the nation's chain, found again by its receipt.
import { FilledPart, type MarkFilledInput, markFilled } from '@vungbuoc/programme/installation';
import type { Principal } from '@vungbuoc/programme/principals';
import { ROOT_UNIT } from '../reference/snapshot.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { findReceipt } from '../storage/receipts.ts';
import { commandIdOf } from './command-id.ts';
import { type CommandBinding, runCommand } from './run.ts';
import { rootOf } from './units.ts';

const markFilledBinding: CommandBinding<MarkFilledInput, null, MarkFilledInput, MarkFilledInput> = {
  declaration: markFilled,
  unitOf: (_input, reference, today) => rootOf(reference, today),
  load: async () => null,
  // the mark is the event and its receipt; there is no row beside them
  save: async () => undefined,
};

/** Says that a part is loaded whole; once said, it stays. */
export async function sayFilled(workshop: Workshop, principal: Principal, part: FilledPart): Promise<void> {
  await runCommand(workshop, markFilledBinding, { principal, commandId: idOf(part), input: { part } });
}

/** The parts that were loaded whole by this start or an earlier one. */
export function filledParts(workshop: Workshop): Promise<ReadonlySet<FilledPart>> {
  return readUnits(workshop.database, [ROOT_UNIT], async (transaction) => {
    const found = new Set<FilledPart>();
    for (const part of FilledPart.options) {
      if (await findReceipt(transaction, ROOT_UNIT, idOf(part))) found.add(part);
    }
    return found;
  });
}

function idOf(part: FilledPart): string {
  return commandIdOf(`installation.fill ${part}`);
}
