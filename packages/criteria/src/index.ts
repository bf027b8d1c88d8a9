// The law engine's only door: criteria sets as data in, verdicts and explanations out.
export { checkSet } from './check/set.ts';
export { type DifferenceCode, diffSets, type SetDifference } from './compare/diff.ts';
export { linkOf } from './compare/pairs.ts';
export { type ThresholdChange, withStandard } from './compare/with-standard.ts';
export { type Outlook, type ThenVerdict, type WouldFall, whoWouldFall } from './compare/would-fall.ts';
export { addDecimals, decimalText, microOf } from './decimal.ts';
export type { Citation } from './explain/citation.ts';
export type {
  CriterionExplanation,
  ExplainOptions,
  Explanation,
  IndicatorExplanation,
  UsedReading,
} from './explain/explain.ts';
export { explain } from './explain/explain.ts';
export type { Gap } from './explain/gap.ts';
export type { IndicatorTrace, Why } from './explain/indicator-trace.ts';
export { rateText } from './explain/rate.ts';
export { type StandardScope, spokenStandard, spokenUnit } from './explain/spoken-standard.ts';
export { standardText } from './explain/standard-text.ts';
export type { CriterionTrace, Tracers, UnitTrace } from './explain/trace.ts';
export { trace, traceRow, tracersOf } from './explain/trace.ts';
export { canonicalJson, deepFreeze } from './json.ts';
export type { Column } from './judge/column.ts';
export { columnOf, dimensionsOf, UnknownColumnError } from './judge/column.ts';
export type { CompiledCriterion, CompiledIndicator, CompiledSet, OpenReason } from './judge/compile.ts';
export { compile, standardsYearOf } from './judge/compile.ts';
export type { BatchStatuses, Evaluation, RowGroup, VerdictCounts } from './judge/evaluate.ts';
export {
  countVerdicts,
  evaluate,
  evaluateBatch,
  evaluateRow,
  judgeCriteria,
  tableOfUnit,
} from './judge/evaluate.ts';
export { FigureTable } from './judge/figure-table.ts';
export type { LevelResult, PointsResult } from './judge/level.ts';
export { cellAt, cellsOf, decides, isUnchecked, type PlacedCell } from './law/cells.ts';
export type { Confidence } from './law/confidence.ts';
export { CONFIDENCES, weaker } from './law/confidence.ts';
export { type FigureName, findFigure } from './law/figure-name.ts';
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
export { pickVersion } from './law/version.ts';
export { applyOverlay, applyOverlays, type OverlayResult } from './overlay/apply.ts';
export {
  type DocumentIdentity,
  findIndicator,
  identifyDocument,
  type OverlayEntry,
  type OverlayParse,
  type OverlaySet,
  parseOverlay,
} from './overlay/overlay.ts';
export type { DocumentPart } from './parse/document.ts';
export { type FiguresParse, parseFigures } from './parse/figures.ts';
export { parseSet, parseSetFolder, type SetParse } from './parse/set.ts';
export type { Findings, ProblemCode, SetProblem } from './problem.ts';
export { sayProblem } from './problem.ts';
export { mergeReadings } from './reading/merge.ts';
export {
  type DecimalMark,
  decimalMarkOf,
  type NumberFault,
  type NumberReading,
  type NumberScope,
  readNumber,
} from './reading/number-text.ts';
export type { FigureKind, Reading, UnitReadings } from './reading/reading.ts';
export {
  checkOf,
  type ReadingCheck,
  type ReadingFault,
  type ReadingFaultCode,
} from './reading/reading-check.ts';
export {
  type ReadingField,
  type ReadingFromText,
  type ReadingProblem,
  type ReadingProblemCode,
  type ReadingScope,
  type ReadingTexts,
  readingFromText,
  sayReadingProblem,
} from './reading/reading-text.ts';
export { type EngineText, engineText, fill, type Lang, type TextKey } from './text/catalogue.ts';
export { spokenDay, spokenNumber } from './text/numbers.ts';
export type { Verdict } from './verdict.ts';
export {
  ENGINE,
  ENGINES,
  type EngineNumber,
  MET,
  NOT_APPLICABLE,
  NOT_MET,
  UNKNOWN,
  VERDICTS,
  verdictOf,
} from './verdict.ts';
