// A disk of a test's own: a tmpfs in a mount namespace of its own, gone when its program ends.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { makeFolder } from './temporary-folders.ts';

const run = promisify(execFile);
const OWN_MOUNTS = ['--user', '--map-root-user', '--mount'];

/** Containers often forbid mounts, also inside a namespace of one's own. */
export const canMount = await run('unshare', [...OWN_MOUNTS, 'mount', '-t', 'tmpfs', 'none', '/mnt']).then(
  () => true,
  () => false,
);

/** Runs the program with a fresh tmpfs of that size as its argument; answers with its last line, read as JSON. */
export async function onDiskOf(size: string, program: string) {
  const disk = await makeFolder();
  const script = 'mount -t tmpfs -o "size=$1" none "$2" && exec "$3" "$4" "$2"';
  const args = [...OWN_MOUNTS, 'sh', '-c', script, 'sh', size, disk, process.execPath, program];
  const { stdout } = await run('unshare', args);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
