// Walks the whole trail: every chain recomputed from its first event, every reading against its newest revision.
import { createHash } from 'node:crypto';
import type { Database } from '../storage/connect.ts';
import { MOST_UNITS_WRITING, readUnits, type UnitTransaction } from '../storage/context.ts';
import { hashOf } from '../storage/heads.ts';
import {
  countReadingsOffTrail,
  listEvents,
  listHeads,
  listUnitIds,
  type StoredEvent,
  type StoredHead,
} from '../storage/trail.ts';

export interface TrailFault {
  readonly unitId: number;
  readonly seq: number;
  /** `gap`, `payload`, `link`, `hash`, `head`: what does not fit. */
  readonly what: 'gap' | 'payload' | 'link' | 'hash' | 'head';
}

export interface TrailReport {
  readonly units: number;
  readonly events: number;
  readonly faults: readonly TrailFault[];
  readonly readingsOffTrail: number;
}

const PAGE = 1000;

/** Reads everything, writes nothing. */
export async function verifyTrail(database: Database): Promise<TrailReport> {
  const ids = await listUnitIds(database.kysely);
  const faults: TrailFault[] = [];
  let events = 0;
  let readingsOffTrail = 0;
  for (let start = 0; start < ids.length; start += MOST_UNITS_WRITING) {
    const chunk = ids.slice(start, start + MOST_UNITS_WRITING);
    await readUnits(database, chunk, async (transaction) => {
      for (const head of await listHeads(transaction, chunk)) {
        const walked = await walkChain(transaction, head);
        events += walked.events;
        faults.push(...walked.faults);
      }
      readingsOffTrail += await countReadingsOffTrail(transaction, chunk);
    });
  }
  return { units: ids.length, events, faults, readingsOffTrail };
}

async function walkChain(
  transaction: UnitTransaction,
  head: StoredHead,
): Promise<{ events: number; faults: TrailFault[] }> {
  const faults: TrailFault[] = [];
  let previous: Pick<StoredHead, 'seq' | 'hash'> = { seq: 0, hash: Buffer.alloc(32) };
  for (;;) {
    const page = await listEvents(transaction, head.unitId, previous.seq, PAGE);
    for (const event of page) {
      const what = faultOf(event, previous);
      if (what) faults.push({ unitId: event.unitId, seq: event.seq, what });
      previous = event;
    }
    if (page.length < PAGE) break;
  }
  if (previous.seq !== head.seq || !previous.hash.equals(head.hash)) {
    faults.push({ unitId: head.unitId, seq: head.seq, what: 'head' });
  }
  return { events: previous.seq, faults };
}

function faultOf(event: StoredEvent, previous: Pick<StoredHead, 'seq' | 'hash'>): TrailFault['what'] | null {
  if (event.seq !== previous.seq + 1) return 'gap';
  // nothing may take a payload out yet, so one that is gone was taken by somebody
  if (event.payload === null || !digest(event.payload).equals(event.payloadDigest)) return 'payload';
  if (!event.prevHash.equals(previous.hash)) return 'link';
  return hashOf(event.prevHash, event).equals(event.hash) ? null : 'hash';
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
