// The trail: a gapless order per unit, a chain that a changed row breaks, receipts that make repeats harmless.
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveReadingsBinding } from '../../src/commands/readings.ts';
import { runCommand } from '../../src/commands/run.ts';
import { verifyTrail } from '../../src/ops/verify.ts';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let owner: pg.Client;
beforeAll(async () => {
  house = await openTestHouse('sample');
  owner = await openOwner(house);
});
afterAll(async () => {
  await owner.end();
  await house.close();
});

let turn = 0;
const newId = (): string => {
  turn += 1;
  return `00000000-0000-4000-8000-${String(turn).padStart(12, '0')}`;
};

function inputOf(unit: string, numerator: string, base: number | null = null) {
  return {
    unit: `${unit}@2020-12-31`,
    round: '2020-nam',
    entries: [
      { figure: 'xa2016.9.2', numerator, denominator: '400', applicable: true, note: null, bare: false },
    ],
    official: true,
    knownOn: '2021-02-01',
    source: null,
    confirmed: null,
    base,
  };
}

const save = (input: unknown, commandId = newId()) =>
  runCommand(house.workshop, saveReadingsBinding, { principal: house.principal, commandId, input });

async function seqsOf(code: string): Promise<number[]> {
  const { rows } = await owner.query<{ seq: number }>(
    `select e.seq from events e join unit_versions v using (unit_id) where v.code = $1 and v.valid_to = '2025-07-01' order by 1`,
    [code],
  );
  return rows.map((row) => row.seq);
}

describe('an official saves a figure', () => {
  test('each save takes the next number, without gaps, even eight at once', async () => {
    const before = (await seqsOf('03502')).length;
    await Promise.all(Array.from({ length: 8 }, (_, at) => save(inputOf('03502', String(300 + at)))));
    const seqs = await seqsOf('03502');
    expect(seqs.length).toBe(before + 8);
    expect(seqs).toEqual(seqs.map((_, at) => at + 1));
  });

  test('the same command sent twice is done once and answers the same', async () => {
    const id = newId();
    const first = await save(inputOf('03460', '333'), id);
    const again = await save(inputOf('03460', '333'), id);
    expect(again).toEqual(first);
    const { rows } = await owner.query('select 1 from events where command_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });

  test('an id that comes back with other content is refused', async () => {
    const id = newId();
    await save(inputOf('03460', '334'), id);
    await expect(save(inputOf('03460', '335'), id)).rejects.toMatchObject({
      problems: [{ code: 'command.repeated-otherwise' }],
    });
  });

  test('the same figure said again writes no event', async () => {
    await save(inputOf('03488', '310'));
    const before = await seqsOf('03488');
    const reply = await save(inputOf('03488', '310'));
    expect(reply).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await seqsOf('03488')).toEqual(before);
  });

  test('an edit of a figure that somebody else changed meanwhile is a conflict, and nothing is written', async () => {
    const seen = await save(inputOf('03473', '320'));
    await save(inputOf('03473', '321'));
    await expect(save(inputOf('03473', '322', seen.seq))).rejects.toMatchObject({
      problems: [{ code: 'reading.changed-meanwhile' }],
    });
    const { rows } = await owner.query(
      "select trim_scale(numerator)::text as n from readings r join unit_versions v using (unit_id) join figures f on f.id = r.figure_id where v.code = '03473' and v.valid_to = '2025-07-01' and f.code = 'xa2016.9.2'",
    );
    expect(rows).toEqual([{ n: '321' }]);
  });

  test('all faults come at once, each with its place', async () => {
    const input = inputOf('03473', '500');
    const entries = [
      ...input.entries,
      { figure: 'no.such', numerator: '1', denominator: null, applicable: true, note: null, bare: false },
      {
        figure: 'xa2016.1.1',
        numerator: null,
        denominator: null,
        applicable: false,
        note: null,
        bare: false,
      },
      {
        figure: 'xa2016.15.1',
        numerator: '83',
        denominator: '100',
        applicable: true,
        note: null,
        bare: true,
      },
    ];
    await expect(save({ ...input, entries })).rejects.toMatchObject({
      problems: [
        { code: 'reading.numerator-over-denominator', path: 'entries/0' },
        { code: 'reading.unknown-figure', path: 'entries/1' },
        { code: 'reading.needs-reason', path: 'entries/2' },
        { code: 'reading.needs-denominator', path: 'entries/3' },
      ],
    });
  });
});

describe("somebody with the owner's password changes the past", () => {
  test('the whole trail verifies before', async () => {
    const report = await verifyTrail(house.workshop.database);
    expect(report.faults).toEqual([]);
    expect(report.readingsOffTrail).toBe(0);
    expect(report.events).toBeGreaterThan(30);
  });

  test.each([
    [
      'a payload',
      "update events set payload = replace(payload, '3', '4') where command = 'readings.save' and seq = 4 and unit_id = (select max(unit_id) from events where command = 'readings.save')",
      ['payload'],
    ],
    [
      'the one who did it',
      'update events set person_id = 77 where seq = 2 and unit_id = (select max(unit_id) from events where seq = 2)',
      ['hash'],
    ],
    [
      'the last event, cut off',
      'delete from events e using unit_heads h where h.unit_id = e.unit_id and e.seq = h.seq and e.seq > 2 and h.unit_id = (select max(unit_id) from unit_heads where seq > 2)',
      ['head'],
    ],
  ])('%s: the walk finds it', async (_name, sql, faults) => {
    await owner.query('begin');
    const done = await owner.query(sql);
    expect(done.rowCount).toBeGreaterThan(0);
    await owner.query('commit');
    const report = await verifyTrail(house.workshop.database);
    expect(report.faults.map((fault) => fault.what)).toEqual(expect.arrayContaining(faults));
  });

  test('a reading changed behind the revisions is counted', async () => {
    await owner.query('update readings set numerator = numerator + 1 where numerator > 100 and seq = 2');
    expect((await verifyTrail(house.workshop.database)).readingsOffTrail).toBeGreaterThan(0);
  });
});
