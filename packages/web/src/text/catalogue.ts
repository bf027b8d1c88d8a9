// Which catalogues there are and how one is fetched. This is the one place to replace a language.
import type { Language } from './figures.ts';
import { vi } from './vi.ts';

export type MessageKey = keyof typeof vi;
export type Catalogue = Readonly<Record<MessageKey, string>>;

const LOADERS: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  vi: async () => vi,
  en: async () => (await import('./en.ts')).en,
  pseudo: async () => (await import('./pseudo.ts')).pseudo,
};

export function isLanguage(value: unknown): value is Language {
  return value === 'vi' || value === 'en' || value === 'pseudo';
}

export function fetchCatalogue(language: Language): Promise<Catalogue> {
  return LOADERS[language]();
}
