// An office's own sheet from the file to the board: asked, answered, imported as declared, remembered for the next.
import { readFile } from 'node:fs/promises';
import type { Mapping, Question } from '@vungbuoc/programme/intake';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoundBinding } from '../../src/commands/open-round.ts';
import { runCommand } from '../../src/commands/run.ts';
import { makeTestApp, type TestApp } from '../app.ts';
import { answerOf, type Folder, makeFolder, vb } from '../cli/vb.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

const SHEETS = new URL('../fixtures/intake/', import.meta.url);
const PLACE = ['--under', '112', '--round', '2020-6-thang'];

let house: TestHouse;
let folder: Folder;
let app: TestApp;
beforeAll(async () => {
  folder = await makeFolder();
  house = await openTestHouse('sample');
  app = makeTestApp(house);
  await openRound('2020-6-thang', 'six-months', '2020-06-30');
  await openRound('2020-9-thang', 'nine-months', '2020-09-30');
});
afterAll(async () => {
  await house?.close();
  await folder?.remove();
});

/** A period of which only sheets of marks exist. */
async function openRound(code: string, kind: 'six-months' | 'nine-months', asOf: string): Promise<void> {
  await runCommand(house.workshop, openRoundBinding, {
    principal: house.principal,
    commandId: crypto.randomUUID(),
    input: {
      programme: 'ntm-nam-nhun',
      host: '112@2020-12-31',
      code,
      kind,
      year: 2020,
      period: 1,
      asOf,
      geographyOn: asOf,
      sets: ['vn-ntm-xa-2016-2020'],
      criterionCodes: null,
      deadlines: {},
    },
  });
}

const pathOf = (name: string): string => new URL(name, SHEETS).pathname;

interface Proposed {
  readonly mapping: Mapping;
  readonly questions: readonly Question[];
  readonly grids: readonly { sheet: string }[];
  readonly results: readonly { unitCode: string; criterion: string | null; verdict: string }[];
  readonly open: readonly unknown[];
}

interface Reply {
  readonly units: number;
  readonly changed: number;
  readonly unchanged: number;
}

async function post(path: string, name: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new File([await readFile(pathOf(name))], name));
  return app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { host: 'localhost' },
    body: form,
  });
}

async function proposed(name: string, fields: Readonly<Record<string, string>>): Promise<Proposed> {
  const reply = await post('/api/intake/propose', name, fields);
  expect(reply.status).toBe(200);
  return (await reply.json()) as Proposed;
}

function answered(mapping: Mapping, answers: Readonly<Record<string, string>>): Mapping {
  const given = Object.entries(answers).map(([id, value]) => [id, { value, by: 'person' as const }]);
  return { ...mapping, decisions: { ...mapping.decisions, ...Object.fromEntries(given) } };
}

describe('somebody at the command line', () => {
  test('gets a proposal, and imports it once nothing is open; the board shows it as declared', async () => {
    const mapping = folder.path('anh-xa.json');
    const sheet = pathOf('01-hai-dong-tieu-de.xlsx');
    const proposal = await vb(['intake', sheet, ...PLACE, '--out', mapping], house);
    expect(proposal.code).toBe(0);
    const given = ['intake', sheet, ...PLACE, '--mapping', mapping, '--document', '57/BC-UBND', '--json'];
    expect(answerOf<Reply>(await vb([...given, '--dry-run'], house)).changed).toBe(200);
    expect(answerOf<Reply>(await vb(given, house))).toMatchObject({ units: 10, changed: 200 });
    expect(answerOf<Reply>(await vb(given, house))).toMatchObject({ changed: 0, unchanged: 200 });
    const board = answerOf<{
      rows: { unit: string; basis: string; met: number; verdicts: Record<string, string> }[];
    }>(await vb(['board', ...PLACE, '--json'], house));
    const expected = JSON.parse(await readFile(pathOf('01-hai-dong-tieu-de.json'), 'utf8')) as {
      results: Record<string, string>;
    };
    for (const row of board.rows) {
      expect(row.basis).toBe('declared');
      const marks = [...(expected.results[row.unit] ?? '')].map((mark) => (mark === '+' ? 'met' : 'notMet'));
      expect(Object.values(row.verdicts)).toEqual(marks);
    }
  });

  test('is told for each commune what the board shows: by the sheet, or as before by the figures', async () => {
    const mapping = folder.path('anh-xa.json');
    const sheet = pathOf('01-hai-dong-tieu-de.xlsx');
    const bySheet = await vb(['intake', sheet, ...PLACE, '--mapping', mapping], house);
    expect(bySheet.out).toContain('Chưa có số liệu: bảng tiêu chí theo bảng này.');
    expect(bySheet.out).toContain('  Mường Mô: 19/19');
    const year = ['--under', '112', '--round', '2020-nam'];
    const byFigures = await vb(['intake', sheet, ...year, '--mapping', mapping], house);
    expect(byFigures.out).toContain('bảng tiêu chí vẫn theo số liệu');
    expect(byFigures.out).toContain('  Mường Mô: theo số liệu 19/19; bảng ghi 19');
    expect(byFigures.out).not.toContain('Chưa có số liệu');
  });

  test('ends with 2 while a question is open, and imports nothing', async () => {
    const mapping = folder.path('hoi.json');
    const sheet = pathOf('03-libreoffice.xlsx');
    const proposal = await vb(['intake', sheet, ...PLACE, '--out', mapping, '--json'], house);
    expect(proposal.code).toBe(2);
    const { questions } = JSON.parse(proposal.out) as Proposed;
    expect(questions.map(({ id }) => id)).toEqual(['mark:(trống)']);
    const refused = await vb(['intake', sheet, ...PLACE, '--mapping', mapping, '--json'], house);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('intake.unanswered');
  });

  test('is told when a mapping is of another sheet, or no mapping at all', async () => {
    const other = await vb(
      ['intake', pathOf('05-tieu-chi-theo-dong.xlsx'), ...PLACE, '--mapping', folder.path('anh-xa.json')],
      house,
    );
    expect([other.code, other.out]).toEqual([2, '']);
    expect(other.err).toContain('05-tieu-chi-theo-dong.xlsx');
    const broken = await folder.write('hong.json', '{"kind": "vung-buoc/intake"}');
    const run = await vb(['intake', pathOf('03-libreoffice.xlsx'), ...PLACE, '--mapping', broken], house);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('decisions');
  });
});

describe('somebody at the page', () => {
  const place = { under: '112', round: '2020-9-thang' };

  test('answers what is asked, tries, imports; the next sheet of that shape is read without a question', async () => {
    const first = await proposed('03-libreoffice.xlsx', place);
    expect(first.questions.map(({ id }) => id)).toEqual(['mark:(trống)']);
    expect(first.grids.map(({ sheet }) => sheet)).toEqual([first.mapping.sheet]);
    const mapping = JSON.stringify(answered(first.mapping, { 'mark:(trống)': 'notMet' }));
    const second = await proposed('03-libreoffice.xlsx', { ...place, mapping });
    expect([second.questions, second.open, second.results.length]).toEqual([[], [], 200]);
    const tried = await post('/api/intake/import', '03-libreoffice.xlsx', {
      ...place,
      mapping,
      dryRun: 'true',
    });
    expect(await tried.json()).toMatchObject({ changed: 200, dryRun: true });
    const kept = await post('/api/intake/import', '03-libreoffice.xlsx', { ...place, mapping });
    expect(await kept.json()).toMatchObject({ units: 10, changed: 200, dryRun: false });
    expect((await proposed('03-libreoffice.xlsx', place)).questions).toEqual([]);
  });

  test('with a question open gets all of them back, and nothing was kept', async () => {
    const { mapping } = await proposed('09-hai-cot-moi-tieu-chi.xlsx', place);
    const reply = await post('/api/intake/import', '09-hai-cot-moi-tieu-chi.xlsx', {
      ...place,
      mapping: JSON.stringify(mapping),
    });
    expect(reply.status).toBe(422);
    const { code, errors } = (await reply.json()) as { code: string; errors: { path: string }[] };
    expect(code).toBe('intake.unanswered');
    expect(errors.length).toBeGreaterThan(1);
    expect(errors[1]?.path).toMatch(/^09-hai-cot-moi-tieu-chi\.xlsx BC/);
  });

  test('pastes a block of marks instead of a file', async () => {
    const codes = Array.from({ length: 19 }, (_, at) => `TC ${at + 1}`);
    const line = (name: string, third: string) => [name, ...codes.map((_, at) => (at === 2 ? third : 'Đ'))];
    const rows = [['Xã', ...codes], line('Hua Bum', 'CĐ'), line('Mường Mô', 'Đ'), line('Lê Lợi', 'CĐ')];
    const text = rows.map((row) => row.join('\t')).join('\n');
    const reply = await app.request('http://localhost/api/intake/propose', {
      method: 'POST',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      body: JSON.stringify({ ...place, text }),
    });
    expect(reply.status).toBe(200);
    const { results } = (await reply.json()) as Proposed;
    const third = results.filter(({ criterion }) => criterion === '3');
    expect(third.map(({ unitCode, verdict }) => [unitCode, verdict])).toEqual([
      ['03460', 'notMet'],
      ['03472', 'met'],
      ['03481', 'notMet'],
    ]);
  });

  test('is not asked about a name that an official list spells otherwise', async () => {
    const codes = Array.from({ length: 19 }, (_, at) => `TC ${at + 1}`);
    const line = (name: string) => [name, ...codes.map((_, at) => (at === 1 ? 'CĐ' : 'Đ'))];
    const text = [['Xã', ...codes], line('Hua Bun'), line('Lê Lợi')].map((row) => row.join('\t')).join('\n');
    const reply = await app.request('http://localhost/api/intake/propose', {
      method: 'POST',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      body: JSON.stringify({ ...place, text }),
    });
    const { questions, results } = (await reply.json()) as Proposed;
    expect(questions.filter(({ id }) => id.startsWith('unit:'))).toEqual([]);
    const own = results.filter(({ unitCode }) => unitCode === '03460');
    expect(own.slice(0, 3).map(({ verdict }) => verdict)).toEqual(['met', 'notMet', 'met']);
  });

  test('is told what a damaged file, an absent one or a wrong mapping is', async () => {
    const told = async (reply: Response) => [reply.status, ((await reply.json()) as { code: string }).code];
    const form = new FormData();
    form.set('file', new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], 'hong.xlsx'));
    const damaged = app.request('http://localhost/api/intake/propose', {
      method: 'POST',
      headers: { host: 'localhost' },
      body: form,
    });
    expect(await told(await damaged)).toEqual([422, 'sheet.unreadable']);
    const empty = app.request('http://localhost/api/intake/propose', {
      method: 'POST',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await told(await empty)).toEqual([400, 'input.file-absent']);
    expect(await told(await post('/api/intake/import', '01-hai-dong-tieu-de.xlsx', place))).toEqual([
      400,
      'input.wrong',
    ]);
  });
});
