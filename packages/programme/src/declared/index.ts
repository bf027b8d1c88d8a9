// Declared results: what an office's own sheet says, mark by mark or as a count, with the sheet as source.
import * as z from 'zod/mini';
import type { Decision } from '../declarations/index.ts';
import { ImportReply } from '../readings/import.ts';
import { CalendarDay } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';

export * from './from-sheet.ts';

export const DeclaredVerdict = z.enum(['met', 'notMet', 'coBanDat', 'unknown', 'notApplicable']);

/** One mark, or the unit's count where `criterion` is ''. */
export const DeclaredEntry = z.object({
  criterion: z.string(),
  verdict: z.nullable(DeclaredVerdict),
  met: z.nullable(z.int()),
  of: z.nullable(z.int()),
  cell: z.string(),
  raw: z.string(),
});
export type DeclaredEntry = z.infer<typeof DeclaredEntry>;

export const DeclaredUnit = z.object({ unit: UnitName, entries: z.array(DeclaredEntry) });
export type DeclaredUnit = z.infer<typeof DeclaredUnit>;

export const ImportDeclaredInput = z.object({
  under: UnitName,
  round: z.string(),
  /** Number of the document that carried the sheet, null when it had none. */
  document: z.nullable(z.string()),
  documentOn: z.nullable(CalendarDay),
  sheet: z.string(),
  knownOn: CalendarDay,
  fileDigest: z.string(),
  units: z.array(DeclaredUnit),
  dryRun: z.boolean(),
});
export type ImportDeclaredInput = z.infer<typeof ImportDeclaredInput>;

/** A declared result as kept. */
export interface StoredDeclared {
  readonly criterionCode: string;
  readonly verdict: string | null;
  readonly metCount: number | null;
  readonly ofCount: number | null;
  readonly document: string | null;
  readonly documentOn: string | null;
  readonly sheet: string;
  readonly cell: string;
  readonly raw: string;
  readonly knownOn: string;
}

export interface DeclaredState {
  readonly current: ReadonlyMap<string, StoredDeclared>;
}

export const importDeclared = {
  name: 'declared.import',
  version: 1,
  input: ImportDeclaredInput,
  reply: ImportReply,
  may: () => ({ act: 'write', noun: 'declared' }) as const,
  decide: decideDeclared,
};

function decideDeclared(
  state: DeclaredState,
  unit: DeclaredUnit,
  input: ImportDeclaredInput,
): Decision<readonly StoredDeclared[], { changed: number; unchanged: number }> {
  const given = unit.entries.map((entry) => toStored(entry, input));
  const changed = given.filter((row) => !sameResult(row, state.current.get(row.criterionCode)));
  const reply = { changed: changed.length, unchanged: given.length - changed.length };
  if (changed.length === 0) return { ok: true, change: null, reply };
  return {
    ok: true,
    change: changed,
    event: { round: input.round, document: input.document, file: input.fileDigest, results: changed.length },
    reply,
  };
}

function toStored(entry: DeclaredEntry, input: ImportDeclaredInput): StoredDeclared {
  return {
    criterionCode: entry.criterion,
    verdict: entry.criterion === '' ? null : (entry.verdict ?? 'unknown'),
    metCount: entry.met,
    ofCount: entry.of,
    document: input.document,
    documentOn: input.documentOn,
    sheet: input.sheet,
    cell: entry.cell,
    raw: entry.raw,
    knownOn: input.knownOn,
  };
}

/** The same mark read again changes nothing, unless it was known earlier than was thought. */
function sameResult(now: StoredDeclared, before: StoredDeclared | undefined): boolean {
  if (before === undefined || now.knownOn < before.knownOn) return false;
  return KEYS.every((key) => now[key] === before[key]);
}

const KEYS = ['verdict', 'metCount', 'ofCount', 'document', 'documentOn', 'sheet', 'cell', 'raw'] as const;
