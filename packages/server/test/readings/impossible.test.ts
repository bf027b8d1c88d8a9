// Figures that cannot be are refused in words before they are stored, and by the database where a program forgets to ask.
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../app.ts';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let app: TestApp;
let owner: pg.Client;
beforeAll(async () => {
  house = await openTestHouse('sample');
  app = makeTestApp(house);
  owner = await openOwner(house);
});
afterAll(async () => {
  await owner.end();
  await house.close();
});

interface Refused {
  readonly errors: readonly { readonly code: string; readonly path: string; readonly vi: string }[];
}

async function save(figure: string, numerator: string | null, denominator: string | null) {
  const entry = { figure, numerator, denominator, applicable: true, note: null, bare: false };
  const reply = await app.request(`http://localhost/api/commands/readings.save/${crypto.randomUUID()}`, {
    method: 'POST',
    headers: { host: 'localhost', 'content-type': 'application/json' },
    body: JSON.stringify({
      unit: '03474@2020-12-31',
      round: '2020-nam',
      entries: [entry],
      official: true,
      knownOn: '2021-02-01',
      source: null,
      confirmed: null,
      base: null,
    }),
  });
  return { status: reply.status, body: (await reply.json()) as Refused };
}

describe('a program that sends what cannot be', () => {
  test.each([
    ['minus five of 80 people', 'xa2016.15.1', '-5', '80', 'reading.negative'],
    ['90.5 people of 100', 'xa2016.15.1', '90.5', '100', 'reading.not-whole'],
    ['81 of 80 people', 'xa2016.15.1', '81', '80', 'reading.numerator-over-denominator'],
    ['none of none', 'xa2016.15.1', '0', '0', 'reading.zero-total'],
    ['a count without its total', 'xa2016.15.1', '5', null, 'reading.needs-denominator'],
    ['7 for a yes or no', 'xa2016.7.1', '7', null, 'reading.not-yes-no'],
    ['an income below nothing', 'xa2016.10.1', '-12.5', null, 'reading.negative'],
    ['an income in đồng', 'xa2016.10.1', '36000000', null, 'reading.too-large'],
    ['40 "of 3" for a plain number', 'xa2016.10.1', '40', '3', 'reading.counts-not-used'],
  ] as const)('is told so in words: %s', async (_name, figure, numerator, denominator, code) => {
    const { status, body } = await save(figure, numerator, denominator);
    expect(status).toBe(422);
    expect(body.errors.map((error) => [error.code, error.path])).toEqual([[code, 'entries/0']]);
    expect(body.errors[0]?.vi).not.toMatch(/readings_|\{\w+\}/);
  });

  test('and what can be is stored', async () => {
    expect((await save('xa2016.15.1', '79', '80')).status).toBe(200);
    expect((await save('xa2016.7.1', '0', null)).status).toBe(200);
  });
});

describe('the database', () => {
  const row = (table: string, columns: Record<string, string>) => {
    const all = {
      unit_id: '1',
      round_id: '999',
      figure_id: '1',
      thon_id: '0',
      applicable: 'true',
      bare: 'false',
      official: 'true',
      known_on: "'2021-01-01'",
      seq: '1',
      ...columns,
    };
    return `insert into ${table} (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`;
  };

  const wrong: readonly [string, Record<string, string>][] = [
    ['numerator_not_negative', { numerator: '-1', denominator: '2' }],
    ['denominator_positive', { numerator: '0', denominator: '0' }],
    ['denominator_needs_numerator', { denominator: '2' }],
    ['bare_is_a_percent', { numerator: '101', bare: 'true' }],
    ['bare_is_a_percent', { numerator: '50', denominator: '100', bare: 'true' }],
    ['not_applicable_has_reason', { applicable: 'false' }],
    ['not_applicable_has_no_figure', { applicable: 'false', note: "'x'", numerator: '1' }],
    ['confirmed_by_and_on', { confirmed_by: "'x'" }],
    ['seq_positive', { seq: '0' }],
  ];
  const cases = ['readings', 'reading_revisions'].flatMap((table) =>
    wrong.map(([constraint, columns]) => [table, constraint, columns] as const),
  );
  test.each(cases)('refuses in %s: %s', async (table, constraint, columns) => {
    await expect(owner.query(row(table, columns))).rejects.toMatchObject({
      constraint: `${table}_${constraint}`,
    });
  });

  test.each([
    ['mark_or_count', "'1', null, null, null"],
    ['mark_or_count', "'', 'met', 1, 2"],
    ['count_is_whole', "'', null, 3, 2"],
    ['verdict_known', "'1', 'perhaps', null, null"],
  ])('refuses in declared_result_revisions: %s (%s)', async (constraint, values) => {
    await expect(
      owner.query(`insert into declared_result_revisions
        (unit_id, round_id, seq, sheet, cell, raw, known_on, criterion_code, verdict, met_count, of_count)
        values (1, 999, 1, 's', 'A1', 'x', '2021-01-01', ${values})`),
    ).rejects.toMatchObject({ constraint: `declared_result_revisions_${constraint}` });
  });
});
