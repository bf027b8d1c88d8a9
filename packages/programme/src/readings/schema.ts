// Readings: one figure of one unit in one round, with who confirmed it and what it replaced.
import type { Reading } from '@vungbuoc/criteria';
import * as z from 'zod/mini';
import { UnitName } from '../units/schema.ts';

/** Decimal text that fits numeric(20,6): digits, optional point and six decimals. */
export const DecimalText = z.string().check(z.regex(/^-?\d{1,14}(\.\d{1,6})?$/));
export const DateText = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Who stands behind a figure: the office, the day, the document if there is one. */
export const Confirmation = z.object({
  by: z.string().check(z.minLength(1), z.maxLength(200)),
  on: DateText,
  document: z.nullable(z.string().check(z.maxLength(200))),
});
export type Confirmation = z.infer<typeof Confirmation>;

/** A reading as kept: the engine's reading and its history. */
export interface StoredReading extends Reading {
  readonly figureId: number;
  readonly thonId: number;
  readonly note: string | null;
  readonly bare: boolean;
  readonly official: boolean;
  readonly source: string | null;
  readonly knownOn: string;
  readonly confirmed: Confirmation | null;
  readonly seq: number;
}

/** One figure typed or imported. */
export const ReadingEntry = z.object({
  figure: z.string().check(z.maxLength(80)),
  numerator: z.nullable(DecimalText),
  denominator: z.nullable(DecimalText),
  applicable: z.boolean(),
  note: z.nullable(z.string().check(z.maxLength(2000))),
  /** Only a per cent was given ("thiếu tử số, mẫu số"); accepted from files, refused on screen. */
  bare: z.boolean(),
});
export type ReadingEntry = z.infer<typeof ReadingEntry>;

/** What applies to all entries of one save. */
export const SaveReadingsInput = z.object({
  unit: UnitName,
  round: z.string().check(z.maxLength(40)),
  entries: z.array(ReadingEntry).check(z.minLength(1), z.maxLength(500)),
  official: z.boolean(),
  knownOn: DateText,
  source: z.nullable(z.string().check(z.maxLength(300))),
  confirmed: z.nullable(Confirmation),
  /** The unit's seq that the editor saw; null when nothing was seen (import). */
  base: z.nullable(z.int()),
});
export type SaveReadingsInput = z.infer<typeof SaveReadingsInput>;

export const SaveReadingsReply = z.object({
  unit: z.string(),
  seq: z.int(),
  changed: z.int(),
  unchanged: z.int(),
});
export type SaveReadingsReply = z.infer<typeof SaveReadingsReply>;
