// A Vitest reporter that writes what happened to the file named by VB_TEST_RESULTS, for the closing line to be counted from.
import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';

/** One test: `note` is the reason a test gave when it skipped itself. */
export type TestOutcome = { name: string; state: 'passed' | 'failed' | 'skipped' | 'pending'; note?: string };

/** One test file: `faults` are failures outside its tests (it did not load, a hook threw); `ms` is loading and running. */
export type FileOutcome = { path: string; ms: number; faults: string[]; tests: TestOutcome[] };

/** A whole run; `unhandled` are errors that belong to no file. */
export type RunOutcome = { files: FileOutcome[]; unhandled: string[] };

function outcomeOf(test: TestCase): TestOutcome {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return { name: test.fullName, state: result.state, ...(note ? { note } : {}) };
}

function faultsOf(module: TestModule): string[] {
  const places: (TestModule | TestSuite)[] = [module, ...module.children.allSuites()];
  return places.flatMap((place) => place.errors().map((error) => error.message));
}

function fileOutcomeOf(module: TestModule): FileOutcome {
  const { collectDuration, duration, setupDuration } = module.diagnostic();
  return {
    path: module.relativeModuleId,
    ms: collectDuration + setupDuration + duration,
    faults: faultsOf(module),
    tests: [...module.children.allTests()].map(outcomeOf),
  };
}

/** Writes one `RunOutcome` when the run is over. */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { message: string }[]): void {
    const path = process.env.VB_TEST_RESULTS;
    if (!path) return;
    const outcome: RunOutcome = {
      files: modules.map(fileOutcomeOf),
      unhandled: unhandled.map((error) => error.message),
    };
    writeFileSync(path, JSON.stringify(outcome));
  }
}
