// Importing figures of many units at once: nothing half-imported, every fault with its cell, the same file twice changes nothing.
import * as z from 'zod/mini';
import type { Decision } from '../declarations/index.ts';
import type { Problem } from '../problems/index.ts';
import { CalendarDay } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';
import { decideSave, type ReadingsChange, type ReadingsState } from './save.ts';
import { Confirmation, FileEntry, type SaveReadingsInput } from './schema.ts';

/** The figures of one unit in a file, and the cell of each ("Số liệu!C7"). */
export const ImportedUnit = z.object({
  unit: UnitName,
  entries: z.array(FileEntry),
  places: z.array(z.string()),
});
export type ImportedUnit = z.infer<typeof ImportedUnit>;

export const ImportReadingsInput = z.object({
  /** The unit that hosts the round, or any unit above those in the file. */
  under: UnitName,
  round: z.string(),
  official: z.boolean(),
  knownOn: CalendarDay,
  source: z.string(),
  confirmed: z.nullable(Confirmation),
  /** sha-256 of the file, hex: what the event keeps of it. */
  fileDigest: z.string(),
  units: z.array(ImportedUnit),
  /** True: say what would happen and write nothing. */
  dryRun: z.boolean(),
});
export type ImportReadingsInput = z.infer<typeof ImportReadingsInput>;

/** What an import did, or would do. */
export const ImportReply = z.object({
  units: z.int(),
  changedUnits: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  dryRun: z.boolean(),
});
export type ImportReply = z.infer<typeof ImportReply>;

export const importReadings = {
  name: 'readings.import',
  version: 1,
  input: ImportReadingsInput,
  reply: ImportReply,
  /** As for one unit: a confirmation speaks for the office that gave it. */
  may: (input?: Pick<ImportReadingsInput, 'confirmed'>) =>
    ({ act: 'write', noun: (input?.confirmed ?? null) === null ? 'readings' : 'confirmations' }) as const,
  decide: decideImportOfUnit,
};

/** Decides one unit of an import; the faults carry the cells they stand in. */
function decideImportOfUnit(
  state: ReadingsState,
  unit: ImportedUnit,
  input: ImportReadingsInput,
): Decision<ReadingsChange, { changed: number; unchanged: number }> {
  const save: SaveReadingsInput = {
    unit: unit.unit,
    round: input.round,
    entries: unit.entries,
    official: input.official,
    knownOn: input.knownOn,
    source: input.source,
    confirmed: input.confirmed,
    base: null,
  };
  const decision = decideSave(state, save, { barePercents: true, keepsConfirmation: true });
  if (!decision.ok) {
    const [first, ...others] = decision.problems;
    return { ok: false, problems: [atCell(first, unit), ...others.map((problem) => atCell(problem, unit))] };
  }
  if (!('event' in decision)) return decision;
  return { ...decision, event: { ...decision.event, file: input.fileDigest } };
}

/** `entries/3` of a unit becomes the cell that entry was read from. */
function atCell(problem: Problem, unit: ImportedUnit): Problem {
  const index = Number(problem.path?.split('/')[1] ?? Number.NaN);
  const place = unit.places[index];
  return place === undefined ? problem : { ...problem, path: place };
}
