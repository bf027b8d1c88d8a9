// Which commit was measured, and whether the tree stood as it says.
import { execFileSync } from 'node:child_process';
import { ROOT } from './root.ts';

/** What a measurement writes down itself, bar after bar. */
const RECORDS = [':!bench/results', ':!bench/RESULTS.md', ':!bench/SURVIVORS.md'];

/** The commit's short name, followed by "and changes" where one of the paths holds work that is not committed. */
export function commitNow(...paths: string[]): string {
  const dirty = git('status', '--porcelain', '--', ...paths, ...RECORDS) === '' ? '' : ' and changes';
  return `${git('rev-parse', '--short', 'HEAD')}${dirty}`;
}

/** The name that git gives a committed folder: the same for the same content. */
export function treeOf(folder: string): string {
  return git('rev-parse', `HEAD:${folder}`);
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
}
