// How the screens ask the server: JSON, with the ETag of what is already here, and problems as RFC 9457 says.

/** One fault of a form, beside its field: `path` such as `mapping/columns/3`. */
export type Fault = { path: string | null; code: string; vi: string; en: string };

/** The server answered with a problem (application/problem+json), or did not answer at all (`status` 0). */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: { vi: string; en: string } | null;
  readonly faults: readonly Fault[];

  constructor(
    status: number,
    code: string,
    detail: { vi: string; en: string } | null,
    faults: readonly Fault[],
  ) {
    super(detail?.en ?? code);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.faults = faults;
  }
}

/** What was last received from an address, so that an unchanged reply (304) costs nothing. */
type Kept = { etag: string; body: unknown };
const kept = new Map<string, Kept>();
const KEPT_AT_MOST = 24;

/**
 * GET as JSON. The same object comes back while the server says 304, so callers may compare by identity.
 * @throws Refused
 */
export async function getJson<Reply>(address: string, signal?: AbortSignal): Promise<Reply> {
  const before = kept.get(address);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (before) headers['if-none-match'] = before.etag;
  const reply = await ask(address, { headers, cache: 'no-store', ...(signal ? { signal } : {}) });
  // The server has parsed this body by the same declaration that `Reply` is inferred from.
  if (reply.status === 304 && before) return before.body as Reply;
  if (!reply.ok) throw await refusalOf(reply);
  const body: unknown = await reply.json();
  keep(address, reply.headers.get('etag'), body);
  return body as Reply;
}

/**
 * POST a form (with its file) or a JSON value, answered with JSON. null: nothing to say beyond the address.
 * @throws Refused
 */
export async function postJson<Reply>(
  address: string,
  content: FormData | object | null,
  signal?: AbortSignal,
): Promise<Reply> {
  const form = content instanceof FormData;
  const reply = await ask(address, {
    method: 'POST',
    headers: { accept: 'application/json', ...(form ? {} : { 'content-type': 'application/json' }) },
    body: form ? content : content === null ? '' : JSON.stringify(content),
    ...(signal ? { signal } : {}),
  });
  if (!reply.ok) throw await refusalOf(reply);
  return (await reply.json()) as Reply;
}

async function ask(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Refused(0, 'no-answer', null, []);
  }
}

/** Told when the server no longer knows who asks. */
const onSignedOut = new Set<() => void>();

/** @returns how to stop listening */
export function whenSignedOut(listener: () => void): () => void {
  onSignedOut.add(listener);
  return () => onSignedOut.delete(listener);
}

/** What is kept belongs to whoever was signed in. */
export function forgetReplies(): void {
  kept.clear();
}

async function refusalOf(reply: Response): Promise<Refused> {
  const refused = await problemOf(reply);
  if (refused.code === 'sign-in.needed') for (const tell of onSignedOut) tell();
  return refused;
}

function keep(address: string, etag: string | null, body: unknown): void {
  kept.delete(address);
  if (etag === null) return;
  kept.set(address, { etag, body });
  const oldest = kept.keys().next();
  if (kept.size > KEPT_AT_MOST && !oldest.done) kept.delete(oldest.value);
}

async function problemOf(reply: Response): Promise<Refused> {
  const body: unknown = await reply.json().catch(() => null);
  const problem = isRecord(body) ? body : {};
  const detail = isBilingual(problem.detail) ? problem.detail : null;
  const faults = Array.isArray(problem.errors) ? problem.errors.filter(isFault) : [];
  const first = faults[0];
  return new Refused(
    reply.status,
    typeof problem.code === 'string' ? problem.code : String(reply.status),
    detail ?? (first ? { vi: first.vi, en: first.en } : null),
    faults,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isBilingual(value: unknown): value is { vi: string; en: string } {
  return isRecord(value) && typeof value.vi === 'string' && typeof value.en === 'string';
}

function isFault(value: unknown): value is Fault {
  return isBilingual(value) && typeof (value as Record<string, unknown>).code === 'string';
}
