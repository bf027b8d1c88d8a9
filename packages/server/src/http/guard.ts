// The door: only our own host names, only our own pages may write, strict headers, bounded bodies.
import { ProblemError, refuse } from '@vungbuoc/programme/problems';
import type { Context, MiddlewareHandler } from 'hono';

export interface GuardOptions {
  /** Host names that this server answers to, e.g. `127.0.0.1`, `localhost`. */
  readonly hosts: readonly string[];
  /** Largest body of a request by its path, bytes. */
  readonly mostBytes: (path: string) => number;
  /** People reach the pages over TLS: a browser that came once never comes without it. */
  readonly isOverTls: boolean;
  /** Says whether this request may be heard now. @throws request.too-many */
  readonly heed: (context: Context) => void;
}

const HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), camera=()',
} as const;

/** Host against rebinding, Origin and fetch metadata against foreign pages, size against floods. */
export function guard(options: GuardOptions): MiddlewareHandler {
  return async (context, next) => {
    const host = hostName(context.req.header('host') ?? '');
    if (!options.hosts.includes(host)) refuse('request.foreign-host', { host });
    options.heed(context);
    if (!['GET', 'HEAD'].includes(context.req.method))
      requireOwnOrigin(context.req.raw.headers, options.hosts);
    const length = Number(context.req.header('content-length') ?? 0);
    const most = options.mostBytes(context.req.path);
    if (length > most) {
      const facts = { size: megabytes(length), limit: megabytes(most) };
      throw new ProblemError([{ code: 'input.too-large', facts }]);
    }
    // without a length nothing says where it ends; an upload is counted as it arrives
    if (context.req.header('transfer-encoding') !== undefined && most <= options.mostBytes('/')) {
      refuse('input.no-length');
    }
    await next();
    if (options.isOverTls) context.res.headers.set('strict-transport-security', 'max-age=31536000');
    for (const [name, value] of Object.entries(HEADERS)) {
      // a file that somebody sent brings a stricter policy of its own
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  };
}

function requireOwnOrigin(headers: Headers, hosts: readonly string[]): void {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') {
    refuse('request.foreign-origin', { origin: origin ?? site });
  }
  // command-line callers send neither header; a browser always sends Origin with a write
  if (origin === null) return;
  const name = URL.canParse(origin) ? new URL(origin).hostname.replace(/^\[|\]$/g, '') : '';
  const same = hosts.includes(name) && new URL(origin).host === headers.get('host');
  if (!same) refuse('request.foreign-origin', { origin });
}

function hostName(host: string): string {
  return host
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase();
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}
