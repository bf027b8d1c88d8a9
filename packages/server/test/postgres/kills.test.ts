// Real kills of a small server program, the postmaster and a session, while a writer inserts rows: none acknowledged is lost.
// Commands with their events and receipts are not part of it.
import { expect, test } from 'vitest';
import { runCampaign } from '../../../../bench/soak/campaign.ts';
import { makeFolder } from './temporary-folders.ts';

const KILLS = 20;

test('a row that PostgreSQL acknowledged is there after twenty kills of its supervisor, its postmaster or a session', async () => {
  const report = await runCampaign({
    dataDir: await makeFolder(),
    kills: KILLS,
    pauseBefore: (n) => (n * 37) % 120,
  });
  expect(report.kills).toHaveLength(KILLS);
  // A kill that caught no request shows nothing; fewer than 15 of 20 that did is a test that was not run.
  expect(report.counted).toBeGreaterThanOrEqual(15);
  expect(report.acknowledged).toBeGreaterThan(KILLS * 40);
  expect(report.lost).toEqual([]);
  expect(report.strange).toEqual([]);
}, 180_000);

test('the same campaign finds the loss when commits do not wait for the disk', async () => {
  const report = await runCampaign({
    dataDir: await makeFolder(),
    kills: 3,
    pauseBefore: () => 100,
    unsafely: true,
  });
  expect(report.lost.length).toBeGreaterThan(0);
}, 180_000);
