// Somebody with every right on the database changes the past, and covers the tracks: what was signed tells.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { signHeads } from '../../src/ops/signed-heads.ts';
import { readTrailKey } from '../../src/ops/trail-key.ts';
import { verifyTrail } from '../../src/ops/verify.ts';
import { type SignedReport, verifySigned } from '../../src/ops/verify-signed.ts';
import { chain } from '../../src/storage/heads.ts';
import { vb } from '../cli/vb.ts';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let owner: pg.Client;
let folder: string;

beforeAll(async () => {
  house = await openTestHouse('sample');
  owner = await openOwner(house);
  folder = await mkdtemp(join(tmpdir(), 'vb-trail-'));
  for (const day of ['2026-03-01', '2026-03-02']) await sign(day);
});
afterAll(async () => {
  await owner.end();
  await house.close();
  await rm(folder, { recursive: true });
});

const trail = (): string => join(folder, 'trail');

async function sign(day: string): Promise<string | null> {
  const key = await readTrailKey(join(folder, 'keys'));
  const { database } = house.workshop;
  return signHeads({ database, key, folder: trail(), now: new Date(`${day}T03:00:00Z`), day });
}

async function look(at = trail()): Promise<SignedReport> {
  return verifySigned(house.workshop.database, at, await readFile(join(trail(), 'public-key.pem'), 'utf8'));
}

/** A copy of the signed files to play with. */
async function copied(change: (at: string) => Promise<void>): Promise<SignedReport> {
  const at = await mkdtemp(join(tmpdir(), 'vb-trail-copy-'));
  await cp(trail(), at, { recursive: true });
  await change(at);
  const report = await look(at);
  await rm(at, { recursive: true });
  return report;
}

interface Row {
  readonly unit_id: number;
  readonly seq: number;
  readonly command_id: string;
  readonly command: string;
  readonly command_version: number;
  readonly person_id: number;
  readonly at: Date;
  readonly payload: string;
}

/** The unit with the longest chain. */
async function longest(): Promise<number> {
  const { rows } = await owner.query<{ unit_id: number }>(
    'select unit_id from unit_heads order by seq desc limit 1',
  );
  return rows[0]?.unit_id ?? 0;
}

describe('the heads of the trail', () => {
  test('are signed once a day, and what was signed holds', async () => {
    expect(await sign('2026-03-02')).toBeNull();
    expect(await look()).toEqual({ days: 2, faults: [] });
    const file = JSON.parse(await readFile(join(trail(), '2026-03-02.json'), 'utf8')) as { heads: unknown[] };
    expect(file.heads.length).toBeGreaterThan(10);
  });
});

describe('a signed file', () => {
  test('that is gone is missed', async () => {
    const report = await copied((at) => rm(join(at, '2026-03-02.json')));
    expect(report.faults).toEqual([{ what: 'absent', day: '2026-03-02', unitId: 0, seq: 0 }]);
  });

  test('that was altered, or signed by another key, is told', async () => {
    const altered = await copied(async (at) => {
      const path = join(at, '2026-03-02.json');
      const text = await readFile(path, 'utf8');
      await writeFile(
        path,
        text.replace(/"heads":\[\[(\d+),(\d+)/, (_all, unit, seq) => `"heads":[[${unit},${Number(seq) + 1}`),
      );
    });
    expect(altered.faults).toContainEqual({ what: 'altered', day: '2026-03-02', unitId: 0, seq: 0 });
    const other = await mkdtemp(join(tmpdir(), 'vb-trail-other-'));
    await readTrailKey(join(other, 'keys'));
    const { publicPem } = await import('../../src/ops/trail-key.ts');
    const foreign = publicPem(await readTrailKey(join(other, 'keys')));
    const report = await verifySigned(house.workshop.database, trail(), foreign);
    expect(report.faults.map(({ what }) => what)).toEqual(['altered', 'altered']);
    await rm(other, { recursive: true });
  });

  test('that was put between two others breaks their row', async () => {
    const report = await copied((at) => cp(join(at, '2026-03-02.json'), join(at, '2026-03-03.json')));
    expect(report.faults).toContainEqual({ what: 'altered', day: '2026-03-03', unitId: 0, seq: 0 });
  });
});

describe('somebody with the superuser’s password', () => {
  afterEach(async () => {
    await owner.query('rollback');
  });

  /** Seen through the superuser's own open change: the walk of the chain is done afterwards, on what was kept. */
  async function during(
    change: () => Promise<void>,
  ): Promise<{ walk: readonly string[]; signed: readonly string[] }> {
    const before = await owner.query('select * from events');
    const heads = await owner.query('select * from unit_heads');
    await change();
    const walk = (await verifyTrail(house.workshop.database)).faults.map(({ what }) => what);
    const signed = (await look()).faults.map(({ what }) => what);
    await owner.query('begin');
    await owner.query('delete from events');
    await owner.query('insert into events select * from json_populate_recordset(null::events, $1)', [
      JSON.stringify(before.rows.map(plainBytes)),
    ]);
    for (const { unit_id, seq, hash } of heads.rows) {
      await owner.query('update unit_heads set seq = $2, hash = $3 where unit_id = $1', [unit_id, seq, hash]);
    }
    await owner.query('commit');
    return { walk, signed };
  }

  test('who cuts the tail and puts the head back is found by what was signed alone', async () => {
    const unit = await longest();
    const found = await during(async () => {
      await owner.query(
        `delete from events where unit_id = $1 and seq = (select seq from unit_heads where unit_id = $1)`,
        [unit],
      );
      await owner.query(
        `update unit_heads h set seq = e.seq, hash = e.hash from events e where h.unit_id = $1 and e.unit_id = $1
         and e.seq = (select max(seq) from events where unit_id = $1)`,
        [unit],
      );
    });
    expect(found).toEqual({ walk: [], signed: ['cut', 'cut'] });
  });

  test('who changes an event and computes the whole chain anew is found by what was signed alone', async () => {
    const unit = await longest();
    const found = await during(async () => {
      const { rows } = await owner.query<Row>('select * from events where unit_id = $1 order by seq', [unit]);
      let head: { unitId: number; seq: number; hash: Buffer } = {
        unitId: unit,
        seq: 0,
        hash: Buffer.alloc(32),
      };
      for (const row of rows) {
        const payload = row.seq === 1 ? `${row.payload} ` : row.payload;
        const event = chain(head, {
          unitId: unit,
          commandId: row.command_id,
          command: row.command,
          commandVersion: row.command_version,
          personId: row.person_id,
          at: row.at.toISOString(),
          payload,
        });
        await owner.query(
          'update events set payload = $3, payload_digest = $4, prev_hash = $5, hash = $6 where unit_id = $1 and seq = $2',
          [unit, row.seq, payload, event.payloadDigest, event.prevHash, event.hash],
        );
        head = { unitId: unit, seq: event.seq, hash: event.hash };
      }
      await owner.query('update unit_heads set hash = $2 where unit_id = $1', [unit, head.hash]);
    });
    expect(found).toEqual({ walk: [], signed: ['rewritten', 'rewritten'] });
  });

  test('who takes an event out of the middle is found by the walk', async () => {
    const unit = await longest();
    const found = await during(async () => {
      await owner.query('delete from events where unit_id = $1 and seq = 2', [unit]);
    });
    expect(found.walk).toContain('gap');
  });
});

describe('the command line', () => {
  test('is not content with a folder that has no key: every signed day is then told', async () => {
    const run = await vb(['verify', '--against', '/tmp/khong-co-thu-muc-nay', '--lang', 'en'], house);
    expect(run.code).toBe(1);
    expect(run.out).toContain('2026-03-02: the signed file of this day is gone');
  });

  test('finds an event whose content was taken out', async () => {
    const unit = await longest();
    const { rows } = await owner.query<Row>('select * from events where unit_id = $1 and seq = 1', [unit]);
    await owner.query('update events set payload = null where unit_id = $1 and seq = 1', [unit]);
    const run = await vb(['verify', '--against', trail(), '--lang', 'en'], house);
    await owner.query('update events set payload = $2 where unit_id = $1 and seq = 1', [
      unit,
      rows[0]?.payload,
    ]);
    expect(run.code).toBe(1);
    expect(run.out).toContain('its content was altered');
  });

  test('says that the trail holds, and ends with nought', async () => {
    const run = await vb(['verify', '--against', trail()], house);
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).toContain('2 ngày đã ký');
  });

  test('names the unit and the number that do not fit, and ends with one', async () => {
    const unit = await longest();
    await owner.query('update events set person_id = person_id + 1 where unit_id = $1 and seq = 1', [unit]);
    const run = await vb(['verify', '--against', trail(), '--lang', 'en'], house);
    await owner.query('update events set person_id = person_id - 1 where unit_id = $1 and seq = 1', [unit]);
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/✗ .+, 1: its person, time or command was altered/);
  });
});

/** Bytes as PostgreSQL reads them from JSON. */
function plainBytes(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
    ]),
  );
}
