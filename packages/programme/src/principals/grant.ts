// One grant: this person, in this role, for this place, between these days.
import * as z from 'zod/mini';
import { ROLES } from './roles.ts';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A grant of a role over a unit and all below it. */
export const Grant = z.object({
  role: z.enum(ROLES),
  /** null: every programme of the installation. */
  programmeId: z.nullable(z.int()),
  unitId: z.int(),
  /** Code of the office whose indicators it reaches; null for roles that no office bounds. */
  office: z.nullable(z.string()),
  from: day,
  /** The last day; null: until it is taken back. A stand-in always has one. */
  to: z.nullable(day),
});
export type Grant = z.infer<typeof Grant>;

/** Whether it holds on a day, YYYY-MM-DD; both ends belong to it. */
export function isInForce({ from, to }: Pick<Grant, 'from' | 'to'>, on: string): boolean {
  return from <= on && (to === null || on <= to);
}
