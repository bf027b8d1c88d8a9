// What evidence may be shown for in a round: its indicators and the figures they count, with their offices.
import type { KnownCode } from '@vungbuoc/programme/evidence';
import type { RoundRow } from '../storage/rounds.ts';
import { officesOf } from './offices.ts';
import type { Reference } from './snapshot.ts';

/** The codes that the round knows, of those asked. */
export function knownCodes(
  reference: Reference,
  round: RoundRow,
  codes: readonly string[],
): Map<string, KnownCode> {
  const known = new Map<string, KnownCode>();
  for (const code of codes) {
    const figures = figuresOf(reference, round, code);
    if (figures === null) continue;
    const resultOnly = figures.some((figure) => reference.dictionary.get(figure)?.resultOnly === true);
    known.set(code, { resultOnly });
  }
  return known;
}

/** Offices of all indicators that the codes are about; `''` for one that no office has. */
export function officesOfCodes(reference: Reference, round: RoundRow, codes: readonly string[]): string[] {
  const named = indicatorsOf(reference, round).filter((one) => codes.includes(one.code));
  const own = named.map((one) => one.office?.code ?? '');
  const figures = codes.filter((code) => reference.dictionary.has(code));
  return [...new Set([...own, ...officesOf(reference, round, figures)])];
}

/** The figures that a code is about: its own, or those that its indicator counts. null: no such code in the round. */
function figuresOf(reference: Reference, round: RoundRow, code: string): string[] | null {
  if (reference.dictionary.has(code)) return [code];
  const indicators = indicatorsOf(reference, round).filter((one) => one.code === code);
  if (indicators.length === 0) return null;
  return indicators.flatMap((one) => Object.values(one.figures).map((figure) => figure.code));
}

function indicatorsOf(reference: Reference, round: RoundRow) {
  return round.setIds
    .flatMap((id) => reference.shelf.find(id, null)?.criteria ?? [])
    .flatMap((criterion) => criterion.indicators);
}
