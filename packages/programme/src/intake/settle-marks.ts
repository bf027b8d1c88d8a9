// Decides what each mark of a sheet means: by its legend, by a meaning nobody uses otherwise, by its totals, or by asking.
import type { Inference } from './ledger.ts';
import type { LegendEntry } from './legend.ts';
import {
  isNegativeSign,
  isPointing,
  isTick,
  type Mark,
  usualMeaning,
  type Verdict,
  verdictNamed,
  verdicts,
} from './marks.ts';
import { candidate, makeQuestion } from './question.ts';
import type { QuestionKind } from './question-texts.ts';
import { emptyColumnMark, emptyLineMark, type Slot } from './slots.ts';
import { type Counting, type Equation, solveMarks } from './solve.ts';
import { askedOf, type Table } from './table.ts';

/** The meaning of a mark; `open` while it is only proposed. */
export interface MarkMeaning {
  readonly verdict: Verdict;
  readonly open: string | null;
}

/** Meanings by the key of the mark. */
export type Meanings = ReadonlyMap<string, MarkMeaning>;

/** Notes behind a mark that a question names. */
const listedNotes = 6;

/** Lines with a total that must agree before totals decide anything. */
const enoughLines = 2;

/** Settles every mark that stands in the slots. `equations` are those of totals whose meaning is certain. */
export function settleMarks(table: Table, slots: readonly Slot[], equations: readonly Equation[]): Meanings {
  const places = new Map<string, { mark: Mark; slots: Slot[] }>();
  for (const slot of slots) {
    if (slot.reading.is !== 'mark') continue;
    const { mark } = slot.reading;
    const known = places.get(mark.key);
    if (known === undefined) places.set(mark.key, { mark, slots: [slot] });
    else known.slots.push(slot);
  }
  const marks = [...places.values()].map(({ mark }) => mark);
  const inferred = new Map(marks.map((mark) => [mark.key, inferAlone(table, mark, marks)]));
  const solved = solve(equations, inferred);
  const meanings = new Map<string, MarkMeaning>();
  for (const { mark, slots: own } of places.values()) {
    const alone = inferred.get(mark.key) ?? { value: null, sure: false, by: 'usual' as const };
    const inference = alone.sure ? alone : byTotals(mark, alone, solved?.get(mark.key));
    const id = `mark:${mark.key}`;
    const settled = table.ledger.settle(id, inference, '', () =>
      askMark(table, id, mark, own, inference.value),
    );
    meanings.set(mark.key, { verdict: verdictNamed(settled.value), open: settled.open });
  }
  return meanings;
}

/** What legend and usual practice say of a mark. Colour and strike make anything doubtful. */
function inferAlone(table: Table, mark: Mark, marks: readonly Mark[]): Inference {
  const usual = usualMeaning(mark.text);
  const plain = mark.fill === null && !mark.struck && !isEmptyRun(mark);
  const entry = isEmptyRun(mark) ? undefined : legendEntry(table, mark, marks);
  if (entry !== undefined) {
    return {
      value: mark.struck ? null : (entry.verdict ?? usual?.verdict ?? null),
      sure: entry.verdict !== null && plain,
      by: 'sheet',
    };
  }
  if (isEmptyRun(mark)) return { value: 'unknown', sure: false, by: 'usual' };
  const sure = usual?.sure === true && plain && !isTwofold(table, mark, marks);
  // Struck out, a mark no longer says what it said: nothing is offered first.
  return { value: mark.struck ? null : (usual?.verdict ?? null), sure, by: 'usual' };
}

/** Signs that this very sheet makes doubtful: a tick in a list of what is lacking, CĐ beside another "not met". */
function isTwofold(table: Table, mark: Mark, marks: readonly Mark[]): boolean {
  if (table.aboutNotMet && isPointing(mark.text)) return true;
  const sign = mark.text.toLowerCase();
  if (sign !== 'cđ') return false;
  return marks.some(
    ({ text }) =>
      text.toLowerCase() !== sign && ['kđ', 'k', 'không đạt', 'chưa đạt'].includes(text.toLowerCase()),
  );
}

/** The legend's own spelling first; another case of it only where the sheet does not tell cases apart. */
function legendEntry(table: Table, mark: Mark, marks: readonly Mark[]): LegendEntry | undefined {
  const exact = table.legend.get(mark.text);
  if (exact !== undefined) return exact;
  const lower = mark.text.toLowerCase();
  const others = [...table.legend.values()].filter((entry) => entry.mark.toLowerCase() === lower);
  const alsoExact = marks.some(
    (other) => other.text !== mark.text && table.legend.has(other.text) && other.text.toLowerCase() === lower,
  );
  // A tick is capitalised by Excel itself; "K" beside "k" may be meant.
  const sameTick = isTick(mark.text);
  return others.length === 1 && (!alsoExact || sameTick) ? others[0] : undefined;
}

function solve(
  equations: readonly Equation[],
  inferred: ReadonlyMap<string, Inference>,
): Map<string, Set<Counting>> | null {
  if (equations.length < enoughLines) return null;
  // Totals of nothing but zero are formulas that were never computed, not evidence.
  if (!equations.some(({ met, notMet }) => (met ?? 0) > 0 || (notMet ?? 0) > 0)) return null;
  const fixed = new Map<string, Counting>([
    [' met', 'met'],
    [' notMet', 'notMet'],
    [' other', 'other'],
  ]);
  for (const [key, { value, sure }] of inferred) {
    // Offices count "cơ bản đạt" either way, so a total may still tell.
    if (sure && value !== 'coBanDat') fixed.set(key, countingOf(value));
  }
  return solveMarks(equations, fixed);
}

/** How a verdict counts. */
export function countingOf(verdict: string | null): Counting {
  return verdict === 'met' || verdict === 'notMet' ? verdict : 'other';
}

/** What the totals leave possible; an empty cell or a dash that does not count may still be one of several things. */
function byTotals(mark: Mark, alone: Inference, ways: ReadonlySet<Counting> | undefined): Inference {
  if (ways === undefined || isEmptyRun(mark)) return alone;
  if (ways.size === 1 && ways.has('met'))
    return {
      value: 'met',
      sure: !mark.struck && usualMeaning(mark.text) !== null,
      by: 'totals',
    };
  if (ways.size === 1 && ways.has('notMet')) return { value: 'notMet', sure: true, by: 'totals' };
  if (ways.has('met')) return alone;
  const value = alone.value === 'met' ? 'notMet' : alone.value;
  return {
    value,
    sure: ways.has('notMet') && isNegativeSign(mark.text) && mark.fill === null && !mark.struck,
    by: 'totals',
  };
}

/** Empty all along a line or a column: there may simply be no result yet. */
function isEmptyRun(mark: Mark): boolean {
  return mark === emptyLineMark || mark === emptyColumnMark;
}

function askMark(
  table: Table,
  id: string,
  mark: Mark,
  slots: readonly Slot[],
  proposed: string | null,
): ReturnType<typeof makeQuestion> {
  const facts = {
    mark: mark.text === '' ? 'trống' : mark.text,
    fill: mark.fill ?? '',
    count: mark === emptyLineMark ? new Set(slots.map(({ row }) => row.line)).size : slots.length,
    example: slots[0]?.row.unit?.name ?? slots[0]?.row.line ?? '',
    notes: [...new Set(slots.map(({ cell }) => cell.text))].slice(0, listedNotes).join('; '),
    criteria: [...new Set(slots.map(({ criterion }) => criterion))].join(', '),
  };
  return makeQuestion(
    id,
    kindOf(mark),
    askedOf(table),
    facts,
    verdicts.map((verdict) => candidate(verdict)),
    {
      proposed,
      cells: slots.flatMap(({ addresses }) => addresses),
    },
  );
}

function kindOf(mark: Mark): QuestionKind {
  if (mark === emptyLineMark) return 'emptyLine';
  if (mark === emptyColumnMark) return 'emptyColumn';
  if (mark.struck) return 'struck';
  if (mark.fill !== null) return 'colour';
  if (mark.text.endsWith(' (…)')) return 'noted';
  return mark.text === '' ? 'blank' : 'mark';
}
