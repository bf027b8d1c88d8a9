// Importing a file of figures, one way for the command line and the screen: all of it or nothing, only what changes.
import { randomUUID } from 'node:crypto';
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
 * One transaction: every fault of the file, or all of it. Each import is a command of its own: what stands already
 * changes nothing, so a file sent twice, at once or after a year of corrections, writes just what it says anew.
 * @throws ProblemError with every fault of the file, each with its cell; then nothing was written
 */
export function importFile(
  workshop: Workshop,
  principal: Principal,
  { file, ...given }: FileToImport,
): Promise<ImportReply> {
  const units = given.units.filter((unit) => unit.entries.length > 0);
  if (units.length === 0) refuse('import.nothing', {}, file);
  return runImportReadings(workshop, { principal, commandId: randomUUID(), input: { ...given, units } });
}
