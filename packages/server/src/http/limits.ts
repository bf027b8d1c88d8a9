// How often one person, and one address, may ask: a bucket of requests each, filled again by the second, in this process.
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';

export interface Rate {
  /** Requests at once, from a full bucket. */
  readonly most: number;
  /** Requests that a bucket gains in a second. */
  readonly perSecond: number;
}

export interface Limits {
  readonly person: Rate;
  /** An office of hundreds of people often has one address. */
  readonly address: Rate;
  /** Boards that one person may have open at once, each told what changes in it. */
  readonly lines: number;
}

export const LIMITS: Limits = {
  person: { most: 600, perSecond: 20 },
  address: { most: 6_000, perSecond: 200 },
  lines: 20,
};

interface Buckets {
  /** @throws request.too-many, with the seconds until the next request is heard */
  take(key: string, now: Date): void;
}

/** More are not held: whoever has not asked for longest begins with a full bucket again. */
const MOST_HELD = 10_000;

function makeBuckets({ most, perSecond }: Rate): Buckets {
  const held = new Map<string, { left: number; at: number }>();
  return {
    take(key, now) {
      const at = now.getTime();
      const before = held.get(key) ?? { left: most, at };
      // a clock that is set back fills nothing
      const gained = (Math.max(0, at - before.at) / 1000) * perSecond;
      const left = Math.min(most, before.left + gained);
      held.delete(key);
      held.set(key, { left: Math.max(0, left - 1), at });
      const oldest = held.keys().next();
      if (held.size > MOST_HELD && !oldest.done) held.delete(oldest.value);
      if (left < 1) refuse('request.too-many', { seconds: Math.ceil((1 - left) / perSecond) });
    },
  };
}

/** What asks at the door whether a request may be heard. */
export interface OpenLimits {
  readonly lines: number;
  heedAddress(address: string | null): void;
  heedPerson(principal: Principal): void;
}

/** Where only this machine can ask: as many boards as a measurement opens. */
const MOST_LINES = 1_000;

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

export function openLimits(limits: Limits | null, clock: () => Date): OpenLimits {
  if (limits === null)
    return { lines: MOST_LINES, heedAddress: () => undefined, heedPerson: () => undefined };
  const addresses = makeBuckets(limits.address);
  const people = makeBuckets(limits.person);
  return {
    lines: limits.lines,
    heedAddress(address) {
      // a proxy that does not say who asked stands for everybody
      if (address !== null && !LOOPBACK.includes(address)) addresses.take(address, clock());
    },
    heedPerson({ kind, personId }) {
      if (kind === 'person') people.take(String(personId), clock());
    },
  };
}
