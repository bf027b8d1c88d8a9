// The commune's side: handing in, the leader's approval, giving back to the official.
import { command, type Decision } from '../declarations/index.ts';
import type { AssessmentState } from './locks.ts';
import {
  ApproveInput,
  type Assessment,
  GiveBackInput,
  type Review,
  type Stage,
  StageReply,
  SubmitInput,
} from './schema.ts';

export interface HandInState extends AssessmentState {
  readonly seq: number;
  /** Figures that stand in the round. */
  readonly figures: number;
}

export interface HandInChange {
  readonly assessment: Assessment & {
    readonly submitted: boolean;
    readonly approved: boolean;
    readonly document: string | null;
  };
  /** Indicators that were returned and are sent again. */
  readonly answered: ReadonlyMap<string, Review>;
}

export const submitAssessment = command<SubmitInput, HandInState, HandInChange, { stage: Stage }>({
  name: 'assessments.submit',
  version: 1,
  input: SubmitInput,
  reply: StageReply,
  may: () => ({ act: 'write', noun: 'assessments' }),
  decide(state, { answers }) {
    const stage = state.assessment?.stage ?? 'entering';
    const returned = [...state.reviews].filter(([, review]) => review.state === 'returned');
    if (state.figures === 0) return { ok: false, problems: [{ code: 'assessment.empty' }] };
    if (stage !== 'entering' && returned.length === 0) {
      return { ok: false, problems: [{ code: 'assessment.submitted-already' }] };
    }
    const said = new Map(answers.map(({ indicator, words }) => [indicator, words]));
    const answered = new Map(
      returned.map(([code, review]) => [
        code,
        { ...review, state: 'answered' as const, answer: said.get(code) ?? null },
      ]),
    );
    // what was returned goes back to its office; the rest stays where it was
    const next: Stage = stage === 'entering' ? 'submitted' : stage;
    return {
      ok: true,
      change: {
        assessment: { stage: next, words: null, submitted: true, approved: false, document: null },
        answered,
      },
      event: { before: stage, after: next, answered: [...answered.keys()] },
      reply: { stage: next },
    };
  },
});

export const approveAssessment = command<ApproveInput, HandInState, HandInChange, { stage: Stage }>({
  name: 'assessments.approve',
  version: 1,
  input: ApproveInput,
  reply: StageReply,
  may: () => ({ act: 'write', noun: 'approvals' }),
  decide: (state, { document }) =>
    fromSubmitted(state, 'approved', {
      stage: 'approved',
      words: null,
      submitted: false,
      approved: true,
      document,
    }),
});

export const giveBackAssessment = command<GiveBackInput, HandInState, HandInChange, { stage: Stage }>({
  name: 'assessments.give-back',
  version: 1,
  input: GiveBackInput,
  reply: StageReply,
  may: () => ({ act: 'write', noun: 'approvals' }),
  decide: (state, { words }) =>
    fromSubmitted(state, 'entering', {
      stage: 'entering',
      words,
      submitted: false,
      approved: false,
      document: null,
    }),
});

function fromSubmitted(
  state: HandInState,
  next: Stage,
  assessment: HandInChange['assessment'],
): Decision<HandInChange, { stage: Stage }> {
  const stage = state.assessment?.stage ?? 'entering';
  if (stage === next) return { ok: true, change: null, reply: { stage } };
  if (stage !== 'submitted') return { ok: false, problems: [{ code: 'assessment.not-submitted' }] };
  const { words, document } = assessment;
  return {
    ok: true,
    change: { assessment, answered: new Map() },
    event: { before: stage, after: next, words, document },
    reply: { stage: next },
  };
}
