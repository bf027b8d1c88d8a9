// Sums of figures by place: numerators and denominators add up exactly, whatever the number of units.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';
import { idList } from './id-list.ts';

/** Sums of what is counted out of a total: only those can be added up. */
export interface FigureSum {
  readonly place: number;
  readonly figureId: number;
  readonly numerator: string;
  readonly denominator: string;
}

/**
 * Sums of the communes' own applicable readings of a round that have a denominator. `unitIds` and `places` stand side by
 * side: the place (a unit's id, above 0) that each unit counts for. Bare per cents are left out, they cannot be added.
 * The place is looked up in a list by the unit's id: joining the readings of the nation with it takes three times as long.
 */
export async function sumFigures(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  places: readonly number[],
  roundId: number,
): Promise<FigureSum[]> {
  const first = unitIds.reduce((least, id) => Math.min(least, id), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(first)) return [];
  const { rows } = await sql<{ place: number; figure_id: number; numerator: string; denominator: string }>`
    select (${placesById(unitIds, places, first)}::int[])[unit_id - ${first - 1}::int] as place, figure_id,
      trim_scale(sum(numerator)) as numerator, trim_scale(sum(denominator)) as denominator
    from readings
    where unit_id = any(${idList(unitIds)}::int[]) and round_id = ${roundId} and thon_id = 0
      and applicable and not bare and denominator is not null
    group by 1, 2`.execute(transaction);
  return rows.map((row) => ({
    place: row.place,
    figureId: row.figure_id,
    numerator: row.numerator,
    denominator: row.denominator,
  }));
}

/** The place of unit `first` + n at n; 0 for ids in between that are not asked for. */
function placesById(unitIds: readonly number[], places: readonly number[], first: number): string {
  const dense: number[] = [];
  for (const [at, id] of unitIds.entries()) {
    while (dense.length <= id - first) dense.push(0);
    dense[id - first] = places[at] ?? 0;
  }
  return idList(dense);
}
