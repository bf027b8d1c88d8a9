// Words of the file format (`percent`, `memory`) said as an official says them.
import type { EngineText, TextKey } from './catalogue.ts';

/** Kinds of words that the catalogues know, by the name under which a sentence carries them. */
const KINDS: readonly string[] = ['wanted', 'measure', 'confidence'];

/** The word of a kind in a catalogue; what is no such word (a number, a name) stays as it is. */
export function wordOf(kind: string, word: string, text: EngineText): string {
  const key = `${kind}.${word}`;
  return isTextKey(key, text) ? text[key] : word;
}

/** Values of a sentence with the format's own words put into a language. */
export function inWords(
  values: Readonly<Record<string, string>>,
  text: EngineText,
): Readonly<Record<string, string>> {
  const spoken = Object.entries(values).map(([name, value]) => [
    name,
    KINDS.includes(name) ? wordOf(name, value, text) : value,
  ]);
  return Object.fromEntries(spoken);
}

function isTextKey(key: string, text: EngineText): key is TextKey {
  return Object.hasOwn(text, key);
}
