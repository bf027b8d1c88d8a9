// The real server program on a folder of its own: what it says, and kills at any moment.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { ROOT } from '../../src/config.ts';

/** No step of a start takes this long, in ms; whoever waits longer is told what was said so far. */
const PATIENCE = 100_000;

export async function makeVarFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vb-start-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export class ServerProgram {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  said = '';

  constructor(varFolder: string, settings: Readonly<Record<string, string>> = {}) {
    const { DATABASE_URL: _application, DATABASE_OWNER_URL: _owner, ...env } = process.env;
    const program = join(ROOT, 'packages', 'server', 'src', 'main.ts');
    this.#child = spawn(process.execPath, [program], {
      env: { ...env, VB_VAR: varFolder, VB_PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.said += String(chunk);
      });
    this.#ended = once(this.#child, 'close');
    onTestFinished(() => this.stop());
  }

  /** The address it prints when it serves. */
  async address(): Promise<string> {
    await this.until(() => this.said.includes('http://'));
    return /http:\/\/[\d.:]+/.exec(this.said)?.[0] ?? '';
  }

  /** Waits for something to become true while the program runs. @throws when it ends before */
  async until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!(await isTrue())) {
      if (!this.#isRunning()) throw new Error(`the program ended:\n${this.said}`);
      if (Date.now() > deadline) throw new Error(`still waiting:\n${this.said}`);
      await wait(5);
    }
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async stop(): Promise<void> {
    if (this.#isRunning()) this.#child.kill('SIGTERM');
    await this.#ended;
  }

  /** Its exit code, once it has ended by itself. */
  async exitCode(): Promise<number | null> {
    await this.#ended;
    return this.#child.exitCode;
  }

  #isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }
}
