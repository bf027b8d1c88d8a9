// Where every decision of one reading is settled: by a person, by the sheet, from memory, or left open as a question.
import type { DecidedBy, Decision } from './mapping.ts';
import type { Question } from './question.ts';
import { fill } from './question.ts';
import { type FaultCode, faultTexts } from './question-texts.ts';

/** Something in the sheet that cannot be taken. */
export interface Fault {
  readonly code: FaultCode;
  readonly sheet: string | null;
  /** A1 address, or null when it is about the whole sheet or mapping. */
  readonly cell: string | null;
  readonly vi: string;
  readonly en: string;
}

/** A decision as used on the way: `open` names the question when it is only proposed. */
export interface Settled {
  readonly value: string | null;
  readonly open: string | null;
}

/** What the program thinks by itself. */
export interface Inference {
  readonly value: string | null;
  /** True only where no other reading is possible. */
  readonly sure: boolean;
  readonly by: DecidedBy;
  /** An answer holds only for what it was given about: when that changes, it is asked again. */
  readonly onlyAsAsked?: boolean;
}

/** Makes a fault; `{names}` are filled. */
export function makeFault(
  code: FaultCode,
  sheet: string | null,
  cell: string | null,
  facts: Readonly<Record<string, string | number>> = {},
): Fault {
  const all = { ...facts, cell: cell ?? '' };
  return { code, sheet, cell, vi: fill(faultTexts[code].vi, all), en: fill(faultTexts[code].en, all) };
}

/** Settles decisions by their id. */
export interface Ledger {
  settle(id: string, inference: Inference, about: string, ask: () => Question): Settled;
  readonly decisions: Record<string, Decision>;
  readonly questions: Map<string, Question>;
  readonly faults: Fault[];
}

/**
 * `given` are decisions of an earlier mapping; `isUnit` tells a unit's code, for questions that any unit may
 * answer; `earlier` is carried on. */
export function openLedger(
  given: Readonly<Record<string, Decision>>,
  isUnit: (value: string) => boolean,
  sheet: () => string,
  earlier: Ledger | null = null,
): Ledger {
  const decisions: Record<string, Decision> = { ...earlier?.decisions };
  const questions = new Map<string, Question>(earlier?.questions);
  const faults: Fault[] = [...(earlier?.faults ?? [])];
  const note = (id: string, value: string | null, by: DecidedBy | null, about: string) => {
    decisions[id] = about === '' ? { value, by } : { value, by, about };
  };
  return {
    decisions,
    questions,
    faults,
    settle(id, inference, about, ask) {
      const before = given[id];
      const stale = inference.onlyAsAsked === true && (before?.about ?? about) !== about;
      if (
        !stale &&
        before !== undefined &&
        before.value !== null &&
        (before.by === 'person' || !inference.sure)
      ) {
        const question = ask();
        const possible =
          question.candidates.some(({ value }) => value === before.value) ||
          (question.anyUnit && isUnit(before.value));
        if (possible) {
          note(id, before.value, before.by === 'person' ? 'person' : 'remembered', about);
          return { value: before.value, open: null };
        }
        if (before.by === 'person')
          faults.push(makeFault('intake.answer-unknown', sheet(), null, { value: before.value, id }));
      }
      if (inference.sure) {
        note(id, inference.value, inference.by, about);
        return { value: inference.value, open: null };
      }
      questions.set(id, ask());
      note(id, null, null, about);
      return { value: inference.value, open: id };
    },
  };
}
