// Which signed columns a new round takes over: a region does not change by itself, so nobody signs it every year.

/** A column as somebody signed it in a round. */
export interface SignedColumn {
  readonly roundId: number;
  readonly dimension: string;
  readonly column: string;
  readonly document: string | null;
  readonly signedBy: string;
  readonly signedOn: string;
}

/** The columns of the new round's sets: dimension -> codes. */
export type ColumnsOfSets = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The last signed column of a unit in each dimension of the new round, where its sets have the same column. A unit that
 * signed none takes what all its predecessors had alike.
 * @param own signed columns of the unit, the nearest round first
 * @param before the same for each of its predecessors
 */
export function columnsToCarry(
  sets: ColumnsOfSets,
  own: readonly SignedColumn[],
  before: readonly (readonly SignedColumn[])[],
): SignedColumn[] {
  return [...sets].flatMap(([dimension, codes]) => {
    const found = nearest(own, dimension) ?? alike(before, dimension);
    return found && codes.has(found.column) ? [found] : [];
  });
}

function nearest(signed: readonly SignedColumn[], dimension: string): SignedColumn | undefined {
  return signed.find((one) => one.dimension === dimension);
}

function alike(before: readonly (readonly SignedColumn[])[], dimension: string): SignedColumn | undefined {
  const [first, ...others] = before.map((signed) => nearest(signed, dimension));
  return others.every((other) => other?.column === first?.column) ? first : undefined;
}
