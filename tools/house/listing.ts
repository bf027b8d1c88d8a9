// The files of the project as git sees them: what is committed or would be, and is there.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Paths from the root, with slashes.
 * @throws when `root` is no git checkout: what is ours cannot then be told from what is not
 */
export function listFiles(root: string): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listing = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return listing.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}
