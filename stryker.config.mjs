// Mutation testing of the law engine (`npm run mutation`, bench/mutation): all of packages/criteria/src, nothing left out.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'packages/criteria/vitest.mutation.config.ts', related: false },
  mutate: ['packages/criteria/src/**/*.ts'],
  // The sandbox needs only the engine, the law and the compiler's settings.
  ignorePatterns: [
    '**',
    '!packages/criteria/**',
    '!criteria-sets/**',
    '!package.json',
    '!tsconfig*.json',
    '!stryker.config.mjs',
  ],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  tempDirName: 'var/stryker',
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'var/mutation/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
