// What evidence may be shown for in a round: its indicators and the figures they count, with the offices of their duties.
import type { KnownCode } from '@vungbuoc/programme/evidence';
import type { RoundRow } from '../storage/rounds.ts';
import { indicatorsMadeOf, indicatorsOf, officesWith } from './offices.ts';
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

/** Offices that supply, or confirm, every indicator that the codes are about; `''` for one that no office has. */
export function officesOfCodes(
  reference: Reference,
  round: RoundRow,
  duty: 'supply' | 'confirm',
  codes: readonly string[],
): string[] {
  const indicators = codes.flatMap((code) =>
    reference.dictionary.has(code) ? indicatorsMadeOf(reference, round, code) : [code],
  );
  return officesWith(reference, round, duty, indicators);
}

/** The figures that a code is about: its own, or those that its indicator counts. null: no such code in the round. */
function figuresOf(reference: Reference, round: RoundRow, code: string): readonly string[] | null {
  if (reference.dictionary.has(code)) return [code];
  return indicatorsOf(reference, round).get(code) ?? null;
}
