// What the round says about a sheet: which units may stand in it, which criteria, which year.
import * as z from 'zod/mini';
import { UnitKind } from '../units/schema.ts';

export const IntakeUnit = z.object({
  id: z.number(),
  code: z.string(),
  name: z.string(),
  kind: UnitKind,
  /** Earlier names, official misspellings, names of the lists. */
  otherNames: z.array(z.string()),
  parentName: z.nullable(z.string()),
  /** The code belonged to another unit at another time, so a code alone does not tell. */
  codeReused: z.optional(z.boolean()),
});
/** A unit as of the round's geography date. */
export type IntakeUnit = Readonly<z.infer<typeof IntakeUnit>>;

export const IntakeCriterion = z.object({
  code: z.string(),
  nameVi: z.string(),
  otherNames: z.optional(z.array(z.string())),
});
export type IntakeCriterion = Readonly<z.infer<typeof IntakeCriterion>>;

export const IntakeContext = z.object({
  units: z.array(IntakeUnit),
  criteria: z.array(IntakeCriterion),
  /** The round's year; null where it is not known yet. */
  year: z.nullable(z.number()),
  /** The level that the round's set is for. */
  level: z.enum(['ntm', 'nangCao', 'kieuMau', 'hienDai']),
});
/** Everything about the round that reading a sheet needs. */
export interface IntakeContext {
  readonly units: readonly IntakeUnit[];
  readonly criteria: readonly IntakeCriterion[];
  readonly year: number | null;
  readonly level: 'ntm' | 'nangCao' | 'kieuMau' | 'hienDai';
}
