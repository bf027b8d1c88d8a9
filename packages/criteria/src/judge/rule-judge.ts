// Turns a cell's conditions into one judge.
import type { Condition } from '../law/rule.ts';
import { MET, NOT_APPLICABLE, NOT_MET, UNKNOWN } from '../verdict.ts';
import { compareFact, compareNumber, type Judge, type Operand } from './compare.ts';

/** What each part of an indicator compares; a part without a figure stays unknown. */
export type Operands = ReadonlyMap<string, Operand>;

/** Judge of a cell; `absent` is the status of "not present", which counts only where the decree says "nếu có". */
export function judgeOf(condition: Condition, operands: Operands, absent = NOT_APPLICABLE): Judge {
  if (condition.kind === 'all') return allOf(condition.of.map((child) => judgeOf(child, operands, absent)));
  if (condition.kind === 'any') return anyOf(condition.of.map((child) => judgeOf(child, operands, absent)));
  const operand = operands.get(condition.part);
  if (operand === undefined) return () => UNKNOWN;
  switch (condition.kind) {
    case 'atLeast':
    case 'atMost':
      return compareNumber(condition, operand, absent);
    case 'equals':
      return compareFact(condition.value, operand.figure, absent);
    case 'judged':
      return compareFact(true, operand.figure, absent);
  }
}

/** One failure fails; else one unknown leaves it open; a mixture with "not present" is a contradiction, so unknown. */
function allOf(judges: readonly Judge[]): Judge {
  // no condition at all would hold without a figure
  if (judges.length === 0) return () => UNKNOWN;
  return (table, row) => {
    let met = 0;
    let absent = 0;
    for (const judge of judges) {
      const status = judge(table, row);
      if (status === NOT_MET) return NOT_MET;
      if (status === MET) met++;
      else if (status === NOT_APPLICABLE) absent++;
    }
    if (met === judges.length) return MET;
    return absent === judges.length ? NOT_APPLICABLE : UNKNOWN;
  };
}

/** One success is enough; it fails only when every alternative fails. */
function anyOf(judges: readonly Judge[]): Judge {
  if (judges.length === 0) return () => UNKNOWN;
  return (table, row) => {
    let failed = 0;
    let absent = 0;
    for (const judge of judges) {
      const status = judge(table, row);
      if (status === MET) return MET;
      if (status === NOT_MET) failed++;
      else if (status === NOT_APPLICABLE) absent++;
    }
    if (failed === judges.length) return NOT_MET;
    return absent === judges.length ? NOT_APPLICABLE : UNKNOWN;
  };
}
