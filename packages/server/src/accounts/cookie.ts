// The session cookie as the ceremonies write it: the token, a point, and its signature.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** With TLS the browser keeps a cookie of this prefix only when it came over TLS. */
export function cookieName(address: string): string {
  return `${address.startsWith('https:') ? '__Secure-' : ''}vb.session_token`;
}

/** The token of a request's cookie, or null where there is none or its signature is not ours. */
export function tokenIn(header: string | null, name: string, secret: string): string | null {
  const found = header?.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  if (found === undefined) return null;
  const value = decode(found.slice(name.length + 1));
  const point = value?.lastIndexOf('.') ?? -1;
  if (value === null || point < 1) return null;
  const token = value.slice(0, point);
  const signature = Buffer.from(value.slice(point + 1));
  const expected = Buffer.from(signatureOf(token, secret));
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : null;
}

/** The same cookie, for a session that no password opened. */
export function sessionCookie(token: string, name: string, secret: string): string {
  const value = encodeURIComponent(`${token}.${signatureOf(token, secret)}`);
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict${name.startsWith('__Secure-') ? '; Secure' : ''}`;
}

function signatureOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('base64');
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
