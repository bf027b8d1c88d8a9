// The domain's own catalogues: words of papers made from data, by language.
import { en } from './en.ts';
import { vi } from './vi.ts';
import type { BoardWords } from './words.ts';

export type { BoardWords } from './words.ts';
export type Lang = 'vi' | 'en';

const catalogues: Readonly<Record<Lang, BoardWords>> = { vi, en };

export function boardWords(lang: Lang): BoardWords {
  return catalogues[lang];
}
