// Comparisons as closures over the table's columns: whole numbers, cross-multiplied, BigInt only where not safe.
import { thousandthsOf } from '../decimal.ts';
import type { AtLeast, AtMost } from '../law/rule.ts';
import type { FigureKind } from '../reading/reading.ts';
import { MET, NOT_MET, UNKNOWN } from '../verdict.ts';
import { BARE, EXACT, EXACT_BARE, type FigureTable, GIVEN, NOT_PRESENT } from './figure-table.ts';

/** Status byte of one unit. */
export type Judge = (table: FigureTable, row: number) => number;

/** What is compared: the figure's place in the table and what it is made of. */
export interface Operand {
  readonly figure: number;
  readonly kind: FigureKind;
  readonly decimals: number;
}

/**
 * Judge of a numeric comparison; the threshold is in thousandths of a per cent or of the figure's unit. In the columns a
 * part times its factor is at most 9 x 10^15, a safe integer; a threshold's product that is none is rounded, but stays
 * above every part, so that it is compared rightly all the same.
 */
export function compareNumber(rule: AtLeast | AtMost, operand: Operand, absent: number): Judge {
  const threshold = thousandthsOf(rule.value);
  if (threshold === null) return () => UNKNOWN;
  const sign = rule.kind === 'atLeast' ? 1 : -1;
  const exactly = exactJudge(threshold, sign, operand, absent);
  const scale = 10 ** operand.decimals;
  const counted = operand.kind === 'share' || operand.kind === 'ratio';
  return counted
    ? overTotal(operand.figure, threshold * sign, (operand.kind === 'share' ? 100_000 : 1000) * sign, exactly)
    : plain(operand.figure, threshold * scale * sign, 1000 * sign, exactly);
}

type SlowJudge = (table: FigureTable, row: number, state: number) => number;

/** part × factor >= threshold × total. A factor and threshold turned negative make it "at most". */
function overTotal(figure: number, threshold: number, factor: number, slow: SlowJudge): Judge {
  return (table, row) => {
    const at = table.cell(figure, row);
    const state = table.state[at] ?? 0;
    if (state !== GIVEN) return slow(table, row, state);
    return (table.numerator[at] ?? 0) * factor >= threshold * (table.denominator[at] ?? 0) ? MET : NOT_MET;
  };
}

function plain(figure: number, threshold: number, factor: number, slow: SlowJudge): Judge {
  return (table, row) => {
    const at = table.cell(figure, row);
    const state = table.state[at] ?? 0;
    if (state !== GIVEN) return slow(table, row, state);
    return (table.numerator[at] ?? 0) * factor >= threshold ? MET : NOT_MET;
  };
}

/** The same comparison in millionths, for cells outside the columns; all states without a value are settled here. */
function exactJudge(threshold: number, sign: 1 | -1, operand: Operand, absent: number): SlowJudge {
  const wanted = BigInt(threshold);
  const turn = BigInt(sign);
  const share = operand.kind === 'share' ? 100_000n : 1000n;
  const counted = operand.kind === 'share' || operand.kind === 'ratio';
  return (table, row, state) => {
    if (state === NOT_PRESENT) return absent;
    if (state !== EXACT && state !== BARE && state !== EXACT_BARE) return UNKNOWN;
    const { numerator, denominator } = table.exactAt(operand.figure, row);
    const bare = state === BARE || state === EXACT_BARE;
    // A bare per cent and a plain number are compared as they stand, in thousandths of millionths.
    const left = bare || !counted ? numerator * 1000n : numerator * share;
    const right = bare || !counted ? wanted * 1_000_000n : wanted * denominator;
    return left * turn >= right * turn ? MET : NOT_MET;
  };
}

/** Judge of a yes/no fact: 1 or 0 must be the wanted one. */
export function compareFact(wanted: boolean, figure: number, absent: number): Judge {
  const good = wanted ? 1 : 0;
  return (table, row) => {
    const at = table.cell(figure, row);
    const state = table.state[at];
    if (state === GIVEN) {
      const fact = table.numerator[at];
      return fact === good ? MET : fact === 1 - good ? NOT_MET : UNKNOWN;
    }
    return state === NOT_PRESENT ? absent : UNKNOWN;
  };
}
