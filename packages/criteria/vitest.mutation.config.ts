// Vitest as Stryker runs it. Its sandbox links node_modules to the real tree, so the engine's name is led to the mutated copy.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@vungbuoc/criteria': fileURLToPath(new URL('./src/index.ts', import.meta.url)) } },
  test: {
    include: ['packages/criteria/test/**/*.test.ts'],
    // Two sweeps over every shipped set, column and year take three quarters of the time and find what the tables find:
    // without them the score can only be lower.
    exclude: ['**/toward-the-standard.test.ts', '**/words-not-signs.test.ts'],
    // Fewer random communes a mutant: the tables find most, and every mutant pays for each.
    env: { VB_PROPERTY_RUNS: '8' },
    // Nothing of the engine outlives a test, so the files may share one worker: starting one costs more than most files.
    isolate: false,
    fileParallelism: false,
    testTimeout: 30_000,
  },
});
