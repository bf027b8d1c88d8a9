// Intake: an office's own sheet, as it is, becomes declared results. Whatever the sheet does not decide is asked.
export { IntakeContext, IntakeCriterion, IntakeUnit } from './context.ts';
export { otherNamesWithoutSet } from './criterion-other-names.ts';
export { columnLetters, IntakeCell, IntakeGrid, IntakeMerge } from './grid.ts';
export type { Fault } from './ledger.ts';
export { DecidedBy, Decision, Mapping } from './mapping.ts';
export type { Verdict } from './marks.ts';
export {
  type Applied,
  answerQuestions,
  applyMapping,
  type Preview,
  type Proposal,
  proposeMapping,
} from './propose.ts';
export type { Candidate, Question } from './question.ts';
export type { FaultCode, QuestionKind } from './question-texts.ts';
export {
  RememberIntakeInput,
  RememberIntakeReply,
  type RememberState,
  rememberIntake,
} from './remember.ts';
export type { DeclaredResult, OpenCell } from './results.ts';
export { type UnitShown, whatIsShown } from './shown.ts';
