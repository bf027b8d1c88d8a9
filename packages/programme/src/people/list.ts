// The people of a place, as an administrator sees them: `GET /api/people`.
import * as z from 'zod/mini';
import { read } from '../declarations/index.ts';
import { ROLES } from '../principals/index.ts';
import { UnitName } from '../units/schema.ts';

const text = z.string();

export const PeopleQuery = z.object({
  under: z.optional(UnitName),
  /** Part of a name, with or without tone marks. */
  search: z.optional(text.check(z.maxLength(80))),
  /** The last person of the page before. */
  after: z.optional(text.check(z.regex(/^[0-9]{1,9}$/))),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

export const PersonShown = z.object({
  person: z.int(),
  name: text,
  username: z.nullable(text),
  email: z.nullable(text),
  phone: z.nullable(text),
  office: text,
  sample: z.boolean(),
  /** invited: has not chosen a password yet; out: shut out. */
  state: z.enum(['active', 'invited', 'out']),
  seen: z.nullable(text),
  grants: z.array(
    z.object({
      grant: z.int(),
      role: z.enum(ROLES),
      /** `code@date`, as commands take it. */
      unit: text,
      place: text,
      office: z.nullable(text),
      from: text,
      to: z.nullable(text),
    }),
  ),
});
export type PersonShown = z.infer<typeof PersonShown>;

export const PeopleReply = z.object({
  under: z.object({ unit: text, name: text }),
  people: z.array(PersonShown),
  /** Where the next page begins; null: this is the last one. */
  next: z.nullable(text),
});
export type PeopleReply = z.infer<typeof PeopleReply>;

export const readPeople = read({
  name: 'people.list',
  query: PeopleQuery,
  reply: PeopleReply,
  may: { act: 'read', noun: 'people' },
});
