// What if one standard were another: who would meet the criterion, place by place. Nothing is stored.
import * as z from 'zod/mini';
import { BoardQuery } from '../board/schema.ts';
import { read } from '../declarations/index.ts';

const text = z.string();
const { under, round, set } = BoardQuery.shape;

export const PreviewQuery = z.object({
  under,
  round,
  set,
  indicator: z.string().check(z.regex(/^[0-9]{1,2}\.[0-9]{1,2}$/)),
  /** The column of the law; absent: every column. */
  column: z.optional(z.string().check(z.regex(/^[A-Z0-9]{1,12}$/))),
  /** Decimal text with at most three decimals. */
  value: z.string().check(z.regex(/^\d{1,9}(\.\d{1,3})?$/)),
});
export type PreviewQuery = z.infer<typeof PreviewQuery>;

export const PreviewCounts = z.object({ indicatorMet: z.int(), criteriaMet: z.int(), full: z.int() });
export type PreviewCounts = z.infer<typeof PreviewCounts>;

export const PreviewReply = z.object({
  round: text,
  sample: z.boolean(),
  indicator: text,
  column: z.nullable(text),
  value: text,
  places: z.array(
    z.object({ code: text, name: text, units: z.int(), before: PreviewCounts, after: PreviewCounts }),
  ),
  /** Units whose criterion changes, by code: at most 200, the count is whole. */
  gained: z.array(text),
  lost: z.array(text),
  gainedCount: z.int(),
  lostCount: z.int(),
});
export type PreviewReply = z.infer<typeof PreviewReply>;

export const readPreview = read<PreviewQuery, PreviewReply>({
  name: 'preview.read',
  query: PreviewQuery,
  reply: PreviewReply,
  may: { act: 'read', noun: 'board' },
});
