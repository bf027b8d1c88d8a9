// What could not be read rightly: a check would only say the same fault again in other words, so it is left out there.

export interface Doubts {
  /** Entries of the set's head, by their key. */
  readonly keys: ReadonlySet<string>;
  /** Criteria (their own counts), indicators (measure, figures) and cells, as the objects themselves. */
  readonly parts: ReadonlySet<object>;
}

/** A set that was read without a fault. */
export const NO_DOUBTS: Doubts = Object.freeze({ keys: new Set<string>(), parts: new Set<object>() });
