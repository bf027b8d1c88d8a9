// The path of a commune's figures in a round: entered, handed in, approved; looked at indicator by indicator by offices.
import * as z from 'zod/mini';
import { CalendarDay } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';

const text = z.string();
const words = text.check(z.minLength(1), z.maxLength(2000));
const round = text.check(z.maxLength(40));

/** `entering`: with the commune; `submitted`: waits for its leader; `approved`: with the offices. */
export const Stage = z.enum(['entering', 'submitted', 'approved']);
export type Stage = z.infer<typeof Stage>;

/** `answered`: returned, and sent again by the commune. `judged`: the office says otherwise than the figures. */
export const ReviewState = z.enum(['confirmed', 'returned', 'answered', 'judged']);
export type ReviewState = z.infer<typeof ReviewState>;

/** Why an indicator is given back. */
export const RETURN_REASONS = [
  'missingEvidence',
  'notMatching',
  'unclearEvidence',
  'wrongUnitOrPeriod',
  'other',
] as const;
export const ReturnReason = z.enum(RETURN_REASONS);
export type ReturnReason = z.infer<typeof ReturnReason>;

/** What an office may judge by itself, with a reason. */
export const OfficeVerdict = z.enum(['met', 'notMet', 'coBanDat']);
export type OfficeVerdict = z.infer<typeof OfficeVerdict>;

/** An assessment as kept. */
export interface Assessment {
  readonly stage: Stage;
  readonly words: string | null;
}

/** What an office said last of one indicator. */
export interface Review {
  readonly state: ReviewState;
  readonly verdict: OfficeVerdict | null;
  readonly reason: ReturnReason | null;
  readonly words: string | null;
  readonly answerUntil: string | null;
  readonly answer: string | null;
  /** The unit's number up to which the figures were seen. */
  readonly inputsSeq: number;
}

export const SubmitInput = z.object({
  unit: UnitName,
  round,
  /** Answers to what was returned, by indicator: a word to the reviewer beside the corrected figure. */
  answers: z.array(z.object({ indicator: text.check(z.maxLength(20)), words })),
});
export type SubmitInput = z.infer<typeof SubmitInput>;
export const StageReply = z.object({ stage: Stage });

export const ApproveInput = z.object({
  unit: UnitName,
  round,
  /** Number of the letter, or the name of the signed scan, where the leader signed on paper. */
  document: z.nullable(text.check(z.maxLength(200))),
});
export type ApproveInput = z.infer<typeof ApproveInput>;

export const GiveBackInput = z.object({ unit: UnitName, round, words });
export type GiveBackInput = z.infer<typeof GiveBackInput>;

const indicator = text.check(z.regex(/^[0-9a-z.]{1,20}$/));
/** The unit's number that the reviewer saw: what changed since is not confirmed by mistake. */
const seen = z.int();

export const ReviewItem = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('confirm'),
    indicator,
    seen,
    document: z.nullable(text.check(z.maxLength(200))),
  }),
  z.object({
    decision: z.literal('return'),
    indicator,
    seen,
    reason: ReturnReason,
    words: z.nullable(words),
    answerUntil: z.nullable(CalendarDay),
  }),
  z.object({ decision: z.literal('judge'), indicator, seen, verdict: OfficeVerdict, words }),
]);
export type ReviewItem = z.infer<typeof ReviewItem>;

export const ReviewInput = z.object({
  unit: UnitName,
  round,
  items: z.array(ReviewItem).check(z.minLength(1), z.maxLength(100)),
});
export type ReviewInput = z.infer<typeof ReviewInput>;
export const ReviewReply = z.object({ unit: text, reviewed: z.int(), seq: z.int() });

export const SayInput = z.object({ unit: UnitName, round, indicator, words });
export type SayInput = z.infer<typeof SayInput>;
export const SayReply = z.object({ seq: z.int() });
