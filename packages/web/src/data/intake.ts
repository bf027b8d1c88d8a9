// What the intake page sends and receives. The server reads the sheet, proposes and keeps; here only answers are written in.
import type { BoardQuery } from '@vungbuoc/programme/board';
import type {
  DeclaredResult,
  Fault,
  IntakeGrid,
  Mapping,
  OpenCell,
  Preview,
  Question,
} from '@vungbuoc/programme/intake';
import { postJson } from './http.ts';

/** What was given: a file, or a block pasted from Excel (tabs between cells, as Excel copies). */
export type Source = { kind: 'file'; file: File } | { kind: 'text'; text: string };

/** Reply of `POST /api/intake/propose`. */
export type Proposed = {
  grids: IntakeGrid[];
  mapping: Mapping | null;
  questions: Question[];
  preview: Preview | null;
  faults: Fault[];
  /** What would be kept now, each with its cell, and the cells that wait for an answer. */
  results: DeclaredResult[];
  open: OpenCell[];
};

/** Reply of `POST /api/intake/import`. */
export type Imported = {
  units: number;
  changedUnits: number;
  changed: number;
  unchanged: number;
  dryRun: boolean;
};

/** @throws Refused */
export function propose(source: Source, query: BoardQuery, mapping: Mapping | null): Promise<Proposed> {
  return postJson<Proposed>('/api/intake/propose', contentOf(source, query, { mapping }));
}

/**
 * Keeps what the mapping makes of the sheet; with `dryRun` only counts.
 * @throws Refused with all faults at once
 */
export function importSheet(
  source: Source,
  query: BoardQuery,
  mapping: Mapping,
  dryRun: boolean,
): Promise<Imported> {
  return postJson<Imported>('/api/intake/import', contentOf(source, query, { mapping, dryRun }));
}

function contentOf(
  source: Source,
  query: BoardQuery,
  more: { mapping: Mapping | null; dryRun?: boolean },
): FormData | object {
  const { under, round, set } = query;
  const asked = { ...(under ? { under } : {}), ...(round ? { round } : {}), ...(set ? { set } : {}) };
  const { mapping, dryRun } = more;
  if (source.kind === 'text') {
    return {
      ...asked,
      text: source.text,
      ...(mapping ? { mapping } : {}),
      ...(dryRun === undefined ? {} : { dryRun }),
    };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(asked)) form.set(name, value);
  if (mapping) form.set('mapping', JSON.stringify(mapping));
  if (dryRun !== undefined) form.set('dryRun', String(dryRun));
  form.set('file', source.file);
  return form;
}

/** The mapping with one answer of a person written in. */
export function answered(mapping: Mapping, id: string, value: string): Mapping {
  const decision = { ...mapping.decisions[id], value, by: 'person' as const };
  return { ...mapping, decisions: { ...mapping.decisions, [id]: decision } };
}
