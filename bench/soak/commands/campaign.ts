// Kills of the product's own server, its PostgreSQL and single sessions while officers save over HTTP; afterwards the trail
// is held against what was acknowledged.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Acknowledgements, type Differences, type KeptSave } from './acknowledgements.ts';
import { freePort, ServerProcess } from './server-process.ts';

const VICTIMS = ['server', 'postmaster', 'session'] as const;
export type CommandVictim = (typeof VICTIMS)[number];

export interface CommandKill {
  readonly victim: CommandVictim;
  /** Requests under way at the moment of the kill. */
  readonly inFlight: number;
}

export interface CommandReport extends Differences {
  readonly kills: readonly CommandKill[];
  readonly acknowledged: number;
  /** Saves that were sent again with the same number, because no answer had come. */
  readonly sentAgain: number;
  /** Events of saves in the trail. */
  readonly kept: number;
  /** Statuses of answers while something was down, and how often. */
  readonly refusals: Readonly<Record<string, number>>;
  /** What `vb verify` said at the end, and its exit code. */
  readonly verify: { readonly code: number | null; readonly said: string };
}

export interface CommandOptions {
  readonly varFolder: string;
  readonly kills: number;
  /** Pause before the nth kill, in ms: so that kills fall into different moments. */
  readonly pauseBefore: (kill: number) => number;
  readonly onKill?: (kill: CommandKill, number: number) => void;
}

/** Saves to wait for after each kill: everybody is at work again. */
const SAVES_BETWEEN = 10;
/** What no step of a campaign needs, in ms. */
const PATIENCE = 90_000;
/** Communes of the sample, two officers each: both contention on one chain and work side by side. */
const UNITS = ['03460', '03473', '03474', '03475'];
const SAVER = fileURLToPath(new URL('./saver.ts', import.meta.url));
const VB = fileURLToPath(new URL('../../../packages/server/src/cli/main.ts', import.meta.url));

export async function runCommandCampaign(options: CommandOptions): Promise<CommandReport> {
  const campaign = new CommandCampaign(options, await freePort());
  try {
    await campaign.begin();
    for (let n = 0; n < options.kills; n++) {
      const kill = await campaign.kill(VICTIMS[n % VICTIMS.length] ?? 'server', options.pauseBefore(n));
      options.onKill?.(kill, n + 1);
    }
    return await campaign.conclude();
  } finally {
    await campaign.end();
  }
}

class CommandCampaign {
  readonly #options: CommandOptions;
  readonly #port: number;
  readonly #record = new Acknowledgements();
  readonly #kills: { victim: CommandVictim; at: bigint }[] = [];
  #server: ServerProcess;
  #saver: ChildProcess | undefined;

  constructor(options: CommandOptions, port: number) {
    this.#options = options;
    this.#port = port;
    this.#server = new ServerProcess(options.varFolder, port);
  }

  get #url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async begin(): Promise<void> {
    await this.#server.ready();
    const begun = process.hrtime.bigint();
    const words = [SAVER, this.#url, await enterAsCoordination(this.#url), UNITS.join(',')];
    const saver = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface({ input: saver.stdout }).on('line', (line) => this.#record.read(line));
    this.#saver = saver;
    await this.#untilSaving(begun);
  }

  async kill(victim: CommandVictim, pause: number): Promise<CommandKill> {
    await wait(pause);
    const pid = await this.#pidOf(victim);
    const at = process.hrtime.bigint();
    process.kill(pid, 'SIGKILL');
    this.#kills.push({ victim, at });
    if (victim === 'server') {
      await this.#server.end('SIGKILL');
      this.#server = new ServerProcess(this.#options.varFolder, this.#port);
      await this.#server.ready();
    }
    await this.#untilSaving(process.hrtime.bigint());
    return { victim, inFlight: this.#record.inFlightAt(at) };
  }

  async conclude(): Promise<CommandReport> {
    await this.#stopSaver();
    const kept = await this.#ask(listKeptSaves);
    return {
      ...this.#record.compare(kept),
      kills: this.#kills.map(({ victim, at }) => ({ victim, inFlight: this.#record.inFlightAt(at) })),
      acknowledged: this.#record.acknowledged,
      sentAgain: this.#record.sentAgain(),
      kept: kept.length,
      refusals: Object.fromEntries(this.#record.refusals),
      verify: await verify(this.#options.varFolder),
    };
  }

  async end(): Promise<void> {
    this.#saver?.kill('SIGKILL');
    await this.#server.end('SIGTERM');
  }

  async #pidOf(victim: CommandVictim): Promise<number> {
    const pid =
      victim === 'server'
        ? this.#server.pid
        : victim === 'postmaster'
          ? await postmasterOf(this.#options.varFolder)
          : await this.#ask(findSession);
    // Signalled, 0 would be ourselves and everything that started us.
    if (!pid) throw new Error(`there is no ${victim} to kill`);
    return pid;
  }

  /** Waits for saves that were first sent after that moment. */
  async #untilSaving(moment: bigint): Promise<void> {
    const until = performance.now() + PATIENCE;
    while (this.#record.acknowledgedSince(moment) < SAVES_BETWEEN) {
      if (!this.#server.isRunning()) throw new Error(`the server ended by itself:\n${this.#server.said}`);
      if (this.#saver?.exitCode !== null) throw new Error('the saver ended');
      if (performance.now() > until)
        throw new Error(`nothing is saved any more after ${this.#kills.length} kills:\n${this.#server.said}`);
      await wait(10);
    }
  }

  async #stopSaver(): Promise<void> {
    const saver = this.#saver;
    if (!saver) return;
    saver.kill('SIGTERM');
    // 'close' comes after its last line is read.
    await once(saver, 'close', { signal: AbortSignal.timeout(PATIENCE) });
    this.#saver = undefined;
  }

  /** Asks the database behind the policies, as its owner. */
  async #ask<T>(question: (client: pg.Client) => Promise<T>): Promise<T> {
    // Written by the server for the command line.
    const { ownerUrl } = JSON.parse(
      await readFile(join(this.#options.varFolder, 'connection.json'), 'utf8'),
    ) as { ownerUrl: string };
    const client = new pg.Client({ connectionString: ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    return await question(client).finally(() => client.end());
  }
}

async function postmasterOf(varFolder: string): Promise<number> {
  const file = join(varFolder, 'postgres', 'pgdata', 'postmaster.pid');
  return Number((await readFile(file, 'utf8')).split('\n')[0]);
}

/** A session of the server, at best one that is at work. */
async function findSession(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where usename = 'vb_app' order by (state = 'active') desc, pid limit 1`,
  );
  return rows[0]?.pid ?? 0;
}

async function listKeptSaves(client: pg.Client): Promise<KeptSave[]> {
  const { rows } = await client.query<KeptSave & { seq: string }>(
    `select e.command_id as "commandId", e.seq, trim_scale(r.numerator)::text as value
     from events e left join reading_revisions r on r.unit_id = e.unit_id and r.seq = e.seq
     where e.command = 'readings.save'`,
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** Signs in as the sample's coordination office, which may save figures of all its communes. @returns the cookie */
async function enterAsCoordination(url: string): Promise<string> {
  // The server's own reply to who may look around.
  const ways = (await (await fetch(`${url}/api/account/ways`)).json()) as {
    sample: { person: number; role: string }[];
  };
  const person = ways.sample.find(({ role }) => role === 'coordination')?.person;
  const body = JSON.stringify({ person });
  const entered = await fetch(`${url}/api/account/sample`, { method: 'POST', body });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`not let in: ${entered.status} ${await entered.text()}`);
  return cookie;
}

async function verify(varFolder: string): Promise<CommandReport['verify']> {
  const child = spawn(process.execPath, [VB, 'verify', '--lang', 'en'], {
    env: { PATH: process.env.PATH, VB_VAR: varFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += String(chunk);
    });
  await once(child, 'close');
  return { code: child.exitCode, said };
}
