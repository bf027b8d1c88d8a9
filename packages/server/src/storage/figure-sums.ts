// Sums of figures by place: numerators and denominators add up exactly, whatever the number of units.
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';

export interface FigureSum {
  readonly place: number;
  readonly figureId: number;
  readonly numerator: string;
  readonly denominator: string | null;
}

/**
 * Sums of the communes' own applicable readings of a round. `unitIds` and `places` stand side by side: the place that
 * each unit counts for. One statement through the primary key; bare per cents are left out, they cannot be added.
 */
export async function sumFigures(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  places: readonly number[],
  roundId: number,
): Promise<FigureSum[]> {
  const { rows } = await sql<{
    place: number;
    figure_id: number;
    numerator: string;
    denominator: string | null;
  }>`
    select p.place, r.figure_id, trim_scale(sum(r.numerator)) as numerator, trim_scale(sum(r.denominator)) as denominator
    from unnest(${[...unitIds]}::int[], ${[...places]}::int[]) as p (unit_id, place)
    join readings r on r.unit_id = p.unit_id
    where r.round_id = ${roundId} and r.thon_id = 0 and r.applicable and not r.bare and r.numerator is not null
    group by p.place, r.figure_id`.execute(transaction);
  return rows.map((row) => ({
    place: row.place,
    figureId: row.figure_id,
    numerator: row.numerator,
    denominator: row.denominator,
  }));
}
