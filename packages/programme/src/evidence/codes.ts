// What evidence may be shown for: the round's indicators and the dictionary's figures, and what defence allows.
import type { Problem } from '../problems/index.ts';

/** A code of an indicator or a figure, as the round's law knows it. */
export interface KnownCode {
  /**
   * Of defence and security: only a result and the number of a document may be kept, whoever asks. Marked in the
   * dictionary of figures (`resultOnly`).
   */
  readonly resultOnly: boolean;
}

/** Every code that the round does not know. */
export function refuseUnknownCodes(
  codes: readonly string[],
  known: ReadonlyMap<string, KnownCode>,
): Problem[] {
  return codes
    .filter((code) => !known.has(code))
    .map((code) => ({ code: 'evidence.unknown-code', path: 'codes', facts: { code } }));
}

/** Every code for which no file may be kept. */
export function refuseResultOnly(codes: readonly string[], known: ReadonlyMap<string, KnownCode>): Problem[] {
  return codes
    .filter((code) => known.get(code)?.resultOnly === true)
    .map((code) => ({ code: 'evidence.result-only', path: 'codes', facts: { code } }));
}

/** Everything that stands against keeping a file for these codes: asked before it is sent, and again when it is kept. */
export function refuseFile(codes: readonly string[], known: ReadonlyMap<string, KnownCode>): Problem[] {
  return [...refuseUnknownCodes(codes, known), ...refuseResultOnly(codes, known)];
}
