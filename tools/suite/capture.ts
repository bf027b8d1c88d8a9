// Runs one program of the suite under this Node and keeps what it says, with a limit on its time.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { passSignals } from '../first-run/child.mjs';

/** The project's root folder, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How a program ended: its exit code, or 124 when it ran out of time, and all that it said. */
export type Ending = { code: number; said: string };

const TIMED_OUT = 124;
const NOT_STARTED = 127;
const GRACE_MS = 10_000;

/** How a program is run: where, with what besides our environment, for how long, and with whose terminal. */
export type Circumstances = {
  cwd?: string;
  env?: Record<string, string>;
  timeoutMs?: number;
  /** True when the person should see it live; then nothing is kept. */
  show?: boolean;
};

/**
 * Runs a program to its end, or until its time is up: then it is asked to stop, and killed when it does not.
 * @param args a JavaScript or TypeScript file and its arguments
 */
export function capture(args: string[], circumstances: Circumstances = {}): Promise<Ending> {
  const { cwd = ROOT, env = {}, timeoutMs = 300_000, show = false } = circumstances;
  return new Promise((resolve) => {
    let said = '';
    const output = show ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
    });
    passSignals(child);
    const keep = (chunk: Buffer) => {
      said += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const stop = setTimeout(() => child.kill('SIGTERM'), timeoutMs);
    const kill = setTimeout(() => child.kill('SIGKILL'), timeoutMs + GRACE_MS);
    child.once('error', (error) => resolve({ code: NOT_STARTED, said: `${said}\n${error.message}` }));
    child.once('close', (code, signal) => {
      clearTimeout(stop);
      clearTimeout(kill);
      if (signal)
        resolve({ code: TIMED_OUT, said: `${said}\nStopped by ${signal} (limit ${timeoutMs / 1000} s).` });
      else resolve({ code: code ?? 1, said });
    });
  });
}
