// A place as it travels, and how a person names it: `code` or `code@date`.
import * as z from 'zod/mini';
import { isCalendarDay } from './calendar-day.ts';
import type { Inheritance } from './inheritance.ts';

export const UnitKind = z.enum([
  'nation',
  'province',
  'city',
  'district',
  'commune',
  'township',
  'ward',
  'special-zone',
]);
export type UnitKind = z.infer<typeof UnitKind>;

/** `03472` or `03472@2021-03-16`: codes are reused over time, so a date may be needed. */
export const UnitName = z
  .string()
  .check(z.regex(/^[0-9]{2,5}(@\d{4}-\d{2}-\d{2})?$/, { abort: true }), z.refine(isOfACalendarDay));

function isOfACalendarDay(name: string): boolean {
  const { date } = splitUnitName(name);
  return date === null || isCalendarDay(date);
}

/** Splits `code@date`; the date is null when only a code was given. */
export function splitUnitName(name: string): { code: string; date: string | null } {
  const [code = '', date] = name.split('@');
  return { code, date: date ?? null };
}

/** Name, code, kind and parent of a unit between two days (`validTo` exclusive; null: unknown start, open end). */
export interface UnitVersion {
  readonly unitId: number;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** One arrow of a change: what a predecessor gave to a successor on a day. */
export interface UnitLink {
  readonly changeId: number;
  readonly kind: string;
  readonly effectiveOn: string;
  readonly document: string | null;
  readonly documentOn: string | null;
  readonly predecessorId: number;
  readonly successorId: number;
  /** The predecessor went to several successors: nothing is inherited without a signed apportionment. */
  readonly divided: boolean;
  /** Signed rules of the change for what its successors inherit; empty: the dictionary's. */
  readonly inheritance: Inheritance;
}

/** Kinds that the programme assesses at the level of the commune. */
export const COMMUNE_LEVEL: ReadonlySet<UnitKind> = new Set(['commune', 'township', 'ward', 'special-zone']);

/** Those of them that are no communes (xã): outside the programme unless an office takes them in. */
export const TOWNS: ReadonlySet<UnitKind> = new Set(['township', 'ward']);
