// What the saver sent and what it was told, kept by a process that no kill touches, and held against the trail.

/** One save: the value it wrote, and each time it was sent until an answer came. */
export interface Save {
  readonly value: string;
  readonly attempts: { readonly sentAt: bigint; endedAt?: bigint }[];
  /** Number in its unit's trail, as the reply said; undefined while nothing was acknowledged. */
  seq?: number;
}

/** A save as the database holds it: its event, and the value of the revision with the same number. */
export interface KeptSave {
  readonly commandId: string;
  readonly seq: number;
  /** Null where the event has no revision beside it. */
  readonly value: string | null;
}

/** All three must be empty. */
export interface Differences {
  /** Acknowledged, and not in the trail as it was acknowledged. */
  readonly lost: readonly string[];
  /** In the trail more than once. */
  readonly twice: readonly string[];
  /** In the trail although nobody sent it, or with another value than was sent. */
  readonly strange: readonly string[];
}

export class Acknowledgements {
  readonly saves = new Map<string, Save>();
  /** Answers that were neither an acknowledgement nor a broken line, by their status. */
  readonly refusals = new Map<string, number>();
  acknowledged = 0;

  /** Takes one line of `saver.ts`. */
  read(line: string): void {
    const [kind, id = '', when = '0', what = ''] = line.split(' ');
    const at = BigInt(when);
    if (kind === 's') {
      const save = this.saves.get(id) ?? { value: what, attempts: [] };
      save.attempts.push({ sentAt: at });
      this.saves.set(id, save);
      return;
    }
    const save = this.saves.get(id);
    const attempt = save?.attempts.at(-1);
    if (!save || !attempt) throw new Error(`answered without having been sent: ${line}`);
    attempt.endedAt = at;
    if (kind === 'r') this.refusals.set(what, (this.refusals.get(what) ?? 0) + 1);
    if (kind !== 'a') return;
    save.seq = Number(what);
    this.acknowledged++;
  }

  /** How many requests were under way at that moment of the monotonic clock. */
  inFlightAt(moment: bigint): number {
    let count = 0;
    for (const { attempts } of this.saves.values())
      for (const { sentAt, endedAt } of attempts)
        if (sentAt < moment && (endedAt === undefined || endedAt > moment)) count++;
    return count;
  }

  /** How many saves first sent after that moment were acknowledged. */
  acknowledgedSince(moment: bigint): number {
    let count = 0;
    for (const { attempts, seq } of this.saves.values())
      if (seq !== undefined && (attempts[0]?.sentAt ?? 0n) > moment) count++;
    return count;
  }

  /** Saves that had to be sent again: whether the first had been applied was not known. */
  sentAgain(): number {
    return [...this.saves.values()].filter(({ attempts }) => attempts.length > 1).length;
  }

  compare(kept: readonly KeptSave[]): Differences {
    const seen = new Map<string, KeptSave>();
    const twice: string[] = [];
    const strange: string[] = [];
    for (const one of kept) {
      if (seen.has(one.commandId)) twice.push(one.commandId);
      seen.set(one.commandId, one);
      if (this.saves.get(one.commandId)?.value !== one.value) strange.push(one.commandId);
    }
    const lost = [...this.saves].filter(([id, { seq }]) => seq !== undefined && seen.get(id)?.seq !== seq);
    return { lost: lost.map(([id]) => id), twice, strange };
  }
}
