// From verdicts to the letters of the board. Filled is verified, outlined is only claimed, a triangle is in danger.
import { MET, NOT_APPLICABLE, NOT_MET } from '@vungbuoc/criteria';
import type { StoredDeclared } from '../declared/index.ts';
import type { MarkLetter } from './schema.ts';

/** What the board needs of a judged unit. */
export interface JudgedMarks {
  readonly criteria: Uint8Array;
  readonly confirmed: Uint8Array;
  readonly risk: Uint8Array;
}

/** One letter for each criterion of a judged unit. */
export function marksOfJudged(judged: JudgedMarks): MarkLetter[] {
  return Array.from(judged.criteria, (verdict, index) => {
    const confirmed = judged.confirmed[index] === 1;
    if (verdict === MET) return confirmed ? ((judged.risk[index] ?? 0) > 0 ? 'R' : 'M') : 'C';
    if (verdict === NOT_MET) return confirmed ? 'N' : 'P';
    return verdict === NOT_APPLICABLE ? 'A' : 'U';
  });
}

const DECLARED: Readonly<Record<string, MarkLetter>> = {
  met: 'M',
  notMet: 'N',
  coBanDat: 'B',
  unknown: 'U',
  notApplicable: 'A',
};

/** One letter for each criterion, from an office's own sheet; a criterion it does not name is unknown. */
export function marksOfDeclared(
  codes: readonly string[],
  declared: ReadonlyMap<string, StoredDeclared>,
): MarkLetter[] {
  return codes.map((code) => DECLARED[declared.get(code)?.verdict ?? 'unknown'] ?? 'U');
}

/** Counts of one row. Met counts verified ones; claimed and basically met wait; not applicable counts in no sum. */
export function countMarks(marks: readonly MarkLetter[]): {
  met: number;
  waiting: number;
  applicable: number;
} {
  let met = 0;
  let waiting = 0;
  let applicable = 0;
  for (const mark of marks) {
    if (mark !== 'A') applicable += 1;
    if (mark === 'M' || mark === 'R') met += 1;
    if (mark === 'C' || mark === 'B') waiting += 1;
  }
  return { met, waiting, applicable };
}
