// What judging a round anew asks of the database, counted: statements and rows, never time.
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UnitPlan } from '@vungbuoc/programme/units';
import {
  foundProgrammeBinding,
  importUnitsBinding,
  openRoundBinding,
  publishSetsBinding,
  runReevaluate,
} from '@vungbuoc/server/commands';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './measure/root.ts';
import { fillYear } from './nation/fill.ts';
import { SET_57 } from './nation/found.ts';
import { type BenchHouse, command, openBenchHouse } from './nation/house.ts';
import { readBenchLaw } from './nation/law.ts';
import { type BenchProgramme, FIRST_DAY, LAST_DAY, membersOf } from './nation/members.ts';

/** The 38 communes of Lai Châu, and every fourth of them. */
const WHOLE: BenchProgramme = { code: 'lai-chau', nameVi: 'x', nameEn: 'x', every: 1, year: '2025-nam' };
const PART: BenchProgramme = {
  code: 'mot-phan',
  nameVi: 'x',
  nameEn: 'x',
  every: 4,
  year: '2025-nam-mot-phan',
};

let folder: string;
let house: BenchHouse;
let owner: pg.Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vungbuoc-statements-'));
  house = await openBenchHouse(folder);
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  const places = join(ROOT, 'places');
  for (const file of (await readdir(places)).filter((name) => name.endsWith('.json')).sort()) {
    // the command's own schema checks what the file holds
    await command(
      house,
      importUnitsBinding,
      JSON.parse(await readFile(join(places, file), 'utf8')) as UnitPlan,
    );
  }
  const law = await readBenchLaw();
  await command(house, publishSetsBinding, {
    figures: law.figuresText,
    sets: law.documents.map(({ file, content }) => ({ file, content, overlay: false, places: [] })),
  });
  for (const programme of [WHOLE, PART]) await found(programme);
}, 120_000);

afterAll(async () => {
  await owner.end();
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

async function found(programme: BenchProgramme): Promise<void> {
  const { code, nameVi, nameEn, year } = programme;
  const { places } = await house.workshop.reference.current();
  const members = membersOf(places, programme).map((unit) => ({
    unit: `${unit.code}@${LAST_DAY}`,
    from: FIRST_DAY,
    to: null,
  }));
  await command(house, foundProgrammeBinding, { code, nameVi, nameEn, home: '00', members });
  await command(house, openRoundBinding, {
    programme: code,
    host: '00',
    code: year,
    kind: 'year',
    year: 2025,
    period: 1,
    asOf: LAST_DAY,
    geographyOn: LAST_DAY,
    sets: [SET_57],
    criterionCodes: null,
    deadlines: {},
  });
  await fillYear(house, programme);
}

interface Counted {
  readonly units: number;
  readonly statements: number;
  readonly rows: number;
}

/** Judges a round anew after its verdicts were made old, counting what went over the wire. */
async function judgeAnew({ year }: BenchProgramme): Promise<Counted> {
  await owner.query('update verdicts set engine = 0');
  const counted = countStatements();
  try {
    const { units, changed } = await runReevaluate(house.workshop, {
      principal: house.principal,
      commandId: randomUUID(),
      input: { under: '00', round: year },
    });
    expect(changed).toBe(units);
    return { units, ...counted.read() };
  } finally {
    counted.stop();
  }
}

function countStatements() {
  const { pool } = house.workshop.database;
  let statements = 0;
  let rows = 0;
  const before = new Map<pg.PoolClient, pg.PoolClient['query']>();
  const watch = (client: pg.PoolClient): void => {
    if (before.has(client)) return;
    before.set(client, client.query);
    const query = client.query.bind(client);
    // only the promise form is used by the storage room
    client.query = (async (...given: Parameters<typeof query>) => {
      statements += 1;
      const result = (await query(...given)) as unknown as pg.QueryResult;
      rows += result.rows?.length ?? 0;
      return result;
    }) as unknown as typeof client.query;
  };
  pool.on('acquire', watch);
  const stop = (): void => {
    pool.off('acquire', watch);
    for (const [client, query] of before) client.query = query;
  };
  return { read: () => ({ statements, rows }), stop };
}

describe('an office judges a round anew', () => {
  it('asks as many statements for 38 communes as for ten, and a few rows for each commune', async () => {
    const whole = await judgeAnew(WHOLE);
    const part = await judgeAnew(PART);
    expect([whole.units, part.units]).toEqual([38, 10]);
    expect(whole.statements).toBe(part.statements);
    expect(whole.statements).toBeLessThanOrEqual(14);
    // head, figures, column and verdict: four rows a commune and a few for the snapshot's version
    expect(whole.rows).toBeLessThanOrEqual(38 * 4 + 4);
    expect(part.rows).toBeLessThanOrEqual(10 * 4 + 4);
  });
});
