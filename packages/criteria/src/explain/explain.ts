// The explanation people read: every verdict with its rule, figure, standard, column, citation, marks and gap, in sentences.

import type { CompiledIndicator, CompiledSet } from '../judge/compile.ts';
import { type Evaluation, evaluateRow, tableOfUnit } from '../judge/evaluate.ts';
import { isUnchecked } from '../law/cells.ts';
import type { Confidence } from '../law/confidence.ts';
import type { OverlayMark } from '../law/rule.ts';
import type { Office } from '../law/set.ts';
import type { Reading, UnitReadings } from '../reading/reading.ts';
import { type EngineText, type Lang, textOf } from '../text/catalogue.ts';
import { inLanguage } from '../text/language.ts';
import type { Verdict } from '../verdict.ts';
import { type Citation, citationOf, spokenCitation } from './citation.ts';
import type { IndicatorTrace } from './indicator-trace.ts';
import { criterionSentence, indicatorSentence, markSentences } from './sentences.ts';
import { type CriterionTrace, traceRow, tracersOf, type UnitTrace } from './trace.ts';

/** A reading as it was used, by part. */
export interface UsedReading {
  readonly part: string;
  readonly figure: string;
  readonly reading: Reading | null;
}

export interface IndicatorExplanation extends IndicatorTrace {
  /** The decree's words for the indicator, in the language asked for. */
  readonly text: string;
  /** Confidence of those words; below `source` they are shown without quotation marks. */
  readonly textConfidence: Confidence;
  readonly office: Office | null;
  readonly used: readonly UsedReading[];
  readonly citation: Citation;
  /** Confidence of the standard; null where there is none. */
  readonly confidence: Confidence | null;
  /** The standard decided, or would, without having been checked against the original. */
  readonly unchecked: boolean;
  readonly overlay: OverlayMark | null;
  /** The result in one sentence. */
  readonly reason: string;
  /** The result, the citation and every mark. */
  readonly sentences: readonly string[];
}

export interface CriterionExplanation {
  readonly code: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly indicators: readonly IndicatorExplanation[];
}

export interface Explanation {
  readonly evaluation: Evaluation;
  readonly criteria: readonly CriterionExplanation[];
  readonly conditions: readonly IndicatorExplanation[];
  /** The same without sentences; `canonicalJson(canonical)` recomputes to the same bytes. */
  readonly canonical: UnitTrace;
}

/** In which language data (names, texts of the law) is shown when the words come from another catalogue. */
export interface ExplainOptions {
  readonly dataLang?: Lang;
}

/** Explains one unit in Vietnamese or English, or in the words of another catalogue. */
export function explain(
  compiled: CompiledSet,
  readings: UnitReadings,
  lang: Lang | EngineText,
  options: ExplainOptions = {},
): Explanation {
  const table = tableOfUnit(compiled, readings);
  const evaluation = evaluateRow(compiled, table, 0);
  const canonical = traceRow(compiled, tracersOf(compiled), table, 0, evaluation);
  const dataLang = options.dataLang ?? (typeof lang === 'string' ? lang : 'vi');
  const scope: ExplainScope = { compiled, readings, text: textOf(lang), lang: dataLang };
  return {
    evaluation,
    criteria: canonical.criteria.map((item, index) => explainCriterion(item, index, scope)),
    conditions: canonical.conditions.flatMap((item, index) =>
      explainIndicator(item, compiled.conditions[index], scope),
    ),
    canonical,
  };
}

/** What the sentences of one unit are made from. */
export interface ExplainScope {
  readonly compiled: CompiledSet;
  readonly readings: UnitReadings;
  readonly text: EngineText;
  readonly lang: Lang;
}

function explainCriterion(item: CriterionTrace, index: number, scope: ExplainScope): CriterionExplanation {
  const { first = 0, complete = false } = scope.compiled.criteria[index] ?? {};
  const criterion = scope.compiled.set.criteria[index];
  return {
    code: item.code,
    name: criterion === undefined ? '' : inLanguage(criterion, 'name', scope.lang),
    verdict: item.verdict,
    sentence: criterionSentence(item, complete, scope.text),
    indicators: item.indicators.flatMap((indicator, i) =>
      explainIndicator(indicator, scope.compiled.indicators[first + i], scope),
    ),
  };
}

function explainIndicator(
  item: IndicatorTrace,
  judged: CompiledIndicator | undefined,
  scope: ExplainScope,
): IndicatorExplanation[] {
  if (judged === undefined) return [];
  const { indicator, standard } = judged;
  const citation = citationOf(scope.compiled, judged, scope.lang);
  const reason = indicatorSentence(item, judged, scope);
  return [
    {
      ...item,
      text: inLanguage(indicator, 'text', scope.lang),
      textConfidence: indicator.confidence,
      office: indicator.office,
      used: Object.entries(indicator.figures).map(([part, use]) => ({
        part,
        figure: use.code,
        reading: scope.readings.get(use.code) ?? null,
      })),
      citation,
      confidence: standard?.confidence ?? null,
      unchecked: standard !== null && isUnchecked(standard),
      overlay: standard?.overlay ?? null,
      reason,
      sentences: [reason, spokenCitation(citation, scope.text), ...markSentences(judged, scope)],
    },
  ];
}
