// A standard in an officer's words: "từ 90% trở lên, nước sạch từ 50% trở lên".
import { trimZeros } from '../decimal.ts';
import type { Condition } from '../law/rule.ts';
import type { CriteriaSet, FigureUse, Indicator } from '../law/set.ts';
import { type EngineText, engineText, fill, type Lang } from '../text/catalogue.ts';
import { spokenNumber } from '../text/numbers.ts';

/** Whose standard it is and in which words; `lang` is the language of what the law itself names. */
export interface StandardScope {
  readonly set: Pick<CriteriaSet, 'figures'>;
  readonly indicator: Pick<Indicator, 'figures' | 'measure'>;
  readonly text: EngineText;
  readonly lang: Lang;
}

/** The whole standard of a cell, every part named: "nam từ 60% trở lên, nữ từ 60% trở lên". */
export function spokenStandard(condition: Condition, scope: StandardScope): string {
  const { text } = scope;
  switch (condition.kind) {
    case 'all':
      return condition.of.map((child) => nested(child, 'any', scope)).join(text['standard.and']);
    case 'any':
      return condition.of.map((child) => nested(child, 'all', scope)).join(text['standard.or']);
    case 'equals':
      return named(condition.part, text[condition.value ? 'standard.yes' : 'standard.no'], scope);
    case 'judged':
      return named(condition.part, text['need.judged'], scope);
    default: {
      const value = spokenNumber(trimZeros(condition.value), text);
      const asked = fill(text[`standard.${condition.kind}`], { value, unit: unitOf(condition.part, scope) });
      return named(condition.part, asked, scope);
    }
  }
}

/** The standard in both shipped languages, where a sentence is made for both at once. */
export function standardInBoth(
  condition: Condition,
  { set, indicator }: Pick<StandardScope, 'set' | 'indicator'>,
): Readonly<Record<Lang, string>> {
  const said = (lang: Lang): string =>
    spokenStandard(condition, { set, indicator, lang, text: engineText[lang] });
  return { vi: said('vi'), en: said('en') };
}

/** How people call a part of an indicator: "nam", "nước sạch"; nothing for its main figure. */
export function partLabel(part: string, use: FigureUse | undefined, text: EngineText, lang: Lang): string {
  if (part === 'male' || part === 'female') return text[`part.${part}`];
  return (lang === 'vi' ? use?.labelVi : use?.labelEn) ?? part;
}

function nested(child: Condition, brackets: 'all' | 'any', scope: StandardScope): string {
  const said = spokenStandard(child, scope);
  return child.kind === brackets ? `(${said})` : said;
}

function named(part: string, asked: string, { indicator, text, lang }: StandardScope): string {
  const label = partLabel(part, indicator.figures[part], text, lang);
  return label === '' ? asked : fill(text['standard.part'], { label, standard: asked });
}

/** "%" for a share, the figure's own unit for other numbers, nothing where it has none. */
function unitOf(part: string, { set, indicator, text, lang }: StandardScope): string {
  const figure = set.figures[indicator.figures[part]?.code ?? ''];
  if (figure?.kind === 'share') return text['unit.percent'];
  return spokenUnit((lang === 'vi' ? figure?.unitVi : figure?.unitEn) ?? indicator.measure.unit ?? '', text);
}

/** A unit as it follows its number, with the space before it; nothing for a number without a unit. */
export function spokenUnit(unit: string, text: EngineText): string {
  return unit === '' ? '' : fill(text['unit.other'], { unit });
}
