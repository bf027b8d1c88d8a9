// Signed in as the first administrator: what is measured asks as a person does, with session, rights and row-level security.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const cookies = new Map<string, string>();

/**
 * @param folder the server's; its administrator's password is kept there for the next start of the same nation
 * @param said what the server printed until it named its address: the password, at its first start
 */
export async function signIn(url: string, folder: string, said: string): Promise<void> {
  const kept = join(folder, 'bench-administrator');
  const shown = /\(password\): +(\S+)/.exec(said)?.[1];
  if (shown !== undefined) await writeFile(kept, shown, { mode: 0o600 });
  const password = shown ?? (await readFile(kept, 'utf8'));
  const reply = await fetch(`${url}/api/account/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ username: 'quan-tri', password, shared: false }),
  });
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
  cookies.set(url, cookie);
}

/** The request as whoever signed in at its server. */
export function signed(url: string, init: RequestInit = {}): RequestInit {
  const headers = new Headers(init.headers);
  const cookie = cookies.get(new URL(url).origin);
  if (cookie !== undefined) headers.set('cookie', cookie);
  return { ...init, headers };
}
