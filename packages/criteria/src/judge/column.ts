// Which column of the decree's table a unit stands in, special rules included.
import type { CriteriaSet, DimensionValue, SpecialRule } from '../law/set.ts';

/** The column used, and the special rule that led to it instead of the unit's own. */
export interface Column {
  readonly value: DimensionValue;
  readonly special: SpecialRule | null;
}

/** A dimension code that the set does not know; nothing is guessed. */
export class UnknownColumnError extends Error {
  readonly code = 'dimension.unknown';
  readonly dimension: string;

  constructor(set: CriteriaSet, dimension: string) {
    super(`${set.id} has no column ${dimension}`);
    this.dimension = dimension;
  }
}

/**
 * The column for a signed dimension: `TDMNPB`, or `BTB/dieu-1` where the unit falls under a special rule.
 * Null for null ("chưa rõ vùng") and for sets without columns. Throws UnknownColumnError for a code not in the set.
 */
export function columnOf(set: CriteriaSet, dimension: string | null): Column | null {
  if (dimension === null || set.dimension === null) return null;
  const [own = '', ruleCode, ...rest] = dimension.split('/');
  if (rest.length > 0) throw new UnknownColumnError(set, dimension);
  const values = set.dimension.values;
  const value = values.find((candidate) => candidate.code === own);
  if (value === undefined) throw new UnknownColumnError(set, dimension);
  if (ruleCode === undefined) return { value, special: null };
  const special = set.specialRules.find((rule) => rule.code === ruleCode);
  const taken = values.find((candidate) => candidate.code === special?.takes);
  if (special === undefined || taken === undefined) throw new UnknownColumnError(set, dimension);
  return { value: taken, special };
}

/** Every dimension a unit may be signed for: the columns, and each with each special rule. */
export function dimensionsOf(set: CriteriaSet): string[] {
  const columns = set.dimension?.values.map((value) => value.code) ?? [];
  return [
    ...columns,
    ...columns.flatMap((column) => set.specialRules.map((rule) => `${column}/${rule.code}`)),
  ];
}
