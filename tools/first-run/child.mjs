// Runs another program: keeps the end of what it says, passes our signals on to it once, and tells how it ended.
// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const TAIL_CHARACTERS = 64_000;
/** A terminal sends Ctrl-C to the whole group and npm sends it again: the child hears one. */
const SAME_SIGNAL_MS = 500;
const FOLLOW_MS = 500;
/** @type {NodeJS.Signals[]} */
const PASSED_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * How a child ended: its exit code (128 + signal number after a signal, 127 when it could not be started)
 * and the end of what it said.
 * @typedef {{ code: number, tail: string }} Ending
 */

/** @param {number | null} code @param {NodeJS.Signals | null} signal */
const exitCode = (code, signal) => code ?? 128 + (signal ? (constants.signals[signal] ?? 0) : 0);

/**
 * Passes SIGINT, SIGTERM and SIGHUP of this process on to the child until it ends.
 * @param {import('node:child_process').ChildProcess} child
 */
export function passSignals(child) {
  let lastAt = 0;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    const now = Date.now();
    if (now - lastAt < SAME_SIGNAL_MS) return;
    lastAt = now;
    child.kill(signal);
  };
  for (const signal of PASSED_SIGNALS) process.on(signal, pass);
  child.once('exit', () => {
    for (const signal of PASSED_SIGNALS) process.off(signal, pass);
  });
}

/**
 * Stops the child when the shell that npm put between itself and us is gone: npm gives a SIGTERM to that shell, which
 * dies without passing it on, and the server would stay behind.
 * @param {import('node:child_process').ChildProcess} child
 */
function followNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, FOLLOW_MS);
  child.once('exit', () => clearInterval(watch));
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio: 'inherit' | 'gather' | 'server' }} how
 *   `inherit`: the child has our terminal. `gather`: what it says is kept in `tail`.
 *   `server`: its standard output is ours, its errors are shown and kept, and it sits in a group of its own so
 *   that a signal reaches it once, through us; its channel closes when we die, by which it knows.
 * @returns {Promise<Ending>}
 */
export function runChild(command, args, { cwd, env, stdio }) {
  return new Promise((resolve) => {
    let tail = '';
    const child = spawn(command, args, {
      cwd,
      env,
      detached: stdio === 'server',
      stdio: {
        inherit: /** @type {const} */ ('inherit'),
        gather: /** @type {('ignore' | 'pipe')[]} */ (['ignore', 'pipe', 'pipe']),
        server: /** @type {('ignore' | 'inherit' | 'pipe' | 'ipc')[]} */ ([
          'ignore',
          'inherit',
          'pipe',
          'ipc',
        ]),
      }[stdio],
    });
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      tail = (tail + chunk).slice(-TAIL_CHARACTERS);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    if (stdio === 'server') child.stderr?.pipe(process.stderr);
    if (stdio !== 'gather') followNpm(child);
    passSignals(child);
    child.once('error', (error) => resolve({ code: 127, tail: `${tail}\n${error.message}` }));
    child.once('close', (code, signal) => resolve({ code: exitCode(code, signal), tail }));
  });
}
