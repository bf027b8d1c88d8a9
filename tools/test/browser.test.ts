// The browser of the journeys and the pictures.
import { accessSync, constants } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from '../browser.mjs';

afterEach(() => vi.unstubAllEnvs());

test('a browser that can be run is found, or installed', async () => {
  const { path, args } = await findBrowser();
  expect(() => accessSync(path, constants.X_OK)).not.toThrow();
  expect(args).toContain('--no-sandbox');
}, 600_000);

test('the browser that VB_CHROMIUM names comes before all others', async () => {
  vi.stubEnv('VB_CHROMIUM', '/somewhere/chromium');
  expect((await findBrowser()).path).toBe('/somewhere/chromium');
});
