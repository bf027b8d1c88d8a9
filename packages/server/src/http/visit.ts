// Somebody at the door: who they are by their session, and a workshop whose database reaches no further than their grants.
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import type { Context } from 'hono';
import type { Accounts, SessionRow } from '../accounts/index.ts';
import { isOnlySample } from '../reads/ways.ts';
import { reachOf } from '../reference/reach.ts';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';

/** What the ceremonies of signing in need beyond the input. */
export interface Door {
  readonly accounts: Accounts;
  readonly headers: Headers;
  /** Where the request comes from; null where there is no network in between. */
  readonly address: string | null;
  readonly session: SessionRow | null;
  /** The browser keeps, or forgets, these cookies. */
  setCookies(cookies: readonly string[]): void;
}

/** Who came in, and the workshop as far as they may reach. */
export interface Visit {
  readonly principal: Principal;
  readonly workshop: Workshop;
  readonly door: Door;
}

export interface VisitOptions {
  readonly workshop: Workshop;
  readonly accounts: Accounts;
  /** Everybody is this one: for tests and measurements of what lies behind the door. */
  readonly standIn: Principal | null;
  /** The proxy in front writes who asked into X-Forwarded-For. */
  readonly behindProxy: boolean;
}

const PUBLIC: Principal = { kind: 'public', personId: 0, name: '', office: '', grants: [] };

/** @throws sign-in.needed */
export async function visit(options: VisitOptions, context: Context, open?: true): Promise<Visit> {
  const { workshop, accounts, standIn } = options;
  const now = workshop.clock();
  const today = dayInVietnam(now);
  const { headers } = context.req.raw;
  const found = standIn === null ? await accounts.whoIs(headers, now, today) : null;
  const reference = await workshop.reference.current();
  // made-up people are gone as soon as there is a real programme
  const session = found?.isSample && !isOnlySample(reference) ? null : found;
  const principal = standIn ?? (session === null ? PUBLIC : personOf(session));
  if (principal.kind === 'public' && standIn === null && open !== true) return refuse('sign-in.needed');
  const database = { ...workshop.database, reach: reachOf(reference, principal, today) };
  const door: Door = {
    accounts,
    headers,
    address: addressOf(context, options.behindProxy),
    session,
    setCookies(cookies) {
      for (const cookie of cookies) context.header('set-cookie', cookie, { append: true });
    },
  };
  return { principal, workshop: { ...workshop, database }, door };
}

function personOf({ personId, name, office, grants }: SessionRow): Principal {
  return { kind: 'person', personId, name, office, grants };
}

/** The last hop is the only part of X-Forwarded-For that our own proxy wrote. */
export function addressOf(context: Context, behindProxy: boolean): string | null {
  const forwarded = behindProxy
    ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined;
  return forwarded ?? remoteAddress(context.env) ?? null;
}

/** Of the socket, as @hono/node-server hands it in; absent where a test asks without a network. */
function remoteAddress(env: unknown): string | undefined {
  const incoming = member(env, 'incoming');
  const address = member(member(incoming, 'socket'), 'remoteAddress');
  return typeof address === 'string' ? address : undefined;
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
