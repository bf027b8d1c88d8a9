// Backs up onto a small disk, and restores onto it: see full-disk.test.ts. Prints one line of JSON: what was refused, what is left.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { backUp } from '../../src/ops/backup.ts';
import { examineArchive, restore } from '../../src/ops/restore.ts';

const [disk = ''] = process.argv.slice(2);
const { SOURCE_URL = '', TARGET_URL = '', SOURCE_VAR = '', ARCHIVE = '' } = process.env;

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );

async function filesLeft(): Promise<string[]> {
  const found = await readdir(disk, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
}

const source = { ownerUrl: SOURCE_URL, varFolder: SOURCE_VAR, withKeys: false, now: new Date(0) };
const backup = await codeOf(backUp({ ...source, file: join(disk, 'vb.tar.gz') }));
const afterBackup = await filesLeft();
const target = { file: ARCHIVE, ownerUrl: TARGET_URL, appRole: 'vb_app', varFolder: disk };
const restored = await codeOf(restore(target, await examineArchive(ARCHIVE)));
console.log(JSON.stringify({ backup, afterBackup, restored, afterRestore: await filesLeft() }));
