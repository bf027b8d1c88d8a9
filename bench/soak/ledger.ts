// The record of what the writer said, kept by a process that no kill touches.

export interface Entry {
  readonly sentAt: bigint;
  /** When its answer came, good or bad; undefined while none has. */
  answeredAt?: bigint;
  acknowledged: boolean;
}

export class Ledger {
  readonly entries = new Map<number, Entry>();
  /** Backends of the writer's connections, oldest first. */
  readonly backends: { readonly pid: number; readonly since: bigint }[] = [];
  acknowledged = 0;
  lastId = 0;

  /** Takes one line of `writer.ts`. */
  read(line: string): void {
    const [kind, number, when] = line.split(' ');
    const id = Number(number);
    if (kind === 'c') this.backends.push({ pid: id, since: BigInt(when ?? 0) });
    else if (kind === 's') this.#send(id, BigInt(when ?? 0));
    else this.#answer(id, BigInt(when ?? 0), kind === 'a');
  }

  /** How many requests the writer had sent and not yet seen answered at that moment of the monotonic clock. */
  inFlightAt(moment: bigint): number {
    let count = 0;
    for (const { sentAt, answeredAt } of this.entries.values()) {
      if (sentAt < moment && (answeredAt === undefined || answeredAt > moment)) count++;
    }
    return count;
  }

  /** When the first connection was made after that moment; undefined while none has been. */
  connectedAfter(moment: bigint): bigint | undefined {
    return this.backends.find(({ since }) => since > moment)?.since;
  }

  /** How many requests sent at or after that moment have been acknowledged. */
  acknowledgedSince(moment: bigint): number {
    let count = 0;
    for (let id = this.lastId; id > 0; id--) {
      const entry = this.entries.get(id);
      if (!entry) continue;
      if (entry.sentAt < moment) break;
      if (entry.acknowledged) count++;
    }
    return count;
  }

  #send(id: number, sentAt: bigint): void {
    this.entries.set(id, { sentAt, acknowledged: false });
    this.lastId = Math.max(this.lastId, id);
  }

  #answer(id: number, at: bigint, good: boolean): void {
    const entry = this.entries.get(id);
    if (!entry) throw new Error(`the writer answered ${id} without having sent it`);
    entry.answeredAt = at;
    entry.acknowledged = good;
    if (good) this.acknowledged++;
  }
}
