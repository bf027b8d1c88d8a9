// Which commit was measured, and whether the tree stood as it says.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** What a measurement writes down itself, bar after bar. */
const RECORDS = [':!bench/results', ':!bench/RESULTS.md', ':!bench/SURVIVORS.md'];

/** The commit's short name, followed by "and changes" where one of the paths holds work that is not committed. */
export function commitNow(...paths: string[]): string {
  const dirty = git('status', '--porcelain', '--', ...paths, ...RECORDS) === '' ? '' : ' and changes';
  return `${git('rev-parse', '--short', 'HEAD')}${dirty}`;
}

/** A short name for what these files hold now, committed or not: the same for the same content. */
export function contentOf(pattern: string): string {
  const files = git('ls-files', '--', `:(glob)${pattern}`).split('\n');
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 12);
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
}
