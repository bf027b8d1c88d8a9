// `npm test` on the house's Node: the steps two at a time, then all tests in one Vitest run, then the closing line.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../browser.mjs';
import { listFiles } from '../house/listing.ts';
import { findOtherPostgres } from '../other-postgres.mjs';
import { capture, ROOT } from './capture.ts';
import type { RunOutcome } from './reporter.ts';
import { parseSkips } from './skips.ts';
import { runSteps, STEPS, type StepResult } from './steps.ts';
import { closingLine, slowestFiles, tallyUp } from './tally.ts';

const TEST_FILE = /\.test\.tsx?$/;
const TESTS_AT_MOST_MS = 20 * 60_000;

function tellStep({ name, ok, said, ms }: StepResult): void {
  console.log(`  ${ok ? '✓' : '✗'} ${name.padEnd(10)} ${(ms / 1000).toFixed(1)} s`);
  if (!ok) console.log(`${said.trim().replaceAll(/^/gm, '      ')}\n`);
}

/** The browser of the journeys, found or installed before they run; without one they must fail, not hide. */
async function prepareBrowser(): Promise<StepResult> {
  const startedAt = performance.now();
  const result = await findBrowser().then(
    ({ path }) => ({ ok: true, said: path }),
    (error: unknown) => ({ ok: false, said: String(error) }),
  );
  return { name: 'browser', ...result, ms: performance.now() - startedAt };
}

/** Runs every test file with the browser found, if any; the outcome is undefined when Vitest fell over before writing one. */
async function runTests(browserPath: string): Promise<{ vitestCode: number; run: RunOutcome | undefined }> {
  const folder = mkdtempSync(join(tmpdir(), 'vb-test-'));
  const path = join(folder, 'outcome.json');
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=./tools/suite/reporter.ts'];
  try {
    const { code } = await capture([vitest, 'run', '--allowOnly=false', ...reporters], {
      env: { VB_TEST_RESULTS: path, ...(browserPath ? { VB_CHROMIUM: browserPath } : {}) },
      timeoutMs: TESTS_AT_MOST_MS,
      show: true,
    });
    return { vitestCode: code, run: readOutcome(path) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readOutcome(path: string): RunOutcome | undefined {
  try {
    // Written by our own reporter a moment ago.
    return JSON.parse(readFileSync(path, 'utf8')) as RunOutcome;
  } catch {
    return undefined;
  }
}

console.log(`Node ${process.version}. Steps:`);
const steps = await runSteps(STEPS, tellStep);
const browser = await prepareBrowser();
tellStep(browser);
// after the browser: two installations at once would stand in each other's way. Without one, tests are skipped by name.
console.log(`  PostgreSQL beside our own: ${(await findOtherPostgres()) ?? 'none'}`);

console.log('Tests:');
const { vitestCode, run } = await runTests(browser.ok ? browser.said : '');
const skips = parseSkips(readFileSync(join(ROOT, 'tests', 'expected-skips.txt'), 'utf8'));
const listed = listFiles(ROOT).filter((path) => TEST_FILE.test(path) && !path.includes('/fixtures/'));
const tally = tallyUp({ steps: [...steps, browser], run, vitestCode, listed, skips });

console.log(`Ten slowest files:\n${slowestFiles(run?.files ?? []).join('\n')}\n`);
for (const note of tally.notes) console.log(`note: ${note}`);
for (const failure of tally.failures) console.log(`failed: ${failure}`);
console.log(closingLine(tally));
process.exitCode = tally.failed === 0 ? 0 : 1;
