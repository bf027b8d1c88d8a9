// The disk of the archives is full, or that of the evidence: a tmpfs of the test's own, in a mount namespace of its own.
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { backUp } from '../../src/ops/backup.ts';
import { openTestHouse } from '../database.ts';
import { makeEmptyTarget, makeTemporary, tablesOf } from './installations.ts';

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL('./full-disk-program.ts', import.meta.url));

const OWN_MOUNTS = ['--user', '--map-root-user', '--mount'];
/** Containers often forbid mounts, also inside a namespace of one's own. */
const canMount = await run('unshare', [...OWN_MOUNTS, 'mount', '-t', 'tmpfs', 'none', '/mnt']).then(
  () => true,
  () => false,
);

describe.skipIf(!canMount)('on a disk of its own', () => {
  test('an administrator is told that it is full, and neither half an archive nor half a restore is left', async () => {
    const house = await openTestHouse('sample');
    const varFolder = await makeTemporary();
    const photo = randomBytes(3_000_000);
    const hash = createHash('sha256').update(photo).digest('hex');
    const path = join(varFolder, 'evidence', hash.slice(0, 2), hash);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, photo);
    const file = join(varFolder, 'whole.tar.gz');
    await backUp({ file, ownerUrl: house.ownerUrl, varFolder, withKeys: false, now: new Date(0) });
    const target = await makeEmptyTarget();
    const disk = await makeTemporary();
    const script = 'mount -t tmpfs -o size=1m none "$1" && exec "$2" "$3" "$1"';
    const { stdout } = await run(
      'unshare',
      [...OWN_MOUNTS, 'sh', '-c', script, 'sh', disk, process.execPath, PROGRAM],
      {
        env: {
          PATH: process.env.PATH,
          SOURCE_URL: house.ownerUrl,
          TARGET_URL: target.ownerUrl,
          SOURCE_VAR: varFolder,
          ARCHIVE: file,
        },
      },
    );
    expect(JSON.parse(stdout)).toEqual({
      backup: 'archive.no-room',
      afterBackup: [],
      restored: 'archive.no-room',
      afterRestore: [],
    });
    expect(await tablesOf(target.ownerUrl)).toEqual([]);
    await house.close();
  });
});
