// The language in use, for every screen: `?lang=vi|en|pseudo` wins, then the last choice on this machine, then Vietnamese.
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { type Catalogue, fetchCatalogue, isLanguage, type MessageKey } from './catalogue.ts';
import { day, figure, type Language } from './figures.ts';
import { type ArgumentsFor, stretches } from './messages.ts';
import type { vi } from './vi.ts';

const REMEMBERED = 'vb.language';

export type Bilingual = { vi: string; en: string };
type Value = string | number;

export type Text = {
  language: Language;
  catalogue: Catalogue;
  /** A message as plain text; numbers are written the way of the language. */
  t: <K extends MessageKey>(key: K, ...values: ArgumentsFor<(typeof vi)[K], Value>) => string;
  /** The side of a text that came from the server in both languages. */
  of: (both: Bilingual) => string;
  figure: (value: Value) => string;
  day: (date: string) => string;
  choose: (language: Language) => void;
};

const Context = createContext<Text | null>(null);

/** The language asked for by the address or remembered; 'vi' when neither names one. */
export function firstLanguage(search: string): Language {
  const asked = new URLSearchParams(search).get('lang');
  if (isLanguage(asked)) return asked;
  const remembered = localStorage.getItem(REMEMBERED);
  return isLanguage(remembered) ? remembered : 'vi';
}

function fill(message: string, values: Readonly<Record<string, unknown>>, language: Language): string {
  return stretches(message, values)
    .map((part) => ('words' in part ? part.words : show(values[part.value], language)))
    .join('');
}

function show(value: unknown, language: Language): string {
  return typeof value === 'number' ? figure(value, language) : String(value ?? '');
}

/** Holds the catalogue; `start` was fetched before the first paint, so no screen ever flashes the other language. */
export function LanguageProvider(props: {
  start: { language: Language; catalogue: Catalogue };
  children: ReactNode;
}) {
  const [{ language, catalogue }, setChosen] = useState(props.start);
  const choose = useCallback(async (next: Language) => {
    const words = await fetchCatalogue(next);
    localStorage.setItem(REMEMBERED, next);
    document.documentElement.lang = next === 'en' ? 'en' : 'vi';
    setChosen({ language: next, catalogue: words });
  }, []);
  const text = useMemo<Text>(
    () => ({
      language,
      catalogue,
      t: (key, ...values) => fill(catalogue[key], values[0] ?? {}, language),
      of: (both) => (language === 'en' ? both.en : both.vi),
      figure: (value) => figure(value, language),
      day: (date) => day(date, language),
      choose,
    }),
    [language, catalogue, choose],
  );
  return <Context value={text}>{props.children}</Context>;
}

export function useText(): Text {
  const text = useContext(Context);
  if (text === null) throw new Error('useText is called outside LanguageProvider');
  return text;
}
