// The office's side: each indicator is confirmed, returned with a reason, or judged otherwise with words that stay.
import { command } from '../declarations/index.ts';
import type { Problem } from '../problems/index.ts';
import type { JudgedByLaw, ReadingsState } from '../readings/index.ts';
import type { StoredReading } from '../readings/schema.ts';
import { judge } from '../verdicts/judge.ts';
import type { AssessmentState } from './locks.ts';
import { type Review, ReviewInput, type ReviewItem, ReviewReply, SayInput, SayReply } from './schema.ts';

export interface ReviewStateOf extends AssessmentState, ReadingsState {
  /** Figures of an indicator of the round's sets; undefined: there is no such indicator. */
  figuresOf(indicator: string): readonly string[] | undefined;
}

export interface ReviewChange {
  readonly reviews: ReadonlyMap<string, Review>;
  /** Figures whose confirmation changes with it. */
  readonly readings: readonly StoredReading[];
  readonly verdicts: readonly JudgedByLaw[];
}

type Reply = { unit: string; reviewed: number; seq: number };

export const reviewIndicators = command<ReviewInput, ReviewStateOf, ReviewChange, Reply>({
  name: 'reviews.decide',
  version: 1,
  input: ReviewInput,
  reply: ReviewReply,
  may: () => ({ act: 'write', noun: 'reviews' }),
  decide(state, { unit, items }, { principal, today }) {
    const problems = items.flatMap((item, index) => {
      const problem = problemOf(state, item, today);
      return problem ? [{ ...problem, path: `items/${index}` }] : [];
    });
    const [first, ...others] = problems;
    if (first) return { ok: false, problems: [first, ...others] };
    const seq = state.seq + 1;
    const reviews = new Map(items.map((item) => [item.indicator, reviewOf(item, seq)]));
    const by = { by: principal.office === '' ? principal.name : principal.office, on: today };
    const after = new Map(state.current);
    for (const item of items) {
      const document = item.decision === 'confirm' ? item.document : null;
      const confirmed = item.decision === 'confirm' ? { ...by, document } : null;
      for (const code of state.figuresOf(item.indicator) ?? []) {
        const reading = after.get(code);
        if (reading) after.set(code, { ...reading, confirmed, seq });
      }
    }
    const changed = [...after].filter(([code, reading]) => reading !== state.current.get(code));
    return {
      ok: true,
      change: {
        reviews,
        readings: changed.map(([, reading]) => reading),
        verdicts: state.laws.map((law) => ({ law, judged: judge(law, after, state.previous) })),
      },
      event: {
        reviews: items.map((item) => ({ ...item, before: state.reviews.get(item.indicator)?.state ?? null })),
      },
      reply: { unit, reviewed: items.length, seq },
    };
  },
});

function problemOf(state: ReviewStateOf, item: ReviewItem, today: string): Problem | null {
  const { indicator } = item;
  const figures = state.figuresOf(indicator);
  if (figures === undefined) return { code: 'indicator.not-found', facts: { indicator } };
  const stage = state.assessment?.stage ?? 'entering';
  if (stage === 'entering') return { code: 'assessment.not-submitted' };
  const known = figures.flatMap((code) => state.current.get(code) ?? []);
  if (item.decision !== 'return' && known.length === 0) {
    return { code: 'review.without-figure', facts: { indicator } };
  }
  if (known.some((reading) => reading.seq > item.seen)) {
    return { code: 'reading.changed-meanwhile', facts: { unit: state.unitName } };
  }
  if (item.decision !== 'return') return null;
  if (item.reason === 'other' && item.words === null) return { code: 'review.needs-words' };
  return item.answerUntil !== null && item.answerUntil < today ? { code: 'review.deadline-past' } : null;
}

function reviewOf(item: ReviewItem, seq: number): Review {
  const plain = { verdict: null, reason: null, words: null, answerUntil: null, answer: null, inputsSeq: seq };
  if (item.decision === 'confirm') return { ...plain, state: 'confirmed' };
  if (item.decision === 'judge') {
    return { ...plain, state: 'judged', verdict: item.verdict, words: item.words };
  }
  const { reason, words, answerUntil } = item;
  return { ...plain, state: 'returned', reason, words, answerUntil };
}

export const sayMessage = command<
  SayInput,
  { readonly known: boolean; readonly seq: number },
  SayInput,
  { seq: number }
>({
  name: 'messages.say',
  version: 1,
  input: SayInput,
  reply: SayReply,
  may: () => ({ act: 'write', noun: 'messages' }),
  decide(state, input) {
    const { indicator, words } = input;
    if (!state.known) return { ok: false, problems: [{ code: 'indicator.not-found', facts: { indicator } }] };
    return {
      ok: true,
      change: input,
      event: { round: input.round, indicator, words },
      reply: { seq: state.seq + 1 },
    };
  },
});
