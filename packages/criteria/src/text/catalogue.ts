// The engine's own words in each language; a caller may hand in another catalogue instead.
import { en } from './en.ts';
import { vi } from './vi.ts';

export type Lang = 'vi' | 'en';
export type TextKey = keyof typeof vi;

/** Every word the engine says, by key; `{name}` marks where data goes. */
export type EngineText = Readonly<Record<TextKey, string>>;

/** The shipped catalogues. */
export const engineText: Readonly<Record<Lang, EngineText>> = Object.freeze({ vi, en });

/** Catalogue of a language, or the catalogue itself where one is handed in. */
export function textOf(lang: Lang | EngineText): EngineText {
  return typeof lang === 'string' ? engineText[lang] : lang;
}

/** Puts data into a sentence. A mark without data stays visible, so that a fault is seen. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
}
