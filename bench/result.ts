// What a bar's measurement says: the value, what it is held against, and whether that is enough.
export interface Comparison {
  /** Floor or peer. */
  readonly against: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: string;
  readonly ratio: number;
  /** In words, as DESIGN section 10 has it: "at most 2.5 x". */
  readonly bar: string;
  readonly pass: boolean;
}

export interface BarResult {
  readonly bar: number;
  readonly title: string;
  readonly comparisons: readonly Comparison[];
  /** What a reader must know to judge the figures. */
  readonly notes: readonly string[];
  /** Everything measured. */
  readonly raw: unknown;
}

/** Our time may be at most `times` theirs. */
export function atMost(
  times: number,
  against: string,
  ours: number,
  theirs: number,
  unit = 'ms CPU',
): Comparison {
  const ratio = ours / theirs;
  return { against, ours, theirs, unit, ratio, bar: `at most ${times} x`, pass: ratio <= times };
}

/** We must be at least `times` as fast as they are: theirs over ours, where both are times. */
export function atLeastAsFast(times: number, against: string, ours: number, theirs: number): Comparison {
  const ratio = theirs / ours;
  return { against, ours, theirs, unit: 'ms CPU', ratio, bar: `at least ${times} x`, pass: ratio >= times };
}

/** A figure against a fixed limit. */
export function within(limit: number, what: string, ours: number, unit: string): Comparison {
  return {
    against: what,
    ours,
    theirs: limit,
    unit,
    ratio: ours / limit,
    bar: `at most ${limit} ${unit}`,
    pass: ours <= limit,
  };
}
