// Passwords as argon2id in the usual text form, with their costs beside them, so that costs can rise later.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const hashWith = promisify(argon2);

/** OWASP's password storage sheet: 19 MiB, two passes, one lane. */
const COSTS = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`, both in base64 without padding. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt, COSTS);
  const { memory, passes, parallelism } = COSTS;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(tag)}`;
}

/** False also for a text that is no hash of ours. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(hash);
  if (!found) return false;
  const [, memory, passes, parallelism, salt = '', expected = ''] = found;
  const costs = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const tag = await tagOf(password, Buffer.from(salt, 'base64'), costs);
  const wanted = Buffer.from(expected, 'base64');
  return tag.length === wanted.length && timingSafeEqual(tag, wanted);
}

function tagOf(
  password: string,
  nonce: Buffer,
  costs: { readonly memory: number; readonly passes: number; readonly parallelism: number },
): Promise<Buffer> {
  // tone marks may be typed in two ways that look the same
  const message = Buffer.from(password.normalize('NFC'), 'utf8');
  return hashWith('argon2id', { message, nonce, tagLength: TAG_BYTES, ...costs });
}

function plain(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

/** A password that nobody has to invent: four groups of letters and digits that are not mistaken for one another. */
export function randomPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const most = 256 - (256 % letters.length);
  let text = '';
  while (text.length < 16) {
    for (const byte of randomBytes(32)) if (byte < most) text += letters[byte % letters.length];
  }
  return (text.slice(0, 16).match(/.{4}/g) ?? []).join('-');
}
