// Puts a verdict into an officer's words: result first, then the figure, the standard and the gap in people's units.

import { trimZeros } from '../decimal.ts';
import type { CompiledIndicator } from '../judge/compile.ts';
import { isUnchecked } from '../law/cells.ts';
import { partsOf, thresholdsOf } from '../law/conditions.ts';
import type { Condition } from '../law/rule.ts';
import type { FigureUse } from '../law/set.ts';
import type { Reading } from '../reading/reading.ts';
import { type EngineText, fill } from '../text/catalogue.ts';
import { inLanguage } from '../text/language.ts';
import { spokenNumber } from '../text/numbers.ts';
import type { Verdict } from '../verdict.ts';
import { capital } from './citation.ts';
import type { ExplainScope } from './explain.ts';
import { type FigureWords, spokenFigure } from './figure-words.ts';
import type { Gap } from './gap.ts';
import type { IndicatorTrace } from './indicator-trace.ts';
import { partLabel, spokenStandard, spokenUnit } from './spoken-standard.ts';
import type { CriterionTrace } from './trace.ts';

/** The result of one indicator in one sentence. */
export function indicatorSentence(
  item: IndicatorTrace,
  judged: CompiledIndicator,
  scope: ExplainScope,
): string {
  const why = whyClause(item, judged, scope);
  const parts = partsToShow(item, judged, scope).map(([part, use]) =>
    partClause(item, judged, scope, part, use),
  );
  const clauses = why === null ? parts : [why, ...parts];
  const result = scope.text[`verdict.${item.verdict}`];
  return clauses.length === 0 ? `${result}.` : `${result}: ${clauses.join('; ')}.`;
}

/** One part: its figure, what is asked of it, what is missing. */
function partClause(
  item: IndicatorTrace,
  judged: CompiledIndicator,
  scope: ExplainScope,
  part: string,
  use: FigureUse,
): string {
  const { text } = scope;
  const words = wordsOf(part, use, judged, scope);
  const clauses = [spokenFigure(scope.readings.get(use.code) ?? null, words, boundsOf(judged, part))];
  if (item.why === null) clauses.push(...needClauses(judged.standard?.of ?? null, part, words, text));
  for (const gap of item.gaps) if (gap.part === part) clauses.push(spokenGap(gap, words.unit, text));
  return clauses.join(', ');
}

/** Figures are named where they decided, or where they were given and are not enough. */
function partsToShow(
  item: IndicatorTrace,
  judged: CompiledIndicator,
  scope: ExplainScope,
): [string, FigureUse][] {
  const uses = Object.entries(judged.indicator.figures);
  if (item.verdict === 'notApplicable') return [];
  const decided = item.verdict !== 'unknown';
  const asked = judged.standard === null ? [] : partsOf(judged.standard.of);
  return uses.filter(([part, use]) => (decided ? asked.includes(part) : scope.readings.has(use.code)));
}

function wordsOf(part: string, use: FigureUse, judged: CompiledIndicator, scope: ExplainScope): FigureWords {
  const { text, lang, compiled } = scope;
  const definition = compiled.set.figures[use.code];
  const label = partLabel(part, use, text, lang);
  const own = lang === 'vi' ? definition?.unitVi : definition?.unitEn;
  return {
    text,
    label: label === '' ? '' : fill(text['part.label'], { label }),
    unit: spokenUnit(own ?? judged.indicator.measure.unit ?? '', text),
    kind: definition?.kind ?? 'number',
    unwanted: judged.indicator.measure.type === 'boolean' && !judged.indicator.measure.expected,
  };
}

function boundsOf(judged: CompiledIndicator, part: string): string[] {
  return judged.standard === null ? [] : thresholdsOf(judged.standard.of, part);
}

/** What the standard asks of one part. */
function needClauses(
  condition: Condition | null,
  part: string,
  words: FigureWords,
  text: EngineText,
): string[] {
  if (condition === null) return [];
  if (condition.kind === 'all' || condition.kind === 'any') {
    const needs = condition.of.flatMap((child) => needClauses(child, part, words, text));
    return condition.kind === 'any' && needs.length > 0 ? [...needs, text['need.either']] : needs;
  }
  if (condition.part !== part) return [];
  if (condition.kind === 'equals') return [text[condition.value ? 'need.yes' : 'need.no']];
  if (condition.kind === 'judged') return [text['need.judged']];
  const unit = words.kind === 'share' ? text['unit.percent'] : words.unit;
  return [
    fill(text[`need.${condition.kind}`], { value: spokenNumber(trimZeros(condition.value), text), unit }),
  ];
}

function spokenGap(gap: Gap, unit: string, text: EngineText): string {
  const key = gap.points ? (`gap.points-${gap.direction}` as const) : (`gap.${gap.direction}` as const);
  return fill(text[key], { amount: spokenNumber(gap.amount, text), unit });
}

function whyClause(item: IndicatorTrace, judged: CompiledIndicator, scope: ExplainScope): string | null {
  const { text, lang, compiled } = scope;
  if (item.why === null) return null;
  if (item.why === 'not-applicable') return notApplicableClause(judged, scope);
  const { from, to } = compiled.set.period;
  return fill(text[`why.${item.why}`], {
    standard:
      judged.standard === null
        ? ''
        : spokenStandard(judged.standard.of, {
            set: compiled.set,
            indicator: judged.indicator,
            text,
            lang,
          }),
    year: String(compiled.standardsYear ?? compiled.year),
    from: String(from),
    to: String(to),
  });
}

function notApplicableClause(judged: CompiledIndicator, { text, readings }: ExplainScope): string {
  const given: (Reading | undefined)[] = Object.values(judged.indicator.figures).map((use) =>
    readings.get(use.code),
  );
  const note = given.map((reading) => reading?.note ?? '').find((words) => words.trim() !== '');
  return note === undefined ? text['why.not-applicable-no-note'] : fill(text['why.not-applicable'], { note });
}

/** What a reader must know before leaning on the result: unchecked law, the province's hand, another year's standards. */
export function markSentences(judged: CompiledIndicator, scope: ExplainScope): string[] {
  const { text, compiled, lang } = scope;
  const { standard } = judged;
  const marks: string[] = [];
  if (standard !== null && isUnchecked(standard)) marks.push(text['mark.unchecked']);
  if (standard?.overlay) {
    marks.push(
      fill(text[`mark.overlay-${standard.overlay.basis}`], {
        title: inLanguage(standard.overlay, 'title', lang),
      }),
    );
    if (standard.overlay.illustrative) marks.push(text['mark.illustrative']);
  }
  const { extended } = compiled.set.period;
  if (extended !== null && compiled.standardsYear !== null && compiled.standardsYear !== compiled.year) {
    const title = inLanguage(extended.overlay, 'title', lang);
    marks.push(
      fill(text['mark.extended'], {
        year: String(compiled.year),
        standardsOf: String(extended.standardsOf),
        title,
      }),
    );
  }
  return marks.map((mark) => `${capital(mark)}.`);
}

/** The result of a criterion from those of its indicators. */
export function criterionSentence(item: CriterionTrace, complete: boolean, text: EngineText): string {
  const codesWith = (verdict: Verdict): string =>
    item.indicators
      .filter((indicator) => indicator.verdict === verdict)
      .map((indicator) => indicator.code)
      .join(', ');
  const met = item.indicators.filter((indicator) => indicator.verdict === 'met').length;
  const clauses = [fill(text['criterion.met'], { met: String(met), total: String(item.indicators.length) })];
  const lists = { 'not-met': 'notMet', unknown: 'unknown', 'not-applicable': 'notApplicable' } as const;
  for (const key of ['not-met', 'unknown', 'not-applicable'] as const) {
    const codes = codesWith(lists[key]);
    if (codes !== '') clauses.push(fill(text[`criterion.${key}`], { codes }));
  }
  if (!complete) clauses.push(text['criterion.incomplete']);
  return `${text[`verdict.${item.verdict}`]}: ${clauses.join('; ')}.`;
}
