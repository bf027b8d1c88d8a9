// What somebody chooses from who founds a programme: a year, a place with its communes, the law of that year.
import * as z from 'zod/mini';
import { read } from '../declarations/index.ts';
import { OpenRoundInput } from '../rounds/open.ts';
import { UnitName } from '../units/schema.ts';

export const PrepareProgrammeQuery = z.object({
  /** The year of the first round; by default this one. */
  year: z.optional(z.string().check(z.regex(/^\d{4}$/))),
});
export type PrepareProgrammeQuery = z.infer<typeof PrepareProgrammeQuery>;

const bilingual = z.object({ vi: z.string(), en: z.string() });

export const PrepareProgrammeReply = z.object({
  year: z.int(),
  /** Newest first. */
  years: z.array(z.int()),
  /** The day on which the first round looks at the places. */
  on: z.string(),
  /** Units above the communes that have any on that day, in the order of the tree. */
  places: z.array(
    z.object({
      /** `code@date`. */
      unit: UnitName,
      name: z.string(),
      kind: z.string(),
      /** The unit above it, null for a province. */
      parent: z.nullable(z.string()),
      communes: z.int(),
      /** Wards and townships, outside the programme unless the office says otherwise. */
      towns: z.int(),
    }),
  ),
  /** Sets that may judge it; `proposed` is the one of its time. */
  sets: z.array(z.object({ id: z.string(), title: bilingual, proposed: z.boolean() })),
  /** The first round as `rounds.open` takes it; programme and host are still to be filled in. */
  round: z.omit(OpenRoundInput, { programme: true, host: true }),
  /** A programme that was founded and has no round yet. */
  waiting: z.nullable(z.object({ code: z.string(), name: bilingual, home: UnitName, homeName: z.string() })),
});
export type PrepareProgrammeReply = z.infer<typeof PrepareProgrammeReply>;

export const prepareProgramme = read<PrepareProgrammeQuery, PrepareProgrammeReply>({
  name: 'programmes.prepare',
  query: PrepareProgrammeQuery,
  reply: PrepareProgrammeReply,
  may: { act: 'read', noun: 'programmes' },
});
