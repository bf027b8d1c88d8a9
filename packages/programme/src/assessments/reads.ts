// What a commune and an office see of an assessment: the page of one unit, and the queue of an office over its units.
import * as z from 'zod/mini';
import { read } from '../declarations/index.ts';
import { UnitName } from '../units/schema.ts';
import { IndicatorExplained, VerdictName } from '../verdicts/schema.ts';
import { OfficeVerdict, ReturnReason, ReviewState, Stage } from './schema.ts';

const text = z.string();
const bilingual = z.object({ vi: text, en: text });

export const ReviewShown = z.object({
  state: ReviewState,
  verdict: z.nullable(OfficeVerdict),
  reason: z.nullable(ReturnReason),
  words: z.nullable(text),
  answerUntil: z.nullable(text),
  answer: z.nullable(text),
  at: text,
  /** The figures changed after the office had seen them. */
  changedSince: z.boolean(),
});
export type ReviewShown = z.infer<typeof ReviewShown>;

export const MessageShown = z.object({ seq: z.int(), name: text, office: text, at: text, words: text });
export type MessageShown = z.infer<typeof MessageShown>;

export const AssessedIndicator = z.object({
  criterion: z.object({ code: text, name: bilingual }),
  explained: IndicatorExplained,
  /** The closing round before, as text of its value. */
  before: z.nullable(bilingual),
  /** No figure of it may be written now. */
  locked: z.boolean(),
  supplier: z.nullable(bilingual),
  review: z.nullable(ReviewShown),
  messages: z.array(MessageShown),
});
export type AssessedIndicator = z.infer<typeof AssessedIndicator>;

/** `GET /api/assessments/{unit}?round=` */
export const AssessmentPage = z.object({
  unit: z.object({ code: text, name: text, named: text }),
  round: text,
  roundName: bilingual,
  sample: z.boolean(),
  stage: Stage,
  words: z.nullable(text),
  submittedAt: z.nullable(text),
  approvedAt: z.nullable(text),
  approvalDocument: z.nullable(text),
  /** The unit's number: what an edit or a review says it has seen. */
  seq: z.int(),
  /** Indicators without a figure that belongs to the commune to enter. */
  missing: z.int(),
  returned: z.int(),
  may: z.object({ write: z.boolean(), approve: z.boolean(), review: z.boolean() }),
  indicators: z.array(AssessedIndicator),
});
export type AssessmentPage = z.infer<typeof AssessmentPage>;

export const AssessmentQuery = z.object({ round: z.optional(text.check(z.maxLength(40))) });
export const readAssessment = read({
  name: 'assessments.read',
  query: AssessmentQuery,
  reply: AssessmentPage,
  may: { act: 'read', noun: 'assessments' },
});

/** `waiting`: nobody has looked yet, or the commune answered; `changed`: confirmed, and changed since. */
export const QUEUE_KINDS = ['waiting', 'answered', 'changed', 'returned', 'done'] as const;
export const QueueKind = z.enum(QUEUE_KINDS);
export type QueueKind = z.infer<typeof QueueKind>;

export const QueueQuery = z.object({
  under: z.optional(UnitName),
  round: z.optional(text.check(z.maxLength(40))),
  kind: z.optional(QueueKind),
  /** `unit:indicator` of the last row of the page before. */
  after: z.optional(text.check(z.regex(/^[0-9]{2,5}:[0-9a-z.]{1,20}$/))),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

/** A figure as it was given: counts, or a number alone; `unit` in the dictionary's words. */
export const FigureShown = z.object({
  numerator: z.nullable(text),
  denominator: z.nullable(text),
  applicable: z.boolean(),
  unit: z.nullable(text),
});
export type FigureShown = z.infer<typeof FigureShown>;

export const QueueRow = z.object({
  unit: text,
  named: text,
  name: text,
  indicator: text,
  indicatorName: bilingual,
  kind: QueueKind,
  verdict: VerdictName,
  value: z.nullable(FigureShown),
  before: z.nullable(FigureShown),
  /** Since when it waits. */
  since: z.nullable(text),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const QueueReply = z.object({
  under: z.object({ code: text, name: text }),
  round: text,
  roundName: bilingual,
  sample: z.boolean(),
  offices: z.array(z.object({ code: text, name: bilingual })),
  counts: z.record(QueueKind, z.int()),
  /** Units of the scope that have not handed in yet. */
  late: z.array(z.object({ unit: text, name: text, stage: Stage })),
  rows: z.array(QueueRow),
  next: z.nullable(text),
});
export type QueueReply = z.infer<typeof QueueReply>;

export const readQueue = read({
  name: 'reviews.queue',
  query: QueueQuery,
  reply: QueueReply,
  may: { act: 'read', noun: 'reviews' },
});
