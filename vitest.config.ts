// The two kinds of test files: those that need the run's own PostgreSQL, and all others, which start without waiting for it.
import { defineConfig } from 'vitest/config';

/** Rooms of the server whose tests start their own PostgreSQL, or none. */
const WITHOUT_DATABASE = ['packages/server/test/postgres/**', 'packages/server/test/sheets/**'];

export default defineConfig({
  test: {
    // Guards against a test that hangs, not measurements: a busy machine may be ten times slower.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'database',
          include: ['packages/server/test/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: WITHOUT_DATABASE,
          // Started once for a whole run: the PostgreSQL cluster and its template databases.
          globalSetup: ['./tests/database.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'plain',
          include: [
            'packages/{criteria,programme,web}/test/**/*.test.{ts,tsx}',
            ...WITHOUT_DATABASE.map((room) => `${room}/*.test.ts`),
            'tools/test/**/*.test.ts',
            'bench/**/*.test.ts',
            'e2e/**/*.test.ts',
          ],
        },
      },
    ],
  },
});
