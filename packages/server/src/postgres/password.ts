// The superuser's password: random, in a file of mode 0600, set anew when the file was lost.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Account, commandFor } from './account.ts';
import type { Binaries } from './binaries.ts';
import { didNotStart } from './cluster-problem.ts';
import { SUPERUSER } from './databases.ts';
import { explain, type Folder, giveTo } from './folder.ts';

/** The password in the folder, or undefined when its file is absent or empty. */
export async function findPassword(folder: Folder): Promise<string | undefined> {
  const text = await readFile(folder.password, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') return explain(folder.root)(cause);
    return '';
  });
  return text.trim() || undefined;
}

/** Makes a password for a database that is still to be made. It is on disk, whole, before anybody uses it. */
export async function makePassword(folder: Folder, account: Account): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await writeWhole(folder.password, `${password}\n`, account).catch(explain(folder.root));
  return password;
}

/**
 * Gives an existing database a new password, through PostgreSQL's single-user mode, which asks for none: whoever may
 * read the folder owns it anyway. Call with the folder's lock held and no PostgreSQL on it.
 * The file is written last: a kill before that only means doing it again.
 */
export async function replacePassword(folder: Folder, account: Account, binaries: Binaries): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const flags = ['--single', '-D', folder.pgdata, '-c', 'log_min_error_statement=panic', 'postgres'];
  const command = commandFor(account, folder, binaries.postgres, flags);
  const running = promisify(execFile)(command.file, command.args, command.how);
  // base64url holds no quote.
  running.child.stdin?.end(`alter role ${SUPERUSER} password '${password}'\n`);
  await running.catch((cause) => {
    throw didNotStart(folder.root, `${cause.stderr ?? cause}`);
  });
  await writeWhole(folder.password, `${password}\n`, account).catch(explain(folder.root));
  return password;
}

async function writeWhole(path: string, text: string, account: Account): Promise<void> {
  const draft = `${path}.draft`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await giveTo(account, draft);
  await rename(draft, path);
}
