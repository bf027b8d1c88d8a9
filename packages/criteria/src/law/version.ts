// Which version of a set judges a year.

interface Versioned {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: string;
}

/**
 * The version of `id` in force at the end of the year; the first one for years before any was in force, because a
 * period may begin before its decree is signed (QĐ 318/QĐ-TTg: signed 2022, period from 2021). Undefined without any.
 */
export function pickVersion<T extends Versioned>(
  sets: readonly T[],
  id: string,
  year: number,
): T | undefined {
  const versions = sets.filter((set) => set.id === id).sort((a, b) => a.version - b.version);
  const inForce = versions.filter((set) => set.effectiveFrom <= `${year}-12-31`);
  return inForce.at(-1) ?? versions[0];
}
