// The four verdicts, their bytes, and the number of the engine that gave them.

/** Raised whenever the same set and readings would give another verdict, value, standard or gap. */
export const ENGINE = 1;

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
