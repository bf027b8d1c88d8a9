// One archive goes from the embedded PostgreSQL to the office's own of an older version, and back.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backUp } from '../../src/ops/backup.ts';
import { verifyRestored } from '../../src/ops/restore.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import { type OtherPostgres, otherPrograms, startOtherPostgres } from '../other-postgres.ts';
import { ask, bringBack, contentsOf, makeEmptyTarget, makeTemporary, saveNext } from './installations.ts';

let house: TestHouse;
let other: OtherPostgres | null = null;
beforeAll(async () => {
  if (!otherPrograms) return;
  house = await openTestHouse('sample');
  other = await startOtherPostgres(otherPrograms);
  await other.asBoss('create database vb owner keeper');
});
afterAll(async () => {
  await house?.close();
  await other?.stop();
});

describe.skipIf(!otherPrograms)('an administrator moves the house to the office’s own PostgreSQL', () => {
  test('and back again: the same rows, and chains that the application itself sees hold', async () => {
    if (other === null) throw new Error('there is no other PostgreSQL');
    await saveNext(house);
    const folder = await makeTemporary();
    const given = { varFolder: folder, withKeys: false, now: new Date('2026-03-02T03:00:00Z') };
    const there = join(folder, 'there.tar.gz');
    await backUp({ ...given, file: there, ownerUrl: house.ownerUrl });
    const office = { ownerUrl: other.url('keeper', 'vb'), appUrl: other.url('vb', 'vb') };
    await bringBack(there, office, { appRole: 'vb' });
    const [versions] = await ask<{ version: string }>(office.ownerUrl, 'show server_version');
    const [embedded] = await ask<{ version: string }>(house.ownerUrl, 'show server_version');
    expect(versions).not.toEqual(embedded);
    const contents = await contentsOf(house.ownerUrl);
    expect(await contentsOf(office.ownerUrl)).toEqual(contents);
    expect(await verifyRestored(office.appUrl)).toMatchObject({ faults: [], readingsOffTrail: 0 });

    const back = join(folder, 'back.tar.gz');
    await backUp({ ...given, file: back, ownerUrl: office.ownerUrl });
    const home = await makeEmptyTarget();
    await bringBack(back, home);
    expect(await contentsOf(home.ownerUrl)).toEqual(contents);
    expect(await verifyRestored(home.appUrl)).toMatchObject({ faults: [], readingsOffTrail: 0 });
  });
});
