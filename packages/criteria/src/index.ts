// The law engine's only door: criteria sets as data in, verdicts and explanations out.
export type { Confidence } from './law/confidence.ts';
export { CONFIDENCES, weaker } from './law/confidence.ts';
export type { FigureDef, FigureDictionary, MergeRule } from './law/figures.ts';
export type {
  All,
  Any,
  AtLeast,
  AtMost,
  ByDimension,
  ByYear,
  Cell,
  Comparison,
  Condition,
  Delegated,
  Equals,
  IfPresent,
  Judged,
  Missing,
  OverlayMark,
  RuleNode,
  Signature,
  Standard,
  Table,
} from './law/rule.ts';
export type {
  CriteriaSet,
  Criterion,
  Dimension,
  DimensionValue,
  FigureUse,
  Group,
  Indicator,
  LegalBasis,
  Measure,
  MeasureType,
  Office,
  Period,
  Scoring,
  SpecialRule,
} from './law/set.ts';
export { SET_FORMAT } from './law/set.ts';
export type { SetProblem } from './problem.ts';
export type { FigureKind, Reading, UnitReadings } from './reading/reading.ts';
export type { Verdict } from './verdict.ts';
export { ENGINE, MET, NOT_APPLICABLE, NOT_MET, UNKNOWN, VERDICTS, verdictOf } from './verdict.ts';
