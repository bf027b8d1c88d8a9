// PostgreSQL refuses to run as root; Vững Bước works as root all the same, and as a plain user.
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { ParentProcess } from '../../../../bench/soak/parent-process.ts';
import { startParent } from './running.ts';
import { ask } from './sql.ts';
import { makeFolder, makeFolderOf, makeOpenFolder } from './temporary-folders.ts';

const isRoot = process.getuid?.() === 0;
/** Containers often forbid them. */
const hasNamespaces = await promisify(execFile)('unshare', ['--user', 'true']).then(
  () => true,
  () => false,
);
const NAMED = { uid: 65_534, gid: 65_534 };
/** As containers run programs: a number that no line of /etc/passwd names, which initdb refuses. */
const NAMELESS = { uid: 12_345, gid: 12_345 };
/** A machine on which `unshare` cannot be used. */
const noUnshare = { env: { PATH: '/nowhere' } };

async function opensAndCloses(parent: ParentProcess): Promise<void> {
  const { url = '' } = await parent.waitFor('ready');
  expect(await ask(url, 'select 1')).toBe(1);
  expect(await parent.end('SIGTERM')).toBe(0);
}

test('whoever runs the tests opens a 0700 folder of mktemp -d', async () => {
  const dataDir = await makeFolder();
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  await opensAndCloses(startParent(dataDir));
});

describe.skipIf(!isRoot)('started by root', () => {
  test('a plain user opens a folder of his own', async () => {
    await opensAndCloses(startParent(await makeFolderOf(NAMED.uid, NAMED.gid), NAMED));
  });

  test.skipIf(!hasNamespaces)('a plain user without a name opens a folder of his own', async () => {
    await opensAndCloses(startParent(await makeFolderOf(NAMELESS.uid, NAMELESS.gid), NAMELESS));
  });

  test('a nameless user without user namespaces is told what he lacks', async () => {
    const dataDir = await makeFolderOf(NAMELESS.uid, NAMELESS.gid);
    const parent = startParent(dataDir, { ...NAMELESS, ...noUnshare });
    expect(await parent.waitFor('problem')).toMatchObject({ code: 'postgres.account-has-no-name' });
    await parent.waitFor('ended');
  });

  test('root opens a folder that a plain user has filled, and the user opens it again', async () => {
    const dataDir = await makeFolderOf(NAMED.uid, NAMED.gid);
    await opensAndCloses(startParent(dataDir, NAMED));
    await opensAndCloses(startParent(dataDir));
    expect((await stat(join(dataDir, 'pgdata', 'PG_VERSION'))).uid).toBe(NAMED.uid);
    await opensAndCloses(startParent(dataDir, NAMED));
  });

  test('root without user namespaces hands a new folder to the service user', async () => {
    const dataDir = join(await makeOpenFolder(), 'data');
    await opensAndCloses(startParent(dataDir, noUnshare));
    expect((await stat(dataDir)).uid).not.toBe(0);
    await opensAndCloses(startParent(dataDir, noUnshare));
  });

  test('root without user namespaces in a folder that nobody else can reach is told so', async () => {
    const dataDir = join(await makeFolder(), 'data');
    const parent = startParent(dataDir, noUnshare);
    expect(await parent.waitFor('problem')).toMatchObject({ code: 'postgres.cannot-run-as-root' });
    await parent.waitFor('ended');
    expect((await stat(dataDir)).uid).toBe(0);
  });

  test('a plain user is told that a folder of root is not his', async () => {
    const parent = startParent(await makeFolder(), NAMELESS);
    const problem = await parent.waitFor('problem');
    expect(problem).toMatchObject({ code: 'postgres.folder-not-writable' });
    await parent.waitFor('ended');
  });
});
