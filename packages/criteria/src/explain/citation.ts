// Where the law says it: decree, number, date, indicator, column.
import type { CompiledIndicator, CompiledSet } from '../judge/compile.ts';
import { type EngineText, fill, type Lang } from '../text/catalogue.ts';
import { inLanguage } from '../text/language.ts';
import { spokenDay } from '../text/numbers.ts';

export interface Citation {
  /** Number of the decree, or the overlay's title where it has no number. */
  readonly decree: string;
  readonly date: string | null;
  readonly indicator: string;
  /** Name of the column used; null where one standard serves all, or the column is not known. */
  readonly column: string | null;
  readonly columnCode: string | null;
  /** Text of the special rule that led to the column; null where it is the unit's own. */
  readonly special: string | null;
  /** Where the standard was read; null where that is not known or there is no standard. */
  readonly source: string | null;
}

export function citationOf(compiled: CompiledSet, item: CompiledIndicator, lang: Lang): Citation {
  const overlay = item.standard?.overlay ?? null;
  const [basis] = compiled.set.legalBasis;
  const own = item.indicator.citation ?? { decree: basis?.number ?? '', date: basis?.date ?? null };
  const { column } = compiled;
  const title = overlay === null ? '' : inLanguage(overlay, 'title', lang);
  const byColumn = item.path.includes('byDimension') && column !== null;
  return {
    decree: overlay === null ? own.decree : (overlay.number ?? title),
    date: overlay === null ? own.date : overlay.date,
    indicator: item.indicator.code,
    column: byColumn ? inLanguage(column.value, 'name', lang) : null,
    columnCode: byColumn ? column.value.code : null,
    special: byColumn && column.special !== null ? inLanguage(column.special, 'text', lang) : null,
    source: item.standard?.source ?? null,
  };
}

/** The citation as one sentence. */
export function spokenCitation(citation: Citation, text: EngineText): string {
  const { indicator, date, column, special } = citation;
  const decree = citation.decree.includes('QĐ')
    ? fill(text['cite.decision'], { number: citation.decree })
    : citation.decree;
  const law =
    date === null
      ? fill(text['cite.indicator'], { indicator, decree })
      : fill(text['cite.indicator-dated'], { indicator, decree, date: spokenDay(date) });
  return `${capital(law)}, ${spokenColumn(column, special, text)}.`;
}

function spokenColumn(column: string | null, special: string | null, text: EngineText): string {
  if (column === null) return text['cite.all-columns'];
  return fill(text[special === null ? 'cite.column' : 'cite.special'], { column, text: special ?? '' });
}

/** First letter large; the rest as it is. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
