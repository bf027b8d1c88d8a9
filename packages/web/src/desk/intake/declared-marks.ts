// How a result taken from a sheet is drawn: as on the board, where its row says that it comes from a document.
import type { DeclaredResult } from '@vungbuoc/programme/intake';
import type { MarkKind } from '../../parts/mark.tsx';

const MARKS: Readonly<Record<NonNullable<DeclaredResult['verdict']>, MarkKind>> = {
  met: 'met',
  notMet: 'notMet',
  coBanDat: 'coBanDat',
  notApplicable: 'notApplicable',
};

/** Null for a count, which has no mark. */
export function markOfResult(result: DeclaredResult): MarkKind | null {
  return result.verdict === null ? null : MARKS[result.verdict];
}
