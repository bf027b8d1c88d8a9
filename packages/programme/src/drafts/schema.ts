// What travels of a draft: its parts as they are typed, and the draft as an office reads it.
import * as z from 'zod/mini';
import { read } from '../declarations/index.ts';
import { UnitName } from '../units/schema.ts';

const code = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{1,79}$/));
const word = z.string().check(z.maxLength(80));
const fields = z.record(z.string(), z.unknown());

/** Which draft: of which place, and which version it is going to be. */
const which = { unit: UnitName, code, version: z.int().check(z.gte(1), z.lte(10_000)) };

export const BeginDraftInput = z.object({
  unit: UnitName,
  code,
  titleVi: z.string(),
  titleEn: z.string(),
  /** The set that an overlay is for; null for a set. */
  of: z.nullable(code),
  /** A published version that the draft begins as a copy of; null begins empty. */
  copy: z.nullable(z.object({ code, version: z.int() })),
});
export type BeginDraftInput = z.infer<typeof BeginDraftInput>;

export const DraftPartInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('head'), value: fields }),
  z.object({ kind: z.literal('criterion'), code: word, value: z.nullable(fields) }),
  z.object({ kind: z.literal('figure'), code: word, value: z.nullable(fields) }),
  z.object({
    kind: z.literal('indicator'),
    criterion: z.nullable(word),
    code: word,
    value: z.nullable(fields),
  }),
  z.object({
    kind: z.literal('standard'),
    indicator: word,
    year: word,
    column: word,
    value: z.nullable(fields),
  }),
]);

export const PutDraftInput = z.object({
  ...which,
  part: DraftPartInput,
  /** The draft's number when it was read. */
  base: z.int(),
});
export type PutDraftInput = z.infer<typeof PutDraftInput>;

export const SignDraftInput = z.object({
  ...which,
  cells: z
    .array(z.object({ indicator: word, year: word, column: word, digest: z.string() }))
    .check(z.minLength(1), z.maxLength(1000)),
});
export type SignDraftInput = z.infer<typeof SignDraftInput>;

export const PublishDraftInput = z.object({ ...which, base: z.int() });
export type PublishDraftInput = z.infer<typeof PublishDraftInput>;

export const DraftReply = z.object({ code, version: z.int(), base: z.int() });
export type DraftReply = z.infer<typeof DraftReply>;

const progress = z.object({ total: z.int(), entered: z.int(), compared: z.int() });
const fault = z.object({ code: z.string(), path: z.string(), vi: z.string(), en: z.string() });

export const DraftsQuery = z.object({ under: z.optional(UnitName) });
export type DraftsQuery = z.infer<typeof DraftsQuery>;

const head = {
  code: z.string(),
  version: z.int(),
  titleVi: z.string(),
  titleEn: z.string(),
  overlay: z.boolean(),
};

export const DraftsReply = z.object({
  under: z.object({ unit: UnitName, name: z.string() }),
  drafts: z.array(
    z.object({ ...head, state: z.enum(['draft', 'published']), changedAt: z.string(), progress }),
  ),
  published: z.array(z.object(head)),
});
export type DraftsReply = z.infer<typeof DraftsReply>;

const byWhom = z.object({
  person: z.int(),
  name: z.nullable(z.string()),
  office: z.string(),
  at: z.string(),
});

export const DraftPage = z.object({
  ...head,
  state: z.enum(['draft', 'published']),
  /** Sent back with the next change. */
  base: z.int(),
  content: z.unknown(),
  figures: z.array(z.unknown()),
  cells: z.array(
    z.object({
      indicator: z.string(),
      year: z.string(),
      column: z.string(),
      digest: z.string(),
      state: z.enum(['copied', 'gap', 'typed', 'signed']),
      typed: z.nullable(byWhom),
      signatures: z.array(byWhom),
    }),
  ),
  refused: z.array(fault),
  unfinished: z.array(fault),
  progress,
  /** Beside the last version published under this code; null where there is none or the draft cannot be read. */
  differences: z.nullable(z.array(z.object({ code: z.string(), vi: z.string(), en: z.string() }))),
});
export type DraftPage = z.infer<typeof DraftPage>;

/** `POST /api/drafts/check`: a part as it is being typed, and nothing stored. */
export const CheckDraftInput = z.object({ ...which, part: DraftPartInput });
export type CheckDraftInput = z.infer<typeof CheckDraftInput>;
export const CheckDraftReply = z.object({ refused: z.array(fault), unfinished: z.array(fault) });
export type CheckDraftReply = z.infer<typeof CheckDraftReply>;

export const readDrafts = read({
  name: 'drafts.read',
  query: DraftsQuery,
  reply: DraftsReply,
  may: { act: 'read', noun: 'sets' },
});
