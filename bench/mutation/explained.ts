// Which reviewed reason explains a survivor: the first rule that fits; a survivor without one is not explained.
import { CHECK } from './reasons/check.ts';
import { COMPARE } from './reasons/compare.ts';
import { EXPLAIN } from './reasons/explain.ts';
import { JUDGE } from './reasons/judge.ts';
import { LAW } from './reasons/law.ts';
import { OVERLAY } from './reasons/overlay.ts';
import { PARSE } from './reasons/parse.ts';
import { READING } from './reasons/reading.ts';
import { ROOT_FILES } from './reasons/root-files.ts';
import { TEXT } from './reasons/text.ts';
import type { Survivor } from './record.ts';
import type { Reason, ReasonsByFile } from './rule.ts';

export const REASONS: ReasonsByFile = {
  ...ROOT_FILES,
  ...CHECK,
  ...COMPARE,
  ...EXPLAIN,
  ...JUDGE,
  ...LAW,
  ...OVERLAY,
  ...PARSE,
  ...READING,
  ...TEXT,
};

/** The reason for a survivor, or null. */
export function reasonFor(survivor: Survivor, reasons: ReasonsByFile = REASONS): Reason | null {
  return (reasons[survivor.file] ?? []).find((reason) => fits(reason, survivor)) ?? null;
}

function fits(reason: Reason, { place, code, mutator, original, replacement }: Survivor): boolean {
  return (
    (reason.place === undefined || [reason.place].flat().includes(place)) &&
    (reason.line === undefined || code.includes(reason.line)) &&
    (reason.was === undefined || [reason.was].flat().includes(original)) &&
    (reason.becomes === undefined || [reason.becomes].flat().includes(replacement)) &&
    (reason.mutator === undefined || [reason.mutator].flat().includes(mutator))
  );
}
