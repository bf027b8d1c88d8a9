// Which figures may still be written: all while the commune enters, afterwards exactly those of what was returned.
import type { Assessment, Review } from './schema.ts';

/** What decides about locks. */
export interface AssessmentState {
  /** null: nobody has handed anything in yet. */
  readonly assessment: Assessment | null;
  readonly reviews: ReadonlyMap<string, Review>;
  /** Indicators of the round's sets that are made of a figure. */
  indicatorsOf(figure: string): readonly string[];
}

/** A figure of a returned indicator is open again, also where a confirmed one shares it: a new figure asks anew. */
export function isLocked({ assessment, reviews, indicatorsOf }: AssessmentState, figure: string): boolean {
  if (assessment === null || assessment.stage === 'entering') return false;
  return !indicatorsOf(figure).some((code) => reviews.get(code)?.state === 'returned');
}
