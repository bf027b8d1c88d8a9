// Asking a server of ours, signed in. Every answer is read to its end.
import { signed } from './session.ts';

export interface Answer {
  readonly status: number;
  readonly bytes: number;
  readonly etag: string | null;
  readonly text: string;
}

/** @throws when the answer is neither 200 nor 304 */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, signed(url, init));
  const text = await response.text();
  if (response.status !== 200 && response.status !== 304) {
    throw new Error(`${url}: ${response.status} ${text.slice(0, 500)}`);
  }
  return { status: response.status, bytes: text.length, etag: response.headers.get('etag'), text };
}
