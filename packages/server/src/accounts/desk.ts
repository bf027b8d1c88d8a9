// What every ceremony works with, and how what it refuses becomes one problem in words.
import { APIError } from 'better-auth/api';
import type { Database } from '../storage/connect.ts';
import type { Ceremonies } from './ceremonies.ts';

export interface AccountDesk {
  readonly database: Database;
  readonly auth: Ceremonies;
  readonly secret: string;
  /** Name of the session cookie. */
  readonly cookie: string;
}

/** A reply of a ceremony, with the cookies that the browser must keep or forget. */
export interface Opened<Reply> {
  readonly reply: Reply;
  readonly cookies: readonly string[];
}

/** Where a request comes from. */
export interface Caller {
  readonly headers: Headers;
  /** null where there is no network in between. */
  readonly address: string | null;
  readonly now: Date;
}

/** Runs a ceremony; `refused` says what its refusal means here. A fault stays a fault. */
export async function hold<T>(
  run: () => Promise<{ headers: Headers; response: T }>,
  refused: () => never | Promise<never>,
): Promise<Opened<T>> {
  try {
    const { headers, response } = await run();
    return { reply: response, cookies: headers.getSetCookie() };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return refused();
    throw error;
  }
}

/** What the ceremonies write beside a session; whatever the browser claims about where it is does not count. */
export function withAddress(headers: Headers, address: string | null): Headers {
  const own = new Headers(headers);
  own.delete('x-forwarded-for');
  if (address !== null) own.set('x-forwarded-for', address);
  return own;
}

/** The digits of a code as people type it, `123 456`. */
export function digitsOf(code: string): string {
  return code.replace(/\D/g, '');
}
