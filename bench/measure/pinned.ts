// Programs on one core: what is measured runs on core 0 with its PostgreSQL, the load comes from core 1.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SERVER_ARGUMENTS, serverEnvironment } from '../../tools/first-run/server-program.mjs';
import { databaseOf } from '../nation/house.ts';
import { ROOT } from './root.ts';
import { signIn } from './session.ts';

/** Core of the server and its database. */
export const WORK_CORE = 0;
/** Core of the load and of this program. */
export const LOAD_CORE = 1;

/** Runs a program of the bench to its end on the work core. Its last line is its answer, as JSON. @throws when it fails */
export async function runPart<T>(file: string, ...args: readonly (string | number)[]): Promise<T> {
  const lines = await runPinned([process.execPath, join(ROOT, 'bench', file), ...args.map(String)]);
  // written by a part of this bench
  return JSON.parse(lines.at(-1) ?? 'null') as T;
}

/** Lines that a program wrote. @throws when it ends with another code than 0 */
export async function runPinned(command: readonly string[]): Promise<string[]> {
  const child = spawn('taskset', ['-c', String(WORK_CORE), ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const ended = once(child, 'close');
  for await (const line of createInterface(child.stdout)) lines.push(line);
  const [code] = await ended;
  if (code !== 0) throw new Error(`${command.slice(1).join(' ')} ended with ${code}`);
  return lines;
}

export interface BenchServer {
  readonly url: string;
  readonly pid: number;
  readonly postmasterPid: number;
  stop(): Promise<void>;
}

/** Starts the server as `npm start` does, on a folder of the bench. PostgreSQL inherits the core. */
export async function startServer(folder: string, sample: 'yes' | 'no' = 'no'): Promise<BenchServer> {
  const env = { ...serverEnvironment(process.env), VB_VAR: folder, VB_PORT: '0', VB_SAMPLE: sample };
  const child = spawn('taskset', ['-c', String(WORK_CORE), process.execPath, ...SERVER_ARGUMENTS], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { url, said } = await startOf(child);
  await signIn(url, folder, said);
  const { postmasterPid } = await databaseOf(folder);
  return {
    url,
    pid: child.pid ?? 0,
    postmasterPid,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function startOf(child: ChildProcess): Promise<{ url: string; said: string }> {
  if (!child.stdout) throw new Error('the server has no output');
  let said = '';
  for await (const line of createInterface(child.stdout)) {
    said += `${line}\n`;
    const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (address !== undefined) {
      child.stdout.resume();
      return { url: address, said };
    }
  }
  throw new Error('the server ended before it named its address');
}
