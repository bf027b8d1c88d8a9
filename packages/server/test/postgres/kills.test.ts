// Real kills of the program, the postmaster and a session, while a writer writes: nothing acknowledged is lost.
import { expect, test } from 'vitest';
import { runCampaign } from '../../../../bench/soak/campaign.ts';
import { makeFolder } from './temporary-folders.ts';

const KILLS = 20;

test('an official whose save was acknowledged finds it after twenty kills at any moment', async () => {
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
