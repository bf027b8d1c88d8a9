// The floors' own tables: facts keyed by period, commune and indicator, without policies, revisions or a trail.
// After `pg-facts.sql` of "the floors of the project", for one period.

import { once } from 'node:events';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { INDICATORS } from '../rules/floor-data.ts';

export const FLOOR_PERIOD = 30;

export async function openFloor(ownerUrl: string): Promise<pg.Client> {
  const url = new URL(ownerUrl);
  url.pathname = '/floor';
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  const { rowCount } = await admin.query(`select 1 from pg_database where datname = 'floor'`);
  if (rowCount === 0) await admin.query('create database floor');
  await admin.end();
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  return client;
}

export async function makeFloorFacts(client: pg.Client, communes: number): Promise<void> {
  await client.query(`
    drop table if exists fact_ix, commune, floor_result, floor_level;
    create table commune as select c::int4 id, (1 + c % 34)::int2 province, (1 + c % 7)::int2 region
      from generate_series(1, ${communes}) c;
    create table fact_ix (commune int4 not null, indicator int2 not null, period int2 not null, source int2 not null,
      value float8, at_time timestamptz not null, primary key (period, commune, indicator));
    create table floor_result (period int4, commune int4, criterion int2, status int2,
      primary key (period, commune, criterion));
    create table floor_level (period int4, commune int4, met int2, level text, primary key (period, commune))`);
  await copyFacts(client, communes, FLOOR_PERIOD);
  await client.query('vacuum analyze fact_ix');
  await client.query('analyze commune');
}

/** COPY of one period into the keyed table: the floor of every bulk load. */
export async function copyFacts(client: pg.Client, communes: number, period: number): Promise<number> {
  const stream = client.query(from('copy fact_ix from stdin'));
  stream.end(factLines(communes, period));
  await once(stream, 'finish');
  return communes * INDICATORS;
}

function factLines(communes: number, period: number): string {
  const lines: string[] = [];
  for (let commune = 1; commune <= communes; commune++) {
    for (let indicator = 1; indicator <= INDICATORS; indicator++) {
      const value = ((commune * 31 + indicator * 17 + period * 7) % 10_000) / 100;
      lines.push(
        `${commune}\t${indicator}\t${period}\t${1 + ((commune + indicator) % 4)}\t${value}\t2026-01-01 00:00:00+07`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
