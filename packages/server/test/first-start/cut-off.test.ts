// A first start that is killed between its steps is finished by the next one; a second server on one folder is refused.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { vbProcess } from '../cli/vb.ts';
import { makeVarFolder, ServerProgram } from './server-program.ts';

/** Asks the database of a starting server for one number; null while there is none to ask. */
async function count(varFolder: string, sql: string): Promise<number | null> {
  const text = await readFile(join(varFolder, 'connection.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { ownerUrl } = JSON.parse(text) as { ownerUrl: string };
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return Number((await client.query<{ n: string }>(sql)).rows[0]?.n);
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

test('an administrator whose first start is killed again and again gets the whole sample at the next', async () => {
  const folder = await makeVarFolder();
  const steps = [
    'select count(*) as n from unit_versions where unit_id > 1',
    'select count(*) as n from criteria_sets',
    'select count(*) as n from programmes',
    'select count(*) as n from unit_columns',
  ];
  for (const step of steps) {
    const server = new ServerProgram(folder);
    await server.until(async () => ((await count(folder, step)) ?? 0) > 0);
    await server.kill();
    // nothing after the step that was waited for is claimed; the mark least of all
    expect(server.said).not.toContain('http://');
  }
  const server = new ServerProgram(folder);
  const address = await server.address();
  const cookie = await enterAsSample(address);
  const board = await fetch(`${address}/api/board?under=112&round=2020-nam`, { headers: { cookie } });
  expect(await board.json()).toMatchObject({
    floor: { value: 10 },
    recognised: ['03472', '03481', '03484'],
    sums: { units: 10, withResult: 10, average: '13.3', full: 3 },
  });
  expect(await count(folder, "select count(*) as n from events where command = 'installation.fill'")).toBe(3);
  const events = await count(folder, 'select count(*) as n from events');
  await server.stop();

  const again = new ServerProgram(folder);
  await again.address();
  expect(again.said).not.toContain('Nậm Nhùn');
  expect(await count(folder, 'select count(*) as n from events')).toBe(events);
});

test('a second server on one folder is refused in words, and the first goes on', async () => {
  const folder = await makeVarFolder();
  const first = new ServerProgram(folder, { VB_SAMPLE: 'no' });
  const address = await first.address();
  const second = new ServerProgram(folder, { VB_SAMPLE: 'no' });
  expect(await second.exitCode()).toBe(1);
  expect(second.said).toContain('Một máy chủ Vững Bước khác');
  expect(second.said).toContain('Another Vững Bước server');
  expect(second.said).not.toContain('    at ');
  expect((await fetch(`${address}/api/account/ways`)).status).toBe(200);
});

test('the command line works on the database of a running server, and leaves it running', async () => {
  const folder = await makeVarFolder();
  const server = new ServerProgram(folder);
  const address = await server.address();
  const run = await vbProcess(['rounds', 'list', '--json'], null, folder);
  expect([run.code, run.err]).toEqual([0, '']);
  expect(run.out).toContain('2020-nam');
  expect((await fetch(`${address}/api/account/ways`)).status).toBe(200);
});

/** Looks around as the sample's coordination office does. @returns the cookie */
async function enterAsSample(address: string): Promise<string> {
  const ways = (await (await fetch(`${address}/api/account/ways`)).json()) as {
    sample: { person: number; role: string }[];
  };
  const person = ways.sample.find(({ role }) => role === 'coordination')?.person;
  const entered = await fetch(`${address}/api/account/sample`, {
    method: 'POST',
    body: JSON.stringify({ person }),
  });
  return entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
