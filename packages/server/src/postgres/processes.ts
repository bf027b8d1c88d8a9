// Looks at processes without touching them: whose they are, when they began, and which belong to one data folder.
import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PROC = process.platform === 'linux';

/** When the process began, in a form that is only ever compared; undefined when it is not alive. */
export async function findStart(pid: number): Promise<string | undefined> {
  if (!PROC) return (await ps(pid, 'lstart=')) || undefined;
  const line = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => undefined);
  // The name may hold spaces and brackets, so count fields after the last bracket: state is field 3, start field 22.
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields === undefined || fields[0] === 'Z' ? undefined : fields[19];
}

/** Whether `pid` is a PostgreSQL process that works in `pgdata`: never true for a stranger that got an old number. */
export async function isPostgresOf(pid: number, pgdata: string): Promise<boolean> {
  if (!PROC) {
    const words = (await ps(pid, 'command=')).split(' ');
    return basename(words[0] ?? '') === 'postgres' && words.includes(pgdata);
  }
  const program = await readlink(`/proc/${pid}/exe`).catch(() => '');
  // After the packages were installed anew the kernel adds " (deleted)".
  if (basename(program).split(' ')[0] !== 'postgres') return false;
  const [its, ours] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(pgdata)]).catch(() => []);
  return its !== undefined && ours !== undefined && its.dev === ours.dev && its.ino === ours.ino;
}

/** All PostgreSQL processes that work in `pgdata`. Only Linux can tell; elsewhere the list is empty. */
export async function listPostgresOf(pgdata: string): Promise<number[]> {
  if (!PROC) return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const ours = await Promise.all(pids.map((pid) => isPostgresOf(pid, pgdata)));
  return pids.filter((_, i) => ours[i]);
}

/** Sends the signal; false when there is no such process any more. */
export function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Waits until `isGone` answers true; false when `patienceMs` passed first. */
export async function waitUntil(isGone: () => Promise<boolean>, patienceMs: number): Promise<boolean> {
  const pause = 20;
  for (let waited = 0; waited <= patienceMs; waited += pause) {
    if (await isGone()) return true;
    await wait(pause);
  }
  return false;
}

async function ps(pid: number, column: string): Promise<string> {
  return await run('ps', ['-o', column, '-p', String(pid)]).then(
    (answer) => answer.stdout.trim(),
    () => '',
  );
}
