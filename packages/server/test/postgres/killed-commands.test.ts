// The whole product is killed while officers save over HTTP: what was acknowledged is there, once, and the trail is whole.
import { describe, expect, test } from 'vitest';
import { Acknowledgements } from '../../../../bench/soak/commands/acknowledgements.ts';
import { runCommandCampaign } from '../../../../bench/soak/commands/campaign.ts';
import { makeFolder } from './temporary-folders.ts';

const KILLS = 20;

test('an officer’s save that was acknowledged is there once after twenty kills of server, PostgreSQL or a session', async () => {
  const report = await runCommandCampaign({
    varFolder: await makeFolder(),
    kills: KILLS,
    pauseBefore: (n) => (n * 37) % 120,
  });
  expect(report).toMatchObject({ lost: [], twice: [], strange: [] });
  // each save was sent until it was answered: one event each, whatever was killed in between
  expect(report.kept).toBe(report.acknowledged);
  expect(report.verify).toMatchObject({ code: 0 });
  // A kill that caught no request shows nothing.
  expect(report.kills.filter(({ inFlight }) => inFlight > 0).length).toBeGreaterThanOrEqual(15);
  expect(report.sentAgain).toBeGreaterThan(0);
  // and whoever asked meanwhile was told to wait, never that we were at fault
  expect(Object.keys(report.refusals)).toEqual(['503']);
}, 300_000);

describe('the record of acknowledgements', () => {
  const record = new Acknowledgements();
  for (const line of [
    's one 1 7',
    'a one 2 3',
    's two 3 8',
    'x two 4',
    's two 5 8',
    'a two 6 4',
    's three 7 9',
  ])
    record.read(line);
  const ONE = { commandId: 'one', seq: 3, value: '7' };
  const TWO = { commandId: 'two', seq: 4, value: '8' };

  test('agrees with a trail that holds each acknowledged save once, and the unanswered one or not', () => {
    const none = { lost: [], twice: [], strange: [] };
    expect(record.compare([ONE, TWO])).toEqual(none);
    expect(record.compare([ONE, TWO, { commandId: 'three', seq: 5, value: '9' }])).toEqual(none);
  });

  test('finds a save that is gone, stands elsewhere, was done twice, holds another value or was never sent', () => {
    expect(record.compare([ONE]).lost).toEqual(['two']);
    expect(record.compare([ONE, { ...TWO, seq: 5 }]).lost).toEqual(['two']);
    expect(record.compare([ONE, TWO, { ...TWO, seq: 5 }]).twice).toEqual(['two']);
    expect(record.compare([ONE, { ...TWO, value: null }]).strange).toEqual(['two']);
    expect(record.compare([ONE, TWO, { commandId: 'four', seq: 5, value: '1' }]).strange).toEqual(['four']);
  });
});
