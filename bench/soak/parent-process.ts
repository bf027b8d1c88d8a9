// Runs `parent.ts` as a process of its own and listens to its events.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** One line of the parent; which fields are there depends on `event`. */
export interface ParentEvent {
  readonly event: 'ready' | 'restarted' | 'notice' | 'problem' | 'stopped' | 'ended';
  readonly postmaster?: number;
  readonly url?: string;
  readonly code?: string;
  readonly vi?: string;
  readonly en?: string;
  readonly detail?: string;
}

/** No step of a parent takes this long, in ms: whoever waits longer is told what it said so far. */
const PATIENCE = 90_000;
const PROGRAM = fileURLToPath(new URL('./parent.ts', import.meta.url));

/** A running parent, its events so far, and the way to wait for one that is still to come. */
export class ParentProcess {
  readonly process: ChildProcess;
  readonly events: ParentEvent[] = [];
  readonly #news = new EventEmitter();
  readonly #ended: Promise<unknown>;

  constructor(dataDir: string, how: SpawnOptions = {}) {
    this.process = spawn(process.execPath, [PROGRAM, dataDir], {
      ...how,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#ended = once(this.process, 'close').then(() => this.#hear({ event: 'ended' }));
    if (this.process.stdout)
      createInterface({ input: this.process.stdout }).on('line', (line) => this.#read(line));
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** The next event of that name, counted from the `from`th one on; rejects when the parent ends first. */
  async waitFor(event: ParentEvent['event'], from = 0): Promise<ParentEvent> {
    while (true) {
      const found = this.events.slice(from).find((one) => one.event === event);
      if (found) return found;
      if (this.events.at(-1)?.event === 'ended')
        throw new Error(`no "${event}": ${JSON.stringify(this.events)}`);
      await once(this.#news, 'event', { signal: AbortSignal.timeout(PATIENCE) }).catch((cause) => {
        throw new Error(`still no "${event}": ${JSON.stringify(this.events)}`, { cause });
      });
    }
  }

  isRunning(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  codes(): string[] {
    return this.events.flatMap((one) => (one.code === undefined ? [] : [one.code]));
  }

  /** Sends the signal and waits for the end; answers with the exit code, or the signal's name. */
  async end(signal: NodeJS.Signals): Promise<number | string | null> {
    this.process.kill(signal);
    await this.#ended;
    return this.process.exitCode ?? this.process.signalCode;
  }

  #read(line: string): void {
    // Written by parent.ts, whose shape this is.
    this.#hear(JSON.parse(line) as ParentEvent);
  }

  #hear(event: ParentEvent): void {
    this.events.push(event);
    this.#news.emit('event');
  }
}
