// Who became whom on one day: which units divided, which merged, and which went on as themselves.

/** One conversion: (a part of) an old unit became (a part of) a new one. Codes are of their own day. */
export interface Passing {
  readonly from: string;
  readonly to: string;
}

export interface Lineage {
  /** Old codes out of which a new unit was made. */
  predecessorsOf(to: string): readonly string[];
  /** New codes into which an old unit went. */
  successorsOf(from: string): readonly string[];
  /** The old unit went to more than one new one. */
  isDivided(from: string): boolean;
  /**
   * The old code whose identity goes on in a new unit: exactly one undivided predecessor, of one successor, whatever
   * the name, the kind or the code (DESIGN section 5).
   */
  keptBy(to: string): string | undefined;
}

/** Repeated passings count once. */
export function traceLineage(passings: Iterable<Passing>): Lineage {
  const into = new Map<string, Set<string>>();
  const out = new Map<string, Set<string>>();
  for (const { from, to } of passings) {
    addTo(into, to, from);
    addTo(out, from, to);
  }
  const predecessorsOf = (to: string): string[] => [...(into.get(to) ?? [])];
  const successorsOf = (from: string): string[] => [...(out.get(from) ?? [])];
  const isDivided = (from: string): boolean => (out.get(from)?.size ?? 0) > 1;
  return {
    predecessorsOf,
    successorsOf,
    isDivided,
    keptBy(to) {
      const [only, ...others] = predecessorsOf(to);
      return only !== undefined && others.length === 0 && !isDivided(only) ? only : undefined;
    },
  };
}

function addTo(groups: Map<string, Set<string>>, key: string, value: string): void {
  const group = groups.get(key);
  if (group) group.add(value);
  else groups.set(key, new Set([value]));
}
