// Importing a file of figures, one way for the command line and the screen: dry run first, and writing only what changes.
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import type { ImportReadingsInput, ImportReply } from '@vungbuoc/programme/readings';
import type { FileUnit } from '@vungbuoc/programme/template';
import type { Workshop } from '../reference/workshop.ts';
import { runImportReadings } from './import-readings.ts';

/** A file that was read without a fault, and what is said of all its figures. */
export type FileToImport = Omit<ImportReadingsInput, 'units'> & {
  readonly file: string;
  readonly units: readonly FileUnit[];
};

/**
 * Looks first, then writes unless `dryRun`; a file that changes nothing writes nothing, not even a receipt. So the same
 * file twice is harmless, and the same file after somebody's correction puts its own figures back.
 * @throws ProblemError with every fault of the file, each with its cell; then nothing was written
 */
export async function importFile(
  workshop: Workshop,
  principal: Principal,
  { file, ...given }: FileToImport,
): Promise<ImportReply> {
  const units = given.units.filter((unit) => unit.entries.length > 0);
  if (units.length === 0) refuse('import.nothing', {}, file);
  const run = (dryRun: boolean): Promise<ImportReply> =>
    runImportReadings(workshop, {
      principal,
      commandId: crypto.randomUUID(),
      input: { ...given, units, dryRun },
    });
  const looked = await run(true);
  return given.dryRun || looked.changed === 0 ? { ...looked, dryRun: given.dryRun } : run(false);
}
