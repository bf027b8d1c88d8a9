// The domain's catalogues beside the engine's: every word that a reply or a paper says, by language, replaceable as a whole.
import { type EngineText, engineText, fill } from '@vungbuoc/criteria';
import { en } from './en.ts';
import { vi } from './vi.ts';

export { spokenDay } from '@vungbuoc/criteria';
export type Lang = 'vi' | 'en';
export type DomainKey = keyof typeof vi;
export type DomainText = Readonly<Record<DomainKey, string>>;
export type Bilingual = { vi: string; en: string };

/** Everything the server says, in both languages. A test hands in another one to find words that stand in no catalogue. */
export interface Texts {
  readonly engine: Readonly<Record<Lang, EngineText>>;
  readonly domain: Readonly<Record<Lang, DomainText>>;
}

export const shippedTexts: Texts = { engine: engineText, domain: { vi, en } };

type Facts = Readonly<Record<string, string | number>>;

/** One sentence in one language. */
export function say(texts: Texts, lang: Lang, key: DomainKey, facts: Facts = {}): string {
  const values = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]));
  return fill(texts.domain[lang][key], values);
}

/** The same sentence in both; facts that are themselves words come in both. */
export function sayBoth(texts: Texts, key: DomainKey, facts: (lang: Lang) => Facts = () => ({})): Bilingual {
  return { vi: say(texts, 'vi', key, facts('vi')), en: say(texts, 'en', key, facts('en')) };
}
