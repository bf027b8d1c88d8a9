// Everything here runs on the Node that package.json names, whatever the machine has.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../suite/capture.ts';

test('the tests run on Node 24, in exactly the version that the project carries', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(process.version).toBe(`v${devDependencies.node}`);
  expect(process.version).toMatch(/^v24\./);
});
