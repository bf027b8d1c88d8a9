// The closing line counts everything: nothing is green by silence.
import { describe, expect, test } from 'vitest';
import type { FileOutcome } from '../suite/reporter.ts';
import { covers, parseSkips } from '../suite/skips.ts';
import { closingLine, type Happened, slowestFiles, tallyUp } from '../suite/tally.ts';

const file = (outcome: Partial<FileOutcome>): FileOutcome => ({
  path: 'a.test.ts',
  ms: 1,
  faults: [],
  tests: [{ name: 'one', state: 'passed' }],
  ...outcome,
});

const happened = (what: Partial<Happened>): Happened => ({
  steps: [{ name: 'walls', ok: true }],
  run: { files: [file({})], unhandled: [] },
  vitestCode: 0,
  listed: ['a.test.ts'],
  skips: { expected: [], faults: [] },
  ...what,
});

const count = (what: Partial<Happened>) => closingLine(tallyUp(happened(what)));

describe('the closing line', () => {
  test('counts each step and each test', () => {
    expect(count({})).toBe('2 passed, 0 failed');
  });

  test('counts a failed step beside tests that pass', () => {
    expect(count({ steps: [{ name: 'types', ok: false }] })).toBe('1 passed, 1 failed');
  });

  test('counts a file that did not load as failed, though no test of it ran', () => {
    const broken = file({ path: 'b.test.ts', faults: ['Cannot find module ./missing.ts'], tests: [] });
    expect(count({ run: { files: [file({}), broken], unhandled: [] }, vitestCode: 1 })).toBe(
      '2 passed, 1 failed',
    );
  });

  test('counts a file without a test, a test that never finished, and an error outside any file', () => {
    const empty = file({ path: 'b.test.ts', tests: [] });
    const stuck = file({ path: 'c.test.ts', tests: [{ name: 'waits', state: 'pending' }] });
    expect(count({ run: { files: [file({}), empty, stuck], unhandled: ['boom'] }, vitestCode: 1 })).toBe(
      '2 passed, 3 failed',
    );
  });

  test('counts Vitest itself falling over, finding nothing, or ending badly without a name', () => {
    expect(count({ run: undefined, vitestCode: 1 })).toBe('1 passed, 1 failed');
    expect(count({ run: { files: [], unhandled: [] }, listed: [] })).toBe('1 passed, 1 failed');
    expect(count({ vitestCode: 1 })).toBe('2 passed, 1 failed');
  });

  test('counts a skip that nobody expected as failed, and an expected one as skipped', () => {
    const skipping = file({ tests: [{ name: 'units > are imported', state: 'skipped' }] });
    const run = { files: [skipping], unhandled: [] };
    expect(count({ run })).toBe('1 passed, 1 failed');
    const skips = parseSkips('a.test.ts > units > * | the official lists are not on this machine');
    expect(count({ run, skips })).toBe('1 passed, 0 failed, 1 skipped');
  });

  test('counts a test file that git lists and nobody ran as failed', () => {
    expect(count({ listed: ['a.test.ts', 'packages/web/tests/lost.test.ts'] })).toBe('2 passed, 1 failed');
  });

  test('only notes an expected skip that did not happen', () => {
    const skips = parseSkips('a.test.ts > gone | it was slow once');
    const tally = tallyUp(happened({ skips }));
    expect(tally.failed).toBe(0);
    expect(tally.notes).toEqual(['expected skip did not happen: a.test.ts > gone']);
  });

  test('counts a line of the list without a reason as failed', () => {
    expect(count({ skips: parseSkips('a.test.ts > one\n') })).toBe('2 passed, 1 failed');
  });
});

describe('the list of expected skips', () => {
  test('passes over comments, and keeps file, name and reason', () => {
    const { expected, faults } = parseSkips('# why\n\ne2e/a.test.ts > a > b | no camera here\n');
    expect(expected).toEqual([{ path: 'e2e/a.test.ts', name: 'a > b', reason: 'no camera here' }]);
    expect(faults).toEqual([]);
  });

  test('covers by whole name, or by its beginning before a star, in its own file only', () => {
    const whole = { path: 'a.test.ts', name: 'a > b', reason: 'r' };
    expect(covers(whole, 'a.test.ts', 'a > b')).toBe(true);
    expect(covers(whole, 'a.test.ts', 'a > b more')).toBe(false);
    expect(covers({ ...whole, name: 'a > *' }, 'a.test.ts', 'a > b more')).toBe(true);
    expect(covers({ ...whole, name: '*' }, 'b.test.ts', 'a > b')).toBe(false);
  });
});

test('the ten slowest files come slowest first', () => {
  const files = Array.from({ length: 12 }, (_, n) => ({ path: `${n}.test.ts`, ms: n * 1000 }));
  const lines = slowestFiles(files);
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe('   11.0 s  11.test.ts');
});
