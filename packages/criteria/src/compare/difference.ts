// One difference between two sets, as data and as a sentence in both languages.
import type { CriteriaSet } from '../law/set.ts';
import { type EngineText, engineText, fill, type Lang, type TextKey } from '../text/catalogue.ts';
import { inLanguage } from '../text/language.ts';

/** What can differ: the head of the set, its columns and rules, criteria, indicators, conditions, standards. */
type Subject =
  | 'period'
  | 'effective'
  | 'decree'
  | 'level'
  | 'scoring'
  | 'counts'
  | 'column'
  | 'special'
  | 'criterion'
  | 'indicator'
  | 'condition'
  | 'measure'
  | 'unit'
  | 'figures'
  | 'points'
  | 'office'
  | 'citation'
  | 'standard'
  | 'confidence'
  | 'source';

export type DifferenceCode = Extract<TextKey, `diff.${Subject}-${string}`>;

/** One difference. `year` and `column` say where in the table; null where it is not about one place. */
export interface SetDifference {
  readonly code: DifferenceCode;
  readonly subject: string;
  readonly year: string | null;
  readonly column: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly vi: string;
  readonly en: string;
}

/** What stood before or stands now: as data, and as each language says it. */
export interface Worth {
  readonly raw: string | null;
  readonly vi: string;
  readonly en: string;
}

/** Where in an indicator's table; `set` names the column. */
export interface TablePlace {
  readonly year: string | null;
  readonly column: string | null;
  readonly set: CriteriaSet;
}

interface Telling {
  readonly before?: Worth;
  readonly after?: Worth;
  /** Name or words of the thing itself. */
  readonly name?: Worth;
  /** How its kind is called: "Chỉ tiêu", "Điều kiện". */
  readonly item?: 'diff.item-indicator' | 'diff.item-condition';
  readonly place?: TablePlace;
}

/** A difference told in both languages. */
export function tell(code: DifferenceCode, subject: string, telling: Telling = {}): SetDifference {
  const { before, after, place } = telling;
  return {
    code,
    subject,
    year: place?.year ?? null,
    column: place?.column ?? null,
    before: before?.raw ?? null,
    after: after?.raw ?? null,
    vi: sentence(code, subject, telling, 'vi'),
    en: sentence(code, subject, telling, 'en'),
  };
}

function sentence(code: DifferenceCode, subject: string, telling: Telling, lang: Lang): string {
  const text = engineText[lang];
  const { before, after, name, item = 'diff.item-indicator', place } = telling;
  return fill(text[code], {
    code: subject,
    item: fill(text[item], { code: subject }),
    name: name?.[lang] ?? '',
    before: before?.[lang] ?? '',
    after: after?.[lang] ?? '',
    place: place === undefined ? '' : spokenPlace(place, text, lang),
  });
}

function spokenPlace({ year, column, set }: TablePlace, text: EngineText, lang: Lang): string {
  const value = set.dimension?.values.find((candidate) => candidate.code === column);
  const names = [year, value === undefined ? column : inLanguage(value, 'name', lang)];
  const where = names.filter((name) => name !== null).join(', ');
  return where === '' ? '' : fill(text['diff.place'], { place: where });
}

/** The same in every language: a number, a threshold, a decree's number. */
export function plainWorth(raw: string): Worth {
  return { raw, vi: raw, en: raw };
}

/** A text that the law has in both languages. */
export function worthOf(vi: string, en: string): Worth {
  return { raw: vi, vi, en };
}

/** Words of the engine's own catalogues. */
export function worthOfKey(key: TextKey, values: Readonly<Record<string, string>> = {}): Worth {
  return worthOf(fill(engineText.vi[key], values), fill(engineText.en[key], values));
}

/** A value that may be absent, said in words where it is. */
export function worthOrNone(raw: string | null): Worth {
  return raw === null ? { ...worthOfKey('diff.none'), raw: null } : plainWorth(raw);
}

/** A difference where two texts are not the same; none where they are. The law is Vietnamese: English words that stayed alike are not shown as a change. */
export function whereChanged(
  code: DifferenceCode,
  subject: string,
  [before, after]: readonly [Worth, Worth],
  telling: Telling = {},
): SetDifference[] {
  if (before.raw === after.raw) return [];
  const alike = before.en === after.en;
  const shown = (worth: Worth): Worth => (alike ? { ...worth, en: worth.vi } : worth);
  return [tell(code, subject, { ...telling, before: shown(before), after: shown(after) })];
}
