// The product's own server, with its sample, as a process that can be killed and started again on the same folder and port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** No start takes this long, in ms: whoever waits longer is told what the server said so far. */
const PATIENCE = 100_000;
const PROGRAM = fileURLToPath(new URL('../../../packages/server/src/main.ts', import.meta.url));

export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  said = '';

  constructor(varFolder: string, port: number) {
    const { DATABASE_URL: _application, DATABASE_OWNER_URL: _owner, ...env } = process.env;
    this.#child = spawn(process.execPath, [PROGRAM], {
      env: { ...env, VB_VAR: varFolder, VB_PORT: String(port), VB_SAMPLE: 'yes' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.said += String(chunk);
      });
    this.#ended = once(this.#child, 'close');
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async ready(): Promise<void> {
    const until = performance.now() + PATIENCE;
    while (!this.said.includes('http://')) {
      if (!this.isRunning() || performance.now() > until) throw new Error(`no server:\n${this.said}`);
      await wait(5);
    }
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.isRunning()) this.#child.kill(signal);
    await this.#ended;
  }

  isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }
}

/** A port of this machine that nobody listens on now: the same one serves after each kill. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
