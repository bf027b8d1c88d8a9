// The four verdicts, their bytes, and the number of the engine that gave them.

/**
 * Numbers of the engines whose canonical explanations can still be made, oldest first: the same set and readings give
 * the same bytes under one number for ever. A number is added whenever a verdict, value, standard or gap would differ.
 *
 * 1: the value shown keeps to its side of the first threshold of the main figure only.
 * 2: it keeps to its side of every threshold that its cell asks of the figure shown.
 */
export const ENGINES = [1, 2] as const;

export type EngineNumber = (typeof ENGINES)[number];

/** The engine that judges now. */
export const ENGINE: EngineNumber = 2;

/** Result of judging an indicator, criterion or level. `unknown` never becomes `met`. */
export type Verdict = 'met' | 'notMet' | 'unknown' | 'notApplicable';

/** The verdict of a status byte is `VERDICTS[byte]`. */
export const VERDICTS: readonly ['notMet', 'met', 'unknown', 'notApplicable'] = Object.freeze([
  'notMet',
  'met',
  'unknown',
  'notApplicable',
] as const);

export const NOT_MET = 0;
export const MET = 1;
export const UNKNOWN = 2;
export const NOT_APPLICABLE = 3;

/** Verdict of one status byte; a byte that the engine never writes is `unknown`. */
export function verdictOf(byte: number | undefined): Verdict {
  return VERDICTS[byte ?? UNKNOWN] ?? 'unknown';
}
