// How sure we are of a fact of the law, and what follows from it.

/** `source`: read in a named source. `memory`: decides and is marked. `prototype`, `unsure`: never decide. */
export type Confidence = 'source' | 'memory' | 'prototype' | 'unsure';

/** Strongest first. */
export const CONFIDENCES: readonly Confidence[] = Object.freeze(['source', 'memory', 'unsure', 'prototype']);

/** The weaker of two, for a link that rests on both. */
export function weaker(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) >= CONFIDENCES.indexOf(b) ? a : b;
}
