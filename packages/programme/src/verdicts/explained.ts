// One explained indicator as the screen shows it: value, counts, bar, gap, citation, marks, history, in both languages.
import {
  type CriteriaSet,
  type EngineText,
  type FigureDef,
  fill,
  type IndicatorExplanation,
  type Lang,
  microOf,
  rateText,
  spokenNumber,
  spokenUnit,
} from '@vungbuoc/criteria';
import type { StoredReading } from '../readings/schema.ts';
import { type Bilingual, say, type Texts } from '../text/index.ts';
import type { IndicatorExplained, ReadingShown } from './schema.ts';

/** The same indicator explained in both languages. */
export interface ExplainedTwice {
  readonly vi: IndicatorExplanation;
  readonly en: IndicatorExplanation;
}

/** The words of one set: its figures and the names of parts, once for all its indicators. */
export interface SetWords {
  readonly texts: Texts;
  /** Names of parts by `indicator/part`, where the law gives them one. */
  readonly labels: Readonly<Record<string, Bilingual>>;
  /** Figures of the set by code. */
  readonly figures: Readonly<Record<string, FigureDef>>;
}

export interface IndicatorFacts extends SetWords {
  readonly current: ReadonlyMap<string, StoredReading>;
  /** All revisions by figure code, newest first. */
  readonly history: ReadonlyMap<string, readonly StoredReading[]>;
}

/** What is said about a set's indicators, whatever the unit; null set: a round that has none. */
export function wordsOfSet(set: CriteriaSet | null, texts: Texts): SetWords {
  const labels: Record<string, Bilingual> = {};
  for (const indicator of set?.criteria.flatMap((criterion) => criterion.indicators) ?? []) {
    for (const [part, { labelVi, labelEn }] of Object.entries(indicator.figures)) {
      if (labelVi !== null) labels[`${indicator.code}/${part}`] = { vi: labelVi, en: labelEn ?? labelVi };
    }
  }
  return { texts, labels, figures: set?.figures ?? {} };
}

export function shapeIndicator(explained: ExplainedTwice, facts: IndicatorFacts): IndicatorExplained {
  const { vi } = explained;
  const { overlay, office } = vi;
  const readings = vi.used.flatMap((used) => facts.current.get(used.figure) ?? []);
  return {
    code: vi.code,
    name: both((lang) => explained[lang].text),
    quoted: vi.textConfidence === 'source',
    verdict: vi.verdict,
    confirmed: readings.every((reading) => reading.confirmed !== null),
    valueText: valueText(explained, facts),
    valuesText: valuesText(explained, facts),
    countsText: countsText(explained, facts),
    bar: barOf(vi, facts),
    standard: vi.standard,
    standardText: spokenStandard(explained, facts),
    gap: gapText(explained, facts),
    reason: both((lang) => explained[lang].reason),
    citation: both((lang) => explained[lang].sentences[1] ?? ''),
    column: vi.citation.column === null ? null : both((lang) => explained[lang].citation.column ?? ''),
    lawChecked: !vi.unchecked,
    overlay:
      overlay === null
        ? null
        : {
            id: overlay.id,
            title: { vi: overlay.titleVi, en: overlay.titleEn },
            illustrative: overlay.illustrative,
          },
    office: office === null ? null : { vi: office.nameVi, en: office.nameEn },
    figures: vi.used.map((used) => shapeFigure(used.part, used.figure, facts)),
  };
}

function both(say: (lang: Lang) => string): Bilingual {
  return { vi: say('vi'), en: say('en') };
}

/** The figure that is shown large: the main one, or the only one. */
function mainFigure(explained: IndicatorExplanation): string | null {
  return mainUse(explained)?.figure ?? null;
}

function mainUse({ used }: IndicatorExplanation): IndicatorExplanation['used'][number] | undefined {
  return used.find((use) => use.part === '') ?? (used.length === 1 ? used[0] : undefined);
}

function valueText(explained: ExplainedTwice, facts: IndicatorFacts): Bilingual | null {
  const main = mainUse(explained.vi);
  return main === undefined ? null : partText(main, explained, facts);
}

/** The value of every part that has one: "93,1%; nước sạch: 48,2%", "nam: 61%; nữ: 58%". */
function valuesText(explained: ExplainedTwice, facts: IndicatorFacts): Bilingual | null {
  const parts = explained.vi.used.flatMap((use) => {
    const value = partText(use, explained, facts);
    return value === null ? [] : [{ part: use.part, value }];
  });
  if (parts.length === 0) return null;
  return both((lang) =>
    parts
      .map(({ part, value }) =>
        labelled(labelOf(explained, facts, part, lang), value[lang], facts.texts.engine[lang]),
      )
      .join('; '),
  );
}

function labelled(label: string, words: string, text: EngineText): string {
  return label === '' ? words : `${fill(text['part.label'], { label })}${words}`;
}

function partText(
  { part, figure: code }: IndicatorExplanation['used'][number],
  explained: ExplainedTwice,
  facts: IndicatorFacts,
): Bilingual | null {
  const reading = facts.current.get(code);
  const kind = facts.figures[code]?.kind;
  if (!reading?.applicable || reading.numerator === null) return null;
  const bounds = boundsOf(explained.vi, part);
  const { numerator, denominator } = reading;
  return both((lang) => {
    const text = facts.texts.engine[lang];
    if (kind === 'share' || kind === 'ratio') {
      const rate = denominator === null ? null : rateOf(numerator, denominator, kind, bounds);
      return rate === null ? '' : `${spokenNumber(rate, text)}${kind === 'share' ? '%' : ''}`;
    }
    if (kind === 'number') return spokenNumber(numerator, text);
    const yes = numerator === '1';
    if (kind === 'judged' || kind === 'document') return text[yes ? 'verdict.met' : 'verdict.notMet'];
    return fill(text[yes ? 'figure.yes' : 'figure.no'], { label: '' });
  });
}

function rateOf(
  numerator: string,
  denominator: string,
  kind: 'share' | 'ratio',
  bounds: readonly string[],
): string | null {
  const top = microOf(numerator);
  const bottom = microOf(denominator);
  if (top === null || bottom === null || bottom <= 0n) return null;
  const limits = bounds.map(microOf).filter((limit) => limit !== null);
  return kind === 'share' ? rateText(top * 100n, bottom, limits, 1) : rateText(top, bottom, limits, 2);
}

function countsText(explained: ExplainedTwice, facts: IndicatorFacts): Bilingual | null {
  const code = mainFigure(explained.vi);
  const figure = code === null ? undefined : facts.figures[code];
  const reading = code === null ? undefined : facts.current.get(code);
  if (!figure || !reading || reading.numerator === null || !reading.applicable) return null;
  const { numerator, denominator, bare } = reading;
  if (figure.kind === 'number') return both((lang) => unitOf(figure, lang));
  if (figure.kind !== 'share' || denominator === null) return null;
  if (bare) return both((lang) => say(facts.texts, lang, 'counts.bare'));
  return both((lang) => {
    const spoken = (decimal: string): string => spokenNumber(decimal, facts.texts.engine[lang]);
    return say(facts.texts, lang, 'counts.share', {
      numerator: spoken(numerator),
      denominator: spoken(denominator),
      unit: unitOf(figure, lang),
    });
  });
}

function unitOf(figure: FigureDef | undefined, lang: Lang): string {
  return (lang === 'vi' ? figure?.unitVi : figure?.unitEn) ?? '';
}

/** "Còn thiếu 52 hộ; nước sạch: còn thiếu 14 hộ": every part that falls short. */
function gapText(explained: ExplainedTwice, facts: IndicatorFacts): Bilingual | null {
  const { gaps, used } = explained.vi;
  if (gaps.length === 0) return null;
  return both((lang) => {
    const clauses = gaps.map((gap) => {
      const figure = used.find((one) => one.part === gap.part)?.figure ?? '';
      const key = gap.points ? (`gap.points-${gap.direction}` as const) : (`gap.${gap.direction}` as const);
      const text = facts.texts.engine[lang];
      const amount = spokenNumber(gap.amount, text);
      const unit = spokenUnit(unitOf(facts.figures[figure], lang), text);
      return labelled(labelOf(explained, facts, gap.part, lang), fill(text[key], { amount, unit }), text);
    });
    const sentence = clauses.join('; ');
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  });
}

/** Every number that the standard's text asks of one part: ">=90; <=95; clean>=50" -> "90", "95" of "". */
function boundsOf(explained: IndicatorExplanation, part: string): string[] {
  const asked = (explained.standard ?? '').matchAll(/(\w*)[<>]=(-?\d+(?:\.\d+)?)/g);
  return Array.from(asked).flatMap(([, name, value]) =>
    name === part && value !== undefined ? [value] : [],
  );
}

/** ">=90; clean>=50" as people write it: "≥ 90%; nước sạch ≥ 50%", with the language's marks and the figures' units. */
function spokenStandard(explained: ExplainedTwice, facts: IndicatorFacts): Bilingual | null {
  const { standard } = explained.vi;
  if (standard === null) return null;
  return both((lang) => {
    const text = facts.texts.engine[lang];
    const yesNo = standard
      .replace(/=true/g, ` ${say(facts.texts, lang, 'standard.yes')}`)
      .replace(/=false/g, ` ${say(facts.texts, lang, 'standard.no')}`)
      .replace(/\bjudged\b/g, say(facts.texts, lang, 'standard.judged'));
    return yesNo
      .replace(/(\w*)(>=|<=)(-?\d+(?:\.\d+)?)/g, (_whole, part: string, sign: string, value: string) => {
        const label = labelOf(explained, facts, part, lang);
        const unit = standardUnit(explained, facts, part, lang);
        return `${label} ${sign === '>=' ? '≥' : '≤'} ${spokenNumber(value, text)}${unit}`.trim();
      })
      .trim();
  });
}

/** How a part is called beside its standard: "nước sạch", "nam"; nothing for the main figure. */
function labelOf(explained: ExplainedTwice, facts: IndicatorFacts, part: string, lang: Lang): string {
  if (part === '') return '';
  if (part === 'male' || part === 'female') return facts.texts.engine[lang][`part.${part}`];
  const known = facts.labels[`${explained.vi.code}/${part}`];
  return known?.[lang] ?? part;
}

/** "%" for a share, the figure's own unit for a number. */
function standardUnit(explained: ExplainedTwice, facts: IndicatorFacts, part: string, lang: Lang): string {
  const code = explained.vi.used.find((used) => used.part === part)?.figure ?? '';
  const figure = facts.figures[code];
  if (figure?.kind === 'share') return '%';
  return spokenUnit(unitOf(figure, lang), facts.texts.engine[lang]);
}

/** Where value and standard stand on a line from..to; only shares and numbers have one. Drawn, never compared. */
function barOf(explained: IndicatorExplanation, facts: IndicatorFacts): IndicatorExplained['bar'] {
  const main = mainUse(explained);
  const [bound] = main === undefined ? [] : boundsOf(explained, main.part);
  if (bound === undefined || main === undefined || typeof explained.value !== 'number') return null;
  const standard = Number(bound);
  const share = facts.figures[main.figure]?.kind === 'share';
  const low = Math.min(explained.value, standard);
  const high = Math.max(explained.value, standard);
  const from = Math.max(0, Math.floor((low - (share ? 10 : low * 0.2)) / 10) * 10);
  const to = share ? Math.min(100, Math.ceil((high + 10) / 10) * 10) : Math.ceil((high * 1.2) / 10) * 10;
  return { value: explained.value, standard, from, to };
}

function shapeFigure(
  part: string,
  code: string,
  facts: IndicatorFacts,
): IndicatorExplained['figures'][number] {
  const figure = facts.figures[code];
  const current = facts.current.get(code);
  return {
    part,
    code,
    name: { vi: figure?.nameVi ?? code, en: figure?.nameEn ?? code },
    unit: figure?.unitVi ?? null,
    kind: figure?.kind ?? 'number',
    current: current ? shown(current) : null,
    history: (facts.history.get(code) ?? []).map(shown),
  };
}

function shown(reading: StoredReading): ReadingShown {
  const { numerator, denominator, applicable, note, bare, official, confirmed, source, knownOn, seq } =
    reading;
  return { numerator, denominator, applicable, note, bare, official, confirmed, source, knownOn, seq };
}
