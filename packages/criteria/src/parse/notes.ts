// What is written down while a set is read: its faults, and what they leave in doubt.
import type { Doubts } from '../check/doubts.ts';
import { type Findings, noFindings } from '../problem.ts';

/** The findings of a reading and its doubts, filled as the file is walked. */
export interface Notes extends Findings {
  readonly doubts: { readonly keys: Set<string>; readonly parts: Set<object> } & Doubts;
}

export function blankNotes(): Notes {
  return { ...noFindings(), doubts: { keys: new Set(), parts: new Set() } };
}
