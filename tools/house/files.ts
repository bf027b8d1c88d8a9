// Habits that are seen from the outside of a file: its name, its length, its first line.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listFiles } from './listing.ts';

const LONGEST = 400;
const CODE = /\.(ts|tsx|mjs|cjs|css)$/;
/** Made by programs or drawn as data for tests: nobody reads them from top to bottom. */
const NOT_WRITTEN = /\.generated\.|(^|\/)fixtures\//;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Names that say nothing: what is in such a file can only be known by opening it. */
const EMPTY_NAMES = /^(utils?|helpers?|common|misc|shared|managers?|base)$/;
const ROOTS = /^(packages|bench|e2e|tools|tests|criteria-sets)\//;

/** The words of a path that a name is made of: folders and file, without endings such as `.test.ts`. */
const segmentsOf = (path: string): string[] => [
  ...path.split('/').slice(0, -1),
  basename(path).replace(/^\./, '').split('.')[0] ?? '',
];

function nameFaults(path: string): string[] {
  const empty = segmentsOf(path).filter((segment) => EMPTY_NAMES.test(segment));
  const faults = empty.map((segment) => `"${segment}" says nothing: name it after what it holds`);
  const name = segmentsOf(path).at(-1) ?? '';
  if (CODE.test(path) && !KEBAB.test(name)) faults.push('a file of code has a kebab-case name');
  if (path.startsWith('packages/server/') && path.endsWith('.tsx'))
    faults.push('Node runs .ts unbuilt, not .tsx');
  return faults;
}

function textFaults(text: string): string[] {
  const lines = text.trimEnd().split('\n');
  const faults: string[] = [];
  if (lines.length > LONGEST) faults.push(`${lines.length} lines, more than ${LONGEST}: it holds two things`);
  const first = lines[0]?.startsWith('#!') ? lines[1] : lines[0];
  if (!/^\s*(\/\/|\/\*)/.test(first ?? '')) faults.push('opens without a line on what it is for');
  return faults;
}

/** What is wrong with one file by its path and text; `text` is undefined for files that are not code. */
export function fileFaults(path: string, text: string | undefined): string[] {
  const faults = ROOTS.test(path) ? nameFaults(path) : [];
  return text === undefined ? faults : [...faults, ...textFaults(text)];
}

/** Every fault of every file that git lists, as lines to print. */
export function findFaultyFiles(root: string): string[] {
  return listFiles(root)
    .filter((path) => !NOT_WRITTEN.test(path))
    .flatMap((path) => {
      const text = CODE.test(path) ? readFileSync(join(root, path), 'utf8') : undefined;
      return fileFaults(path, text).map((fault) => `${path}: ${fault}`);
    });
}
