// The floor of bar 11: place by indicator in one bare statement. After `/agg` of "the floors of the project".
import type pg from 'pg';
import { FLOOR_PERIOD } from './facts.ts';

/** The JSON text, made as a server would. */
export async function placeTableBare(client: pg.Client): Promise<string> {
  const { rows } = await client.query({
    name: 'place-table',
    text: `select k.province, f.indicator, count(*), avg(f.value), count(*) filter (where f.value >= 60)
      from fact_ix f join commune k on k.id = f.commune where period = $1 group by 1, 2`,
    values: [FLOOR_PERIOD],
  });
  return JSON.stringify(rows);
}
