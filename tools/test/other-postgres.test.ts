// The PostgreSQL beside our own: named by the administrator, or the machine's.
import { afterEach, expect, test, vi } from 'vitest';
import { findOtherPostgres, lookForOtherPostgres } from '../other-postgres.mjs';

afterEach(() => vi.unstubAllEnvs());

test('the one that VB_OTHER_POSTGRES names comes before all others, and nothing is installed', async () => {
  vi.stubEnv('VB_OTHER_POSTGRES', '/somewhere/bin');
  expect(lookForOtherPostgres()).toBe('/somewhere/bin');
  expect(await findOtherPostgres()).toBe('/somewhere/bin');
});
