// What the program reads from its environment stands in the administrator's guide, and both readmes lead to the same pages.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Passed from one of our own programs to another; nobody sets it by hand. */
const INTERNAL = new Set(['VB_TEST_RESULTS']);

function settingsRead(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', 'packages/*/src/*', 'tools/*'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const files = listed.split('\0').filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.includes('/test/'));
  const found = files.flatMap((path) => read(path).match(/\bVB_[A-Z_]+\b/g) ?? []);
  return [...new Set(found)].filter((name) => !INTERNAL.has(name)).sort();
}

test('an administrator finds every setting of the program in docs/operations.md', () => {
  const settings = settingsRead();
  expect(settings.length).toBeGreaterThanOrEqual(6);
  const guide = read('docs/operations.md');
  expect(settings.filter((name) => !guide.includes(`| \`${name}\` |`))).toEqual([]);
});

test('an administrator finds every command of the command line in docs/operations.md', () => {
  const listed = execFileSync('git', ['ls-files', '-z', 'packages/server/src/cli'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const sources = listed.split('\0').filter((path) => path.endsWith('.ts'));
  const declared =
    /^ {2,4}name: '([a-z]+(?: [a-z]+)?)',\n(?: +mayBeFirst: true,\n)?(?: +takes: .*\n)? +summary:/gm;
  const commands = sources.flatMap((path) =>
    [...read(path).matchAll(declared)].map(([, name]) => name ?? ''),
  );
  expect(commands).toContain('board');
  expect(commands.length).toBeGreaterThanOrEqual(14);
  const guide = read('docs/operations.md');
  expect(commands.filter((name) => !guide.includes(`\`${name}`))).toEqual([]);
});

test('a Vietnamese reader is led to the same pages as an English one', () => {
  const pagesOf = (path: string): string[] => {
    const links = [...read(path).matchAll(/^\| \[[^\]]+\]\(([^)]+)\) \|/gm)].map(([, page]) => page ?? '');
    return links.sort();
  };
  expect(pagesOf('README.md').length).toBeGreaterThanOrEqual(9);
  expect(pagesOf('README.vi.md')).toEqual(pagesOf('README.md'));
});
