// Readings as judging wants them: one row a unit, four lists side by side. A row for each figure would take ten times as
// long to read as to judge.

import type { ReadingToJudge } from '@vungbuoc/programme/verdicts';
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';
import { idList } from './id-list.ts';

export interface FigureToJudge extends ReadingToJudge {
  readonly figureId: number;
}

export interface UnitToJudge {
  readonly unitId: number;
  readonly figures: readonly FigureToJudge[];
}

/** The lists as PostgreSQL writes arrays: `{1,2,NULL}`. Numbers only, so nothing is quoted. */
interface RawUnit {
  unit_id: number;
  figures: string;
  numerators: string;
  denominators: string;
  flags: string;
}

const APPLICABLE = 1;
const BARE = 2;
const CONFIRMED = 4;

/** The communes' own current readings of a round; units without any are left out. */
export async function listFiguresToJudge(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
): Promise<UnitToJudge[]> {
  const { rows } = await sql<RawUnit>`
    select unit_id, array_agg(figure_id)::text as figures, array_agg(numerator)::text as numerators,
      array_agg(denominator)::text as denominators,
      array_agg(applicable::int * ${sql.lit(APPLICABLE)} + bare::int * ${sql.lit(BARE)}
        + (confirmed_by is not null)::int * ${sql.lit(CONFIRMED)})::text as flags
    from readings where unit_id = any(${idList(unitIds)}::int[]) and round_id = ${roundId} and thon_id = 0
    group by unit_id`.execute(transaction);
  return rows.map(toUnit);
}

function toUnit(row: RawUnit): UnitToJudge {
  const numerators = listOf(row.numerators);
  const denominators = listOf(row.denominators);
  const flags = listOf(row.flags);
  const figures = listOf(row.figures).map((figureId, at): FigureToJudge => {
    const flag = Number(flags[at]);
    return {
      figureId: Number(figureId),
      numerator: decimalOrNull(numerators[at]),
      denominator: decimalOrNull(denominators[at]),
      applicable: (flag & APPLICABLE) !== 0,
      bare: (flag & BARE) !== 0,
      confirmed: (flag & CONFIRMED) === 0 ? null : SOMEBODY,
    };
  });
  return { unitId: row.unit_id, figures };
}

/** Who confirmed does not matter to a verdict, only that somebody did. */
const SOMEBODY = Object.freeze({});

function listOf(array: string): string[] {
  return array.slice(1, -1).split(',');
}

/** numeric(20,6) is written with all its decimals: "1871.000000" is "1871". */
function decimalOrNull(text: string | undefined): string | null {
  if (text === undefined || text === 'NULL') return null;
  return text.endsWith('.000000') ? text.slice(0, -7) : text;
}
