// A made-up language from the Vietnamese catalogue: ⟦…⟧ around each message, look-alike letters within. Whatever stays
// plain on screen under `?lang=pseudo` was not said through a catalogue.
import type { Catalogue } from './catalogue.ts';
import { vi } from './vi.ts';

const TOKEN = /(<\/?[bw]>|\{[^{}]+\})/;

function disguise(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{L}/gu, (letter) => `${letter}\u0331`);
}

/** One message in the made-up language; values and tones stay where they are. */
export function pseudoMessage(message: string): string {
  const parts = message.split(TOKEN).map((part) => (TOKEN.test(part) ? part : disguise(part)));
  return `⟦${parts.join('')}⟧`;
}

export const pseudo: Catalogue = Object.fromEntries(
  Object.entries(vi).map(([key, message]) => [key, pseudoMessage(message)]),
) as Catalogue; // the keys are those of `vi`, which fromEntries cannot say
