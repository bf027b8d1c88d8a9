// Uses a sheet's own totals to find what its marks mean: a reading holds when every line adds up.

/** How a mark counts. `other` is neither met nor not met: basically met, not applicable, unknown. */
export type Counting = 'met' | 'notMet' | 'other';

/** One line: how often each mark stands in it, and what its totals say. Null where there is no such total. */
export interface Equation {
  readonly marks: ReadonlyMap<string, number>;
  readonly met: number | null;
  readonly notMet: number | null;
}

/** Marks that are tried all ways at most: three ways each. */
const mostFree = 7;

/** One total in so many may be wrong, and one in any sheet. */
const linesForEachMistake = 20;

/**
 * For each mark, the ways of counting that the totals leave. `fixed` marks have only one way. A reading under which all
 * lines add up must exist; readings under which all but one do (in a long sheet: all but a few) count as possible too,
 * because an office may have added up wrong, and a wrong total must never decide. Null when there is no such reading, when
 * there are too many marks, or no line has a total.
 */
export function solveMarks(
  equations: readonly Equation[],
  fixed: ReadonlyMap<string, Counting>,
): Map<string, Set<Counting>> | null {
  const lines = distinct(equations.filter(({ met, notMet }) => met !== null || notMet !== null));
  const marks = [...new Set(lines.flatMap(({ line }) => [...line.marks.keys()]))];
  const free = marks.filter((mark) => !fixed.has(mark));
  if (lines.length === 0 || free.length > mostFree) return null;
  const mistakes = 1 + Math.floor(equations.length / linesForEachMistake);
  const found = new Map<string, Set<Counting>>();
  let exact = false;
  for (let index = 0; index < ways.length ** free.length; index++) {
    const trial = readingOf(index, free, fixed);
    const wrong = countWrong(lines, trial, mistakes);
    if (wrong > mistakes) continue;
    exact ||= wrong === 0;
    for (const mark of marks) {
      const counting = trial.get(mark);
      if (counting !== undefined) found.set(mark, (found.get(mark) ?? new Set()).add(counting));
    }
  }
  return exact ? found : null;
}

const ways: readonly Counting[] = ['met', 'notMet', 'other'];

/** The reading with this number: each free mark is one digit in base three. */
function readingOf(
  index: number,
  free: readonly string[],
  fixed: ReadonlyMap<string, Counting>,
): Map<string, Counting> {
  const reading = new Map(fixed);
  let rest = index;
  for (const mark of free) {
    reading.set(mark, ways[rest % ways.length] ?? 'other');
    rest = Math.floor(rest / ways.length);
  }
  return reading;
}

/** Lines that do not add up; counting stops beyond `enough`. */
function countWrong(
  lines: readonly { line: Equation; times: number }[],
  reading: ReadonlyMap<string, Counting>,
  enough: number,
): number {
  let wrong = 0;
  for (const { line, times } of lines) {
    if (!addsUp(line, reading)) wrong += times;
    if (wrong > enough) return wrong;
  }
  return wrong;
}

/** Whether a line's totals agree with its marks. */
function addsUp(line: Equation, reading: ReadonlyMap<string, Counting>): boolean {
  let met = 0;
  let notMet = 0;
  for (const [mark, count] of line.marks) {
    const counting = reading.get(mark);
    if (counting === 'met') met += count;
    if (counting === 'notMet') notMet += count;
  }
  return (line.met === null || line.met === met) && (line.notMet === null || line.notMet === notMet);
}

/** Equal lines once, with how often they stand in the sheet. */
function distinct(lines: readonly Equation[]): { line: Equation; times: number }[] {
  const known = new Map<string, { line: Equation; times: number }>();
  for (const line of lines) {
    const marks = [...line.marks].map(([mark, count]) => `${mark}=${count}`).sort();
    const key = `${marks.join('|')} ${line.met} ${line.notMet}`;
    known.set(key, { line, times: (known.get(key)?.times ?? 0) + 1 });
  }
  return [...known.values()];
}
