// A backup or a restore that is killed in its middle: no archive that looks whole, no installation that looks filled.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp } from '../../src/ops/backup.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import { bringBack, contentsOf, makeEmptyTarget, makeTemporary, tablesOf } from './installations.ts';

const PROGRAM = fileURLToPath(new URL('./killed-program.ts', import.meta.url));

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse('sample');
});
afterAll(() => house?.close());

/** Runs the program and kills it when it has come to a table. */
async function killAt(what: 'backup' | 'restore', table: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, what, table, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

test('a killed backup leaves no file of its name, and the next one is whole', async () => {
  const folder = await makeTemporary();
  const file = join(folder, 'vb.tar.gz');
  await killAt('backup', 'public.overlay_units', [file, house.ownerUrl, folder]);
  await expect(access(file)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await readdir(folder)).toEqual([expect.stringContaining('vb.tar.gz.draft-')]);
  await backUp({ file, ownerUrl: house.ownerUrl, varFolder: folder, withKeys: false, now: new Date(0) });
  const target = await makeEmptyTarget();
  await bringBack(file, target);
  expect(await contentsOf(target.ownerUrl)).toEqual(await contentsOf(house.ownerUrl));
});

test('a killed restore leaves an empty installation, into which the next one goes', async () => {
  const folder = await makeTemporary();
  const file = join(folder, 'vb.tar.gz');
  await backUp({ file, ownerUrl: house.ownerUrl, varFolder: folder, withKeys: false, now: new Date(0) });
  const target = await makeEmptyTarget();
  await killAt('restore', 'public.round_sets', [file, target.ownerUrl, folder]);
  expect(await tablesOf(target.ownerUrl)).toEqual([]);
  await bringBack(file, target);
  expect(await contentsOf(target.ownerUrl)).toEqual(await contentsOf(house.ownerUrl));
});
