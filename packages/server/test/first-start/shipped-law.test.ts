// A release with new law meets a database that is in use: what is new is published, what was published never changes.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../src/config.ts';
import { fillHouse } from '../../src/first-start/fill.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

const SET = 'vn-ntm-xa-2016-2020';
let house: TestHouse;
let release: string;

beforeAll(async () => {
  house = await openTestHouse('sample');
  release = await mkdtemp(join(tmpdir(), 'vb-release-'));
  for (const name of ['criteria-sets', 'places', 'sample'])
    await cp(join(ROOT, name), join(release, name), { recursive: true });
});
afterAll(async () => {
  await house.close();
  await rm(release, { recursive: true, force: true });
});

async function startRelease(): Promise<string[]> {
  const said: string[] = [];
  await fillHouse(house, { root: release, sample: true, say: (vi, en) => said.push(vi, en) });
  return said;
}

async function editHead(folder: string, edit: (head: Record<string, unknown>) => object): Promise<void> {
  const path = join(release, 'criteria-sets', folder, 'set.json');
  await writeFile(path, JSON.stringify(edit(JSON.parse(await readFile(path, 'utf8')))));
}

async function publishedTitles(): Promise<unknown[]> {
  const { shelf } = await house.workshop.reference.current();
  return shelf.listSets().flatMap(({ set }) => (set.id === SET ? [[set.version, set.titleEn]] : []));
}

test('the same release started again says nothing and publishes nothing', async () => {
  const before = await publishedTitles();
  expect(await startRelease()).toEqual([]);
  expect(await publishedTitles()).toEqual(before);
});

test('a published version that the release words otherwise stays as it is, and the administrator is told', async () => {
  const before = await publishedTitles();
  await editHead(SET, (head) => ({ ...head, titleEn: 'Another name' }));
  const said = await startRelease();
  expect(said).toHaveLength(2);
  expect(said[0]).toContain(`${SET}/set.json: `);
  expect(said[0]).toContain('đã công bố với nội dung khác');
  expect(said[1]).toContain('new content needs a new version number');
  expect(await publishedTitles()).toEqual(before);
});

test('a new version that the release brings reaches the database, though another set is refused beside it', async () => {
  const folder = join(release, 'criteria-sets', `${SET}.v9`);
  await cp(join(ROOT, 'criteria-sets', SET), folder, { recursive: true });
  await editHead(`${SET}.v9`, (head) => ({ ...head, version: 9 }));
  expect(await startRelease()).toHaveLength(2);
  expect((await publishedTitles()).map((one) => (one as unknown[])[0])).toEqual([1, 9]);
});

test('a shipped file that cannot be read is told, and the house opens with the law it has', async () => {
  await editHead(`${SET}.v9`, (head) => ({ ...head, version: 10, period: null }));
  const said = await startRelease();
  expect(said.join('\n')).toContain(`${SET}.v9/set.json`);
  expect((await publishedTitles()).map((one) => (one as unknown[])[0])).toEqual([1, 9]);
});
