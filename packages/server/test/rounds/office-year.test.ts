// An office's own year, by the doors that an office has: a programme, its rounds, the signed columns, figures, targets.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoardReply } from '@vungbuoc/programme/board';
import type { ColumnsReply, RoundsReply } from '@vungbuoc/programme/rounds';
import type { CommunePage, CriterionExplained } from '@vungbuoc/programme/verdicts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/config.ts';
import { verifyTrail } from '../../src/ops/verify.ts';
import { makeTestApp, type TestApp } from '../app.ts';
import { answerOf, vb } from '../cli/vb.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let app: TestApp;
beforeAll(async () => {
  house = await openTestHouse('sample');
  app = makeTestApp(house);
});
afterAll(() => house.close());

let turn = 0;
const newId = (): string => {
  turn += 1;
  return `00000000-0000-4000-8000-${String(turn).padStart(12, '0')}`;
};

async function get<Reply>(path: string): Promise<Reply> {
  const reply = await app.request(`http://localhost${path}`, { headers: { host: 'localhost' } });
  expect(reply.status).toBe(200);
  return (await reply.json()) as Reply;
}

function post(path: string, body: object | FormData, headers: Record<string, string> = {}) {
  const form = body instanceof FormData;
  return app.request(`http://localhost${path}`, {
    method: 'POST',
    body: form ? body : JSON.stringify(body),
    headers: { host: 'localhost', ...headers },
  });
}

async function command<Reply>(name: string, body: object): Promise<Reply> {
  const reply = await post(`/api/commands/${name}/${newId()}`, body);
  expect([reply.status, await reply.clone().json()]).toEqual([200, expect.anything()]);
  return (await reply.json()) as Reply;
}

async function refused(name: string, body: object): Promise<{ status: number; codes: string[]; vi: string }> {
  const reply = await post(`/api/commands/${name}/${newId()}`, body);
  const { errors } = (await reply.json()) as { errors: { code: string; vi: string }[] };
  return { status: reply.status, codes: errors.map(({ code }) => code), vi: errors[0]?.vi ?? '' };
}

const lettersOf = (board: BoardReply): string => board.rows.map((row) => row.marks).join('');

describe('the office brings in its year 2021', () => {
  test('the proposal opens, and each commune keeps its region, with who signed it and in which round', async () => {
    const { proposals } = await get<RoundsReply>('/api/rounds?under=112');
    await command('rounds.open', proposals.find((one) => one.year === 2021) ?? {});
    const { units, dimension } = await get<ColumnsReply>('/api/columns?under=112&round=2021-nam');
    expect([units.length, dimension?.code]).toEqual([10, 'region']);
    const carried = {
      column: 'TDMNPB',
      document: null,
      signedBy: 'Số liệu minh họa',
      signedOn: '2020-12-31',
      carriedFrom: '2020-nam',
    };
    expect(units.map(({ signed }) => signed)).toEqual(units.map(() => carried));
  });

  test('its own figures come in, and are judged', async () => {
    const form = new FormData();
    const csv = await readFile(join(ROOT, 'sample', 'nam-nhun-2020', 'readings.csv'));
    form.set('file', new File([csv], 'so-lieu-2021.csv'));
    form.set('under', '112');
    form.set('round', '2021-nam');
    form.set('decimal', '.');
    form.set('knownOn', '2021-12-31');
    form.set('confirmed', JSON.stringify({ by: 'Sở', on: '2022-01-10', document: null }));
    const reply = await post('/api/readings/import', form);
    expect(await reply.json()).toMatchObject({ units: 10, changedUnits: 10 });
    const board = await get<BoardReply>('/api/board?under=112&round=2021-nam');
    expect([board.rows.length, board.sums.withResult]).toEqual([10, 10]);
    const letters = lettersOf(board);
    expect([...letters].filter((letter) => letter === 'M' || letter === 'R').length).toBeGreaterThan(100);
    expect(board.rows.flatMap(({ notes }) => notes)).not.toContain('no-column');
  });

  test('what it brought is not called illustrative; the sample still is', async () => {
    const [own, sample] = await Promise.all(
      ['2021-nam', '2020-nam'].map((round) => get<BoardReply>(`/api/board?under=112&round=${round}`)),
    );
    expect([own?.sample, sample?.sample]).toEqual([false, true]);
  });

  test('a region may be signed anew: the commune is judged by it at once, and it counts as signed here', async () => {
    const before = await get<BoardReply>('/api/board?under=112&round=2021-nam');
    await command('columns.sign', {
      unit: '03472@2020-12-31',
      round: '2021-nam',
      dimension: 'region',
      column: 'DNB',
      document: '12/TB',
      signedBy: 'Văn phòng Điều phối',
      signedOn: '2022-01-11',
    });
    const after = await get<BoardReply>('/api/board?under=112&round=2021-nam');
    const metOf = (board: BoardReply) => board.rows.find((row) => row.unit === '03472')?.met ?? 0;
    // the south-east asks more of its communes than the northern mountains
    expect(metOf(after)).toBeLessThan(metOf(before));
    const { units } = await get<ColumnsReply>('/api/columns?under=112&round=2021-nam');
    const own = units.find(({ unit }) => unit.startsWith('03472@'));
    expect(own?.signed).toMatchObject({ column: 'DNB', document: '12/TB', carriedFrom: null });
  });

  test('a column that the set does not have is refused with those that it has', async () => {
    const { codes, vi } = await refused('columns.sign', {
      unit: '03472@2020-12-31',
      round: '2021-nam',
      dimension: 'region',
      column: 'NHOM1',
      document: null,
      signedBy: 'VPĐP',
      signedOn: '2022-01-11',
    });
    expect([codes, vi.includes('TDMNPB')]).toEqual([['column.not-found'], true]);
  });

  test('the trail of every commune still verifies', async () => {
    expect(await verifyTrail(house.workshop.database)).toMatchObject({ faults: [], readingsOffTrail: 0 });
  });
});

describe('a province founds its own programme beside the sample', () => {
  const OWN = 'ntm-lai-chau';

  test('with the communes of before the mergers', async () => {
    const { members } = await command<{ members: number }>('programmes.found', {
      code: OWN,
      nameVi: 'Xây dựng nông thôn mới tỉnh Lai Châu',
      nameEn: 'New rural development, Lai Châu',
      home: '12@2025-06-30',
      members: { communesOn: '2025-06-30', withTowns: false },
    });
    expect(members).toBe(94);
  });

  test('opens 2026 for the 38 units that they became: ten criteria each, all unknown', async () => {
    const opened = await vb(
      ['rounds', 'open', '--programme', OWN, '--host', '12@2026-06-30', '--year', '2026', '--json'],
      house,
    );
    expect(answerOf(opened)).toEqual({ code: '2026-nam' });
    const board = await get<BoardReply>('/api/board?under=12&round=2026-nam');
    expect([board.rows.length, board.criteria.length, board.sample]).toEqual([38, 10, false]);
    expect(lettersOf(board)).toBe('U'.repeat(380));
  });

  test('is offered no year in which it had no commune', async () => {
    const { proposals } = await get<RoundsReply>('/api/rounds?under=12');
    expect(proposals.map(({ year }) => year)).toEqual([2025]);
  });

  test('is what opens first from then on', async () => {
    const board = await get<BoardReply>('/api/board');
    expect([board.under.name, board.round.code]).toEqual(['Lai Châu', '2026-nam']);
  });

  test('an unknown without a region says where to sign one', async () => {
    await vb(['rounds', 'open', '--programme', OWN, '--host', '12@2026-06-30', '--year', '2025'], house);
    const path = '/api/units/03472@2025-12-31/criteria/10?round=2025-nam';
    const { indicators } = await get<CriterionExplained>(path);
    const reasons = indicators.map(({ reason }) => reason.vi).join(' ');
    expect(reasons).toContain('chưa rõ vùng, nhóm của đơn vị');
    expect(reasons).toContain('vb columns sign 03472 --round 2025-nam');
  });

  test('a commune with figures but without a region is said to be unknown, not to meet nothing', async () => {
    const [unit, round] = ['03472@2025-12-31', '2025-nam'];
    const entry = { numerator: '1', denominator: null, applicable: true, note: null, bare: false };
    await command('readings.save', {
      ...{ unit, round, official: true, knownOn: '2025-12-31', source: null, confirmed: null, base: null },
      entries: [{ ...entry, figure: 'xa2021.1.1' }],
    });
    const page = await get<CommunePage>(`/api/units/${unit}?round=${round}`);
    expect(page.sentence.vi).toBe('Mường Mô chưa xác định 19 tiêu chí.');
    expect([page.roundName.vi, page.decree]).toEqual(['Năm 2025', '318/QĐ-TTg']);
  });

  test('signs the groups from the command line, for one commune and for all that are left', async () => {
    const place = ['--under', '12', '--round', '2026-nam'];
    const said = ['--by', 'UBND tỉnh', '--on', '2026-02-01', '--document', '9/QĐ', '--json'];
    await vb(['columns', 'sign', '03472', ...place, '--column', 'NHOM2', ...said], house);
    const rest = await vb(['columns', 'sign', ...place, '--column', 'NHOM1', ...said], house);
    expect(answerOf<{ units: string[] }>(rest).units).toHaveLength(37);
    const { units } = answerOf<ColumnsReply>(await vb(['columns', 'list', ...place, '--json'], house));
    expect(units.filter(({ signed }) => signed?.column === 'NHOM1')).toHaveLength(37);
    const { out } = await vb(['columns', 'list', ...place], house);
    expect(out).toContain('NHOM2  UBND tỉnh, 01/02/2026');
  });

  test('what all predecessors had alike comes over to the commune they became', async () => {
    const open = (kind: string, code: string, period: string, day: string) =>
      vb(
        ['rounds', 'open', '--programme', OWN, '--host', '12@2025-06-30', '--year', '2025', '--kind', kind]
          .concat(['--code', code, '--period', period, '--as-of', day, '--geography-on', day])
          .concat(['--set', 'vn-ntm-xa-2021-2025']),
        house,
      );
    const columns = async (round: string): Promise<ColumnsReply['units']> =>
      answerOf<ColumnsReply>(
        await vb(['columns', 'list', '--under', '12', '--round', round, '--json'], house),
      ).units;
    await open('quarter', '2025-quy-2', '2', '2025-06-30');
    const place = ['--under', '12@2025-06-30', '--round', '2025-quy-2'];
    const said = ['--column', 'TDMNPB', '--by', 'UBND tỉnh', '--on', '2025-06-30'];
    await vb(['columns', 'sign', ...place, ...said], house);
    // more units than one chunk of fifty
    await open('six-months', '2025-6-thang', '1', '2025-06-30');
    const then = await columns('2025-6-thang');
    expect([then.length, then.filter(({ signed }) => signed?.carriedFrom === '2025-quy-2').length]).toEqual([
      94, 94,
    ]);
    await open('nine-months', '2025-9-thang', '1', '2025-09-30');
    const now = await columns('2025-9-thang');
    // the others were made of towns too, which are outside the programme and signed nothing
    const unsigned = now.filter(({ signed }) => signed === null).map(({ name }) => name);
    expect(unsigned.sort()).toEqual([
      'Bum Tở',
      'Bình Lư',
      'Nậm Hàng',
      'Phong Thổ',
      'Sìn Hồ',
      'Than Uyên',
      'Tân Phong',
      'Tân Uyên',
      'Đoàn Kết',
    ]);
    expect(now).toHaveLength(38);
    const carried = now.find(({ name }) => name === 'Mường Mô');
    expect(carried?.signed).toMatchObject({ column: 'TDMNPB', signedBy: 'UBND tỉnh' });
    expect(await verifyTrail(house.workshop.database)).toMatchObject({ faults: [] });
  });

  test('sets its targets and records a recognition: the board holds both', async () => {
    await vb(
      ['targets', 'set', '--programme', OWN, '--host', '12@2026-06-30', '--year', '2026', '--average', '7,5'],
      house,
    );
    await command('targets.set', {
      host: '12@2026-06-30',
      programme: OWN,
      year: 2027,
      average: null,
      floor: 4,
      keep: ['03472@2026-03-01'],
      document: '10/KH',
      illustrative: false,
      note: null,
    });
    await vb(
      ['recognitions', 'record', '03472@2026-03-01', '--programme', OWN, '--level', 'ntm'].concat([
        '--for-year',
        '2025',
        '--signed-on',
        '2026-01-15',
        '--decision',
        '7/QĐ',
        '--source',
        'Công báo',
      ]),
      house,
    );
    const board = await get<BoardReply>('/api/board?under=12&round=2026-nam');
    expect([board.sums.planAverage, board.floor]).toEqual(['7.5', { value: 4, year: 2027 }]);
    expect(board.recognised).toEqual(['03472']);
  });

  test('judges the round anew by its own door', async () => {
    const reply = await command('verdicts.reevaluate', { under: '12@2026-06-30', round: '2026-nam' });
    expect(reply).toEqual({ units: 38, changed: 0 });
  });

  test('a second programme of that name, and a home without communes, are refused in words', async () => {
    const input = {
      code: OWN,
      nameVi: 'a',
      nameEn: 'a',
      members: { communesOn: '2026-01-01', withTowns: true },
    };
    expect(await refused('programmes.found', { ...input, home: '12@2026-01-01' })).toMatchObject({
      codes: ['programme.exists'],
    });
    const empty = await refused('programmes.found', { ...input, code: 'khac', home: '01@2026-01-01' });
    expect([empty.codes, empty.vi.includes('vb units import')]).toEqual([['programme.no-units'], true]);
  });

  test('a round for a place without a commune in the programme is refused in words', async () => {
    const reply = await refused('rounds.open', {
      programme: OWN,
      host: '01@2026-01-01',
      code: '2026-nam',
      kind: 'year',
      year: 2026,
      period: 1,
      asOf: '2026-01-01',
      geographyOn: '2026-01-01',
      sets: ['vn-ntm-xa-2026-2030'],
      criterionCodes: null,
      deadlines: {},
    });
    expect([reply.status, reply.codes]).toEqual([422, ['round.no-units']]);
  });
});
