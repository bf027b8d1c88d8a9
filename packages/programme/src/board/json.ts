// The board as other programs read it (`vb board --json`): a contract, so its shape is its own and not the screen's.
import { type BoardReply, MARKS, type MarkLetter } from './schema.ts';

/** Letters as verdicts: the contract knows four and the office's "cơ bản đạt". */
const VERDICT: Readonly<Record<MarkLetter, string>> = {
  M: 'met',
  R: 'met',
  C: 'met',
  B: 'coBanDat',
  N: 'notMet',
  P: 'notMet',
  U: 'unknown',
  A: 'notApplicable',
};

/** Keys and meanings are fixed by the contract; averages are numbers, `shareOfPlan` a fraction. */
export function boardJson(board: BoardReply): Record<string, unknown> {
  const codes = board.criteria.map((criterion) => criterion.code);
  return {
    under: board.under.code,
    round: board.round.code,
    asOf: board.asOf,
    criteria: codes,
    rows: board.rows.map((row) => ({
      unit: row.unit,
      name: row.name,
      // a unit without a result has met none; that there was nothing to judge is said by its basis and verdicts
      met: row.met ?? 0,
      claimed: row.claimed,
      basis: row.basis,
      verdicts: Object.fromEntries(codes.map((code, index) => [code, verdictOf(row.marks[index])])),
    })),
    average: numberOrNull(board.sums.average),
    planAverage: numberOrNull(board.sums.planAverage),
    shareOfPlan: numberOrNull(board.sums.shareOfPlan),
    recognised: board.recognised,
    floor: board.floor?.value ?? null,
    underFloor: board.underFloor,
  };
}

function verdictOf(letter: string | undefined): string {
  return letter !== undefined && isMark(letter) ? VERDICT[letter] : 'unknown';
}

function isMark(letter: string): letter is MarkLetter {
  return letter in MARKS;
}

function numberOrNull(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}
