// Readings: one figure of one unit in one round, with who confirmed it and what it replaced.
import type { Reading } from '@vungbuoc/criteria';
import * as z from 'zod/mini';
import { CalendarDay } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';

/** Decimal text that fits numeric(20,6): digits, optional point and six decimals. */
const decimalForm = /^-?\d{1,14}(\.\d{1,6})?$/;
export const DecimalText = z.string().check(z.regex(decimalForm));

/** Who stands behind a figure: the office, the day, the document if there is one. */
export const Confirmation = z.object({
  by: z.string().check(z.minLength(1), z.maxLength(200)),
  on: CalendarDay,
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

const longestFigure = 80;
const longestNote = 2000;

/** One figure typed or imported. */
export const ReadingEntry = z.object({
  figure: z.string().check(z.maxLength(longestFigure)),
  numerator: z.nullable(DecimalText),
  denominator: z.nullable(DecimalText),
  applicable: z.boolean(),
  note: z.nullable(z.string().check(z.maxLength(longestNote))),
  /** Only a per cent was given ("thiếu tử số, mẫu số"); accepted from files, refused on screen. */
  bare: z.boolean(),
});
export type ReadingEntry = z.infer<typeof ReadingEntry>;

/** The same asked of the figures of a file: there are hundreds of thousands, and none is copied. */
export const FileEntry = z.custom<ReadingEntry>(isReadingEntry);

function isReadingEntry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  // whatever is in it is looked at next
  const { figure, numerator, denominator, applicable, note, bare } = value as Record<string, unknown>;
  return (
    isText(figure, longestFigure) &&
    isDecimal(numerator) &&
    isDecimal(denominator) &&
    typeof applicable === 'boolean' &&
    (note === null || isText(note, longestNote)) &&
    typeof bare === 'boolean'
  );
}

function isText(value: unknown, longest: number): boolean {
  return typeof value === 'string' && value.length <= longest;
}

function isDecimal(value: unknown): boolean {
  return value === null || (typeof value === 'string' && decimalForm.test(value));
}

/** What applies to all entries of one save. */
export const SaveReadingsInput = z.object({
  unit: UnitName,
  round: z.string().check(z.maxLength(40)),
  entries: z.array(ReadingEntry).check(z.minLength(1), z.maxLength(500)),
  official: z.boolean(),
  knownOn: CalendarDay,
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
