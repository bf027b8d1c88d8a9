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

/**
 * For each mark, the ways of counting under which all lines add up. `fixed` marks have only one way. Null when no reading
 * adds up, when there are too many marks, or no line has a total.
 */
export function solveMarks(
  equations: readonly Equation[],
  fixed: ReadonlyMap<string, Counting>,
): Map<string, Set<Counting>> | null {
  const lines = distinct(equations.filter(({ met, notMet }) => met !== null || notMet !== null));
  const marks = [...new Set(lines.flatMap((line) => [...line.marks.keys()]))];
  const free = marks.filter((mark) => !fixed.has(mark));
  if (lines.length === 0 || free.length > mostFree) return null;
  const ways: readonly Counting[] = ['met', 'notMet', 'other'];
  const found = new Map<string, Set<Counting>>();
  const total = ways.length ** free.length;
  for (let index = 0; index < total; index++) {
    const trial = new Map(fixed);
    let rest = index;
    for (const mark of free) {
      trial.set(mark, ways[rest % 3] ?? 'other');
      rest = Math.floor(rest / 3);
    }
    if (!lines.every((line) => addsUp(line, trial))) continue;
    for (const mark of marks) {
      const counting = trial.get(mark);
      if (counting !== undefined) found.set(mark, (found.get(mark) ?? new Set()).add(counting));
    }
  }
  return found.size === 0 ? null : found;
}

/** Whether a line's totals agree with its marks. */
export function addsUp(line: Equation, reading: ReadonlyMap<string, Counting>): boolean {
  let met = 0;
  let notMet = 0;
  for (const [mark, count] of line.marks) {
    const counting = reading.get(mark);
    if (counting === 'met') met += count;
    if (counting === 'notMet') notMet += count;
  }
  return (line.met === null || line.met === met) && (line.notMet === null || line.notMet === notMet);
}

function distinct(lines: readonly Equation[]): Equation[] {
  const known = new Map<string, Equation>();
  for (const line of lines) {
    const marks = [...line.marks].map(([mark, count]) => `${mark}=${count}`).sort();
    known.set(`${marks.join('|')} ${line.met} ${line.notMet}`, line);
  }
  return [...known.values()];
}
