// The floor of judging a round: read a period's 189,297 facts, judge by closures, write 63,099 statuses and the levels in
// one transaction. After `national-eval` of "the floors of the project".
import { once } from 'node:events';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { CRITERIA, INDICATORS } from '../rules/floor-data.ts';
import { FLOOR_PERIOD } from './facts.ts';

type Judge = (value: number | null | undefined) => number;

const judges: readonly (readonly Judge[])[] = Array.from({ length: 7 }, (_, region) =>
  Array.from({ length: INDICATORS }, (_, indicator): Judge => {
    const atMost = indicator % 5 === 4;
    const standard = atMost ? 85 + region : 5 + region;
    return atMost
      ? (value) => (value == null ? 2 : value <= standard ? 1 : 0)
      : (value) => (value == null ? 2 : value >= standard ? 1 : 0);
  }),
);

export async function judgeNationBare(client: pg.Client): Promise<void> {
  const { rows } = await client.query<[number, number, string]>({
    text: `select k.id, k.region, array_agg(f.value order by f.indicator)::text from fact_ix f
      join commune k on k.id = f.commune where period = ${FLOOR_PERIOD} group by 1, 2`,
    rowMode: 'array',
  });
  let results = '';
  let levels = '';
  for (const [commune, region, text] of rows) {
    const values = JSON.parse(`[${text.slice(1, -1).replace(/NULL/g, 'null')}]`) as (number | null)[];
    const statuses = judgeCommune(judges[region - 1] ?? [], values);
    let met = 0;
    for (const [criterion, status] of statuses.entries()) {
      if (status === 1) met++;
      results += `${FLOOR_PERIOD}\t${commune}\t${criterion}\t${status}\n`;
    }
    levels += `${FLOOR_PERIOD}\t${commune}\t${met}\t${levelOf(met)}\n`;
  }
  await client.query(
    `begin; delete from floor_result where period = ${FLOOR_PERIOD}; delete from floor_level where period = ${FLOOR_PERIOD}`,
  );
  await copyText(client, 'floor_result', results);
  await copyText(client, 'floor_level', levels);
  await client.query('commit');
}

function judgeCommune(own: readonly Judge[], values: readonly (number | null)[]): number[] {
  const statuses: number[] = [];
  for (let criterion = 0, indicator = 0; criterion < CRITERIA; criterion++) {
    let status = 1;
    for (let step = 0; step < 3; step++, indicator++) {
      const one = own[indicator]?.(values[indicator]) ?? 2;
      if (one === 0) status = 0;
      else if (one === 2 && status === 1) status = 2;
    }
    statuses.push(status);
  }
  return statuses;
}

function levelOf(met: number): string {
  if (met === CRITERIA) return 'met';
  return met >= 16 ? 'near' : met >= 10 ? 'mid' : 'low';
}

async function copyText(client: pg.Client, table: string, text: string): Promise<void> {
  const stream = client.query(from(`copy ${table} from stdin`));
  stream.end(text);
  await once(stream, 'finish');
}
