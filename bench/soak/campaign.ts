// The kill campaign: while a writer writes, kill -9 the server program, the postmaster or a session, again and again,
// and afterwards look for every acknowledged row.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Ledger } from './ledger.ts';
import { ParentProcess } from './parent-process.ts';
import { bodyOf, TABLE } from './rows.ts';

export type Victim = 'parent' | 'postmaster' | 'backend';
const VICTIMS: readonly Victim[] = ['parent', 'postmaster', 'backend'];

export interface Kill {
  readonly victim: Victim;
  /** Requests that the writer had logged as sent and that were unanswered at the moment of the kill. */
  readonly inFlight: number;
}

export interface CampaignReport {
  readonly kills: readonly Kill[];
  /** Kills with at least one request in flight: only these count. */
  readonly counted: number;
  readonly sent: number;
  readonly acknowledged: number;
  /** Acknowledged rows that are gone or hold something else. Must be empty. */
  readonly lost: readonly number[];
  /** Rows in the table that nobody sent. Must be empty. */
  readonly strange: readonly number[];
}

export interface CampaignOptions {
  readonly dataDir: string;
  readonly kills: number;
  /** Pause before the nth kill, in ms: so that kills fall into different moments. */
  readonly pauseBefore: (kill: number) => number;
  /** Lets commits go unwritten for a while: to see that the campaign finds what is then lost. */
  readonly unsafely?: boolean;
  readonly onKill?: (kill: Kill, number: number) => void;
}

/** Acknowledgements to wait for after each kill: the writer is at work again. */
const ACKS_BETWEEN = 40;
/** What no step of a campaign needs, in ms: whoever waits longer is told where it stands. */
const PATIENCE = 90_000;
const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url));

export async function runCampaign(options: CampaignOptions): Promise<CampaignReport> {
  const campaign = new Campaign(options);
  try {
    await campaign.begin();
    for (let n = 0; n < options.kills; n++) {
      const kill = await campaign.kill(VICTIMS[n % VICTIMS.length] ?? 'parent', options.pauseBefore(n));
      options.onKill?.(kill, n + 1);
    }
    return await campaign.conclude();
  } finally {
    await campaign.end();
  }
}

class Campaign {
  readonly #options: CampaignOptions;
  readonly #ledger = new Ledger();
  readonly #kills: { victim: Victim; at: bigint }[] = [];
  #parent: ParentProcess;
  #postmaster = 0;
  #url = '';
  #writer: ChildProcess | undefined;

  constructor(options: CampaignOptions) {
    this.#options = options;
    this.#parent = new ParentProcess(options.dataDir);
  }

  async begin(): Promise<void> {
    await this.#ready();
    await withClient(this.#url, async (client) => {
      await client.query(TABLE);
      if (!this.#options.unsafely) return;
      await client.query('alter role current_user set synchronous_commit = off');
      await client.query(`alter system set wal_writer_delay = '10s'`);
      await client.query('select pg_reload_conf()');
    });
    const begun = process.hrtime.bigint();
    const writer = spawn(process.execPath, [WRITER, this.#url], { stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface({ input: writer.stdout }).on('line', (line) => this.#ledger.read(line));
    this.#writer = writer;
    await this.#untilWriting(begun);
  }

  async kill(victim: Victim, pause: number): Promise<Kill> {
    await wait(pause);
    const from = this.#parent.events.length;
    const at = process.hrtime.bigint();
    process.kill(this.#pidOf(victim), 'SIGKILL');
    this.#kills.push({ victim, at });
    if (victim === 'parent') {
      this.#parent = new ParentProcess(this.#options.dataDir);
      await this.#ready();
    }
    if (victim === 'postmaster')
      this.#postmaster = (await this.#parent.waitFor('restarted', from)).postmaster ?? 0;
    await this.#untilWriting(at);
    return { victim, inFlight: this.#ledger.inFlightAt(at) };
  }

  async conclude(): Promise<CampaignReport> {
    await this.#stopWriter();
    const { lost, strange } = await withClient(this.#url, (client) => compare(client, this.#ledger));
    const kills = this.#kills.map(({ victim, at }) => ({ victim, inFlight: this.#ledger.inFlightAt(at) }));
    const counted = kills.filter((kill) => kill.inFlight > 0).length;
    const { entries, acknowledged } = this.#ledger;
    return { kills, counted, sent: entries.size, acknowledged, lost, strange };
  }

  async end(): Promise<void> {
    await this.#stopWriter();
    await this.#parent.end('SIGTERM');
  }

  async #ready(): Promise<void> {
    const { postmaster = 0, url = '' } = await this.#parent.waitFor('ready');
    this.#postmaster = postmaster;
    this.#url = url;
  }

  #pidOf(victim: Victim): number {
    const pid =
      victim === 'parent'
        ? this.#parent.pid
        : victim === 'postmaster'
          ? this.#postmaster
          : this.#ledger.backends.at(-1)?.pid;
    // Signalled, 0 would be ourselves and everything that started us.
    if (!pid) throw new Error(`there is no ${victim} to kill`);
    return pid;
  }

  /**
   * Waits for saves on connections made after `moment`: each kill cuts all connections, and until PostgreSQL has noticed
   * the death of a session, the others go on saving.
   */
  async #untilWriting(moment: bigint): Promise<void> {
    const until = process.hrtime.bigint() + BigInt(PATIENCE) * 1_000_000n;
    while (true) {
      const connected = this.#ledger.connectedAfter(moment);
      if (connected && this.#ledger.acknowledgedSince(connected) >= ACKS_BETWEEN) return;
      if (this.#writer?.exitCode !== null || this.#writer.signalCode !== null)
        throw new Error('the writer ended');
      if (process.hrtime.bigint() > until) throw new Error(`nothing is saved any more; ${this.#describe()}`);
      await wait(5);
    }
  }

  #describe(): string {
    const events = this.#parent.events.map(({ event, code }) => code ?? event);
    const kills = this.#kills.map(({ victim }) => victim);
    return `kills: ${kills}; parent: ${events}; ${this.#ledger.acknowledged} saves acknowledged`;
  }

  async #stopWriter(): Promise<void> {
    const writer = this.#writer;
    this.#writer = undefined;
    if (!writer) return;
    writer.kill('SIGTERM');
    // 'close' comes after its last line is read.
    const closed = once(writer, 'close').then(() => true);
    const late = new AbortController();
    const inTime = await Promise.race([closed, wait(PATIENCE, false, { signal: late.signal })]);
    late.abort();
    if (inTime) return;
    writer.kill('SIGKILL');
    throw new Error(`the writer does not end; ${this.#describe()}`);
  }
}

/** Reads the whole table by pages and holds it against the ledger. */
async function compare(client: pg.Client, ledger: Ledger): Promise<{ lost: number[]; strange: number[] }> {
  const missing = new Set<number>();
  for (const [id, entry] of ledger.entries) if (entry.acknowledged) missing.add(id);
  const strange: number[] = [];
  let after = 0;
  while (true) {
    const page = await client.query<{ id: string; body: string }>(
      'select id, body from soak_rows where id > $1 order by id limit 20000',
      [after],
    );
    if (page.rows.length === 0) return { lost: [...missing], strange };
    for (const row of page.rows) {
      after = Number(row.id);
      if (!ledger.entries.has(after)) strange.push(after);
      if (row.body === bodyOf(after)) missing.delete(after);
    }
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return await work(client).finally(() => client.end());
}
