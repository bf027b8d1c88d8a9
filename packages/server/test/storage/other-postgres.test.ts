// DATABASE_URL: a PostgreSQL 15 of the machine's own carries the same board; start refuses a role that owns tables.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/config.ts';
import { openHouse } from '../../src/container.ts';
import { fillHouse } from '../../src/first-start/fill.ts';
import { loadBoard } from '../../src/reads/board.ts';
import { type OtherPostgres, otherPrograms, startOtherPostgres } from '../other-postgres.ts';

let other: OtherPostgres | null = null;
beforeAll(async () => {
  if (!otherPrograms) return;
  other = await startOtherPostgres(otherPrograms);
  await other.asBoss('create database vb owner keeper');
});
afterAll(() => other?.stop());

const open = (appUser: string) => {
  if (other === null) throw new Error('there is no other PostgreSQL');
  return openHouse({
    config: {
      varFolder: other.folder,
      port: 0,
      address: null,
      behindProxy: false,
      limited: false,
      databaseUrl: other.url(appUser, 'vb'),
      ownerUrl: other.url('keeper', 'vb'),
      sample: true,
      s3: null,
      clamd: null,
    },
    clock: () => new Date('2026-03-02T03:00:00Z'),
    onNotice: () => undefined,
    onMigration: () => undefined,
    onIdleError: () => undefined,
  });
};

describe.skipIf(!otherPrograms)('an administrator uses the PostgreSQL that the office already has', () => {
  test('migrations run as its owner, the application as another role, and the sample board is the same', async () => {
    const house = await open('vb');
    await fillHouse(house, { root: ROOT, sample: true, say: () => undefined });
    const { sums } = await loadBoard(house.workshop, house.principal, { under: '112', round: '2020-nam' });
    await house.close();
    expect([sums.met, sums.average]).toEqual([133, '13.3']);
  });

  test('start refuses the owner itself as the application role', async () => {
    await expect(open('keeper')).rejects.toMatchObject({ name: 'AppRoleTooStrong', why: 'owns-tables' });
  });

  test('start refuses a superuser as the application role', async () => {
    await expect(open('boss')).rejects.toMatchObject({ name: 'AppRoleTooStrong', why: 'superuser' });
  });
});
