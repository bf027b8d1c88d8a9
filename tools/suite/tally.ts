// Counts a whole run of `npm test`: every step, every test, every file that did not load, every skip. Pure.
import type { FileOutcome, RunOutcome } from './reporter.ts';
import { covers, type SkipList } from './skips.ts';

/** The counts of the closing line, what failed by name, and what is only worth a note. */
export type Tally = { passed: number; failed: number; skipped: number; failures: string[]; notes: string[] };

/**
 * What there is to count: `vitestCode` is Vitest's exit code, `run` is undefined when it wrote no outcome, `listed`
 * are the test files that git lists.
 */
export type Happened = {
  steps: readonly { name: string; ok: boolean }[];
  run: RunOutcome | undefined;
  vitestCode: number;
  listed: readonly string[];
  skips: SkipList;
};

/** Counts the tests of one file; a skip that the list does not name is a failure. */
function countFile(tally: Tally, file: FileOutcome, skips: SkipList): void {
  for (const fault of file.faults) tally.failures.push(`${file.path}: ${fault.split('\n')[0]}`);
  for (const test of file.tests) {
    const place = `${file.path} > ${test.name}`;
    if (test.state === 'passed') tally.passed += 1;
    else if (test.state === 'failed') tally.failures.push(place);
    else if (test.state === 'pending') tally.failures.push(`${place}: never finished`);
    else if (skips.expected.some((expected) => covers(expected, file.path, test.name))) tally.skipped += 1;
    else tally.failures.push(`${place}: skipped, but not in tests/expected-skips.txt`);
  }
  if (file.tests.length === 0 && file.faults.length === 0) tally.failures.push(`${file.path}: holds no test`);
}

/** Notes the lines of the list that no skip answered to. */
function noteUnusedSkips(tally: Tally, files: readonly FileOutcome[], skips: SkipList): void {
  for (const expected of skips.expected) {
    const happened = files.some((file) =>
      file.tests.some((test) => test.state === 'skipped' && covers(expected, file.path, test.name)),
    );
    if (!happened) tally.notes.push(`expected skip did not happen: ${expected.path} > ${expected.name}`);
  }
}

/**
 * Counts everything that happened. Each step counts one. A listed file that was not run, a run that wrote no outcome, that held no file, or that
 * ended badly without naming a failure, is itself a failure: nothing is green by silence.
 */
export function tallyUp({ steps, run, vitestCode, listed, skips }: Happened): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0, failures: [], notes: [] };
  for (const step of steps) {
    if (step.ok) tally.passed += 1;
    else tally.failures.push(`step: ${step.name}`);
  }
  tally.failures.push(...skips.faults);
  const failedSteps = tally.failures.length;
  for (const file of run?.files ?? []) countFile(tally, file, skips);
  const ran = new Set(run?.files.map(({ path }) => path));
  for (const path of listed) if (run && !ran.has(path)) tally.failures.push(`${path}: was not run`);
  for (const error of run?.unhandled ?? []) tally.failures.push(`outside any file: ${error.split('\n')[0]}`);
  if (!run) tally.failures.push('the tests wrote no result: Vitest itself fell over');
  else if (run.files.length === 0) tally.failures.push('no test file was found');
  else if (vitestCode !== 0 && tally.failures.length === failedSteps) {
    tally.failures.push(`Vitest ended with ${vitestCode} but named no failure`);
  }
  noteUnusedSkips(tally, run?.files ?? [], skips);
  tally.failed = tally.failures.length;
  return tally;
}

/** The closing line, alone on its line: `N passed, N failed`, and `, N skipped` when there are any. */
export function closingLine({
  passed,
  failed,
  skipped,
}: Pick<Tally, 'passed' | 'failed' | 'skipped'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The slowest files, slowest first, as lines to print. */
export function slowestFiles(files: readonly Pick<FileOutcome, 'path' | 'ms'>[], count = 10): string[] {
  return [...files]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, count)
    .map((file) => `${(file.ms / 1000).toFixed(1).padStart(7)} s  ${file.path}`);
}
