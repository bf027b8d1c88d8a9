// The mapping of a sheet as it is kept: every decision by its name, with who or what decided it. Read and edited by people.
import * as z from 'zod/mini';

/**
 * Who decided: a `person`; the `sheet` by its own headings, names or legend; its `totals`; `usual` practice where only one
 * reading exists; `remembered` from an earlier sheet of the same shape. Null while it is open.
 */
export const DecidedBy = z.enum(['person', 'sheet', 'totals', 'usual', 'remembered']);
export type DecidedBy = z.infer<typeof DecidedBy>;

export const Decision = z.object({
  /** Null while the question is open. */
  value: z.nullable(z.string()),
  by: z.nullable(DecidedBy),
  /** What it is about, in the sheet's own words. */
  about: z.optional(z.string()),
});
export type Decision = z.infer<typeof Decision>;

export const Mapping = z.object({
  kind: z.literal('vung-buoc/intake'),
  version: z.literal(1),
  /** The shape that the mapping was made for: orientation and headings, without years and names of units. */
  shape: z.string(),
  /** The very sheet: answers about single cells and lines hold for it alone. */
  content: z.string(),
  sheet: z.string(),
  orientation: z.enum(['down', 'across']),
  title: z.object({
    text: z.string(),
    years: z.array(z.number()),
    documentNumber: z.nullable(z.string()),
    documentDate: z.nullable(z.string()),
  }),
  /** By name, such as `column:D`, `unit:Pa Vệ Sủ`, `mark:x`. */
  decisions: z.record(z.string(), Decision),
});
/** A mapping file. `Mapping.parse` checks one that a person edited. */
export type Mapping = z.infer<typeof Mapping>;

/** Decisions that hold for every sheet of a shape: what columns, names and marks mean. */
const lasting =
  /^(?:column|columns|hidden|mark|unit|elsewhere):|^(?:block|total|unitColumn|figures|noTick|sheet)$/;

/** Decisions of a mapping that may be used for a sheet; those about single lines and cells only for the very same one. */
export function decisionsFor(mapping: Mapping, shape: string, content: string): Record<string, Decision> {
  if (mapping.content === content) return { ...mapping.decisions };
  const same = mapping.shape === shape;
  return Object.fromEntries(
    Object.entries(mapping.decisions).filter(([id]) =>
      same ? lasting.test(id) && !/ @\d+$/.test(id) : false,
    ),
  );
}

/** A short name for a shape: equal texts give equal names, on every machine. FNV-1a, twice, 64 bits. */
export function shapeName(parts: readonly string[]): string {
  const text = parts.join('\n');
  return hash(text, 0x811c9dc5) + hash(text, 0x01000193);
}

function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
