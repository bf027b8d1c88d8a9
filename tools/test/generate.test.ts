// Generated files: written on request, compared by the check, and never quietly left out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { firstDifference, generateOne } from '../generate.mjs';
import { plantTree } from './tree.ts';

const MAKER = `export const generate = () => Promise.resolve('one\\ntwo\\n');\n`;

function plant(files: Record<string, string>) {
  const root = plantTree({ 'maker.mjs': MAKER, ...files });
  const rootUrl = pathToFileURL(`${root}/`);
  const generated = { output: 'out.txt', maker: new URL('maker.mjs', rootUrl).href };
  return { root, rootUrl, generated };
}

describe('a generated file', () => {
  test('is written, and is then up to date', async () => {
    const { root, rootUrl, generated } = plant({});
    expect(await generateOne(generated, { root: rootUrl, check: false })).toBeUndefined();
    expect(readFileSync(join(root, 'out.txt'), 'utf8')).toBe('one\ntwo\n');
    expect(await generateOne(generated, { root: rootUrl, check: true })).toBeUndefined();
  });

  test('that differs is told with its first different line, and is not written by the check', async () => {
    const { root, rootUrl, generated } = plant({ 'out.txt': 'one\n2\n' });
    expect(await generateOne(generated, { root: rootUrl, check: true })).toContain('line 2');
    expect(readFileSync(join(root, 'out.txt'), 'utf8')).toBe('one\n2\n');
  });

  test('that is missing, or whose maker is missing, fails the check', async () => {
    const { rootUrl, generated } = plant({});
    expect(await generateOne(generated, { root: rootUrl, check: true })).toContain('is not there');
    const lost = { ...generated, maker: new URL('lost.mjs', rootUrl).href };
    await expect(generateOne(lost, { root: rootUrl, check: true })).rejects.toThrow();
  });

  test('a text that only ends sooner differs too', () => {
    expect(firstDifference('a\nb', 'a\nb')).toBe(0);
    expect(firstDifference('a', 'a\nb')).toBe(2);
    expect(firstDifference('a\nb', 'a')).toBe(2);
  });
});
