// People and what they are given, as commands and screens name them.
import * as z from 'zod/mini';
import { ROLES } from '../principals/index.ts';
import { CalendarDay } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';

const text = z.string();

export const Username = text.check(z.regex(/^[a-z0-9][a-z0-9._-]{2,39}$/));
const email = text.check(z.regex(/^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@.]{2,60}$/));
/** SHA-256 of a link's token as hex: the token itself stays with whoever made it. */
export const LinkDigest = text.check(z.regex(/^[0-9a-f]{64}$/));

export const PersonInput = z.object({
  name: text.check(z.minLength(2), z.maxLength(120)),
  username: Username,
  email: z.nullable(email),
  phone: z.nullable(text.check(z.regex(/^[0-9+ .]{6,20}$/))),
  /** The office as papers name it. */
  office: text.check(z.minLength(1), z.maxLength(160)),
});
export type PersonInput = z.infer<typeof PersonInput>;

/** A role over a unit and all below it. `programme` null: every programme; `to` null: until it is taken back. */
export const GrantInput = z.object({
  role: z.enum(ROLES),
  programme: z.nullable(text),
  unit: UnitName,
  /** Code of the office whose indicators it reaches. */
  office: z.nullable(text.check(z.regex(/^[a-z0-9-]{2,40}$/))),
  from: CalendarDay,
  to: z.nullable(CalendarDay),
  document: z.nullable(text.check(z.maxLength(200))),
});
export type GrantInput = z.infer<typeof GrantInput>;
