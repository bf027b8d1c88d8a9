// The disk is full: a tmpfs of the test's own, in a mount namespace of its own, gone when its program ends.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { makeFolder } from './temporary-folders.ts';

const run = promisify(execFile);
const PARENT = fileURLToPath(new URL('../../../../bench/soak/parent.ts', import.meta.url));
const FILLER = fileURLToPath(new URL('./full-disk-program.ts', import.meta.url));

const OWN_MOUNTS = ['--user', '--map-root-user', '--mount'];
/** Containers often forbid mounts, also inside a namespace of one's own. */
const canMount = await run('unshare', [...OWN_MOUNTS, 'mount', '-t', 'tmpfs', 'none', '/mnt']).then(
  () => true,
  () => false,
);

/** Runs the program with a fresh tmpfs of that size as its argument; answers with its last line, read as JSON. */
async function onDiskOf(size: string, program: string) {
  const disk = await makeFolder();
  const script = 'mount -t tmpfs -o "size=$1" none "$2" && exec "$3" "$4" "$2"';
  const args = [...OWN_MOUNTS, 'sh', '-c', script, 'sh', size, disk, process.execPath, program];
  const { stdout } = await run('unshare', args);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

describe.skipIf(!canMount)('on a disk of its own', () => {
  test('a disk too small for the first database is told as full', async () => {
    const { code, vi } = await onDiskOf('20m', PARENT).catch((cause) =>
      JSON.parse(cause.stdout.trim().split('\n').at(-1)),
    );
    expect(code).toBe('postgres.disk-full');
    expect(vi).toContain('đã đầy');
  });

  test('a disk that fills while officials write is told at once, loses nothing, and works again when there is room', async () => {
    const seen = await onDiskOf('160m', FILLER);
    expect(seen.heardWhenFull).toContain('postgres.disk-full');
    expect(seen.rows).toEqual(expect.arrayContaining(seen.acknowledged));
    expect(seen.rowsInTheEnd).toEqual(expect.arrayContaining([-1, ...seen.acknowledged]));
    expect(seen.problem).toBe('postgres.disk-full');
  }, 60_000);
});
