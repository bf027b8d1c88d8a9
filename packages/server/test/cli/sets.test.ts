// `vb sets`: an official looks at the law as files, checks their own, and asks who would fall.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../database.ts';
import { answerOf, type Folder, makeFolder, vb } from './vb.ts';

const SHIPPED = new URL('../../../../criteria-sets/', import.meta.url).pathname;
const OVERLAY = 'minh-hoa-lai-chau-2016-2020';

let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

interface Checked {
  readonly refused: readonly { code: string; file: string; path: string; vi: string }[];
  readonly unfinished: readonly { code: string; file: string; path: string; vi: string }[];
}

/** A copy of a shipped folder with one text of one file changed. */
async function changed(name: string, file: string, from: string, to: string): Promise<string> {
  const copy = folder.path(`${name}-${Math.random().toString(36).slice(2)}`);
  await cp(`${SHIPPED}${name}`, copy, { recursive: true });
  const text = await readFile(`${copy}/${file}`, 'utf8');
  expect(text).toContain(from);
  await writeFile(`${copy}/${file}`, text.replace(from, to));
  return copy;
}

describe('without a database', () => {
  test('the shipped sets are listed with what is still missing in them', async () => {
    const { sets } = answerOf<{
      sets: {
        id: string;
        version: number;
        kind: string;
        criteria: number;
        declaredIndicators: number;
        indicators: number;
        unfinished: number;
        refused: number;
      }[];
    }>(await vb(['sets', 'list', '--json']));
    const named = new Map(sets.map((set) => [`${set.id}/${set.version}`, set]));
    expect(named.get('vn-ntm-xa-2016-2020/1')).toMatchObject({
      criteria: 19,
      declaredIndicators: 49,
      indicators: 49,
    });
    expect(named.get('vn-ntm-xa-2021-2025/2')).toBeDefined();
    expect(named.get('vn-ntm-xa-2026-2030/1')).toMatchObject({ criteria: 10, indicators: 0 });
    expect(named.get(`${OVERLAY}/1`)).toMatchObject({ kind: 'overlay' });
    expect(sets.every(({ refused }) => refused === 0)).toBe(true);
  });

  test('the shipped law passes its own check, and what is unfinished is named with file and place', async () => {
    const { refused, unfinished } = answerOf<Checked>(await vb(['sets', 'check', '--json']));
    expect(refused).toEqual([]);
    expect(unfinished.length).toBeGreaterThan(0);
    expect(unfinished.every(({ file, path, vi }) => file.endsWith('.json') && path !== '' && vi !== '')).toBe(
      true,
    );
  });

  test('a set with a hole is refused with exit 2, its file and its place', async () => {
    const copy = await changed('vn-ntm-xa-2016-2020', 'criteria/04.json', '"TDMNPB"', '"KHONG-CO"');
    const run = await vb(['sets', 'check', copy, '--json']);
    expect(run.code).toBe(2);
    const { refused } = JSON.parse(run.out) as Checked;
    expect(refused.some(({ file, path }) => file.endsWith('criteria/04.json') && path.includes('4.2'))).toBe(
      true,
    );
  });

  test('a weaker overlay is refused with the two standards side by side', async () => {
    const path = await folder.write(
      'yeu.json',
      JSON.stringify({
        format: 1,
        kind: 'overlay',
        id: 'tinh-yeu',
        version: 1,
        of: 'vn-ntm-xa-2016-2020',
        titleVi: 'Quy định yếu hơn',
        titleEn: 'Weaker',
        illustrative: true,
        legalBasis: [],
        extend: null,
        standards: [
          {
            indicator: '4.2',
            standards: { TDMNPB: { atLeast: '80', confidence: 'source', source: 'thử' } },
          },
        ],
      }),
    );
    const run = await vb(['sets', 'check', path, '--json']);
    expect(run.code).toBe(2);
    const { refused } = JSON.parse(run.out) as Checked;
    expect(refused.length).toBeGreaterThan(0);
  });

  test('fifty megabytes of nesting and a file that is no JSON are refused, not endured', async () => {
    const deep = await folder.write('sau.json', `${'['.repeat(25_000_000)}${']'.repeat(25_000_000)}`);
    for (const path of [deep, await folder.write('hong.json', '{ "format": 1,')]) {
      const run = await vb(['sets', 'check', path]);
      expect(run.code).toBe(2);
      expect(run.out).toContain('Không nhận');
    }
  });

  test('two sets and two versions are compared in an official’s words', async () => {
    const versions = await vb(['sets', 'diff', 'vn-ntm-xa-2021-2025/1', 'vn-ntm-xa-2021-2025/2']);
    expect(versions.code).toBe(0);
    expect(versions.out.length).toBeGreaterThan(100);
    const same = await vb(['sets', 'diff', 'vn-ntm-xa-2016-2020', `${SHIPPED}vn-ntm-xa-2016-2020`]);
    expect(same.out.trim()).toBe('Không khác nhau.');
    const { differences } = answerOf<{ differences: { code: string; vi: string; en: string }[] }>(
      await vb(['sets', 'diff', 'vn-ntm-xa-2016-2020', 'vn-ntm-xa-2021-2025', '--json']),
    );
    expect(differences.some(({ code }) => code === 'diff.criterion-renamed')).toBe(true);
    expect((await vb(['sets', 'diff', 'vn-ntm-xa-2016-2020'])).code).toBe(2);
  });

  test('a set is shown with its standards, an unknown one is said', async () => {
    const shown = await vb(['sets', 'show', 'vn-ntm-xa-2016-2020', '--overlay', OVERLAY]);
    expect(shown.out).toContain('từ 90% trở lên, nước sạch từ 50% trở lên');
    const unknown = await vb(['sets', 'show', 'khong-co']);
    expect([unknown.code, unknown.out]).toEqual([2, '']);
    expect(unknown.err).toContain('vb sets list');
  });
});

describe('with the database', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse('sample');
  });
  afterAll(() => house.close());

  test('the shipped folder is published again without a new version', async () => {
    const before = (await house.workshop.reference.current()).shelf.listSets().length;
    const { published } = answerOf<{ published: { id: string }[] }>(
      await vb(['sets', 'import', '--json'], house),
    );
    expect(published.map(({ id }) => id)).toContain('vn-ntm-xa-2026-2030');
    expect((await house.workshop.reference.current()).shelf.listSets()).toHaveLength(before);
  });

  test('a refused set is not published, nor any other of its folder', async () => {
    const copy = await changed('vn-ntm-xa-2016-2020', 'criteria/04.json', '"TDMNPB"', '"KHONG-CO"');
    const run = await vb(['sets', 'import', copy], house);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('04.json');
  });

  test('who would fall under the next set: nothing is guessed where it counts other things', async () => {
    const reply = answerOf<{
      units: { unit: string; outlook: string; met: number }[];
      to: { id: string; version: number };
    }>(
      await vb(
        ['sets', 'fall', '--to', 'vn-ntm-xa-2021-2025/1', '--under', '112', '--round', '2020-nam', '--json'],
        house,
      ),
    );
    expect(reply.to).toEqual({ id: 'vn-ntm-xa-2021-2025', version: 1 });
    expect(reply.units).toHaveLength(10);
    const full = reply.units.filter(({ met }) => met === 19).map(({ outlook }) => outlook);
    expect(full).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
